package pledge

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/text"
)

// remark is a sentence that tells more of a pledge told before, without a word
// of giving: "The initiative aims to …".
type remark struct {
	*passage
	sentence int
	thing    thing
	aims     []text.Span
	verb     int
	hangs    text.Span // a condition; empty for none
	holds    *mention  // what the package holds; nil for nothing
}

// remarks returns the remarks of sentence s.
func (p *passage) remarks(s int, numbers []int) []*remark {
	var out []*remark
	sentence := p.Sentences[s]
	for i := sentence.First; i < sentence.End; i++ {
		pronoun := p.lower(i) == "it" && p.Tags[i] == annotate.PRON && p.refs[i] == 0
		if !pronoun && (!p.has(i, anaphor) || p.Tags[i] != annotate.NOUN || !p.isAnaphor(i)) || p.Relations[i] != "nsubj" {
			continue
		}
		v := p.Head(i)
		if v < 0 || !p.has(v, aim|hinge|holds) || !p.isVerbal(v) && p.Tags[v] != annotate.ADJ {
			continue
		}
		first, end := p.phrase(i)
		x := thing{head: i, noun: i, first: first, end: end, pronoun: pronoun}
		if p.has(v, hinge) {
			if on, ok := p.hangsOn(v); ok {
				out = append(out, &remark{passage: p, sentence: s, thing: x, verb: v, hangs: on})
			}
			continue
		}
		if p.has(v, holds) {
			if m := p.contents(s, v, numbers); len(m.things) > 0 {
				out = append(out, &remark{passage: p, sentence: s, thing: x, verb: v, holds: m})
			}
			continue
		}
		if aims := p.infinitives(v); len(aims) > 0 {
			out = append(out, &remark{passage: p, sentence: s, thing: x, aims: aims, verb: v})
		}
	}
	return out
}

// contents returns the goods that a package holds by verb v of sentence s.
func (p *passage) contents(s, v int, numbers []int) *mention {
	m := &mention{passage: p, sentence: s, details: details{evidence: p.span(v, v+1)}}
	for _, x := range p.things(p.Sentences[s], nil, numbers) {
		if x.head < v || x.noun < 0 || !p.has(x.noun, goods) || !p.isContent(x.head, v) {
			continue
		}
		m.things = append(m.things, x)
		m.evidence = m.evidence.Cover(p.span(x.first, x.end))
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
func (p *passage) hangsOn(v int) (text.Span, bool) {
	k := p.Oblique(v, "on", "upon", "to")
	if k <= v || p.isNegated(v) {
		return text.Span{}, false
	}
	_, end := p.Subtree(k)
	return p.span(v, p.untilClause(v, end)), true
}

// note adds a remark to the pledge that it means, if it means one.
func (l *ledger) note(r *remark) {
	for k := len(l.groups) - 1; k >= 0; k-- {
		g := l.groups[k]
		if !g.meant(r.passage, r.sentence, r.thing) {
			continue
		}
		if r.holds != nil {
			g.addCounts(r.holds.counts())
			g.spans = append(g.spans, r.holds.evidence)
			return
		}
		if r.hangs.End > 0 {
			first := g.mentions[0]
			first.conditions = add(first.conditions, r.hangs)
			g.spans = append(g.spans, r.span(r.thing.first, r.verb+1).Cover(r.hangs))
			return
		}
		g.aims = add(g.aims, r.aims...)
		if g.binding == "" {
			m := &mention{passage: r.passage, chain: []step{{at: r.verb}}, details: details{aims: r.aims}}
			g.binding = m.bindingAims()
		}
		g.spans = append(g.spans, r.span(r.thing.first, r.verb+1).Cover(r.aims[len(r.aims)-1]))
		return
	}
}

// sorted returns spans in order, those that touch or overlap joined.
func sorted(spans []text.Span) []text.Span {
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b text.Span) int { return a.Start - b.Start })
	var out []text.Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
