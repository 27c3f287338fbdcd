package pledge

import (
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

// contents returns the goods that a package holds by verb v of sentence s.
func (p *passage) contents(s, v int, numbers []int) mention {
	m := mention{passage: p, sentence: s}
	for _, x := range p.things(p.Sentences[s], nil, numbers) {
		if x.head < v || x.noun < 0 || !p.has(x.noun, goods) || !p.isContent(x.head, v) {
			continue
		}
		m.things = append(m.things, x)
	}
	return m
}

// isContent says whether the thing that token i heads is an object of verb v,
// or one of a list of them.
func (p *passage) isContent(i, v int) bool {
	for range maxClimb {
		switch p.Relations[i] {
		case "obj", "obl":
			return p.Head(i) == v
		case "conj", "appos":
		case "nmod":
			if p.Preposition(i) != "of" && p.Preposition(i) != "" {
				return false
			}
		default:
			return false
		}
		if i = p.Head(i); i < 0 {
			return false
		}
	}
	return false
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
