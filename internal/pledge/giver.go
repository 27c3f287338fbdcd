package pledge

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// giver returns who does what step k of a chain says.
func (p *passage) giver(chain []step, k int) int {
	s := chain[k]
	if s.class == noun {
		if who := p.ownerOf(s.at); who >= 0 {
			return who
		}
		return p.Oblique(s.at, "by", "from")
	}
	if p.isPassive(s.at) && !(s.frame == frameIntend && k > 0) { // is expected to send
		return p.Agent(s.at)
	}
	if n := p.nsubj(s.at); n >= 0 {
		return n
	}
	if k+1 < len(chain) {
		if o := p.whom(chain[k+1], s.at); o >= 0 { // wants the bloc to release
			return o
		}
		switch up := chain[k+1]; up.frame {
		case frameAsk:
			return p.addressee(up)
		case framePropose, frameBar:
			return -1
		default:
			return p.giver(chain, k+1)
		}
	}
	return p.subject(s.at)
}

// whom returns the actor that the verb of meaning at step s wants to do what
// stands at token do; -1 for none.
func (p *passage) whom(s step, do int) int {
	if s.frame != frameIntend || s.class != verb || s.at > do {
		return -1
	}
	for _, j := range p.Children(s.at) {
		if k := int(j); k > s.at && k < do && (p.Relations[k] == "obj" || p.Relations[k] == "iobj") && (len(p.actors(k)) > 0 || p.has(k, organ) && p.Tags[k] == annotate.NOUN) {
			return k
		}
	}
	return -1
}

// doers returns the actors of the subject i. A pronoun that is the subject of
// what somebody says means the one who says it, where nothing else is known or
// it is one of several who say it: "Denmark and Norway said they would send".
func (p *passage) doers(i int) []record.ActorID {
	if i >= 0 && p.has(i, goods) {
		return nil
	}
	ids := p.actors(i)
	if i < 0 || p.Tags[i] != annotate.PRON || p.Relations[i] != "nsubj" {
		return ids
	}
	n := p.speaker(i)
	if n < 0 {
		return ids
	}
	said := p.actors(n)
	for _, id := range ids {
		if !slices.Contains(said, id) {
			return ids
		}
	}
	switch p.lower(i) {
	case "it", "they", "he", "she", "we", "i":
		return said
	}
	return ids
}

// speaker returns the subject that the pronoun i, subject of a verb, may mean:
// that of the verb of saying above, or, in a relative clause, that of the verb
// above it ("the US has sent half of the tanks it promised"); -1 for none.
func (p *passage) speaker(i int) int {
	v := p.Head(i)
	if v < 0 || p.Head(v) < 0 {
		return -1
	}
	switch p.Relations[v] {
	case "ccomp":
		n := p.nsubj(p.Head(v))
		if n < 0 && p.Relations[p.Head(v)] == "conj" { // was ready and noted that it had
			n = p.subject(p.Head(v))
		}
		if n < i || p.Head(v) > v {
			return n
		}
	case "acl":
		k := p.Head(v)
		for range maxClimb {
			if k < 0 || p.Tags[k] == annotate.VERB {
				break
			}
			k = p.Head(k)
		}
		if k >= 0 && k != v {
			if n := p.subject(k); n < i {
				return n
			}
		}
	}
	return -1
}

// nsubj returns the subject that hangs on verb i, the antecedent of a relative
// pronoun; -1 if it has none of its own or that is the thing.
func (p *passage) nsubj(i int) int {
	n := -1
	for _, j := range p.Children(i) {
		if p.Relations[j] == "nsubj" && (n < 0 || int(j) < i && p.Tags[j] != annotate.DET) {
			n = int(j)
		}
	}
	if n < 1 || p.refs[n] > 0 || !p.isRelative(n) {
		return n
	}
	if p.Relations[i] == "acl" {
		return p.Head(i)
	}
	if k := n - 1; k > 0 && p.Word(k) == "," && p.isNominal(k-1) { // Japan, which had promised
		return k - 1
	}
	return n
}

// subject returns the subject of verb i, or that of the clause to which it is
// an adjunct or a conjunct ("urged members to give more, proposing a package").
func (p *passage) subject(i int) int {
	for range maxClimb {
		if n := p.nsubj(i); n >= 0 {
			return n
		}
		switch p.Relations[i] {
		case "conj", "advcl", "xcomp", "ccomp", "parataxis":
		default:
			return -1
		}
		if i = p.Head(i); i < 0 || !p.isVerbal(i) && p.Tags[i] != annotate.ADJ {
			return -1
		}
		if p.isPassive(i) {
			return -1
		}
	}
	return -1
}

// addressee returns whom an asking predicate asks.
func (p *passage) addressee(s step) int {
	if s.class == verb && p.isPassive(s.at) {
		return p.Child(s.at, "nsubj")
	}
	for _, j := range p.Children(s.at) {
		k := int(j)
		if k < s.at || k == s.from && !p.isVerbal(k) {
			continue
		}
		switch p.Relations[k] {
		case "obj", "iobj":
			if len(p.actors(k)) > 0 {
				return k
			}
		case "obl", "nmod":
			if slices.Contains([]string{"on", "upon", "from", "to", "of", ""}, p.Preposition(k)) && len(p.actors(k)) > 0 {
				return k
			}
		}
	}
	if s.from >= 0 && p.isVerbal(s.from) { // urged that Germany send
		if n := p.Child(s.from, "nsubj"); n > s.at {
			return n
		}
	}
	if s.frame == frameAsk && s.class == verb && s.from >= 0 { // from donors
		if k := p.Oblique(s.from, "from"); k >= 0 {
			return k
		}
	}
	return -1
}

// ownerOf returns whose the predicate noun i is.
func (p *passage) ownerOf(i int) int {
	owner, named := p.possessor(i)
	if owner >= 0 {
		return owner
	}
	if named >= 0 && p.isRegistered(named) {
		return named
	}
	if h := p.Head(i); h >= 0 && p.has(h, light) && p.isVerbal(h) && (p.Relations[i] == "obj" || p.Relations[i] == "obl") && !p.isPassive(h) {
		return p.subject(h)
	}
	return -1
}
