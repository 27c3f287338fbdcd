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
}

// remarks returns the remarks of sentence s.
func (p *passage) remarks(s int) []*remark {
	var out []*remark
	sentence := p.Sentences[s]
	for i := sentence.First; i < sentence.End; i++ {
		pronoun := p.lower(i) == "it" && p.Tags[i] == annotate.PRON && p.refs[i] == 0
		if !pronoun && (!p.has(i, anaphor) || p.Tags[i] != annotate.NOUN || !p.isDefinite(i)) || p.Relations[i] != "nsubj" {
			continue
		}
		v := p.Head(i)
		if v < 0 || !p.has(v, aim|hinge) || !p.isVerbal(v) && p.Tags[v] != annotate.ADJ {
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
		if aims := p.infinitives(v); len(aims) > 0 {
			out = append(out, &remark{passage: p, sentence: s, thing: x, aims: aims, verb: v})
		}
	}
	return out
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
