package action

import (
	"sort"
	"strings"

	"onrecord/internal/annotate"
)

// roles are the words around a verb, -1 for none: who does it, to what, what it
// governs as an infinitive.
type roles struct {
	doer, object, complement int
	passive                  bool
}

// roles reads who does the verb i to what, in the active or the passive, as the
// main verb or in a clause that hangs on a noun.
func (s *scene) roles(i int) roles {
	r := roles{doer: -1, object: -1, complement: s.Child(i, "xcomp")}
	if s.reduced(i) {
		if strings.HasSuffix(s.low(i), "ing") {
			r.doer, r.object = s.Head(i), s.object(i)
			return r
		}
		r.passive, r.object, r.doer = true, s.Head(i), s.agent(i)
		return r
	}
	if s.passive(i) {
		r.passive, r.object, r.doer = true, s.subject(i), s.agent(i)
		return r
	}
	r.doer, r.object = s.subject(i), s.object(i)
	if r.object >= 0 {
		r.object = s.antecedent(r.object)
	}
	if r.object < 0 && s.Relations[i] == "acl" && s.Child(i, "mark") < 0 && r.doer >= 0 && r.doer != s.Head(i) {
		r.object = s.Head(i) // sanctions that the EU imposed
	}
	return r
}

// object returns the object of the verb i. Where a tree has none, a noun right
// behind the verb that neither a preposition nor time explains is taken for it.
func (s *scene) object(i int) int {
	for _, relation := range []string{"obj", "iobj"} {
		j := s.Child(i, relation)
		if j < 0 {
			continue
		}
		if mood("measure", s.Lemmas[j]) && s.counted(j) == j {
			for _, c := range s.Children(i) { // "one of the posts" in two pieces
				if int(c) > j && s.Relations[c] == relation {
					return int(c)
				}
			}
		}
		return j
	}
	for _, c := range s.Children(i) {
		j := int(c)
		if j > i && j < i+8 && s.Relations[j] == "obl" && s.prep(j) == "" && !s.dated(j) && !s.in(j, "time") && (s.Tags[j] == annotate.NOUN || s.Tags[j] == annotate.PROPN) {
			return j
		}
	}
	return s.nameBehind(i)
}

// nameBehind returns the head of the public actor's name right behind the verb i
// where a broken tree makes it no object; -1 for none.
func (s *scene) nameBehind(i int) int {
	if s.Child(i, "ccomp", "xcomp") >= 0 {
		return -1
	}
	refs := s.article.References[s.passage] // in order of First, the longer first
	k := sort.Search(len(refs), func(k int) bool { return refs[k].First > i })
	if k == len(refs) || refs[k].First != i+1 {
		return -1
	}
	h := refs[k].Head
	if s.SentenceOf(h) != s.SentenceOf(i) || s.Relations[h] == "nsubj" || s.Tags[h] == annotate.ADJ || len(s.named(h)) == 0 {
		return -1
	}
	return h
}

// reduced says whether the verb i is a participle that hangs on its noun:
// "troops occupying …", "missiles fired by …".
func (s *scene) reduced(i int) bool {
	if s.Relations[i] != "acl" || s.Child(i, "nsubj", "aux", "mark", "cop") >= 0 || s.Head(i) > i {
		return false
	}
	w := s.low(i)
	return strings.HasSuffix(w, "ing") || w != s.Lemmas[i] && !strings.HasSuffix(w, "s")
}

// passive says whether the verb i is passive, by a "be" of its own or one that
// it shares: "was arrested and jailed".
func (s *scene) passive(i int) bool {
	if s.Passive(i) {
		return true
	}
	for k, n := i, 0; n < annotate.MaxClimb && s.Relations[k] == "conj" && s.Child(k, "aux", "nsubj", "obj") < 0; n++ {
		k = s.Head(k)
		if k < 0 || s.Tags[k] != annotate.VERB {
			return false
		}
		if s.Passive(k) {
			return s.participle(i)
		}
	}
	return false
}

// participle says whether the word i may be a past participle.
func (s *scene) participle(i int) bool {
	w := s.low(i)
	return w != s.Lemmas[i] && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "s")
}

// agent returns who a passive verb says did it.
func (s *scene) agent(i int) int {
	for _, c := range s.Children(i) {
		if j := int(c); j > i && s.Relations[j] == "obl" && s.prep(j) == "by" {
			return j
		}
	}
	for _, c := range s.Children(i) {
		if j := int(c); j > i && s.Relations[j] == "conj" && s.Tags[j] == annotate.VERB && s.passive(j) {
			return s.agent(j) // arrested and jailed by
		}
	}
	return -1
}

// subject returns whom the clause of the verb i speaks of: its subject, what a
// relative pronoun stands for, or that of the clause it hangs on ("…, killing
// five").
func (s *scene) subject(i int) int {
	for range 8 {
		if g := s.lead(i); g >= 0 {
			i = g
			continue
		}
		if j := s.Child(i, "nmod"); j >= 0 && j < i && s.Child(j, "case") > j && s.Child(i, "nsubj") < 0 {
			return j // Russia's shelling the town
		}
		if h := s.Head(i); h >= 0 && s.Relations[i] == "xcomp" && s.Child(i, "nsubj") < 0 {
			if o := s.Child(h, "obj"); o >= 0 && o < i {
				return o // helped rebels ambush
			}
		}
		if j := s.Subject(i); j >= 0 {
			return s.antecedent(j)
		}
		for n := 0; n < annotate.MaxClimb && (s.Relations[i] == "conj" || s.Relations[i] == "xcomp"); n++ {
			i = s.Head(i)
			if i < 0 {
				return -1
			}
		}
		h := s.Head(i)
		if s.Relations[i] == "ccomp" && h >= 0 && mood("blame", s.Lemmas[h]) && s.Child(i, "mark") >= 0 && strings.HasSuffix(s.low(i), "ing") {
			return s.blamed(h) // accused troops of shelling
		}
		if s.Relations[i] == "acl" && h >= 0 && s.Head(h) >= 0 && mood("blame", s.Lemmas[s.Head(h)]) && s.Child(i, "mark") >= 0 {
			return h
		}
		if s.Relations[i] != "advcl" || h < 0 || !strings.HasSuffix(s.low(i), "ing") {
			return -1
		}
		if m := s.Child(i, "mark"); m >= 0 && s.low(m) != "by" && mood("blame", s.Lemmas[h]) {
			return s.blamed(h)
		}
		i = h
	}
	return -1
}

// blamed returns whom the verb h blames.
func (s *scene) blamed(h int) int {
	switch {
	case s.Child(h, "obj") >= 0:
		return s.Child(h, "obj")
	case s.reduced(h):
		return s.Head(h)
	case s.passive(h):
		return s.subject(h)
	}
	return -1
}

// antecedent returns what a relative pronoun stands for, itself if it is none.
func (s *scene) antecedent(j int) int {
	if s.Tags[j] != annotate.PRON {
		return j
	}
	switch s.low(j) {
	case "which", "who", "that", "whom":
	default:
		return j
	}
	for k, n := s.Head(j), 0; k >= 0 && n < annotate.MaxClimb; k, n = s.Head(k), n+1 {
		if s.Relations[k] == "acl" {
			return s.Head(k)
		}
		if s.Relations[k] != "conj" && s.Relations[k] != "xcomp" {
			return j
		}
	}
	return j
}

func (s *scene) low(i int) string { return strings.ToLower(s.Word(i)) }
