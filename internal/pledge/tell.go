package pledge

import (
	"slices"

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

// told returns the statements that tell of m.
func (m *mention) told() []*record.Statement {
	var out []*record.Statement
	a := m.people.article
	for _, k := range m.sayings[m.index] {
		if k >= len(a.Statements) || a.Origins[k].Attribution >= len(m.Attributions) {
			continue
		}
		s, at := &a.Statements[k], m.Attributions[a.Origins[k].Attribution]
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
	if len(m.above) > 0 && slices.Contains(cue, m.Head(m.top())) { // urged members to do more, proposing a fund
		return true
	}
	return slices.ContainsFunc(m.chain, func(s step) bool { return slices.Contains(cue, s.at) })
}

// within says whether the content holds a thing of m.
func (m *mention) within(content []int) bool {
	return slices.ContainsFunc(m.things, func(x thing) bool {
		_, ok := slices.BinarySearch(content, x.head)
		return ok
	})
}
