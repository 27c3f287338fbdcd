package position

import (
	"slices"
	"strings"

	"onrecord/internal/codebook"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// action adds the positions of an action: who does it is for what it brings
// about. What is denied, or only possible, takes no side.
func (f *finder) action(a *record.Action) {
	p, at := f.place(a.Predicate)
	if p == nil || len(a.Actors) == 0 {
		return
	}
	e := f.entry(string(a.ID), a.Predicate, p.below(at))
	sure := !a.Negated && len(a.DeniedIn) == 0 && a.Certainty != record.Perhaps
	teller := f.speaker(a.AccordingTo)
	if slices.Contains(a.Actors, teller) {
		teller = ""
	}
	for _, h := range e.hits {
		v := p.deed(h, at)
		if !sure {
			v.sign = 0
			v.why = append(v.why, "denied or only possible")
		}
		e.add(p, &v, a.Actors, teller)
		e.condition(a.Conditions)
	}
	f.take(e)
}

// pledge adds the positions of a pledge: who gives, and who proposes it, is for
// what it is for.
func (f *finder) pledge(g *record.Pledge) {
	p, at := f.place(g.Predicate)
	if p == nil {
		return
	}
	hits := p.below(at)
	for _, s := range g.Evidence {
		for _, h := range p.within(s) {
			if !slices.Contains(hits, h) {
				hits = append(hits, h)
			}
		}
	}
	hits = slices.DeleteFunc(hits, func(h *codebook.Hit) bool { return h.Side == codebook.Against })
	slices.SortFunc(hits, func(a, b *codebook.Hit) int { return int(a.First - b.First) })
	holders := g.Donors
	if g.Status == record.Proposed && len(g.Proposers) > 0 {
		holders = g.Proposers
	}
	e := f.entry(string(g.ID), g.Anchor(), hits)
	for _, h := range e.hits {
		v := view{hit: h, sign: given(g), why: []string{g.Status.String()}}
		e.add(p, &v, holders, "")
		e.condition(g.Conditions)
	}
	f.take(e)
}

// given is the side of who gives: what is delayed or reduced takes none.
func given(g *record.Pledge) int {
	switch {
	case g.Negated, g.Status == record.Delayed, g.Status == record.Reduced:
		return 0
	case g.Status == record.Refused, g.Status == record.Withdrawn:
		return -1
	}
	return 1
}

// place returns the passage and token where a span begins; nil for none.
func (f *finder) place(s text.Span) (*passage, int) {
	for _, p := range f.passages {
		if i := p.token(s.Start); i >= 0 {
			return p, i
		}
	}
	return nil, -1
}

// speaker returns who makes the first statement of a list.
func (f *finder) speaker(ids []record.StatementID) record.ActorID {
	for i := range f.article.Statements {
		if s := &f.article.Statements[i]; slices.Contains(ids, s.ID) {
			return first(s.Speakers)
		}
	}
	return ""
}

// below returns the hits that a predicate is part of, or that stand below it.
func (p *passage) below(at int) []*codebook.Hit {
	first, end := p.Subtree(at)
	var out []*codebook.Hit
	for _, h := range p.within(p.Words(first, end)) {
		if int(h.First) <= at && at < int(h.End) || p.Above(at, p.top(h)) && p.nearest(at, h) {
			out = append(out, h)
		}
	}
	return out
}

// nearest says whether no clause with a subject of its own parts a hit from the
// predicate above it.
func (p *passage) nearest(at int, h *codebook.Hit) bool {
	for i := p.top(h); i != at && i >= 0; i = p.Head(i) {
		switch p.Relations[i] {
		case "advcl", "acl", "parataxis", "ccomp", "conj":
			return false
		case "obl", "nmod":
			if p.aside(i) {
				return false
			}
		}
	}
	return true
}

// deed is the side that doing something takes: that of its words, or for what
// it is itself.
func (p *passage) deed(h *codebook.Hit, at int) view {
	c := &climber{passage: p, hit: h, inside: func(int) bool { return true }}
	c.start()
	below := -1
	for i := p.top(h); i >= 0; below, i = i, p.Head(i) {
		own := inHit(h, i)
		if below >= 0 && !own {
			c.turn(p.attitude(i, below, h), i, below)
		}
		if i == at || p.Above(i, at) {
			break
		}
	}
	if c.sign == 0 && int(h.First) <= at && at < int(h.End) && p.names(h, at) {
		c.sign = 1
		c.because("the deed itself")
	}
	if over := p.Head(at); over >= 0 && p.attitude(over, at, h) == refuse {
		c.sign = -c.sign
		c.because(p.Word(over))
	}
	c.active = c.sign != 0
	if c.offense {
		return view{hit: h, sign: c.offender(at), why: c.why, verbs: []int{at}}
	}
	return view{hit: h, sign: c.result(), why: c.why, verbs: []int{at}}
}

// offender is the side of a deed whose words name what offends an issue: who does
// just that is against the issue.
func (c *climber) offender(at int) int {
	if int(c.hit.First) <= at && at < int(c.hit.End) {
		return -1
	}
	return 0
}

// stem is how many letters two words must share at their beginning to name one
// thing: annex, annexation.
const stem = 5

// names says whether the issue of a hit is called by the deed at a token.
func (p *passage) names(h *codebook.Hit, at int) bool {
	lemma := p.Lemmas[at]
	for w := range strings.FieldsSeq(strings.ToLower(p.book.Issues[h.Issue].Label)) {
		if len(w) >= stem && len(lemma) >= stem && w[:stem] == lemma[:stem] {
			return true
		}
	}
	return false
}
