package timex

import (
	_ "embed"
	"strings"

	"onrecord/internal/annotate"
)

//go:embed verbs.txt
var verbText string

// ahead, plans, pastToo and done are the lists of verbs.txt.
var (
	ahead   = verbList("ahead")
	plans   = verbList("plans")
	pastToo = verbList("past")
	done    = verbList("done")
)

// verbList returns the words of one list of verbs.txt.
func verbList(name string) map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(verbText) {
		if list, words, ok := strings.Cut(line, ":"); ok && list == name {
			for _, w := range strings.Fields(words) {
				out[w] = true
			}
		}
	}
	if len(out) == 0 {
		panic("verbs.txt: no list is called " + name)
	}
	return out
}

// maxClimb bounds the way from a word up to its verb.
const maxClimb = 12

// future says whether what is told with the expression at lexeme i is yet to
// come. The verb tells that governs it: with "will", "would", "is to", in the
// infinitive or the present it looks ahead, in the past it looks back. Words
// that plan ("scheduled for Monday") look ahead in every tense. Without a verb
// it looks back.
func (r *reader) future(i int) bool {
	d := r.direction(i)
	return d == looksAhead || d == mayLookAhead
}

// direction is future with the infinitive and the present set apart, which may
// look ahead: "the decision to meet in June", "talks start in June".
func (r *reader) direction(i int) direction {
	l := r.l
	if len(l.Heads) != len(l.Tokens) || i >= len(r.x) {
		return unclear
	}
	k := r.x[i].token
	if told, sure := r.verbBefore(k); sure {
		return told
	}
	for range maxClimb {
		h := int(l.Heads[k])
		if h < 0 {
			break
		}
		if r.plansAhead(h) && (l.Relations[k] == "obl" || l.Relations[k] == "nmod") {
			return looksAhead
		}
		k = h
		if l.Tags[k] == annotate.VERB || l.Tags[k] == annotate.AUX {
			break
		}
	}
	return r.refused(k, r.verbAhead(k))
}

// refused turns the direction of verb k, an infinitive, where a verb above it says
// in the past that it was not done or was done: "refused to supply missiles on
// Tuesday" tells of the Tuesday of refusing.
func (r *reader) refused(k int, d direction) direction {
	l := r.l
	h := int(l.Heads[k])
	if d != mayLookAhead || h < 0 || l.Relations[k] != "xcomp" || !done[l.Lemmas[h]] || r.tense(h) != looksBack {
		return d
	}
	return looksBack
}

// verbBefore looks at the verb close before word k, which the tree may have
// hung elsewhere: "said Monday", "watched it on Thursday", "scheduled for
// Sunday". sure is false where there is none in the past and none that plans.
func (r *reader) verbBefore(k int) (told direction, sure bool) {
	l := r.l
	first := r.x[r.first].token
	for j := k - 1; j >= max(first, k-4); j-- {
		switch l.Tags[j] {
		case annotate.VERB:
			if r.plansAhead(j) {
				return looksAhead, true
			}
			return looksBack, r.tense(j) == looksBack && !r.participle(j)
		case annotate.ADP, annotate.DET, annotate.PRON, annotate.ADV:
		default:
			return unclear, false
		}
	}
	return unclear, false
}

// plansAhead says whether word j plans: "is scheduled for", "the vote, expected
// on", "due". A plain past does not: "the price cap that we set in December".
func (r *reader) plansAhead(j int) bool {
	return ahead[r.l.Lemmas[j]] && (r.l.Tags[j] != annotate.VERB || r.participle(j) || r.tense(j) != looksBack)
}

// participle says whether the past form j may be a participle: it has an
// auxiliary, or hangs on a noun.
func (r *reader) participle(j int) bool {
	switch r.l.Relations[j] {
	case "acl", "amod", "xcomp":
		return true
	}
	for k := max(j-5, 0); k < j; k++ {
		if int(r.l.Heads[k]) == j && r.l.Relations[k] == "aux" {
			return true
		}
	}
	return false
}

// toldAsPast says whether the verb right above the date at lexeme i tells of the
// past, without an object that the date could belong to: "died on 5 May".
func (r *reader) toldAsPast(i int) bool {
	l := r.l
	if len(l.Heads) != len(l.Tokens) {
		return false
	}
	k := r.x[i].token
	if h := int(l.Heads[k]); h >= 0 && l.Relations[k] != "obl" {
		k = h // "5 May": the day hangs on the month, or the month on the day
	}
	h := int(l.Heads[k])
	if h < 0 || l.Relations[k] != "obl" || l.Tags[h] != annotate.VERB || plans[l.Lemmas[h]] || r.tense(h) != looksBack {
		return false
	}
	if k < h {
		return true
	}
	for j := max(h-40, 0); j < min(h+40, len(l.Heads)); j++ {
		if rel := l.Relations[j]; int(l.Heads[j]) == h && (rel == "obj" || rel == "xcomp" || rel == "ccomp" || rel == "aux" && l.Lemmas[j] != "be" && l.Lemmas[j] != "do") {
			return false
		}
	}
	return true
}

// verbAhead says whether the predicate k looks ahead.
func (r *reader) verbAhead(k int) direction {
	l := r.l
	for range maxClimb {
		if t := r.tense(k); t != unclear {
			return t
		}
		h := int(l.Heads[k])
		if h < 0 {
			return unclear
		}
		if rel := l.Relations[k]; rel == "xcomp" && (l.Lemmas[h] == "go" || ahead[l.Lemmas[h]]) {
			return looksAhead
		}
		k = h
	}
	return unclear
}

type direction uint8

const (
	unclear direction = iota
	looksBack
	looksAhead
	mayLookAhead // an infinitive or the present
)

// tense reads the tense of the predicate k off its form and its auxiliaries.
func (r *reader) tense(k int) direction {
	l := r.l
	have := false
	present := false
	for j := max(k-12, 0); j < k; j++ {
		if int(l.Heads[j]) != k {
			continue
		}
		w := strings.ToLower(l.Word(j))
		switch l.Relations[j] {
		case "aux", "cop":
			switch w {
			case "will", "'ll", "’ll", "wo", "shall", "would", "should", "may", "might", "must", "can", "could", "'d":
				return looksAhead
			case "was", "were", "did":
				have = true
			case "has", "have", "had", "'ve", "’ve":
				return looksBack
			case "is", "are", "am", "'s", "’s", "'re", "’re", "do", "does":
				present = true
			}
		case "mark":
			if w == "to" {
				return mayLookAhead
			}
		}
	}
	switch {
	case have:
		return looksBack
	case l.Tags[k] != annotate.VERB && l.Tags[k] != annotate.AUX:
		if present {
			return looksAhead
		}
		return unclear
	}
	form, lemma := strings.ToLower(l.Word(k)), l.Lemmas[k]
	switch {
	case strings.HasSuffix(form, "ing"):
		if present {
			return looksAhead
		}
		return unclear
	case present && strings.HasSuffix(form, "ed"):
		return unclear // "is suspected of …"
	case form == lemma, form == lemma+"s", form == lemma+"es", strings.HasSuffix(form, "ies"):
		if pastToo[form] {
			return looksBack
		}
		return mayLookAhead
	}
	return looksBack
}
