package pledge

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// step is a predicate on the way up from a thing.
type step struct {
	at   int // its token
	from int // the token below it by which the way came
	*entry
}

// chain climbs from the thing whose head is token i to the predicates that rule
// it, from the nearest to the farthest.
//
//	Berlin refused to deliver 31 tanks:  tanks → deliver → refuse
//	plans for the delivery of F-16s:     F-16s → delivery → plan
func (p *passage) chain(i int) []step {
	var out []step
	if e := p.predicate(i); e != nil && e.class == noun {
		out = append(out, step{i, i, e})
	}
	if h := p.Head(i); h >= 0 && p.isShare(i) {
		if e := p.predicate(h); e == nil || e.status >= record.Delayed || e.frame == frameSay || e.frame == frameKeep {
			i = h
		}
	}
	for range maxClimb {
		h := p.ruler(i)
		if h < 0 {
			return out
		}
		e := p.predicate(h)
		if e != nil && len(out) == 0 && p.Is(h, "keep") {
			e = keeping
		}
		switch {
		case e != nil && p.rules(h, i, e) && p.isHeld(h, e) && (!e.over || len(out) > 0 || e.frame == frameSay && p.has(i, aid)):
			out = append(out, step{h, i, p.asTold(h, e)})
		case len(out) > 0 && p.sharesVerb(i, h):
		case p.carries(h, i):
		default:
			return out
		}
		i = h
	}
	return out
}

// isHeld says whether predicate h, if it is one of keeping, keeps something at a
// sum: "hold aid at 40 billion", but not "hold supplies".
func (p *passage) isHeld(h int, e *entry) bool {
	if e.frame != frameKeep || e.class != verb || !p.Is(h, "keep", "hold", "maintain", "sustain") {
		return true
	}
	_, end := p.Subtree(h)
	for k := h + 1; k < min(end, p.sentenceEnd(h)); k++ {
		if p.inAmount(k) {
			return true
		}
	}
	return false
}

// keeping is the entry of "keep" over a gift itself: "keep aid at 40 billion".
var keeping = &entry{class: verb, frame: frameKeep, silent: true}

// providing is the entry of "provide for": an agreement or a budget that does
// promises it.
var providing = &entry{class: verb, frame: frameGive, status: record.Pledged}

// proposing is the entry of a predicate of announcing that only proposes.
var proposing = &entry{class: verb, frame: framePropose, status: record.Proposed}

// asTold returns the entry of predicate i where it stands: who announces something
// while asking others for more proposes it ("called on members to do more,
// unveiling a fund").
func (p *passage) asTold(i int, e *entry) *entry {
	if p.provides(i) {
		return providing
	}
	if e.frame != frameSay || e.class != verb || p.Relations[i] != "advcl" || p.Head(i) < 0 {
		return e
	}
	if up := p.predicate(p.Head(i)); up != nil && up.class == verb && up.frame == frameAsk {
		return proposing
	}
	return e
}

// provides says whether token i is the verb of "provides for".
func (p *passage) provides(i int) bool {
	return p.Is(i, "provide") && p.Tags[i] == annotate.VERB && p.lowerOf(i+1) == "for"
}

// ruler returns what rules token i: its head, or, where it stands with "of" right
// behind a noun of the same head, that noun ("withdrew its offer of $5m").
func (p *passage) ruler(i int) int {
	h := p.Head(i)
	if h < 0 || p.Preposition(i) != "of" {
		return h
	}
	if n := p.Child(i, "case") - 1; n >= 0 && p.Tags[n] == annotate.NOUN && p.Head(n) == h {
		return n
	}
	return h
}

// isShare says whether token i is a percentage that hangs on a verb of doing
// ("to spend 2 percent"), which need not be one of giving.
func (p *passage) isShare(i int) bool {
	return (p.Tags[i] == annotate.NOUN || p.Tags[i] == annotate.SYM) && p.Is(i, "percent", "%", "per") && p.Tags[p.Head(i)] == annotate.VERB
}

// reaches lists the prepositions with which a verb takes what is given.
var reaches = []string{"", "with", "in", "for", "on", "to", "of", "by", "worth", "up to", "at", "upon", "including"}

