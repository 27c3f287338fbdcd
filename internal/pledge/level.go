package pledge

import "onrecord/internal/annotate"

// maxWorth is how many words before "worth" what is worth it may stand.
const maxWorth = 14

// summed returns the noun whose sum the bare sum at token head tells from
// farther off: the object of a verb ("raised its contribution to $300m"), or what
// is said to be worth it; -1 for none.
func (p *passage) summed(head, first int) int {
	v := p.Head(head)
	if v >= 0 && v < head && p.Tags[v] == annotate.VERB && p.Relations[head] == "obl" && (p.Preposition(head) == "to" || p.Preposition(head) == "by") {
		if o := p.Child(v, "obj"); o > v && o < head && p.has(o, aid|container) {
			return o
		}
	}
	if p.isLevel(first) {
		for i := 0; i < 4 && v >= 0 && !p.isVerbal(v); i++ {
			v = p.Head(v)
		}
		if v < 0 || !p.isVerbal(v) {
			return -1
		}
		if o := p.Child(v, "obj"); o > v && o < first && p.has(o, aid|container) {
			return o
		}
	}
	if p.lowerOf(first-1) != "worth" && p.lowerOf(first-3) != "worth" {
		return -1
	}
	for k := first - 2; k >= max(p.sentenceStart(first), first-maxWorth); k-- {
		if (p.Tags[k] == annotate.NOUN || p.Tags[k] == annotate.PROPN) && p.has(k, aid|container) {
			return k
		}
		if p.Tags[k] == annotate.NOUN && p.has(k, goods) { // artillery worth $250m
			if k == first-2 {
				return k
			}
			return -1
		}
	}
	return -1
}

// isLevel says whether "at" stands before the sum at token first: "keep aid at no
// less than 40 billion".
func (p *passage) isLevel(first int) bool {
	for k := first - 1; k >= max(p.sentenceStart(first), first-5); k-- {
		switch p.Tags[k] {
		case annotate.NOUN, annotate.VERB, annotate.PUNCT, annotate.PROPN:
			return false
		}
		if p.lower(k) == "at" && p.lowerOf(k+1) != "least" {
			return true
		}
	}
	return false
}

// figureOf returns the noun of number n in "the figure of 100 billion", which is
// in the currency of the sum before it; -1 if it is none.
func (p *passage) figureOf(c *catch, n annotate.Number) int {
	f := n.First - 2
	if len(n.Value) < len("1000000") || n.What[1] > n.What[0] || f < 0 || c.latest() == nil || p.lower(f+1) != "of" || p.Tags[f] != annotate.NOUN || !p.has(f, figures) {
		return -1
	}
	return f
}

// latest returns the last thing with a sum of a currency, nil for none.
func (c *catch) latest() *thing {
	for k := len(c.things) - 1; k >= 0; k-- {
		if len(c.things[k].amounts) > 0 {
			return &c.things[k]
		}
	}
	return nil
}
