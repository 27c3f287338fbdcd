package action

import (
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// coming says whether "will" stands with the predicate h.
func (s *scene) coming(h int) bool {
	var m state
	return h >= 0 && s.helped(h, &m) && m.tense == record.Future
}

// denied says whether a word before the noun i says that there is no such deed,
// or not yet.
func (s *scene) denied(i int) bool {
	for _, c := range s.Children(i) {
		if j := int(c); j < i && (mood("unreal modifier", strings.ToLower(s.Lemmas[j])) || mood("unreal modifier", s.low(j))) {
			return true
		}
	}
	return false
}

// there reads what governs the noun i: false where it is feared, wanted,
// threatened, or only one of a kind.
func (s *scene) there(i int, m *state) bool {
	m.tense = record.Past
	definite := false
	for _, c := range s.Children(i) {
		j := int(c)
		if j > i {
			continue
		}
		lemma := strings.ToLower(s.Lemmas[j])
		switch {
		case mood("probable", lemma):
			m.hedge(record.Probable)
		case mood("ongoing", lemma):
			m.tense = record.Present
		}
		definite = definite || lemma == "the" || lemma == "this" || lemma == "these" || s.Relations[j] == "nmod" || s.Relations[j] == "nummod"
	}
	return s.upward(i, definite, m)
}

// upward climbs from a noun to the main clause.
func (s *scene) upward(i int, definite bool, m *state) bool {
	from := i
	for range 16 {
		h := s.Head(i)
		if h < 0 {
			return true
		}
		lemma := s.Lemmas[h]
		switch s.Tags[h] {
		case annotate.NOUN:
			if s.Relations[i] == "nmod" && i > h && mood("unreal noun", lemma) {
				return false
			}
		case annotate.ADJ:
			if !definite {
				return false
			}
		case annotate.VERB:
			return s.verbAbove(h, i, from, definite, m)
		}
		i = h
	}
	return true
}

// verbAbove reads the verb that the phrase of a noun hangs on, by its word i.
func (s *scene) verbAbove(h, i, from int, definite bool, m *state) bool {
	r := s.Relations[i]
	if r == "conj" {
		return true
	}
	if p := s.prep(i); r == "obl" && (mood("after", p) || p == "amid" || p == "during" || p == "despite" || p == "over" || p == "because of") {
		return true
	}
	if p := s.prep(i); (p == "like" || p == "such as") && !definite {
		return false
	}
	if r == "obl" && mood("before", s.prep(i)) {
		return definite && m.tense == record.Past
	}
	if (r == "obj" || r == "obl" || r == "ccomp") && mood("unreal", s.Lemmas[h]) {
		return false
	}
	if r == "nsubj" && mood("unreal", s.Lemmas[h]) && s.Passive(h) {
		return false
	}
	var v state
	ok := s.helped(h, &v)
	if r == "nsubj" && mood("happening", s.Lemmas[h]) {
		if !ok {
			return definite && from == i
		}
		m.tense, m.negated, m.verb = v.tense, v.negated, h
		m.hedge(v.certainty)
		return s.placed(h, m)
	}
	if !ok || v.negated || v.tense == record.Future || s.infinitive(h) || s.marked(h, "supposed") {
		return definite && r != "obj"
	}
	return true
}
