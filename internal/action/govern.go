package action

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// governed reads what stands above an infinitive or a shared helper.
func (s *scene) governed(i int, m *state) bool {
	for range 16 {
		h := s.Head(i)
		if h < 0 {
			return !s.infinitive(i)
		}
		if g := s.lead(i); g >= 0 {
			if !s.under(g, i, m) {
				return false
			}
			i = g
			continue
		}
		switch s.Relations[i] {
		case "xcomp":
			if !s.under(h, i, m) {
				return false
			}
		case "conj":
			if s.Child(i, "nsubj", "aux") >= 0 {
				return !s.infinitive(i)
			}
			if s.bareForm(i) && (s.Tags[h] == annotate.VERB || s.Tags[h] == annotate.ADJ) && !s.inherit(h, m) {
				return false
			}
			if s.low(i) == s.Lemmas[i] && !slices.Contains(alike, s.Lemmas[i]) && s.Tags[h] == annotate.VERB && s.Child(h, "aux") < 0 && s.form(h) == record.Past {
				return false // "called on … to stop and apologize"
			}
		case "advcl":
			if strings.HasSuffix(s.low(i), "ing") && s.Child(i, "aux") < 0 && s.Tags[h] == annotate.VERB {
				return s.accompany(h, m)
			}
			return !s.infinitive(i)
		default:
			return !s.infinitive(i)
		}
		i = h
	}
	return false
}

// lead returns what governs the infinitive i by its place, right before "to",
// where the tree hangs both on the same word; -1 for none.
func (s *scene) lead(i int) int {
	for _, c := range s.Children(i) {
		if j := int(c); j < i && j > 0 && s.Lemmas[j] == "to" && s.Relations[i] != "xcomp" {
			if g := j - 1; s.Head(g) == s.Head(i) && (s.Tags[g] == annotate.VERB || s.Tags[g] == annotate.ADJ) {
				return g
			}
		}
	}
	return -1
}

// infinitive says whether "to" stands before the verb i.
func (s *scene) infinitive(i int) bool {
	for _, c := range s.Children(i) {
		if int(c) < i && s.Lemmas[c] == "to" && (s.Relations[c] == "mark" || s.Relations[c] == "aux") {
			return true
		}
	}
	return false
}

// bareForm says whether a verb has the form that follows a helper.
func (s *scene) bareForm(i int) bool {
	w := s.low(i)
	return w == s.Lemmas[i] || strings.HasSuffix(w, "ing") || !strings.HasSuffix(w, "s")
}

// inherit reads the helpers of the verb h for one that is joined to it.
func (s *scene) inherit(h int, m *state) bool {
	n := state{}
	if !s.helped(h, &n) {
		return false
	}
	if s.Child(h, "aux") >= 0 || s.infinitive(h) {
		m.tense = n.tense
	}
	m.negated = m.negated || n.negated
	m.hedge(n.certainty)
	return true
}

// accompany gives a participle the time of the verb h that it goes with.
func (s *scene) accompany(h int, m *state) bool {
	n := state{}
	if s.infinitive(h) || s.Is(h, "have", "be") || !s.helped(h, &n) {
		return false
	}
	m.tense = n.tense
	m.hedge(n.certainty)
	return true
}

// under reads what the verb, adjective or noun h makes of the infinitive or
// participle i that it governs.
func (s *scene) under(h, i int, m *state) bool {
	lemma := s.Lemmas[h]
	var n state
	if !s.helped(h, &n) || s.tooMuch(h) {
		return false
	}
	switch {
	case lemma == "deny" && !s.infinitive(i):
		m.tense = record.Past
	case lemma == "go" && s.infinitive(i), mood("planned", lemma):
		if n.tense == record.Past && s.Child(h, "aux", "cop") < 0 && lemma != "decide" {
			return false // planned to, and nobody says that it came to it
		}
		m.tense = record.Future
		m.hedge(record.Probable)
	case mood("real", lemma):
		m.tense = n.tense
	case mood("failed", lemma):
		m.tense, m.negated = n.tense, !m.negated
	case mood("seeming", lemma):
		m.hedge(record.Probable)
		if s.Child(i, "aux") < 0 {
			m.tense = n.tense
		} else {
			m.tense = record.Past
		}
	default:
		return false
	}
	m.negated = m.negated != n.negated
	m.hedge(n.certainty)
	return true
}

// tooMuch says whether the verb h has "too" with it: who moved too slowly to do a
// thing did not do it.
func (s *scene) tooMuch(h int) bool {
	for _, c := range s.Children(h) {
		if s.Relations[c] == "advmod" && (s.Is(int(c), "too") || s.modified(int(c), "too")) {
			return true
		}
	}
	return false
}
