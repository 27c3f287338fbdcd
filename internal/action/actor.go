package action

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/link"
	"onrecord/internal/record"
)

// heads returns the reference that word i heads, nil for none.
func (s *scene) heads(i int) *link.Reference {
	if r := s.article.ReferenceAt(s.passage, i); r != nil && r.Head == i {
		return r
	}
	return nil
}

// named returns the public actors that word i itself means.
func (s *scene) named(i int) []record.ActorID {
	if i < 0 {
		return nil
	}
	r := s.article.ReferenceAt(s.passage, i)
	if r != nil && r.Head != i && s.Tags[i] != annotate.PROPN && s.Tags[i] != annotate.ADJ {
		r = nil // but within a name, whose tree may be broken
	}
	var out []record.ActorID
	if r != nil {
		one := s.single(i)
		for _, id := range r.Actors {
			if s.anybody || s.public(id) && !(one && s.kind(id) != record.Person) {
				out = append(out, id)
			}
		}
	}
	if len(out) == 0 && s.anybody && capital(s.Word(i)) && (s.Tags[i] == annotate.PROPN || i > s.Sentences[s.SentenceOf(i)].First) {
		out = append(out, record.ActorID("~"+strings.ToLower(s.Word(i))))
	}
	return out
}

// single says whether word i stands for one of many: "an Egyptian", "a Kurdish
// group" are neither Egypt nor the Kurds.
func (s *scene) single(i int) bool {
	j := s.Child(i, "det")
	return j >= 0 && (s.low(j) == "a" || s.low(j) == "an" || s.low(j) == "another")
}

// public says whether an actor is one whose deeds go on record. Of those that
// the register does not know it is who belongs to one that it knows, by an
// office or as a part: a minister of Fiji, not the head of a mining company.
func (s *scene) public(id record.ActorID) bool {
	if !s.article.IsPublic(id) {
		return false
	}
	a := s.article.Actor(id)
	if a == nil || !a.Provisional {
		return true
	}
	known := func(of record.ActorID) bool { return of != "" && s.article.Register.Actor(of) != nil }
	return known(a.PartOf) || slices.ContainsFunc(a.Offices, func(o record.Office) bool {
		return known(o.Of) || o.Of == "" && mood("post", strings.ToLower(o.Title))
	})
}

// kind returns what an actor is.
func (s *scene) kind(id record.ActorID) record.ActorKind {
	if a := s.article.Actor(id); a != nil {
		return a.Kind
	}
	return record.OtherActor
}

// whole returns the actor that id is part of in the end: a country for its
// army.
func whole(a *link.Article, id record.ActorID) record.ActorID {
	for range 8 {
		x := a.Actor(id)
		if x == nil || x.PartOf == "" {
			break
		}
		id = x.PartOf
	}
	return id
}

// owners returns the public actors that stand before word i as whose it is:
// "Russian forces", "Israel's army", "IDF strikes", "its troops".
func (s *scene) owners(i int) []record.ActorID {
	var out []record.ActorID
	for _, c := range s.Children(i) {
		j := int(c)
		if r := s.heads(i); j > i || r != nil && j >= r.First {
			continue
		}
		switch s.Relations[j] {
		case "amod", "compound", "nmod":
			out = join(join(out, s.named(j)), s.owners(j))
		}
		for _, k := range s.Children(j) {
			if s.Relations[k] == "conj" {
				out = join(out, s.named(int(k)))
			}
		}
	}
	return out
}

// side returns the public actors whose deed it is when word i does it: itself,
// or whose forces, weapons or organs it is.
func (s *scene) side(i int) (ids []record.ActorID, why string) {
	if i < 0 {
		return nil, ""
	}
	i = s.counted(i)
	if out := s.named(i); len(out) > 0 {
		return out, "the doer is a public actor"
	}
	if out := s.speaker(i); len(out) > 0 {
		return out, "the doer is who says so"
	}
	if !s.in(i, "organ") && !s.in(i, "weapon") && !s.in(i, "attacker") && !s.in(i, "aircraft") {
		return nil, ""
	}
	if s.single(i) && s.in(i, "individual") {
		return nil, "" // a police officer is not the police
	}
	out := s.owners(i)
	for _, c := range s.Children(i) {
		if j := int(c); j < i && len(out) == 0 && s.Relations[j] == "nmod" {
			for _, id := range s.speaker(j) { // "said its forces …"
				out = append(out, whole(s.article, id))
			}
		}
	}
	if len(out) > 0 {
		return out, "the doer belongs to a public actor"
	}
	for _, c := range s.Children(i) {
		if j := int(c); j > i && s.Relations[j] == "nmod" && (slices.Contains(ownership, s.prep(j)) || s.prep(j) == "in" && s.in(i, "forces")) {
			if out := s.named(j); len(out) > 0 {
				return out, "the doer belongs to a public actor"
			}
		}
	}
	return nil, ""
}

// speaker returns whom the pronoun i means that nothing else explains: who says
// the words that it stands in, if that is one actor and no person.
func (s *scene) speaker(i int) []record.ActorID {
	if s.Tags[i] != annotate.PRON || s.article.ReferenceAt(s.passage, i) != nil {
		return nil
	}
	switch s.low(i) {
	case "it", "its", "they", "their", "we", "our":
	default:
		return nil
	}
	all := s.article.StatementsAt(s.passage, i)
	if len(all) == 0 {
		return nil
	}
	st := &s.article.Statements[all[0]]
	by := st.Speakers
	if w := s.low(i); (w == "we" || w == "our") && len(st.OnBehalfOf) == 1 {
		by = st.OnBehalfOf
	}
	if len(by) != 1 || s.kind(by[0]) == record.Person || !s.article.IsPublic(by[0]) {
		return nil
	}
	return by
}

var ownership = []string{"of", "from", "for"}

// all returns whom word i and what is joined to it mean, by of.
func (s *scene) all(i int, of func(int) []record.ActorID) []record.ActorID {
	if i < 0 {
		return nil
	}
	var out []record.ActorID
	for _, j := range s.joined(i) {
		out = join(out, of(j))
	}
	return out
}

// touched returns whom a deed against word i touches: itself, whose it is, or
// what its phrase names.
func (s *scene) touched(i int) []record.ActorID {
	i = s.counted(i)
	if out := s.named(i); len(out) > 0 {
		return out
	}
	out := s.owners(i)
	if len(out) > 0 && !s.its(i) {
		return out
	}
	for _, c := range s.Children(i) {
		if j := int(c); j > i && s.Relations[j] == "nmod" && (slices.Contains(belonging, s.prep(j)) || s.prep(j) == "for" && s.Is(i, "warrant")) {
			out = join(out, s.all(j, s.touched))
		}
	}
	return out
}

var belonging = []string{"of", "with", "from", "between", "against", "on", "by", "to", "among"}

// its says whether a pronoun before word i says whose it is.
func (s *scene) its(i int) bool {
	for _, c := range s.Children(i) {
		if int(c) < i && s.Tags[c] == annotate.PRON && s.Relations[c] == "nmod" {
			return true
		}
	}
	return false
}

// somebody says whether word i means a person in public life.
func (s *scene) somebody(i int) bool {
	for _, id := range s.named(i) {
		if s.kind(id) == record.Person {
			return true
		}
	}
	return false
}

// join appends the ids of b that a lacks.
func join(a, b []record.ActorID) []record.ActorID {
	for _, id := range b {
		if !slices.Contains(a, id) {
			a = append(a, id)
		}
	}
	return a
}

// capital says whether a word begins with a capital letter.
func capital(w string) bool { return w != "" && w[0] >= 'A' && w[0] <= 'Z' }
