package pledge

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/edtf"
	"onrecord/internal/text"
)

// remark is a clause that tells more of a pledge told before, without a word of
// giving: "The five-year initiative aims to …", "The loan is conditional on …",
// "The package includes …".
type remark struct {
	*passage
	sentence int
	thing    thing // what it speaks of
	verb     int   // the predicate
	aims     []text.Span
	hangs    []text.Span // conditions
	contents mention     // what a package holds
	duration edtf.Duration
}

// remarks returns the remarks of sentence s, whose numbers are those.
func (p *passage) remarks(s int, numbers []int) []*remark {
	var out []*remark
	for i := p.Sentences[s].First; i < p.Sentences[s].End; i++ {
		v := p.Head(i)
		if p.Relations[i] != "nsubj" || v < 0 || !p.has(v, aim|hinge|holds) || !p.isVerbal(v) && p.Tags[v] != annotate.ADJ {
			continue
		}
		pronoun := p.lower(i) == "it" && p.refs[i] == 0
		if !pronoun && !(p.Tags[i] == annotate.NOUN && p.has(i, anaphor) && p.isAnaphor(i)) {
			continue
		}
		first, end := p.phrase(i)
		r := &remark{passage: p, sentence: s, verb: v, thing: thing{head: i, noun: i, first: first, end: end, pronoun: pronoun}}
		r.duration = p.lasting(first, end)
		switch {
		case p.has(v, hinge):
			r.hangs = p.hangsOn(v)
		case p.has(v, holds):
			r.contents = p.contents(s, v, numbers)
		}
		r.aims = p.infinitives(v)
		out = append(out, r)
	}
	return out
}

// lasting returns how long a phrase says that its thing lasts ("the five-year
// fund").
func (p *passage) lasting(first, end int) edtf.Duration {
	for k := first; k < end; k++ {
		if x := p.held[k]; x > 0 && p.Timexes[x-1].Type == annotate.TimexDuration {
			return p.Timexes[x-1].Duration
		}
	}
	return ""
}

// contents returns the goods that a package holds by verb v of sentence s: those
// of the list behind it, up to the next verb.
func (p *passage) contents(s, v int, numbers []int) mention {
	m := mention{passage: p, sentence: s}
	for _, x := range p.things(p.Sentences[s], nil, numbers) {
		if x.first > v && x.noun >= 0 && p.has(x.noun, goods) && p.isListed(v, x.first) {
			m.things = append(m.things, x)
		}
	}
	return m
}

// packed returns the goods that a relative clause of thing x says are in it: "a
// package that includes 31 howitzers".
func (p *passage) packed(s int, x thing) []thing {
	if x.noun < 0 || !p.has(x.noun, container|aid) {
		return nil
	}
	for _, j := range p.Children(x.noun) {
		if v := int(j); v > x.noun && p.Relations[v] == "acl" && p.has(v, holds) {
			return p.contents(s, v, p.numbersOf(s)).things
		}
	}
	return nil
}

// numbersOf returns the numbers of sentence s.
func (p *passage) numbersOf(s int) []int {
	first, _ := slices.BinarySearchFunc(p.Numbers, p.Sentences[s].First, func(n annotate.Number, i int) int { return n.First - i })
	var out []int
	for k := first; k < len(p.Numbers) && p.Numbers[k].First < p.Sentences[s].End; k++ {
		out = append(out, k)
	}
	return out
}

// isListed says whether the phrase that begins at token first stands in the list
// that verb v opens: no other verb between, and not for or against something.
func (p *passage) isListed(v, first int) bool {
	switch p.lower(first - 1) {
	case "for", "against", "on", "to", "from":
		return false
	}
	for k := v + 1; k < first; k++ {
		if p.Tags[k] == annotate.VERB && p.Relations[k] != "amod" || p.Word(k) == ";" {
			return false
		}
	}
	return true
}

// hangsOn returns the condition of a predicate of hanging: "conditional on
// reforms".
func (p *passage) hangsOn(v int) []text.Span {
	k := p.Oblique(v, "on", "upon", "to")
	if k <= v || p.isNegated(v) {
		return nil
	}
	_, end := p.Subtree(k)
	return []text.Span{p.span(v, p.untilClause(v, end))}
}
