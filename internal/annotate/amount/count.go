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
// ("dozens of drones", "30 of 34 drones"). Empty if there is none.
func (r *reader) what(n *annotate.Number) [2]int {
	if len(r.Heads) == 0 || len(r.Tags) == 0 {
		return [2]int{}
	}
	top := r.top(n)
	if r.Tags[top] == annotate.PROPN && n.Value != "" && !n.Ordinal && n.End == n.First+1 {
		return [2]int{}
	}
	end := r.sentenceEnd(n.End)
	if n.End < end && strings.EqualFold(r.Word(n.End), "of") {
		if n.Value == "1" { // "one of the parties" counts no parties
			return [2]int{}
		}
		return r.whatOf(n.End+1, end)
	}
	h := int(r.Heads[top])
	if r.Tags[top] == annotate.NOUN || h < n.End || h >= min(end, n.End+maxWhat) || !r.counted(r.Relations[top], n) || !r.noun(h) {
		if h = r.run(n.End, end); h < 0 {
			return [2]int{}
		}
	}
	first := n.End
	for first < h && (r.Tags[first] == annotate.PUNCT || r.Tags[first] == annotate.SYM) {
		first++
	}
	if !r.clean(first, h) || first == n.End && r.isYear(n) && r.Lemmas[h] == strings.ToLower(r.Word(h)) {
		return [2]int{}
	}
	return [2]int{first, r.measured(h, end)}
}

// isYear says whether a number is written as years of our time are: before a
// noun in the singular ("the 2016 election") it counts nothing.
func (r *reader) isYear(n *annotate.Number) bool {
	s := n.Span.Of(r.text)
	return len(s) == 4 && allDigits(s) && (s[:2] == "19" || s[:2] == "20")
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
		case annotate.VERB, annotate.AUX, annotate.ADP, annotate.PRON, annotate.SCONJ:
			if r.Relations[i] != "amod" && r.Relations[i] != "compound" {
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

// whatOf finds the noun behind "of", which ends before token i: "the drones".
func (r *reader) whatOf(i, end int) [2]int {
	for i < end && (r.Tags[i] == annotate.DET || r.Tags[i] == annotate.NUM || r.Tags[i] == annotate.PRON) {
		i++
	}
	h := r.run(i, min(end, i+maxWhat))
	if k := max(h, i); k+1 < end && (r.Word(k+1) == "'s" || r.Word(k+1) == "’s" || r.Word(k+1) == "'" || r.Word(k+1) == "’") { // the world's banks
		i = k + 2
		h = r.run(i, min(end, i+maxWhat))
	}
	if h < 0 {
		for h = i - 1; h+1 < min(end, i+maxWhat) && r.Tags[h+1] == annotate.PROPN; {
			h++
		}
		if h < i {
			return [2]int{}
		}
	}
	return [2]int{i, h + 1}
}

// sentenceEnd returns where the sentence of the atoms ends.
func (r *reader) sentenceEnd(i int) int {
	return max(i, r.atoms[len(r.atoms)-1].token+1)
}
