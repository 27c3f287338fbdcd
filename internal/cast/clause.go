package cast

import (
	"cmp"
	"slices"

	"onrecord/internal/annotate"
)

// Timex returns the expression of time of the predicate at token i.
func (p *Passage) Timex(i int) *annotate.Timex {
	first, end := p.Bounds(i)
	at := p.TimexFrom(first)
	for v, n := i, 0; v >= 0 && n < MaxShared; v, n = p.Sharer(v), n+1 {
		for k := at; k < len(p.Timexes) && p.Timexes[k].First < end; k++ {
			t := &p.Timexes[k]
			if (t.Type == annotate.TimexDate || t.Type == annotate.TimexTime) && p.dates(t, v) {
				return t
			}
		}
	}
	return nil
}

// MaxShared is how many predicates one time may be shared over.
const MaxShared = 8

// TimexFrom returns the index of the first expression of time from token i on.
func (p *Passage) TimexFrom(i int) int {
	at, _ := slices.BinarySearchFunc(p.Timexes, i, func(t annotate.Timex, i int) int { return cmp.Compare(t.First, i) })
	return at
}

// dates says whether an expression of time hangs on token v, directly or over
// nouns.
func (p *Passage) dates(t *annotate.Timex, v int) bool {
	i := p.Top(t.First, t.End)
	for range 4 {
		if i = p.Head(i); i == v {
			return true
		}
		if i < 0 || p.Tags[i] == annotate.VERB {
			return false
		}
	}
	return false
}

// Sharer returns the predicate from which the predicate v has its time where
// its own clause tells none, -1 for none: that it is joined to, or that it
// accompanies as a participle.
func (p *Passage) Sharer(v int) int {
	h := p.Head(v)
	if h < 0 {
		return -1
	}
	switch p.Relations[v] {
	case "conj", "xcomp":
		return h
	case "advcl":
		if p.Child(v, "mark") < 0 && h < v {
			return h
		}
	}
	return -1
}

// IsTime says whether token i is in an expression of time.
func (p *Passage) IsTime(i int) bool {
	first, _ := p.Bounds(i)
	for k := p.TimexFrom(first); k < len(p.Timexes) && p.Timexes[k].First <= i; k++ {
		if i < p.Timexes[k].End {
			return true
		}
	}
	return false
}
