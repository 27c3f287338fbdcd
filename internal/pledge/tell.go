package pledge

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

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

// told returns the statements that tell of m, or else the one whose cue rules the
// clause to which m is an adjunct ("urged members to do more, proposing a fund").
func (m *mention) told() []*record.Statement {
	out := m.statementsBy(func(at *annotate.Attribution) bool { return m.cues(at.Cue) || m.within(at.Content) })
	if len(out) == 0 && len(m.above) > 0 {
		up := m.Head(m.top())
		out = m.statementsBy(func(at *annotate.Attribution) bool { return slices.Contains(at.Cue, up) })
	}
	return out
}

// statementsBy returns the statements of the passage, but for glosses, whose
// attributions fit.
func (m *mention) statementsBy(fits func(*annotate.Attribution) bool) []*record.Statement {
	var out []*record.Statement
	a := m.people.article
	for _, k := range m.sayings[m.index] {
		at := a.Origins[k].Attribution
		if k < len(a.Statements) && at < len(m.Attributions) && a.Statements[k].Act != record.Gloss && fits(&m.Attributions[at]) {
			out = append(out, &a.Statements[k])
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
