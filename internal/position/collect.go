package position

import (
	"cmp"
	"slices"

	"onrecord/internal/codebook"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// entry collects the sides that one statement, pledge or action gives.
type entry struct {
	book   *codebook.Codebook
	id     string
	anchor text.Span
	hits   []*codebook.Hit // of issues that are touched enough
	sum    []float32       // of each issue
	found  []*side
	last   []*side // that add touched last
}

// side is what is found of one holder and issue.
type side struct {
	holder, teller record.ActorID
	issue          int32
	plus, minus    bool // of plain terms
	up, down       bool // of wording that has a side, which counts before these
	words          []text.Span
	conditions     []text.Span
	scope          []text.Span
	why            []string
}

// entry begins an entry with the hits of issues that its words touch enough.
func (f *finder) entry(id string, anchor text.Span, hits []*codebook.Hit) *entry {
	e := &entry{book: f.book, id: id, anchor: anchor}
	all := make([]codebook.Hit, len(hits))
	for i, h := range hits {
		all[i] = *h
	}
	e.sum = f.book.Sum(nil, all)
	for _, h := range hits {
		if e.sum[h.Issue] >= codebook.Enough {
			e.hits = append(e.hits, h)
		}
	}
	return e
}

// add notes a view of some holders.
func (e *entry) add(p *passage, v *view, holders []record.ActorID, teller record.ActorID) {
	e.last = e.last[:0]
	for _, id := range holders {
		by := teller
		if by == id {
			by = ""
		}
		s := e.side(id, by, v.hit.Issue)
		if v.hit.Side == codebook.Neither {
			s.plus, s.minus = s.plus || v.sign > 0, s.minus || v.sign < 0
		} else {
			s.up, s.down = s.up || v.sign > 0, s.down || v.sign < 0
		}
		s.words = append(s.words, p.words(v.hit))
		s.conditions = append(s.conditions, p.conditions(v)...)
		s.scope = append(s.scope, p.scope(v)...)
		for _, w := range append([]string{"term: " + e.book.Issues[v.hit.Issue].Terms[v.hit.Term].Text}, v.why...) {
			if !slices.Contains(s.why, w) {
				s.why = append(s.why, w)
			}
		}
		e.last = append(e.last, s)
	}
}

// condition adds conditions to what was added last.
func (e *entry) condition(in []text.Span) {
	for _, s := range e.last {
		s.conditions = append(s.conditions, in...)
	}
}

func (e *entry) side(holder, teller record.ActorID, issue int32) *side {
	for _, s := range e.found {
		if s.holder == holder && s.teller == teller && s.issue == issue {
			return s
		}
	}
	s := &side{holder: holder, teller: teller, issue: issue}
	e.found = append(e.found, s)
	return s
}

// take makes positions of an entry: for each holder of the issues that its words
// touch most.
func (f *finder) take(e *entry) {
	rank := map[record.ActorID][]float32{}
	for _, s := range e.found {
		rank[s.holder] = append(rank[s.holder], e.sum[s.issue])
	}
	for _, sums := range rank {
		slices.SortFunc(sums, func(a, b float32) int { return cmp.Compare(b, a) })
	}
	count := map[record.ActorID]int{}
	for _, s := range e.found {
		sums := rank[s.holder]
		if len(sums) > MaxIssues && e.sum[s.issue] < sums[MaxIssues-1] || count[s.holder] == MaxIssues {
			continue
		}
		count[s.holder]++
		f.out = append(f.out, f.position(e, s))
	}
}

func (f *finder) position(e *entry, s *side) record.Position {
	issue := f.book.Issues[s.issue].ID
	id := record.MakePositionID(f.article.Document.ID, e.anchor, issue, "", 0)
	if n := f.order[id]; n > 0 {
		id = record.MakePositionID(f.article.Document.ID, e.anchor, issue, "", n)
	}
	f.order[record.MakePositionID(f.article.Document.ID, e.anchor, issue, "", 0)]++
	w := e.sum[s.issue]
	return record.Position{
		ID: id, Of: e.id, Holder: s.holder, ToldBy: s.teller, Issue: issue, Stance: s.stance(),
		Conditions: merged(s.conditions), Scope: merged(s.scope), Words: merged(s.words), Score: record.Score(w / (w + 0.5)), Why: s.why,
	}
}

func (s *side) stance() record.Stance {
	plus, minus := s.plus, s.minus
	if s.up || s.down {
		plus, minus = s.up, s.down
	}
	switch {
	case plus && minus:
		return record.StanceMixed
	case plus:
		return record.StanceSupport
	case minus:
		return record.StanceOppose
	}
	return record.StanceUnclear
}

// merged puts spans in order and joins those that overlap.
func merged(in []text.Span) []text.Span {
	slices.SortFunc(in, func(a, b text.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	var out []text.Span
	for _, s := range in {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
