package link

import (
	"cmp"
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/edtf"
	"onrecord/internal/record"
)

// Tree returns the trees of a passage, indexed once for all who ask.
func (a *Article) Tree(passage int) *annotate.Tree { return a.passages[passage].Tree }

// ReferenceAt returns the mention that a token heads, else the smallest that
// holds it; nil for none.
func (a *Article) ReferenceAt(passage, token int) *Reference {
	if k := a.passages[passage].At(token); k >= 0 {
		return &a.passages[passage].Refs[k]
	}
	return nil
}

// ActorsIn returns whom the outermost mentions mean that begin and end within a
// stretch of tokens, each actor once, in order.
func (a *Article) ActorsIn(passage, first, end int) []record.ActorID {
	refs := a.References[passage]
	at, _ := slices.BinarySearchFunc(refs, first, func(r Reference, i int) int { return cmp.Compare(r.First, i) })
	var ids []record.ActorID
	to := first
	for ; at < len(refs) && refs[at].First < end; at++ {
		r := &refs[at]
		if r.First < to || r.End > end {
			continue
		}
		to = r.End
		for _, id := range r.Actors {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// Actor returns an actor of the article by its id, nil if it has none such.
func (a *Article) Actor(id record.ActorID) *record.Actor {
	if i, ok := a.actors[id]; ok {
		return &a.Actors[i]
	}
	return nil
}

// IsPublic says whether an actor is a public one: a country, organization or
// group of the register, a person who holds or held an office, or one of whom
// the article tells an office or whose part it is.
func (a *Article) IsPublic(id record.ActorID) bool {
	if e := a.Register.Actor(id); e != nil {
		return !e.Outlet
	}
	x := a.Actor(id)
	return x != nil && x.Kind != record.Anonymous && (len(x.Offices) > 0 || x.PartOf != "")
}

// StatementsAt returns the statements whose content holds a token, the
// innermost first, as indices into Statements.
func (a *Article) StatementsAt(passage, token int) []int {
	at := a.passages[passage].Holding(token)
	out := make([]int, len(at))
	for i, x := range at {
		out[i] = a.bases[passage] + int(x)
	}
	return out
}

// CueOf returns the statement whose cue holds a token, -1 for none.
func (a *Article) CueOf(passage, token int) int {
	k := a.passages[passage].CueOf(token)
	if k < 0 {
		return -1
	}
	return a.bases[passage] + k
}

// TimexNear returns the expression of time that tells when the predicate at a
// token is: one that hangs on it, else on the predicate that it shares its time
// with ("On Monday troops attacked and took"); nil for none. Those without a
// date count too.
func (a *Article) TimexNear(passage, token int) *annotate.Timex {
	return a.passages[passage].Timex(token)
}

// Background says whether the clause of the predicate at a token recalls what
// was before: by an adverb ("previously"), or by a date more than a month before
// the document's.
func (a *Article) Background(passage, token int) bool {
	p := a.passages[passage]
	if _, ok := p.recalls(token); ok {
		return true
	}
	t := p.Timex(token)
	return t != nil && t.Type == annotate.TimexDate && longBefore(t.Date, a.Published)
}

// recallDays is how old an event must be to be no news.
const recallDays = 31

// longBefore says whether d ended more than recallDays before the document's
// day.
func longBefore(d, published edtf.Date) bool {
	_, to, _, ok1 := d.Bounds()
	day, _, ok2, _ := published.Bounds()
	return ok1 && ok2 && to.AddDate(0, 0, recallDays).Before(day)
}
