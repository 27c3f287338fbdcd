package link

import (
	"onrecord/internal/annotate"
	"onrecord/internal/lexicon"
)

// acts says whether a capital stands for its government where it is: it speaks
// or acts, is dealt with, or is a partner in a relation. Else it is a place.
//
//	Moscow rejected the plan     talks with Kyiv     Tehran's demands
//	a blast in Moscow            flew to Kyiv        Tehran's suburbs
func (p *passage) acts(n *name) bool {
	i := p.top(n.first, n.end)
	h := p.Head(i)
	if h < 0 {
		return false
	}
	switch p.Relations[i] {
	case "nsubj":
		return p.doer(h)
	case "conj":
		return p.actsLike(i, h)
	case "obj", "iobj":
		return placeTable.has("reached", p.Lemmas[h])
	case "nmod", "compound", "nmod:poss":
		if p.possessive(n.end - 1) {
			return !placeTable.has("site", p.low[h])
		}
	}
	return p.partner(i, h)
}

// doer says whether the subject of predicate h does something that a
// government does.
func (p *passage) doer(h int) bool {
	switch p.Tags[h] {
	case annotate.VERB:
		lemma := p.Lemmas[h]
		if p.Passive(h) {
			return placeTable.has("reached", lemma) || p.Child(h, "ccomp", "xcomp") >= 0
		}
		return placeTable.has("deed", lemma)
	case annotate.ADJ:
		return p.Child(h, "ccomp", "xcomp") >= 0
	case annotate.PROPN: // of a headline
		return placeTable.has("deed", lexicon.Lemma(p.words[h], lexicon.Verb))
	}
	return false
}

// actsLike says whether a capital that is joined to word h acts: what it is
// joined to does.
func (p *passage) actsLike(i, h int) bool {
	if m := p.nameOf(h); m != nil && m.first != i {
		if p.Relations[h] == "conj" && p.Head(h) == i {
			return false
		}
		return p.acts(m)
	}
	return len(p.actors(h)) > 0 && p.Preposition(h) != "in"
}

// partner says whether a capital stands with a preposition as one whom a
// relation ties, not as a place.
func (p *passage) partner(i, h int) bool {
	switch prep := p.Preposition(i); prep {
	case "with", "between", "against", "toward", "towards", "by", "among":
		return true
	case "to", "for", "on", "of", "from":
		if p.Relations[i] == "nmod" && placeTable.has("relation", p.Lemmas[h]) {
			return true
		}
		return (prep == "to" || prep == "from" || prep == "for") && p.Relations[i] == "obl" && p.Tags[h] == annotate.VERB &&
			!placeTable.has("travel", p.Lemmas[h]) && (p.Child(h, "obj") >= 0 || p.Passive(h)) && p.givesObject(h)
	}
	return false
}

// givesObject says whether the object of verb h is something that one actor
// gives or does to another.
func (p *passage) givesObject(h int) bool {
	o := p.Child(h, "obj")
	if o < 0 {
		o = p.Subject(h)
	}
	return o >= 0 && placeTable.has("relation", p.Lemmas[o])
}
