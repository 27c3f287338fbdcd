package coref

import "onrecord/internal/annotate"

// features is what the scorer is told of a pronoun and a candidate: numbers of
// values, one for each of the questions below.
type features [questions]uint8

// The questions, and how many values each has.
const (
	formAndRole = iota
	kindOf
	rolesOfBoth
	sentencesApart
	rank
	wordsApart
	treeOf
	position
	frequency
	agreement
	quotation
	speaking
	salience
	continuity
	choices
	latest
	conjunct
	depths
	questions
)

var values = [questions]int{12, 14, 44, 8, 12, 16, 8, 8, 6, 6, 8, 8, 8, 5, 6, 2, 3, 16}

// describe fills in the features of the candidates of the pronoun i, of which
// the first before come before it.
func (r *resolver) describe(i, before int) {
	p, m := &r.pairs, &r.mentions[i]
	few := place4(m.role)
	newest, busiest := -1, -1 // the latest subject, the most frequent chain
	roots := 0
	most := 0
	for k, c := range p.candidates {
		o := &r.mentions[c]
		if newest < 0 && k < before && (o.role == subject || o.role == passive) {
			newest = r.chains.root(c)
		}
		x := r.chains.of(c)
		if x.seen > most {
			most, busiest = x.seen, r.chains.root(c)
		}
		if x.last == c {
			roots++
		}
	}
	said := r.speakerOf(m.Head)
	for k, c := range p.candidates {
		o, root := &r.mentions[c], r.chains.root(c)
		x := &r.chains.known[root]
		var f features
		f[formAndRole] = family(m.form)*4 + uint8(few)
		f[kindOf] = kindNumber(o)
		f[rolesOfBoth] = uint8(int(o.role)*4 + few)
		d := m.sentence - o.sentence
		f[sentencesApart] = uint8(min(d, 6))
		f[rank] = uint8(min(k, 10))
		if k >= before {
			f[sentencesApart], f[rank] = 7, 11
		}
		f[wordsApart] = bucket(max(m.Head-o.Head, o.Head-m.Head))
		f[treeOf] = r.relation(m, o)
		f[position] = r.positionOf(m, o, c)
		f[frequency] = [8]uint8{0, 1, 2, 3, 4, 4, 5, 5}[min(x.seen, 7)]
		f[agreement] = agree(m, o, x)
		f[quotation] = quoting(m, o)
		f[speaking] = yes(said >= 0 && r.chains.root(said) == root)*4 + yes(r.speeches.cue[o.Head] > 0)*2 + yes(r.speeches.cue[m.Head] > 0)
		f[salience] = yes(root == newest)*4 + yes(root == busiest)*2 + yes(root == 0)
		f[continuity] = r.continues(i, root)
		f[choices] = uint8(min(roots, 5))
		f[latest] = yes(x.last == c)
		f[conjunct] = r.conjunct(o)
		f[depths] = r.depth(m)*4 + r.depth(o)
		p.features = append(p.features, f)
	}
}

func yes(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// place4 puts roles into four groups: subject, object, possessive and others.
func place4(r role) int {
	switch r {
	case subject, passive:
		return 0
	case object, recipient:
		return 1
	case possessor:
		return 2
	}
	return 3
}

// kindNumber tells what a candidate is: 0 to 4 a name by its class, 5 to 9 a
// nominal by its sort, 10 several together, 11 to 13 a pronoun.
func kindNumber(o *mention) uint8 {
	switch {
	case o.joint:
		return 10
	case o.Kind == annotate.Name:
		return uint8(o.Class)
	case o.Kind == annotate.Nominal:
		return 5 + uint8(o.sort)
	}
	return 11 + family(o.form)
}

// family makes one of he and she, so that both are learned alike.
func family(f form) uint8 {
	switch f {
	case it:
		return 1
	case they:
		return 2
	}
	return 0
}

// conjunct tells whether o is the first of several with "and" between, 1, or
// another of them, 2.
func (r *resolver) conjunct(o *mention) uint8 {
	switch {
	case r.tree.Relations[o.top] == "conj":
		return 2
	case r.tree.Child(o.top, "conj") >= 0:
		return 1
	}
	return 0
}

// depth tells how many clauses are above that of o, 3 for more.
func (r *resolver) depth(o *mention) uint8 {
	d, i := uint8(0), o.clause
	for n := 0; i >= 0 && d < 3 && n < 24; n++ {
		switch r.tree.Relations[i] {
		case "ccomp", "xcomp", "advcl", "acl", "csubj":
			d++
		}
		i = r.tree.Head(i)
	}
	return d
}

// relation tells where the clause of o stands to that of m.
func (r *resolver) relation(m, o *mention) uint8 {
	switch {
	case m.sentence != o.sentence || m.clause < 0 || o.clause < 0:
		return 0
	case m.clause == o.clause:
		return 1
	case r.tree.Above(o.clause, m.clause):
		if r.tree.Relations[m.clause] == "conj" {
			return 4
		}
		return 2
	case r.tree.Above(m.clause, o.clause):
		return 3
	case r.tree.Above(o.top, m.clause):
		return 6
	}
	return 5
}

func (r *resolver) positionOf(m, o *mention, c int) uint8 {
	first := c == 0 || r.mentions[c-1].sentence != o.sentence
	s := r.tree.Sentences
	begins := o.sentence == 0 || s[o.sentence-1].Block != s[o.sentence].Block
	return yes(first)*4 + yes(begins)*2 + yes(s[m.sentence].Block == s[o.sentence].Block)
}

func agree(m, o *mention, x *chain) uint8 {
	switch {
	case o.Gender == m.Gender && m.Gender != annotate.UnknownGender:
		return 1
	case x.gender == m.Gender && m.Gender != annotate.UnknownGender:
		return 2
	case x.gender == annotate.UnknownGender:
		return 0
	case o.Plural == m.Plural:
		return 3
	}
	return 4
}

func quoting(m, o *mention) uint8 {
	switch {
	case m.quote < 0 && o.quote < 0:
		return 0
	case m.quote == o.quote:
		return 1
	case o.quote < 0:
		return 2
	case m.quote < 0:
		return 3
	}
	return 4
}

// continues tells how near the last pronoun of the same form is, if it has the
// chain root: 0 if not.
func (r *resolver) continues(i, root int) uint8 {
	m := &r.mentions[i]
	for j := i - 1; j >= 0 && j >= i-maxPairs; j-- {
		o := &r.mentions[j]
		if o.Kind != annotate.Pronoun || o.form != m.form {
			continue
		}
		if r.chains.root(j) != root {
			return 0
		}
		return 1 + uint8(min(m.sentence-o.sentence, 3))
	}
	return 0
}

// bucket puts a distance in words into 16 classes: 0 to 4 exactly, then two to
// the octave.
func bucket(d int) uint8 {
	for k, least := range [...]int{1, 2, 3, 4, 5, 6, 8, 12, 16, 23, 32, 46, 64, 91, 128} {
		if d < least {
			return uint8(k)
		}
	}
	return 15
}
