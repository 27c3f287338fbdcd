package amount

import "onrecord/internal/annotate"

// surrounding is what the words around a number say of it.
type surrounding struct {
	about     bool
	low, high bool // the number is the least, the most
	hedge     int  // token, -1 for none
	end       int  // atom behind what was read after the number
}

// maxStep bounds how many phrases are read on one side of a number.
const maxStep = 5

// around reads the words around atoms first to end.
func (r *reader) around(first, end int) surrounding {
	s := surrounding{hedge: -1, end: end}
	k := first
	for range maxStep {
		key, before := r.phraseBefore(k, r.atoms[first].token, r.atoms[end-1].token+1)
		switch key {
		case "about":
			s.about = true
		case "low":
			s.low = true
		case "high":
			s.high = true
		case "":
			before = k
		}
		if before == k {
			break
		}
		k = before
	}
	if key, e := r.phraseAt(r.joined(end), "after low", "after high", "after about"); key != "" {
		s.low, s.high, s.about = s.low || key == "after low", s.high || key == "after high", s.about || key == "after about"
		s.end = e
	} else if end < len(r.atoms) && r.letter(&r.atoms[end]) == '+' && r.atoms[end].glued {
		s.low, s.end = true, end+1
	}
	if s.low && s.high {
		s.low, s.high = false, false
	}
	return s
}

// phraseBefore finds the longest phrase that ends before atom k and returns
// where it begins. A preposition must hang on the number, tokens first to end.
func (r *reader) phraseBefore(k, first, end int) (key string, begin int) {
	if k == 0 || r.atoms[k-1].kind != letters {
		return "", k
	}
	for _, p := range surroundings.last[r.lower(k-1)] {
		switch p.key {
		case "about", "low", "high", "skip":
		default:
			continue
		}
		begin = k - len(p.words)
		if !r.matches(begin, p.words) {
			continue
		}
		if len(p.words) == 1 && surroundings.alone["preposition"][p.words[0]] && !r.hangs(r.atoms[k-1].token, first, end) {
			continue
		}
		return p.key, begin
	}
	return "", k
}

// hangs says whether token t hangs on one of the tokens first to end or is an
// adverb.
func (r *reader) hangs(t, first, end int) bool {
	if len(r.Heads) == 0 {
		return true
	}
	if r.isParticle(t, end) {
		return false
	}
	h := int(r.Heads[t])
	return h >= first && h < end || r.Tags[t] == annotate.ADV
}

// isParticle says whether token t, before the words up to end, is the "over" of a
// verb of handing over right before it. Before a sum of money, and after who gets
// something, it bounds: "give over $5m".
func (r *reader) isParticle(t, end int) bool {
	if t == 0 || len(r.Lemmas) == 0 || r.Tags[t-1] != annotate.VERB || r.Word(t) != "over" || !surroundings.alone["over"][r.Lemmas[t-1]] {
		return false
	}
	return true
}

// phraseAt finds the longest phrase with one of the keys that begins with atom
// k and returns where it ends.
func (r *reader) phraseAt(k int, keys ...string) (key string, end int) {
	if k >= len(r.atoms) || r.atoms[k].kind != letters {
		return "", k
	}
	for _, p := range surroundings.first[r.lower(k)] {
		for _, key := range keys {
			if p.key == key && r.matches(k, p.words) {
				return key, k + len(p.words)
			}
		}
	}
	return "", k
}

// lower returns the letters of atom k in lower case.
func (r *reader) lower(k int) string {
	r.buf = appendLower(r.buf[:0], r.text[r.atoms[k].start:r.atoms[k].end])
	return string(r.buf)
}

// matches says whether the atoms from k on are words, with or without hyphens
// where a phrase has one.
func (r *reader) matches(k int, words []string) bool {
	if k < 0 || k+len(words) > len(r.atoms) {
		return false
	}
	for i, w := range words {
		if !r.is(k+i, w) {
			return false
		}
	}
	return true
}

// times are the lengths of time that a sum may be paid for.
var times = [...]string{"year", "quarter", "month", "week", "day", "hour"}

// per returns how often a sum is paid: "a year" behind it or behind what it is
// for ("$5bn in aid a year"), or "annual" before it.
func (r *reader) per(first, end int) string {
	if first > 0 && r.atoms[first-1].kind == letters {
		w := r.lower(first - 1)
		for _, t := range times {
			if surroundings.alone["before "+t][w] {
				return t
			}
		}
	}
	for k := end; k < min(len(r.atoms), end+maxStep); k++ {
		j := r.joined(k)
		if j < len(r.atoms) && r.atoms[j].kind == letters {
			for _, t := range times {
				if key, _ := r.phraseAt(j, "per "+t); key != "" {
					return t
				}
			}
		}
		if !r.passes(k) {
			return ""
		}
	}
	return ""
}

// passes says whether a word may stand between a sum and how often it is paid.
func (r *reader) passes(k int) bool {
	if r.atoms[k].kind != letters || len(r.Tags) == 0 {
		return false
	}
	switch r.Tags[r.atoms[k].token] {
	case annotate.NOUN, annotate.PROPN, annotate.ADJ:
		return true
	case annotate.ADP:
		return r.is(k, "in") || r.is(k, "of")
	}
	return false
}

// maxHedge is how many words may part a sum from the word that leaves it open.
const maxHedge = 7

// hedge returns the token of the word that leaves a sum itself open, -1 for
// none: words of worth alone stand between ("reportedly valued at about", "an
// alleged"). What stands at a verb hedges the deed, not the sum.
func (r *reader) hedge(first int) int {
	for k := first - 1; k >= max(0, first-maxHedge); k-- {
		if r.atoms[k].kind != letters {
			return -1
		}
		w := r.lower(k)
		if surroundings.alone["hedge"][w] {
			if r.hedges(k, first, w) {
				return r.atoms[k].token
			}
			return -1
		}
		if !surroundings.alone["worth"][w] {
			return -1
		}
	}
	return -1
}

// hedges says whether the hedge w at atom k is of a sum: participles stand
// before it as adjectives, or before "to be".
func (r *reader) hedges(k, first int, w string) bool {
	if len(w) > 2 && w[len(w)-2:] == "ly" || w == "perhaps" || w == "maybe" {
		return true
	}
	if r.is(k+1, "to") && r.is(k+2, "be") {
		return true
	}
	article := k > 0 && r.role(k-1) == article
	return article && k+1 == first && w != "said" && w != "thought"
}
