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

// ActorsOf returns whom the mention means that a token heads, else the smallest
// mention that holds it; nil for none.
func (a *Article) ActorsOf(passage, token int) []record.ActorID {
	return a.passages[passage].actors(token)
}

// ActorsJoined returns whom ActorsOf returns for a token and for what is joined
// to it by "and": all the subjects of "Biden and Zelensky signed". Of those
// whom nobody knows it says nothing.
func (a *Article) ActorsJoined(passage, token int) []record.ActorID {
	p := a.passages[passage]
	var ids []record.ActorID
	add := func(more []record.ActorID) {
		for _, id := range more {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	for _, j := range p.Coordinated(token) {
		add(p.actors(j))
	}
	for _, k := range p.listed(p.at(token)) {
		add(p.refs[k].Actors)
	}
	return ids
}

// ReferenceAt returns the mention that ActorsOf goes by, nil for none.
func (a *Article) ReferenceAt(passage, token int) *Reference {
	if k := a.passages[passage].at(token); k >= 0 {
		return &a.passages[passage].refs[k]
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

// saying tells which statements of a passage hold a token.
type saying struct {
	first   []int32 // of each token: where its statements begin in content
	content []int32 // statements, those with the shortest content first
	cue     []int32 // of each token: the statement whose cue holds it, -1 for none
}

// sayings indexes the statements by their tokens.
func (k *linker) sayings() []saying {
	all := make([]saying, len(k.passages))
	base := 0
	for i, p := range k.passages {
		s := saying{first: make([]int32, len(p.words)+1), cue: make([]int32, len(p.words))}
		for j := range s.cue {
			s.cue[j] = -1
		}
		order := make([]int, len(p.Attributions))
		for j := range order {
			order[j] = j
			for _, t := range p.Attributions[j].Content {
				s.first[t+1]++
			}
			for _, t := range p.Attributions[j].Cue {
				s.cue[t] = int32(base + j)
			}
		}
		slices.SortStableFunc(order, func(x, y int) int {
			return cmp.Compare(extent(p.Attributions[x].Content), extent(p.Attributions[y].Content))
		})
		for j := range p.words {
			s.first[j+1] += s.first[j]
		}
		s.content = make([]int32, s.first[len(p.words)])
		next := slices.Clone(s.first)
		for _, j := range order {
			for _, t := range p.Attributions[j].Content {
				s.content[next[t]] = int32(base + j)
				next[t]++
			}
		}
		all[i] = s
		base += len(p.Attributions)
	}
	return all
}

func extent(tokens []int) int {
	if len(tokens) == 0 {
		return 0
	}
	return tokens[len(tokens)-1] - tokens[0]
}

// StatementsAt returns the statements whose content holds a token, the
// innermost first, as indices into Statements.
func (a *Article) StatementsAt(passage, token int) []int {
	s := &a.said[passage]
	at := s.content[s.first[token]:s.first[token+1]]
	out := make([]int, len(at))
	for i, x := range at {
		out[i] = int(x)
	}
	return out
}

// CueOf returns the statement whose cue holds a token, -1 for none.
func (a *Article) CueOf(passage, token int) int { return int(a.said[passage].cue[token]) }

// TimexNear returns the expression of time that tells when the predicate at a
// token is: one that hangs on it, else on the predicate that it shares its time
// with ("On Monday troops attacked and took"); nil for none. Those without a
// date count too.
func (a *Article) TimexNear(passage, token int) *annotate.Timex {
	return a.passages[passage].timexOf(token)
}

// Background says whether the clause of the predicate at a token recalls what
// was before: by an adverb ("previously"), or by a date more than a month before
// the document's.
func (a *Article) Background(passage, token int) bool {
	p := a.passages[passage]
	if _, ok := p.recalls(token); ok {
		return true
	}
	t := p.timexOf(token)
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
