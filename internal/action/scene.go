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

// joined returns word i and what is joined to it, also where the tree hangs that
// beside it.
func (s *scene) joined(i int) []int {
	out := s.Coordinated(i)
	for _, c := range s.Children(i) {
		if int(c) > i && s.Relations[c] == "appos" && s.Child(int(c), "cc") >= 0 {
			out = append(out, int(c))
		}
	}
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

// prep returns the preposition of word i in lower case, all of one of several
// words ("out of"), "" if it has none. A possessive is none, wherever a tree may
// hang it.
func (s *scene) prep(i int) string {
	p := ""
	last := -1
	for _, c := range s.Children(i) {
		j := int(c)
		if j > i || s.Relations[j] != "case" || s.Tags[j] == annotate.PART || last >= 0 && j != last+1 {
			continue
		}
		if p != "" {
			p += " "
		}
		p += s.low(j)
		for _, f := range s.Children(j) {
			if s.Relations[f] == "fixed" {
				p += " " + s.low(int(f))
			}
		}
		last = j
	}
	return p
}

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
