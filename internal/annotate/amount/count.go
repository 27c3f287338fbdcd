package amount

import (
	"math/big"
	"strings"

	"onrecord/internal/annotate"
)

func bigInt(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

// maxWhat is how many words a counted thing may have.
const maxWhat = 8

// what finds the tokens of the thing that a number counts: the noun that it
// hangs on with what stands between ("31 Abrams tanks"), with what follows a
// noun of measure ("100,000 rounds of ammunition"), or what follows "of"
// ("dozens of drones", "30 of 34 drones"). from is the token behind the number
// and its "or more". Empty if there is none.
func (r *reader) what(n *annotate.Number, from int) [2]int {
	if len(r.Heads) == 0 || len(r.Tags) == 0 {
		return [2]int{}
	}
	top := r.top(n)
	if r.Tags[top] == annotate.PROPN && n.Value != "" && !n.Ordinal && n.End == n.First+1 {
		return [2]int{}
	}
	end := r.tokenAt(len(r.atoms))
	if from+1 < end && strings.EqualFold(r.Word(from), "out") {
		from++
	}
	if from < end && strings.EqualFold(r.Word(from), "of") {
		if n.Value == "1" { // "one of the parties" counts no parties
			return [2]int{}
		}
		return r.whatOf(from+1, end)
	}
	if n.Unit == "%" {
		return [2]int{}
	}
	h := int(r.Heads[top])
	if r.Tags[top] == annotate.NOUN || h < from || h >= min(end, from+maxWhat) || !r.counted(r.Relations[top], n) || !r.noun(h) || !r.clean(from, h) {
		if h = r.run(from, min(end, from+maxWhat)); h < 0 {
			return [2]int{}
		}
	}
	for h+1 < end && int(r.Heads[h]) == h+1 && r.Relations[h] == "compound" { // percentage points
		h++
	}
	first := from
	for first < h && (r.Tags[first] == annotate.PUNCT || r.Tags[first] == annotate.SYM || surroundings.alone["filler"][r.Lemmas[first]]) {
		first++
	}
	if surroundings.alone["length"][strings.ToLower(r.Word(first))] && first > from { // 155-mm shells
		return [2]int{}
	}
	if isYear(n.Span.Of(r.text)) || r.numbersName(n, top, h) || surroundings.alone["label"][strings.ToLower(strings.TrimSuffix(r.Word(first), "."))] && r.Tags[first] == annotate.PROPN {
		return [2]int{}
	}
	return [2]int{first, r.measured(h, end)}
}

// isYear says whether figures are written as the years that news speaks of, but
// for the round one: "the 2016 election" counts nothing.
func isYear(s string) bool {
	return len(s) == 4 && allDigits(s) && s >= "1945" && s <= "2049" && s != "2000"
}

// numbersName says whether a number, whose top is the token top, is part of the
// name before it, which modifies the noun h too: "Challenger 2 tanks".
func (r *reader) numbersName(n *annotate.Number, top, h int) bool {
	i := n.First - 1
	if i < 0 || r.Tags[i] != annotate.PROPN || n.Value == "" {
		return false
	}
	at := int(r.Heads[i])
	return at == h || at == top || int(r.Heads[top]) == i
}

// counted says whether a relation joins a number to what it counts.
func (r *reader) counted(relation string, n *annotate.Number) bool {
	switch relation {
	case "nummod":
		return true
	case "amod", "compound", "advmod", "det":
		return n.Ordinal || relation != "advmod"
	}
	return false
}

// top is the token of a number on which its others hang.
func (r *reader) top(n *annotate.Number) int {
	for i := n.End - 1; i >= n.First; i-- {
		if h := int(r.Heads[i]); h < n.First || h >= n.End {
			return i
		}
	}
	return n.End - 1
}

func (r *reader) noun(i int) bool {
	return r.Tags[i] == annotate.NOUN || r.Tags[i] == annotate.PROPN
}

// run returns the last noun of adjectives and nouns from token i on, -1 where
// none stands there. It speaks where the tree does not.
func (r *reader) run(i, end int) int {
	last := -1
	for ; i < end; i++ {
		switch r.Tags[i] {
		case annotate.ADJ:
			if last >= 0 {
				return last
			}
		case annotate.NOUN:
			last = i
		case annotate.PROPN:
		case annotate.VERB: // infantry fighting vehicles
			if last < 0 || i+1 >= end || r.Tags[i+1] != annotate.NOUN || int(r.Heads[i]) <= i || !strings.HasSuffix(r.Word(i), "ing") {
				return last
			}
		case annotate.PUNCT: // candidate-focused ads
			if i++; !isHyphen([]rune(r.Word(i - 1))[0]) || i >= end || r.Tokens[i].Start > r.Tokens[i-1].End {
				return last
			}
		default:
			return last
		}
	}
	return last
}

// clean says whether nothing between a number and its noun parts them.
func (r *reader) clean(first, h int) bool {
	for i := first; i < h; i++ {
		switch r.Tags[i] {
		case annotate.PUNCT:
			if w := r.Word(i); !isHyphen([]rune(w)[0]) || w == "—" {
				return false
			}
		case annotate.VERB, annotate.AUX, annotate.ADP, annotate.PRON, annotate.SCONJ, annotate.CCONJ:
			if r.Relations[i] != "amod" && r.Relations[i] != "compound" && (r.Tags[i] != annotate.VERB || int(r.Heads[i]) != h) {
				return false
			}
		}
	}
	return true
}

// measured extends a noun of measure by what it measures.
func (r *reader) measured(h, end int) int {
	if h+2 >= end || !surroundings.alone["measure"][strings.ToLower(r.Lemmas[h])] || !strings.EqualFold(r.Word(h+1), "of") {
		return h + 1
	}
	if w := r.whatOf(h+2, end); w[1] > w[0] {
		return w[1]
	}
	return h + 1
}

// nouns is run, or the last of names where no common noun stands among them.
func (r *reader) nouns(i, end int) int {
	if h := r.run(i, end); h >= 0 {
		return h
	}
	h := i - 1
	for h+1 < end && r.Tags[h+1] == annotate.PROPN {
		h++
	}
	if h < i {
		return -1
	}
	return h
}

func (r *reader) possessive(i int) bool {
	switch r.Word(i) {
	case "'s", "’s", "'", "’":
		return true
	}
	return false
}

// whatOf finds the noun behind "of", which ends before token i: "the drones".
func (r *reader) whatOf(i, end int) [2]int {
	for i < end && (r.Tags[i] == annotate.DET || r.Tags[i] == annotate.NUM || r.Tags[i] == annotate.PRON) {
		i++
	}
	h := r.nouns(i, min(end, i+maxWhat))
	if h >= 0 && h+2 < end && r.possessive(h+1) { // the world's banks
		i = h + 2
		h = r.nouns(i, min(end, i+maxWhat))
	}
	if h < 0 {
		return [2]int{}
	}
	return [2]int{i, h + 1}
}
