package timex

import (
	"strings"

	"onrecord/internal/annotate"
)

// maxClimb bounds the way from a word up to its verb.
const maxClimb = 12

// future says whether what is told with the expression at lexeme i is yet to
// come. The verb tells that governs it: with "will", "would", "is to", in the
// infinitive or the present it looks ahead, in the past it looks back. Words
// that plan ("scheduled for Monday") look ahead in every tense. Without a verb
// it looks back.
func (r *reader) future(i int) bool {
	l := r.l
	if len(l.Heads) != len(l.Tokens) || i >= len(r.x) {
		return false
	}
	k := r.x[i].token
	for range maxClimb {
		h := int(l.Heads[k])
		if h < 0 {
			break
		}
		if ahead[l.Lemmas[h]] && (l.Relations[k] == "obl" || l.Relations[k] == "nmod") {
			return true
		}
		k = h
		if l.Tags[k] == annotate.VERB || l.Tags[k] == annotate.AUX {
			break
		}
	}
	return r.verbAhead(k)
}

// ahead are words whose time is yet to come when they are said.
var ahead = map[string]bool{
	"schedule": true, "due": true, "slate": true, "expect": true, "plan": true, "set": true, "upcoming": true, "deadline": true,
	"postpone": true, "invite": true, "forthcoming": true, "ahead": true, "tentatively": true,
}

// verbAhead says whether the predicate k looks ahead.
func (r *reader) verbAhead(k int) bool {
	l := r.l
	for range maxClimb {
		switch t := r.tense(k); t {
		case looksAhead:
			return true
		case looksBack:
			return false
		}
		h := int(l.Heads[k])
		if h < 0 {
			return false
		}
		if rel := l.Relations[k]; rel == "xcomp" && (l.Lemmas[h] == "go" || ahead[l.Lemmas[h]]) {
			return true
		}
		k = h
	}
	return false
}

type direction uint8

const (
	unclear direction = iota
	looksBack
	looksAhead
)

// tense reads the tense of the predicate k off its form and its auxiliaries.
func (r *reader) tense(k int) direction {
	l := r.l
	have := false
	present := false
	for j := max(k-6, 0); j < k; j++ {
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
				return looksAhead
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
		return looksAhead
	}
	return looksBack
}

// pastToo are verbs whose past looks like their present: a news text tells with
// them in the past.
var pastToo = map[string]bool{"hit": true, "put": true, "cut": true, "let": true, "shut": true, "hurt": true, "cost": true, "quit": true, "read": true, "set": true, "beat": true, "split": true, "spread": true, "cast": true, "broadcast": true}
