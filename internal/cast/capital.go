package cast

import (
	"onrecord/internal/annotate"
	"onrecord/internal/lexicon"
)

// acts says whether a capital stands for its government where it is: it speaks
// or acts, is dealt with, or is a partner in a relation. Else it is a place.
//
//	Moscow rejected the plan     talks with Kyiv     Tehran's demands
//	a blast in Moscow            flew to Kyiv        Tehran's suburbs
func (p *Passage) acts(n *Name) bool { return p.actsWithin(n, maxJoined) }

// maxJoined bounds how many capitals may be joined.
const maxJoined = 8

func (p *Passage) actsWithin(n *Name, depth int) bool {
	i := p.Top(n.First, n.End)
	h := p.Head(i)
	if h < 0 {
		return false
	}
	if b := n.First - 1; b >= 0 && p.Tags[b] == annotate.VERB && placeTable.Has("reached", p.Lemmas[b]) {
		return true
	}
	switch p.Relations[i] {
	case "nsubj":
		return p.doer(h)
	case "conj":
		return depth > 0 && p.actsLike(i, h, depth-1)
	case "obj", "iobj":
		return placeTable.Has("reached", p.Lemmas[h])
	case "nmod", "compound", "nmod:poss":
		if p.Possessive(n.End - 1) {
			return !placeTable.Has("site", p.Low[h])
		}
	}
	return p.partner(i, h)
}

// doer says whether the subject of predicate h does something that a
// government does.
func (p *Passage) doer(h int) bool {
	switch p.Tags[h] {
	case annotate.VERB:
		lemma := p.Lemmas[h]
		if p.Passive(h) {
			return placeTable.Has("reached", lemma) || p.Child(h, "ccomp", "xcomp") >= 0
		}
		return !placeTable.Has("happen", lemma)
	case annotate.ADJ, annotate.NOUN:
		return p.Child(h, "ccomp", "xcomp") >= 0 || p.Child(h, "cop") >= 0 && placeTable.Has("state", p.Lemmas[h])
	case annotate.PROPN: // of a headline
		return !placeTable.Has("happen", lexicon.Lemma(p.Forms[h], lexicon.Verb)) && p.Child(h, "obj", "ccomp", "xcomp") >= 0
	}
	return false
}

// actsLike says whether a capital that is joined to word h acts: what it is
// joined to does.
func (p *Passage) actsLike(i, h, depth int) bool {
	if m := p.NameOf(h); m != nil && m.First != i {
		if p.Relations[h] == "conj" && p.Head(h) == i {
			return false
		}
		return p.actsWithin(m, depth)
	}
	return len(p.Of(h)) > 0 && p.Preposition(h) != "in"
}

// partner says whether a capital stands with a preposition as one whom a
// relation ties, not as a place.
func (p *Passage) partner(i, h int) bool {
	switch prep := p.Preposition(i); prep {
	case "with", "between", "against", "toward", "towards", "by", "among":
		return true
	case "to", "for", "on", "of", "from":
		switch {
		case p.Tags[h] == annotate.NOUN:
			return placeTable.Has("relation", p.Lemmas[h]) || prep == "to" && p.given(h)
		case p.Tags[h] == annotate.ADJ:
			return prep == "on" || prep == "to" && placeTable.Has("toward", p.Lemmas[h])
		}
		return prep != "on" && prep != "of" && p.gives(h)
	}
	return false
}

// gives says whether verb h gives something, or does something, to another: not
// where those who are sent are people.
func (p *Passage) gives(h int) bool {
	o := p.Child(h, "obj")
	if o < 0 && p.Passive(h) {
		o = p.Subject(h)
	}
	if o >= 0 && placeTable.Has("recall", p.Lemmas[h]) && placeTable.Has("posted", p.Lemmas[o]) {
		return true
	}
	if o < 0 || p.Tags[h] != annotate.VERB || placeTable.Has("travel", p.Lemmas[h]) || placeTable.Has("goer", p.Lemmas[o]) {
		return false
	}
	return placeTable.Has("give", p.Lemmas[h]) || placeTable.Has("relation", p.Lemmas[o])
}

// given says whether the noun h is the object of a verb of giving: "send
// systems to Kyiv".
func (p *Passage) given(h int) bool {
	v := p.Head(h)
	return p.Relations[h] == "obj" && v >= 0 && placeTable.Has("give", p.Lemmas[v]) && !placeTable.Has("goer", p.Lemmas[h])
}
