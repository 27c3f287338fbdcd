package coref

import (
	"onrecord/internal/annotate"
	"onrecord/internal/kernel"
)

// How far an antecedent may be.
const (
	farWords   = 600
	maxPairs   = 40  // candidates of one pronoun
	maxLooks   = 160 // mentions that are looked at for them
	lookBeyond = 12  // mentions behind the pronoun in its sentence
)

// pairs is what is found of one pronoun, used again for the next.
type pairs struct {
	quotes     []int32 // of each word of the passage
	candidates []int
	features   []features
	scores     []float32
	barred     []int // roots of chains that the pronoun cannot mean
}

// scorer scores candidates of one pronoun: a score each, and before them that
// of meaning none of them.
type scorer interface {
	begin(r *resolver) // a passage
	score(r *resolver, anaphor int, p *pairs) []float32
}

// refer joins the pronoun i with the chain that it most probably means: the
// probabilities of the candidates of one chain add up.
func (r *resolver) refer(i int) {
	p := &r.pairs
	r.collect(i)
	if len(p.candidates) == 0 {
		return
	}
	scores := r.score.score(r, i, p)
	if len(scores) == 0 {
		return
	}
	total := kernel.LogSumExp(scores)
	for k, x := range scores {
		scores[k] = kernel.Exp(x - total)
	}
	best, at := scores[0], -1
	for k, c := range p.candidates {
		root, sum := r.chains.root(c), float32(0)
		for o, d := range p.candidates {
			if r.chains.root(d) != root {
				continue
			}
			if o < k { // counted already
				sum = 0
				break
			}
			sum += scores[1+o]
		}
		if sum > best {
			best, at = sum, c
		}
	}
	if at >= 0 {
		r.chains.join(at, i)
		r.mentions[i].Score = best
	}
}

// collect lists the mentions that the pronoun i can mean, the nearest first,
// those behind it last.
func (r *resolver) collect(i int) {
	p := &r.pairs
	m := &r.mentions[i]
	p.candidates, p.features = p.candidates[:0], p.features[:0]
	r.bar(i)
	for j, looks := i-1, 0; j >= 0 && looks < maxLooks && len(p.candidates) < maxPairs; j, looks = j-1, looks+1 {
		if m.Head-r.mentions[j].Head > farWords {
			break
		}
		if r.canMean(i, j) {
			p.candidates = append(p.candidates, j)
		}
	}
	before := len(p.candidates)
	for j := i + 1; j < len(r.mentions) && j <= i+lookBeyond && r.mentions[j].sentence == m.sentence; j++ {
		if r.mentions[j].Kind != annotate.Pronoun && r.canMean(i, j) {
			p.candidates = append(p.candidates, j)
		}
	}
	r.describe(i, before)
}

// bar finds the chains that the pronoun i cannot mean for where it stands: what
// acts on it in the same clause, what it is a part of or joined with, and, in a
// quotation, who speaks.
func (r *resolver) bar(i int) {
	p, m := &r.pairs, &r.mentions[i]
	p.barred = p.barred[:0]
	bar := func(j int) {
		if j >= 0 && j != i {
			p.barred = append(p.barred, r.chains.root(j))
		}
	}
	for j := i - 1; j >= 0 && j >= i-8; j-- { // "his brother", and so what "his brother" is called by
		if o := &r.mentions[j]; o.First <= m.First && m.End <= o.End {
			bar(j)
		}
	}
	if m.top < 0 {
		return
	}
	for _, c := range r.tree.Children(m.top) { // "he and Berg"
		if r.tree.Relations[c] == "conj" {
			bar(r.at(int(c)))
		}
	}
	if r.tree.Relations[m.top] == "conj" {
		bar(r.at(r.tree.Head(m.top)))
	}
	if !m.reflexive && m.clause >= 0 && m.clause != m.top {
		switch m.role {
		case object, recipient:
			bar(r.at(r.tree.Subject(m.clause)))
		case subject, passive:
			bar(r.at(r.tree.Child(m.clause, "obj")))
			bar(r.at(r.tree.Child(m.clause, "iobj")))
		}
	}
	if m.quote >= 0 {
		bar(r.speakerOf(m.Head))
	}
}

// canMean says whether the pronoun i can mean mention j by number, gender and
// kind, and for where it stands.
func (r *resolver) canMean(i, j int) bool {
	m, o := &r.mentions[i], &r.mentions[j]
	if o.First <= m.First && m.End <= o.End {
		return false
	}
	if o.Kind == annotate.Pronoun && o.form != m.form {
		return false
	}
	for _, b := range r.pairs.barred {
		if r.chains.root(j) == b {
			return false
		}
	}
	x := r.chains.of(j)
	if o.Kind == annotate.Pronoun {
		return true
	}
	switch m.form {
	case he, she:
		return !o.Plural && !o.joint && r.isPerson(o, x) && (x.gender == annotate.UnknownGender || x.gender == m.Gender || o.Kind == annotate.Name && x.gender == annotate.Neuter)
	case it:
		return !o.Plural && !o.joint && x.sort != person && x.gender != annotate.Female && x.gender != annotate.Male
	case they:
		return o.Plural || o.joint || x.plural || x.sort == organization || x.sort == people || o.Kind == annotate.Name && o.Class != annotate.Person
	}
	return false
}

// isPerson says whether o may be a person: names of unclear class may.
func (r *resolver) isPerson(o *mention, x *chain) bool {
	if o.Kind == annotate.Name {
		return o.Class == annotate.Person || x.sort == person || o.Class == annotate.Other || o.Class == annotate.Organization && o.title == o.First
	}
	return o.sort == person
}

// How far back a name reveals whom pronouns meant.
const (
	revealSentences = 4
	revealMentions  = 80
)

// reveal joins the name i with pronouns before it that mean nobody yet. One
// word alone, which was not there before, stands for somebody whom the reader
// is held to know: of an excerpt that begins "He grew up in Evanston" and goes
// on "MacKenzie studied with Leach", the man.
func (r *resolver) reveal(i int) {
	m := &r.mentions[i]
	if m.Class != annotate.Person || m.Head != m.title || r.chains.of(i).seen > 0 || m.role == apposed || m.role >= inner || m.quote >= 0 {
		return
	}
	gender := r.chains.of(i).gender
	for j := i - 1; j >= 0 && j >= i-revealMentions && m.sentence-r.mentions[j].sentence <= revealSentences; j-- {
		o := &r.mentions[j]
		if o.form != he && o.form != she || o.sentence == m.sentence || o.quote >= 0 {
			continue
		}
		root := r.chains.root(j)
		if r.chains.known[root].named || r.mentions[root].Kind != annotate.Pronoun {
			continue
		}
		if gender == annotate.UnknownGender || gender == o.Gender {
			r.chains.join(j, i)
			return
		}
	}
}
