package action

import (
	"slices"
	"sort"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/link"
	"onrecord/internal/record"
)

// scene is one passage with what rules ask of it. It is indexed when the first
// predicate turns up.
type scene struct {
	*annotate.Tree // nil until open
	layers         *annotate.Layers
	article        *link.Article
	passage        int
	anybody        bool
	acts           []int // statements whose cue is itself a deed
}

// open takes the trees of the passage.
func (s *scene) open() {
	if s.Tree == nil {
		s.Tree = s.article.Tree(s.passage)
	}
}

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
		if j := int(c); j > i && s.Relations[j] == "nmod" && slices.Contains(ownership, s.prep(j)) {
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

// joined returns word i and what is joined to it, also where the tree hangs that
// beside it.
func (s *scene) joined(i int) []int {
	out := s.Coordinated(i)
	h := s.Head(i)
	if h < 0 || s.Relations[i] == "obl" || s.Relations[i] == "nmod" {
		return out
	}
	for _, c := range s.Children(h) {
		switch j := int(c); {
		case s.Relations[j] != s.Relations[i]:
		case j > i && s.Child(j, "cc") >= 0:
			out = append(out, j)
		case j < i && s.Child(i, "cc") >= 0:
			out = append([]int{j}, out...)
		}
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

// prep returns the preposition of word i in lower case, "" if it has none. A
// possessive is none, wherever a tree may hang it.
func (s *scene) prep(i int) string {
	for _, c := range s.Children(i) {
		if j := int(c); j < i && s.Relations[j] == "case" && s.Tags[j] != annotate.PART {
			if p := s.Preposition(i); p != "" && s.Child(i, "case") == j {
				return p
			}
			return s.low(j)
		}
	}
	return ""
}

// its says whether a pronoun before word i says whose it is.
func (s *scene) its(i int) bool {
	for _, c := range s.Children(i) {
		if int(c) < i && s.Tags[c] == annotate.PRON && s.Relations[c] == "nmod" {
			return true
		}
	}
	return false
}

var belonging = []string{"of", "with", "from", "between", "against", "on", "by", "to", "among"}

// counted returns what word i counts or measures, itself if it does not:
// "dozens of people".
func (s *scene) counted(i int) int {
	for range 4 {
		if !mood("measure", s.Lemmas[i]) {
			return i
		}
		next := -1
		for _, c := range s.Children(i) {
			if s.Relations[c] == "nmod" && s.prep(int(c)) == "of" {
				next = int(c)
				break
			}
		}
		if next < 0 {
			return i
		}
		i = next
	}
	return i
}

// in says whether word i, as the head of a phrase, is in a class of class.txt,
// or is this very lemma where there is no such class.
func (s *scene) in(i int, class string) bool {
	switch class {
	case "any":
		return true
	case "actor":
		return len(s.named(i)) > 0
	case "somebody":
		return s.somebody(i)
	case "place":
		return s.place(i)
	case "person":
		if s.class(i) == annotate.Person {
			return true
		}
	case "union":
		return slices.ContainsFunc(s.named(i), func(id record.ActorID) bool { return s.kind(id) == record.Organization })
	}
	lemma := strings.ToLower(s.Lemmas[i])
	if lemma == "troops" {
		lemma = "troop"
	}
	l, ok := classes[class]
	if !ok {
		head, modifier, pair := strings.Cut(class, "_")
		return lemma == head && (!pair || s.modified(i, modifier))
	}
	if l.words[lemma] {
		return true
	}
	for _, p := range l.pairs {
		if p[0] == lemma && s.modified(i, p[1]) {
			return true
		}
	}
	return false
}

// modified says whether a word that hangs on i has this lemma.
func (s *scene) modified(i int, lemma string) bool {
	for _, c := range s.Children(i) {
		if strings.EqualFold(s.Lemmas[c], lemma) {
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

// place says whether word i names a place or a country.
func (s *scene) place(i int) bool {
	if s.class(i) == annotate.Place {
		return true
	}
	for _, id := range s.named(i) {
		if s.kind(id) == record.Country {
			return true
		}
	}
	return false
}

// class returns the class of the name that holds word i, Other for none.
func (s *scene) class(i int) annotate.EntityClass {
	all := s.layers.Entities
	k := sort.Search(len(all), func(k int) bool { return all[k].End > i })
	if k < len(all) && all[k].First <= i {
		return all[k].Class
	}
	return annotate.Other
}

// holds says whether c holds for word i, -1 for none.
func (s *scene) holds(c condition, i int) bool {
	switch c.kind {
	case anything:
		return true
	case absent:
		return i < 0
	}
	if i < 0 {
		return false
	}
	j := s.counted(i)
	is := slices.ContainsFunc(c.classes, func(class string) bool { return s.in(i, class) || j != i && s.in(j, class) })
	return is == (c.kind == among)
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
