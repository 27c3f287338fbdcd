package attribution

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
)

// tree is the layers with questions that rules ask of them.
type tree struct {
	*annotate.Layers
	sentence []int32 // number of each word's
}

// around returns the words of the sentence of word i that are near enough to
// matter, so that a sentence without end costs no more than others.
func (t tree) around(i int) (first, end int) {
	s := t.Sentences[t.sentence[i]]
	return max(s.First, i-reach), min(s.End, i+reach+1)
}

// child returns the first word that hangs on word i by one of relations, -1 if
// there is none.
func (t tree) child(i int, relations ...string) int {
	first, end := t.around(i)
	for j := first; j < end; j++ {
		if int(t.Heads[j]) == i && slices.Contains(relations, t.Relations[j]) {
			return j
		}
	}
	return -1
}

// head is the word of words that hangs on none of them, the first if several
// do; -1 if there is none.
func (t tree) head(words []int) int {
	for _, i := range words {
		if t.Tags[i] != annotate.PUNCT && !contains(words, int(t.Heads[i])) {
			return i
		}
	}
	return -1
}

// contains says whether words, which ascend, have i.
func contains(words []int, i int) bool {
	_, ok := slices.BinarySearch(words, i)
	return ok
}

// subject returns the subject of the verb or predicate i. Where i has none of
// its own but shares that of another (by "and", "seems to", "began to"), it is
// the other's. Of two, which no true tree has, it is the one next to the verb.
// It is -1 if there is none.
func (t tree) subject(i int) int {
	for range maxClimb {
		s := t.child(i, "nsubj", "csubj")
		for j := s + 1; s >= 0 && j < i; j++ {
			if int(t.Heads[j]) == i && t.Relations[j] == "nsubj" {
				s = j
			}
		}
		if s >= 0 {
			return s
		}
		switch t.Relations[i] {
		case "conj", "xcomp", "aux", "cop":
		default:
			return -1
		}
		if i = int(t.Heads[i]); i < 0 {
			return -1
		}
	}
	return -1
}

// maxClimb bounds walks up the tree, which a hand-made one could make endless.
const maxClimb = 64

// isParticiple says whether word i is a verb in -ing without an auxiliary.
func (t tree) isParticiple(i int) bool {
	return t.Tags[i] == annotate.VERB && strings.HasSuffix(strings.ToLower(t.Word(i)), "ing") && t.child(i, "aux") < 0
}

// isFinite says whether word i has a verb of its own to stand for a clause: a
// finite auxiliary, or a subject without the "to" of an infinitive.
func (t tree) isFinite(i int) bool {
	subject, auxiliary, infinitive := false, false, false
	first, end := t.around(i)
	for j := first; j < end; j++ {
		if int(t.Heads[j]) != i {
			continue
		}
		switch t.Relations[j] {
		case "nsubj", "csubj", "expl":
			subject = true
		case "aux", "cop":
			auxiliary = auxiliary || !isNonFinite[strings.ToLower(t.Word(j))]
		case "mark":
			infinitive = infinitive || t.Lemmas[j] == "to"
		}
	}
	return auxiliary || subject && !infinitive
}

// isNonFinite has the forms of auxiliaries that make no clause.
var isNonFinite = map[string]bool{"be": true, "being": true, "been": true, "having": true, "to": true}

// isPassive says whether the verb i has "be" for an auxiliary and is no
// progressive.
func (t tree) isPassive(i int) bool {
	if strings.HasSuffix(strings.ToLower(t.Word(i)), "ing") {
		return false
	}
	first, _ := t.around(i)
	for j := first; j < i; j++ {
		if int(t.Heads[j]) == i && t.Relations[j] == "aux" && (t.Lemmas[j] == "be" || t.Lemmas[j] == "get") {
			return true
		}
	}
	return false
}

// isAbove says whether word i hangs, over others, on word above.
func (t tree) isAbove(above, i int) bool {
	for range maxClimb {
		if i = int(t.Heads[i]); i < 0 {
			return false
		}
		if i == above {
			return true
		}
	}
	return false
}
