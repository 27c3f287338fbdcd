package link

import (
	"cmp"
	"slices"

	"onrecord/internal/annotate"
)

// timexOf returns the expression of time of the predicate at token i.
func (p *passage) timexOf(i int) *annotate.Timex {
	first, end := p.bounds(i)
	at := p.timexFrom(first)
	for v, n := i, 0; v >= 0 && n < maxShared; v, n = p.sharer(v), n+1 {
		for k := at; k < len(p.Timexes) && p.Timexes[k].First < end; k++ {
			t := &p.Timexes[k]
			if (t.Type == annotate.TimexDate || t.Type == annotate.TimexTime) && p.dates(t, v) {
				return t
			}
		}
	}
	return nil
}

// maxShared is how many predicates one time may be shared over.
const maxShared = 8

// timexFrom returns the index of the first expression of time from token i on.
func (p *passage) timexFrom(i int) int {
	at, _ := slices.BinarySearchFunc(p.Timexes, i, func(t annotate.Timex, i int) int { return cmp.Compare(t.First, i) })
	return at
}

// dates says whether an expression of time hangs on token v, directly or over
// nouns.
func (p *passage) dates(t *annotate.Timex, v int) bool {
	i := p.top(t.First, t.End)
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

// sharer returns the predicate from which the predicate v has its time where
// its own clause tells none, -1 for none: that it is joined to, or that it
// accompanies as a participle.
func (p *passage) sharer(v int) int {
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

// recalls says whether an adverb of the clause of the predicate at token i dates
// it back, and which.
func (p *passage) recalls(i int) (string, bool) {
	for _, j := range p.Children(i) {
		if p.Relations[j] == "advmod" && clauseTable.has("recall", p.low[j]) {
			return p.low[j], true
		}
	}
	return "", false
}

// hedges says whether an adverb of the clause of token i leaves it open.
func (p *passage) hedges(i int) (string, bool) {
	for _, j := range p.Children(i) {
		if p.Relations[j] == "advmod" && clauseTable.has("hedge", p.low[j]) {
			return p.low[j], true
		}
	}
	return "", false
}
