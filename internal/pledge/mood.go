package pledge

import (
	"strings"

	"onrecord/internal/annotate"
)

// mood is what the helpers of a verb say.
type mood struct{ future, would, may, had, progressive bool }

func (p *passage) mood(i int) mood {
	var m mood
	be := false
	for _, j := range p.Children(i) {
		k := int(j)
		if k > i || p.Relations[k] != "aux" && p.Relations[k] != "cop" {
			continue
		}
		switch p.Lemmas[k] {
		case "will", "shall":
			m.future = true
		case "would":
			m.would = true
		case "may", "might", "could", "can", "should", "must", "ought":
			m.may = true
		case "have":
			m.had = m.had || p.lower(k) == "had" || p.lower(k) == "'d"
		case "be":
			be = true
		}
	}
	w := p.lower(i)
	m.progressive = be && strings.HasSuffix(w, "ing") && p.Tags[i] == annotate.VERB
	if p.heads(i) {
		m.future = true
	}
	if p.lowerOf(i-1) == "to" && i >= 2 { // is to send, is going to send
		h := p.Head(i)
		if p.lower(i-2) == "going" || p.Is(i-2, "be") && (h == i-2 || h < 0 || p.Head(i-2) == i) {
			m.future = true
		}
	}
	return m
}

// heads says whether verb i is the infinitive of a headline: "Germany to send
// tanks".
func (p *passage) heads(i int) bool {
	if i == 0 || p.lowerOf(i-1) != "to" {
		return false
	}
	if p.Relations[i] == "root" {
		return p.nsubj(i) >= 0
	}
	h := p.Head(i)
	return p.Relations[i] == "acl" && h >= 0 && p.refs[h] > 0 && p.Head(h) < 0
}

// isNegated says whether predicate i is denied by a word of its own.
func (p *passage) isNegated(i int) bool {
	for _, j := range p.Children(i) {
		k := int(j)
		switch p.Lemmas[k] {
		case "not", "n't", "never", "neither", "nor":
			if k < i {
				return true
			}
		case "no":
			if k < i && p.Relations[k] == "det" {
				return true
			}
		case "long":
			if k < i && p.lowerOf(k-1) == "no" { // no longer
				return true
			}
		}
		if p.Relations[k] == "nsubj" && k < i {
			switch p.lower(k) {
			case "nobody", "none", "neither":
				return true
			}
			if d := p.Child(k, "det"); d >= 0 && p.lower(d) == "no" {
				return true
			}
		}
		if p.Relations[k] == "aux" && p.Is(k, "cannot") {
			return true
		}
	}
	return false
}

// hasYet says whether verb i is still to come: "has yet to deliver".
func (p *passage) hasYet(i int) bool {
	for k := i - 1; k > i-4 && k >= p.sentenceStart(i); k-- { // has not yet delivered
		if p.lower(k) == "yet" && (p.Is(k-1, "not", "n't") || p.lowerOf(k-1) == "n't") {
			return true
		}
	}
	return p.lowerOf(i-1) == "to" && p.lowerOf(i-2) == "yet" || p.lowerOf(i-1) == "be" && p.lowerOf(i-2) == "to" && p.lowerOf(i-3) == "yet"
}

// isReported says whether token i stands in what somebody says: under a verb
// with a complement, or in an attribution's content.
func (p *passage) isReported(i int) bool {
	for k := range p.Attributions {
		c := p.Attributions[k].Content
		if len(c) > 0 && c[0] <= i && i <= c[len(c)-1] {
			return true
		}
	}
	return p.Relations[i] == "ccomp"
}
