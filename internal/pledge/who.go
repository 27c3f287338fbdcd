package pledge

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/link"
	"onrecord/internal/record"
)

// people knows the actors of an article.
type people struct {
	article *link.Article
	byID    map[record.ActorID]*record.Actor
	sayings map[int][]int    // indices of statements by passage
	helped  []record.ActorID // countries that the article says aid is for
}

func newPeople(a *link.Article) *people {
	w := &people{article: a, byID: make(map[record.ActorID]*record.Actor, len(a.Actors)), sayings: map[int][]int{}}
	for k, o := range a.Origins {
		w.sayings[o.Passage] = append(w.sayings[o.Passage], k)
	}
	for i := range a.Actors {
		w.byID[a.Actors[i].ID] = &a.Actors[i]
	}
	return w
}

// isPublic says whether an actor gives or is given in public, as the register has
// it; without one, a country, an organization or group, or a person in office.
func (w *people) isPublic(id record.ActorID) bool {
	a := w.byID[id]
	if a == nil {
		return false
	}
	if w.article.Register != nil {
		return w.article.IsPublic(id)
	}
	switch a.Kind {
	case record.Country, record.Organization, record.Group:
		return true
	case record.Person:
		return w.office(id) != ""
	}
	return false
}

// office returns whose office a person holds, a country's before another, none
// that is over; "" for none.
func (w *people) office(id record.ActorID) record.ActorID {
	a := w.byID[id]
	if a == nil || a.Kind != record.Person {
		return ""
	}
	first := record.ActorID("")
	for _, o := range a.Offices {
		switch of := w.byID[o.Of]; {
		case o.Former || o.Of == "":
		case of != nil && of.Kind == record.Country: // Xi gives for China, not for his party
			return o.Of
		case first == "":
			first = o.Of
		}
	}
	return first
}

// whole returns the actor that id is a part of, itself if it is no part.
func (w *people) whole(id record.ActorID) record.ActorID {
	if of := w.office(id); of != "" {
		id = of
	}
	if a := w.byID[id]; a != nil && a.PartOf != "" {
		return a.PartOf
	}
	return id
}

// isCountry says whether id is a country or a part of one.
func (w *people) isCountry(id record.ActorID) bool {
	a := w.byID[w.whole(id)]
	return a != nil && a.Kind == record.Country
}

// actors returns the actors that the noun phrase of token i means: those of the
// mention that it heads, or, where it is an organ or official, those that its
// modifiers name ("German officials"). Conjuncts count.
func (p *passage) actors(i int) []record.ActorID {
	if i < 0 {
		return nil
	}
	var out []record.ActorID
	for _, j := range p.Coordinated(i) {
		if !p.isNominal(j) && p.refs[j] == 0 {
			continue
		}
		out = add(out, p.alone(j)...)
	}
	return out
}

// alone returns the actors of one conjunct.
func (p *passage) alone(i int) []record.ActorID {
	var own []record.ActorID
	if k := p.refs[i]; k > 0 {
		own = p.article.References[p.index][k-1].Actors
	}
	if !p.has(i, organ) || len(own) > 0 && !p.isProvisional(own) {
		return own
	}
	var out []record.ActorID
	for _, j := range p.Children(i) {
		switch p.Relations[j] {
		case "amod", "compound", "nmod":
			if k := p.refs[j]; k > 0 {
				out = add(out, p.article.References[p.index][k-1].Actors...)
			}
		}
	}
	if len(out) == 0 {
		return own
	}
	return out
}

// gapDonor returns who token i is in a list of donors: a capital stands there
// for its country ("Dublin 10 million euros"), if the article names that.
func (p *passage) gapDonor(i int) []record.ActorID {
	if ids := p.alone(i); len(ids) > 0 || p.article.Register == nil {
		return ids
	}
	_, entries := p.article.Register.Match([]string{p.Word(i)}, 0)
	for _, e := range entries {
		if e.Actor.Kind == record.Country && p.byID[e.Actor.ID] != nil {
			return []record.ActorID{e.Actor.ID}
		}
	}
	return nil
}

// isProvisional says whether the register knows none of ids, so that "the IMF's
// board" had better be the IMF.
func (w *people) isProvisional(ids []record.ActorID) bool {
	if w.article.Register == nil {
		return false
	}
	return !slices.ContainsFunc(ids, func(id record.ActorID) bool {
		a := w.byID[id]
		return w.article.Register.Actor(id) != nil || a == nil || a.Kind != record.Organization || a.PartOf != ""
	})
}

// givers parts the actors that give into those who do and the persons who speak
// for them: a person in office gives for whom they hold it.
func (w *people) givers(ids []record.ActorID) (donors, speakers []record.ActorID) {
	for _, id := range ids {
		a := w.byID[id]
		switch {
		case a == nil || a.Kind == record.Anonymous:
		case a.Kind != record.Person:
			donors = add(donors, w.registered(a))
		default:
			speakers = add(speakers, id)
			if of := w.office(id); of != "" {
				donors = add(donors, of)
			}
		}
	}
	return donors, speakers
}

// registered returns an actor, or, of an organ that the register does not know
// ("the IMF's board"), the one that it is part of.
func (w *people) registered(a *record.Actor) record.ActorID {
	if r := w.article.Register; r != nil && r.Actor(a.ID) == nil && a.PartOf != "" && w.byID[a.PartOf] != nil {
		return a.PartOf
	}
	return a.ID
}

// receivers returns whom a gift to ids is for: a person in office stands for
// whom they hold it.
func (w *people) receivers(ids []record.ActorID) []record.ActorID {
	donors, _ := w.givers(ids)
	return donors
}

// add appends what is not there yet.
func add[T comparable](to []T, more ...T) []T {
	for _, m := range more {
		if !slices.Contains(to, m) {
			to = append(to, m)
		}
	}
	return to
}

// share says whether two lists have something in common.
func share[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}

// without returns a without what is in b.
func without[T comparable](a, b []T) []T {
	var out []T
	for _, x := range a {
		if !slices.Contains(b, x) {
			out = append(out, x)
		}
	}
	return out
}

// possessor returns the word that owns the noun i ("Germany's", "its"), or whose
// name stands before it ("US aid", "German tanks"); -1 for none.
func (p *passage) possessor(i int) (owner, named int) {
	owner, named = -1, -1
	for _, j := range p.Children(i) {
		k := int(j)
		if k > i {
			break
		}
		switch p.Relations[k] {
		case "nmod":
			if p.Tags[k] == annotate.PRON || p.Child(k, "case") > k || p.Preposition(k) == "" {
				owner = k
			}
		case "amod", "compound":
			if p.refs[k] > 0 {
				named = k
			}
		}
	}
	return owner, named
}

// known leaves out who is nobody in particular.
func (w *people) known(ids []record.ActorID) []record.ActorID {
	var out []record.ActorID
	for _, id := range ids {
		if w.byID[id] != nil {
			out = append(out, id)
		}
	}
	return out
}

// wholes returns the actors that ids are parts of.
func (w *people) wholes(ids []record.ActorID) []record.ActorID {
	var out []record.ActorID
	for _, id := range ids {
		out = append(out, w.whole(id))
	}
	return out
}
