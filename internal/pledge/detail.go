package pledge

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/edtf"
	"onrecord/internal/text"
)

// details are what a mention tells beside who and how much.
type details struct {
	duration   edtf.Duration
	period     edtf.Date
	time       edtf.Date
	purpose    string
	aims       []text.Span
	conditions []text.Span
	binding    string
	evidence   []text.Span
}

// detail fills in what the clause of m tells beside who and how much.
func (m *mention) detail() {
	m.evidence = append(m.above, m.clause())
	m.times()
	m.purpose = m.purposeOf()
	m.aims = m.aimsOf()
	m.conditions = m.conditionsOf()
	m.binding = m.bindingOf()
}

// clause returns the words of m: from the first to the last of its predicates,
// things, and the actors that hang on them.
func (m *mention) clause() text.Span {
	first, end := m.things[0].first, m.things[0].end
	grow := func(a, b int) { first, end = min(first, a), max(end, b) }
	for _, x := range m.things {
		grow(x.first, x.end)
		if g := m.goalToken(x); g >= 0 {
			grow(g, g+1)
		}
	}
	for _, s := range m.chain {
		grow(s.at, s.at+1)
		for _, j := range m.Children(s.at) {
			k := int(j)
			switch m.Relations[k] {
			case "advmod":
				if k < s.at && m.Word(k+1) == "," { // The day before, Spain …
					continue
				}
				fallthrough
			case "nsubj", "iobj", "obj", "aux":
				if k > s.at-maxReach && k < s.at+maxReach {
					grow(m.phrase(k))
				}
			case "obl", "nmod":
				if slices.Contains(goals, m.Preposition(k)) {
					grow(k, k+1)
				}
			}
		}
	}
	if end < len(m.Tokens) && m.Word(end) == ")" {
		end++
	}
	for first < end-1 && m.Tags[first] == annotate.PUNCT && !isOpeningMark(m.Word(first)) {
		first++
	}
	return m.span(first, end)
}

// isOpeningMark says whether a mark may begin what is shown.
func isOpeningMark(w string) bool {
	switch w {
	case "(", "[", "“", "‘", "\"", "«", "„":
		return true
	}
	return false
}

// maxReach is how many words from its predicate an argument may stand to be
// shown with it: farther ones are as often the parser's errors.
const maxReach = 25

// goalToken returns the name of who gets thing x, by what hangs on it.
func (p *passage) goalToken(x thing) int {
	for _, h := range []int{x.head, x.noun} {
		if h < 0 {
			continue
		}
		for _, j := range p.Children(h) {
			if r := p.Relations[j]; (r == "nmod" || r == "obl") && slices.Contains(goals, p.Preposition(int(j))) && int(j) > h {
				return int(j)
			}
		}
	}
	return -1
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

// ordered sorts spans.
func ordered(spans []text.Span) []text.Span {
	slices.SortFunc(spans, func(a, b text.Span) int { return a.Start - b.Start })
	return spans
}
