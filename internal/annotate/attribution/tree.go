package attribution

import (
	"strings"

	"onrecord/internal/annotate"
)

// tree is the layers with questions that rules ask of them.
type tree struct {
	*annotate.Layers
	sentence []int32 // number of each word's
}

// around returns the words of the sentence of word i.
func (t tree) around(i int) annotate.Sentence { return t.Sentences[t.sentence[i]] }

// child returns the first word that hangs on word i by one of relations, -1 if
// there is none.
func (t tree) child(i int, relations ...string) int {
	for j := t.around(i).First; j < t.around(i).End; j++ {
		if int(t.Heads[j]) == i && isOneOf(t.Relations[j], relations) {
			return j
		}
	}
	return -1
}

func isOneOf(s string, list []string) bool {
	for _, x := range list {
		if s == x {
			return true
		}
	}
	return false
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
	low, high := 0, len(words)
	for low < high {
		if m := (low + high) / 2; words[m] < i {
			low = m + 1
		} else {
			high = m
		}
	}
	return low < len(words) && words[low] == i
}

// subject returns the subject of the verb or predicate i. Where i has none of
// its own but shares that of another (by "and", "seems to", "began to"), it is
// the other's. It is -1 if there is none.
func (t tree) subject(i int) int {
	for range maxClimb {
		if s := t.child(i, "nsubj", "csubj"); s >= 0 {
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
// subject or an auxiliary, more than the "to" of an infinitive.
func (t tree) isFinite(i int) bool {
	return t.child(i, "nsubj", "csubj", "expl", "aux", "cop") >= 0
}
