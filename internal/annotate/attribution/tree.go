package attribution

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
)

// tree is the trees of a passage with questions that only the rules here ask.
type tree struct{ *annotate.Tree }

// around returns the words of the sentence of word i that are near enough to
// matter, so that a sentence without end costs no more than others.
func (t tree) around(i int) (first, end int) {
	s := t.Sentences[t.SentenceOf(i)]
	return max(s.First, i-reach), min(s.End, i+reach+1)
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

// isParticiple says whether word i is a verb in -ing without an auxiliary.
func (t tree) isParticiple(i int) bool {
	return t.Tags[i] == annotate.VERB && strings.HasSuffix(strings.ToLower(t.Word(i)), "ing") && t.Child(i, "aux") < 0
}

// isFinite says whether word i has a verb of its own to stand for a clause: a
// finite auxiliary, or a subject without the "to" of an infinitive.
func (t tree) isFinite(i int) bool {
	subject, auxiliary, infinitive := false, false, false
	for _, j := range t.Children(i) {
		switch t.Relations[j] {
		case "nsubj", "csubj", "expl":
			subject = true
		case "aux", "cop":
			auxiliary = auxiliary || !isNonFinite[strings.ToLower(t.Word(int(j)))]
		case "mark":
			infinitive = infinitive || t.Lemmas[j] == "to"
		}
	}
	return auxiliary || subject && !infinitive
}

// isNonFinite has the forms of auxiliaries that make no clause.
var isNonFinite = map[string]bool{"be": true, "being": true, "been": true, "having": true, "to": true}