// rules says whether the predicate h, entry e, rules what hangs on it at i.
func (p *passage) rules(h, i int, e *entry) bool {
	r := p.Relations[i]
	if p.isVerbal(i) || e.class == adjective {
		switch r {
		case "xcomp", "ccomp", "csubj", "acl", "obj", "advcl", "amod":
			return r != "advcl" || e.class == adjective || e.frame == frameIntend
		case "obl", "nmod": // gerunds that the parser takes for nouns
			return true
		}
		return false
	}
	if e.class == noun {
		switch r {
		case "obj":
			return p.Preposition(i) == "of"
		case "nmod", "obl":
			return slices.Contains([]string{"of", "for", "in", "to", "on", ""}, p.Preposition(i))
		case "compound", "nummod", "amod", "acl", "appos":
			return true
		}
		return false
	}
	if e.frame == frameCome && r != "nsubj" {
		return false
	}
	if p.has(i, sum) && r == "advcl" && i > h { // supply artillery worth $250m
		return true
	}
	switch r {
	case "obj", "iobj", "xcomp", "ccomp", "conj", "nummod", "compound", "appos":
		return true
	case "obl", "nmod":
		prep := p.Preposition(i)
		if prep == "for" && p.provides(h) {
			return true
		}
		if prep == "for" { // call for, ask Germany for, sign off for
			return e.frame == frameAsk || e.frame == framePropose || slices.Contains(e.words, "off") || e.firm && p.Child(h, "obj") < 0
		}
		if prep == "with" {
			return p.has(h, furnish)
		}
		return slices.Contains(reaches, prep)
	case "parataxis", "dep": // approved, but not yet delivered, $19bn
		return i > h && p.inAmount(i)
	case "nsubj":
		if n := p.nsubj(h); n >= 0 && n < h && i > h {
			return true // a second subject, behind the verb, is its object
		}
		return e.frame == frameCome || p.isPassive(h) && !p.has(h, aim)
	}
	return false
}

// sharesVerb says whether the verb i is joined to the verb h and depends as h
// does on what is above ("plans to buy and send").
func (p *passage) sharesVerb(i, h int) bool {
	if p.Relations[i] != "conj" || p.Child(i, "nsubj", "aux") >= 0 || !p.isVerbal(h) {
		return false
	}
	switch p.Relations[h] {
	case "xcomp", "ccomp", "acl":
		return true
	}
	return false
}

// carries says whether the way up from i may pass h, which is no predicate: a
// noun that holds or counts gifts, a sum, a verb or adjective between a sum and
// what it is the sum of.
func (p *passage) carries(h, i int) bool {
	if p.held[h] > 0 && p.isNominal(h) {
		return true
	}
	if p.Relations[i] == "nsubj" && p.Relations[h] == "advcl" { // a small clause that the tree has hung too high
		return false
	}
	if p.has(h, sum|part) && (p.Tags[h] == annotate.VERB || p.Tags[h] == annotate.ADJ || p.Tags[h] == annotate.ADP) {
		return true
	}
	if !p.isNominal(h) {
		return false
	}
	switch p.Relations[i] {
	case "nmod", "obl", "compound", "nummod", "amod", "appos", "conj", "flat", "acl":
	default:
		return false
	}
	if p.Relations[i] == "nmod" && slices.Contains([]string{"after", "despite", "without", "since", "from", "against", "for"}, p.Preposition(i)) {
		return false
	}
	return p.has(h, aid|container|goods|anaphor|measure|sum) || p.Tags[h] == annotate.NUM || p.Tags[h] == annotate.SYM || p.inAmount(h) || p.Relations[i] == "conj"
}

// inAmount says whether token i is part of a sum.
func (p *passage) inAmount(i int) bool {
	k, ok := slices.BinarySearchFunc(p.Amounts, i, func(a annotate.Amount, i int) int {
		switch {
		case a.End <= i:
			return -1
		case a.First > i:
			return 1
		}
		return 0
	})
	return ok && k < len(p.Amounts)
}

