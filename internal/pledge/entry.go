package pledge

import (
	"slices"

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
		if !m.old() || n.old() {
			p.Conditions = add(p.Conditions, m.conditions...)
		}
		if p.Duration == "" {
			p.Duration = m.duration
		}
		if p.Time == "" && m.state.status == p.Status {
			p.Time = m.time
		}
		if p.Period == "" {
			p.Period = m.period
		}
		spans = append(spans, m.evidence...)
	}
	if p.Time == "" {
		p.Time = n.said()
	}
	p.Evidence = sorted(spans)
	p.Aims, p.Conditions = ordered(p.Aims), ordered(p.Conditions)
	p.Score, p.Why = g.score()
	return p
}

// predicateSpan is the predicate that decides over the status.
func (m *mention) predicateSpan() text.Span {
	at := m.chain[m.state.by].at
	return m.span(at, at+1)
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
