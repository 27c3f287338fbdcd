package pledge

import (
	"slices"

	"onrecord/internal/edtf"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// entry makes the entry of the record out of a pledge's mentions.
func (g *group) entry() record.Pledge {
	n := g.news
	p := record.Pledge{
		Proposers: g.proposers, Donors: g.donors, Beneficiaries: g.beneficiaries, Amounts: g.amounts, Items: g.items,
		Purpose: g.purpose, Aims: g.aims, Binding: g.binding, Status: n.state.status, Negated: n.state.negated,
		Background: n.old(), Time: n.time,
	}
	head := g.mentions[0]
	p.Predicate = head.predicateSpan()
	spans := slices.Clone(g.evidence)
	for _, m := range g.mentions {
		p.Statements = add(p.Statements, m.statements()...)
		p.Conditions = add(p.Conditions, m.conditions...)
		if p.Duration == "" {
			p.Duration = m.duration
		}
		if p.Period == "" {
			p.Period = m.period
		}
		spans = append(spans, m.evidence)
	}
	if p.Time == "" {
		p.Time = n.said()
	}
	p.Evidence = sorted(spans)
	p.Aims, p.Conditions = ordered(p.Aims), ordered(p.Conditions)
	p.Score, p.Why = g.score()
	return p
}

// ordered sorts spans.
func ordered(spans []text.Span) []text.Span {
	slices.SortFunc(spans, func(a, b text.Span) int { return a.Start - b.Start })
	return spans
}

// predicateSpan is the predicate that decides over the status.
func (m *mention) predicateSpan() text.Span {
	at := m.chain[m.state.by].at
	return m.span(at, at+1)
}

// statements returns the statements that tell of m: whose cue is one of its
// predicates, or whose content holds what is given. A gloss is the outlet's.
func (m *mention) statements() []record.StatementID {
	var out []record.StatementID
	for _, s := range m.told() {
		if s.ID != "" {
			out = append(out, s.ID)
		}
	}
	return out
}

// told returns the statements that tell of m.
func (m *mention) told() []*record.Statement {
	var out []*record.Statement
	a := m.people.article
	for k, o := range a.Origins {
		if o.Passage != m.index || k >= len(a.Statements) || o.Attribution >= len(m.Attributions) {
			continue
		}
		s, at := &a.Statements[k], m.Attributions[o.Attribution]
		if s.Act == record.Gloss {
			continue
		}
		if m.cues(at.Cue) || m.within(at.Content) {
			out = append(out, s)
		}
	}
	return out
}

func (m *mention) cues(cue []int) bool {
	return slices.ContainsFunc(m.chain, func(s step) bool { return slices.Contains(cue, s.at) })
}

// within says whether the content holds a thing of m.
func (m *mention) within(content []int) bool {
	return slices.ContainsFunc(m.things, func(x thing) bool {
		_, ok := slices.BinarySearch(content, x.head)
		return ok
	})
}

// said returns when m was said, where saying it is what gives it its status.
func (m *mention) said() edtf.Date {
	if m.state.status >= record.Delivered && m.state.status != record.Refused {
		return ""
	}
	for _, s := range m.told() {
		if s.Said != "" && s.SaidBasis == record.Spoken {
			return s.Said
		}
	}
	return ""
}

// score adds up what speaks for a pledge; pledge.go has the scheme.
func (g *group) score() (record.Score, []string) {
	m := g.news
	n := 40
	var why []string
	count := func(points int, what string) {
		n += points
		why = append(why, what)
	}
	for _, s := range m.chain {
		why = append(why, classes[s.class]+" "+m.Lemmas[s.at])
	}
	if m.state.why != "" {
		why = append(why, m.state.why)
	}
	if len(g.amounts) > 0 {
		count(20, "sum")
	}
	if slices.ContainsFunc(g.items, func(i record.Item) bool { return i.Value+i.Low+i.High != "" }) {
		count(15, "counted")
	}
	if len(g.donors) > 0 {
		count(12, "donor")
	}
	if len(g.beneficiaries) > 0 {
		count(12, "beneficiary")
	}
	if m.firm() {
		count(8, "firm")
	}
	if len(g.mentions) > 1 {
		count(5, "told again")
	}
	if m.state.possible {
		count(-10, "possible")
	}
	if m.old() {
		count(-5, "recalled")
	}
	return record.Score(float32(min(n, 95)) / 100), why
}
