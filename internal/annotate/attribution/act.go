package attribution

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/lexicon"
	"onrecord/internal/record"
)

// acts tells what a cue does, by the first lemma of what it may hold.
type acts map[string][]actRule

// actRule is an entry of the table.
type actRule struct {
	lemmas      []string
	act         record.Act
	why, denied []string // what is said of it, and of it after "not"
}

// not stands for every word of denial.
const not = "not"

// maxBetween is how many words may stand between the lemmas of an entry.
const maxBetween = 2

func newActs(table lexicon.CueTable) acts {
	a := acts{}
	for _, e := range table.Entries {
		act := slices.Index(record.Acts[:], e.Class)
		if act < 0 {
			panic(fmt.Sprintf("attribution: no act is called %q", e.Class))
		}
		words := strings.Join(e.Lemmas, " ")
		a[e.Lemmas[0]] = append(a[e.Lemmas[0]], actRule{
			lemmas: e.Lemmas, act: record.Act(act),
			why:    []string{fmt.Sprintf("act %s: lemma %q", e.Class, words)},
			denied: []string{fmt.Sprintf("act %s: lemma %q after not", record.Say, words)},
		})
	}
	return a
}

// of returns what the words of a cue do and why. The longest entry wins, then
// the first in the cue. An entry that "not" stands before says no more than
// "say".
func (a acts) of(lemmas []string, cueWords int) (record.Act, []string) {
	var best *actRule
	denied := false
	at := 0
	for i := range lemmas[:cueWords] {
		rules := a[lemmas[i]]
		for k := range rules {
			r := &rules[k]
			if (best == nil || len(r.lemmas) > len(best.lemmas)) && follow(lemmas[i+1:], r.lemmas[1:]) {
				best, at = r, i
			}
		}
	}
	if best == nil {
		return record.Say, nil
	}
	denied = best.lemmas[0] != not && slices.Contains(lemmas[:at], not)
	if denied {
		return record.Say, best.denied
	}
	return best.act, best.why
}

// follow says whether words has the lemmas in their order, with at most
// maxBetween words before each.
func follow(words, lemmas []string) bool {
	for _, l := range lemmas {
		i := slices.Index(words[:min(len(words), maxBetween+1)], l)
		if i < 0 {
			return false
		}
		words = words[i+1:]
	}
	return true
}

// cueLemmas appends the lemmas of a cue, first "not" if a denial hangs on it
// from outside, last the word right behind it in its sentence. It returns how
// many belong to the cue.
func (t tree) cueLemmas(dst []string, denials map[string]bool, cue []int) ([]string, int) {
	h := t.head(cue)
	if h >= 0 {
		for i := t.around(h).First; i < t.around(h).End; i++ {
			if int(t.Heads[i]) == h && denials[t.Lemmas[i]] && t.Relations[i] != "cc" && !contains(cue, i) {
				dst = append(dst, not)
				break
			}
		}
	}
	for _, i := range cue {
		l := t.Lemmas[i]
		if denials[l] {
			l = not
		}
		dst = append(dst, l)
	}
	n := len(dst)
	if last := cue[len(cue)-1]; last+1 < t.around(last).End && t.Tags[last+1] != annotate.PUNCT {
		dst = append(dst, t.Lemmas[last+1])
	}
	return dst, n
}