// isPart says whether thing x is named as a part of a whole ("including €17bn
// in grants").
func (p *passage) isPart(x thing) bool {
	for k := x.first - 1; k >= max(p.sentenceStart(x.first), x.first-4); k-- {
		if p.has(k, part) {
			return true
		}
		if p.Tags[k] == annotate.VERB || p.Tags[k] == annotate.PUNCT {
			return false
		}
	}
	h := p.Head(x.head)
	if p.Relations[x.head] == "conj" && h >= 0 && h < x.first {
		c := p.Child(h, "case", "mark")
		return c >= 0 && p.has(c, part)
	}
	return h >= 0 && h < x.head && p.has(h, part) && p.isVerbal(h)
}

// isPassive says whether the verb i is passive, by its auxiliary or as a
// participle behind a noun or before it.
func (p *passage) isPassive(i int) bool {
	if p.Passive(i) {
		return true
	}
	r := p.Relations[i]
	return (r == "acl" || r == "amod") && p.isParticiple(i) && p.Child(i, "nsubj", "obj", "aux") < 0
}

// isParticiple says whether the verb i may be a past participle: it ends
// neither as a progressive nor as its own base.
func (p *passage) isParticiple(i int) bool {
	w := p.lower(i)
	n := len(w)
	return p.Tags[i] == annotate.VERB && !(n > 3 && w[n-3:] == "ing") && (w != p.Lemmas[i] || w == "set" || w == "cut" || w == "put")
}

// relatives returns the chains of the clauses behind thing x that tell what
// becomes of it: "the 31 tanks it promised Kyiv", "the aid blocked by Congress",
// "jets that Norway plans to send".
func (p *passage) relatives(x thing) [][]step {
	var out [][]step
	for k := max(x.noun, x.head); k < max(x.end, x.noun+1, x.head+1); k++ {
		out = append(out, p.behind(k, x)...)
	}
	if k := x.end + 1; k < len(p.Tokens) && p.held[k] > 0 && p.Timexes[p.held[k]-1].Type == annotate.TimexSet {
		out = append(out, p.behind(k, x)...) // $2bn a year they promised
	}
	return out
}

// behind returns the chains of the clauses that hang on noun i of thing x.
func (p *passage) behind(i int, x thing) [][]step {
	var out [][]step
	for _, j := range p.Children(i) {
		v := int(j)
		if v < i || p.Relations[v] != "acl" && p.Relations[v] != "advcl" || p.Tags[v] != annotate.VERB {
			continue
		}
		if steps := p.descend(v, x.head); len(steps) > 0 {
			out = append(out, steps)
		}
	}
	return out
}

// descend returns the chain of a relative clause with the verb v about the noun
// i, from its lowest infinitive up.
func (p *passage) descend(v, i int) []step {
	e := p.predicate(v)
	if e == nil {
		return nil
	}
	own := p.Child(v, "obj")
	if own >= 0 && p.Tags[own] == annotate.PRON && p.isRelative(own) {
		own = -1
	}
	if own >= 0 && own > v && len(p.actors(own)) == 0 && !p.has(own, organ) {
		return nil // it gives something else
	}
	if s := p.Child(v, "nsubj"); s >= 0 && p.isRelative(s) && !p.isPassive(v) && e.frame != frameCome {
		return nil // the thing itself gives
	}
	if p.lowerOf(v-1) == "to" && p.Child(v, "nsubj") < 0 {
		return nil // for a purpose: money to send
	}
	steps := []step{{v, i, e}}
	for range maxClimb {
		x := p.Child(v, "xcomp")
		if x < 0 {
			break
		}
		e := p.predicate(x)
		if e == nil {
			return nil
		}
		steps[0].from = x
		steps = append([]step{{x, i, e}}, steps...)
		v = x
	}
	return steps
}

func (p *passage) isRelative(i int) bool {
	switch p.lower(i) {
	case "that", "which", "who", "whom":
		return true
	}
	return false
}

// lowerOf is lower, "" out of range.
func (p *passage) lowerOf(i int) string {
	if i < 0 || i >= len(p.Tokens) {
		return ""
	}
	return p.lower(i)
}
