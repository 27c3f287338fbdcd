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
	thing       bool     // only of a content that is no clause
	why, denied []string // what is said of it, and of it after "not"
}

// not stands for every word of denial.
const not = "not"

// maxBetween is how many words may stand between the lemmas of an entry.
const maxBetween = 2

func newActs(table lexicon.CueTable) acts {
	a := acts{}
	for _, e := range table.Entries {
		name, qualifier, _ := strings.Cut(e.Class, " ")
		act := slices.Index(record.Acts[:], name)
		if act < 0 || qualifier != "" && qualifier != "thing" {
			panic(fmt.Sprintf("attribution: no act is called %q", e.Class))
		}
		words := strings.Join(e.Lemmas, " ")
		a[e.Lemmas[0]] = append(a[e.Lemmas[0]], actRule{
			lemmas: e.Lemmas, act: record.Act(act), thing: qualifier != "",
			why:    []string{fmt.Sprintf("act %s: lemma %q", name, words)},
			denied: []string{fmt.Sprintf("act %s: lemma %q after not", record.Say, words)},
		})
	}
	return a
}

// cueWords is what a cue is made of.
type cueWords struct {
	lemmas []string // of the cue, and of the word right behind it if there is one
	n      int      // of them in the cue
	clause bool     // the content is a finite clause
}

// of returns what the words of a cue do and why. The longest entry wins, then
// the first in the cue. An entry that "not" stands before says no more than
// "say".
func (a acts) of(w cueWords) (record.Act, []string) {
	var best *actRule
	lemmas := w.lemmas
	at := 0
	for i := range lemmas[:w.n] {
		rules := a[lemmas[i]]
		for k := range rules {
			r := &rules[k]
			if r.thing && w.clause {
				continue
			}
			if (best == nil || len(r.lemmas) > len(best.lemmas)) && follow(lemmas[i+1:], r.lemmas[1:]) {
				best, at = r, i
			}
		}
	}
	if best == nil {
		return record.Say, nil
	}
	if best.lemmas[0] != not && slices.Contains(lemmas[:at], not) {
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

// wordsOf looks at the cue of an attribution, with scratch for the lemmas. A
// denial that hangs on the cue from outside, before it, comes first.
func (t tree) wordsOf(scratch []string, denials map[string]bool, a *annotate.Attribution) cueWords {
	w := cueWords{lemmas: scratch[:0]}
	h := t.head(a.Cue)
	if h >= 0 {
		first, _ := t.around(h)
		for i := max(first, h-maxNot); i < h; i++ {
			if int(t.Heads[i]) == h && denials[t.Lemmas[i]] && t.Relations[i] != "cc" && !contains(a.Cue, i) && !contains(a.Content, i) {
				w.lemmas = append(w.lemmas, not)
				break
			}
		}
	}
	for _, i := range a.Cue {
		w.lemmas = append(w.lemmas, t.cueLemma(i, denials))
	}
	w.n = len(w.lemmas)
	last := a.Cue[len(a.Cue)-1]
	if _, end := t.around(last); last+1 < end && t.Tags[last+1] != annotate.PUNCT {
		w.lemmas = append(w.lemmas, t.Lemmas[last+1])
	}
	w.clause = t.isFinite(t.top(a.Content))
	return w
}

// maxNot is how far before a verb its "not" may stand.
const maxNot = 4

// cueLemma is the lemma of word i as part of a cue: of a verb, where the word
// is taken for a name (in a headline) or for an adjective ("is opposed").
func (t tree) cueLemma(i int, denials map[string]bool) string {
	l := t.Lemmas[i]
	switch {
	case denials[l]:
		return not
	case t.Tags[i] == annotate.PROPN, t.Tags[i] == annotate.ADJ && (strings.HasSuffix(l, "ed") || strings.HasSuffix(l, "ing")):
		return lexicon.Lemma(t.Word(i), lexicon.Verb)
	}
	return l
}
