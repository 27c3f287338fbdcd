package coref

import (
	"strings"

	"onrecord/internal/annotate"
)

// Sentences back to what a nominal repeats.
const (
	farPerson = 12
	farOther  = 40
)

// appose joins a mention with the one that it stands beside: "Lahbib, Belgium's
// foreign minister," and "Lavrov is the foreign minister". It returns false if
// m stands beside none.
func (r *resolver) appose(i int) bool {
	m := &r.mentions[i]
	if m.joint || m.Plural {
		return false
	}
	if r.tree.Relations[m.top] == "appos" {
		if j := r.at(r.tree.Head(m.top)); j >= 0 && r.same(i, j) {
			r.chains.join(j, i)
			return true
		}
	}
	if c := r.tree.Child(m.top, "cop"); c >= 0 && m.Kind == annotate.Nominal && r.isPlainCopula(m.top, c) {
		j := r.at(r.tree.Child(m.top, "nsubj"))
		if j >= 0 && r.mentions[j].form == relative {
			j = r.chains.root(j) // "Berg, who is the minister"
		}
		if j >= 0 && r.mentions[j].Kind == annotate.Name && r.same(i, j) {
			r.chains.join(j, i)
			return true
		}
	}
	return false
}

// isPlainCopula says whether the predicate i with the copula c says what its
// subject is: now, surely and without a "not".
func (r *resolver) isPlainCopula(i, c int) bool {
	switch strings.ToLower(r.tree.Word(c)) {
	case "is", "'s", "’s", "are":
	default:
		return false
	}
	for _, j := range r.tree.Children(i) {
		switch r.tree.Relations[j] {
		case "aux", "mark":
			return false
		case "advmod":
			if r.tree.Is(int(j), "not", "never", "n't", "no") {
				return false
			}
		}
	}
	return true
}

// same says whether two mentions side by side can mean one: both a person, or
// both a body.
func (r *resolver) same(i, j int) bool {
	a, b := &r.mentions[i], &r.mentions[j]
	if b.Plural || b.joint || b.Kind == annotate.Pronoun || a.First <= b.Head && b.Head < a.End && a.Kind == annotate.Name {
		return false
	}
	x, y := r.chains.of(i), r.chains.of(j)
	if x.gender != y.gender && x.gender != annotate.UnknownGender && y.gender != annotate.UnknownGender {
		return false
	}
	if (x.sort == person) != (y.sort == person) {
		return false
	}
	return !x.named || !y.named // "KYIV (Lakeside Press)", "Berg, adviser to Lind"
}

// repeat joins a definite nominal with the latest mention that had its noun:
// one that was called so, or whose title or name has it.
func (r *resolver) repeat(i int) {
	m := &r.mentions[i]
	if !m.actor || !m.definite || m.joint {
		return
	}
	j, ok := r.called[m.lemma]
	if !ok {
		return
	}
	o := &r.mentions[j]
	far := farOther
	if m.sort == person {
		far = farPerson
	}
	if o.Plural != m.Plural || m.sentence-o.sentence > far || !r.modified(m, o) {
		return
	}
	if x := r.chains.of(j); x.gender != m.Gender && m.Gender != annotate.UnknownGender && x.gender != annotate.UnknownGender {
		return
	}
	r.chains.join(j, i)
}

// modified says whether all words that narrow m down stand in o too.
func (r *resolver) modified(m, o *mention) bool {
	for i := m.First; i < m.End; i++ {
		if i == m.Head {
			continue
		}
		switch r.tree.Tags[i] {
		case annotate.NOUN, annotate.PROPN, annotate.ADJ, annotate.NUM, annotate.PRON:
			if !r.has(o, r.tree.Lemmas[i]) {
				return false
			}
		}
	}
	return true
}

func (r *resolver) has(o *mention, lemma string) bool {
	for i := o.First; i < o.End; i++ {
		if strings.EqualFold(r.tree.Lemmas[i], lemma) {
			return true
		}
	}
	return false
}

// call remembers what mention i was called: by the noun of a nominal, the
// titles of a person, the last word of the name of a body.
func (r *resolver) call(i int) {
	m := &r.mentions[i]
	switch {
	case m.joint || m.Kind == annotate.Pronoun:
	case m.Kind == annotate.Nominal:
		if m.actor {
			r.called[m.lemma] = i
		}
	case m.Class == annotate.Person:
		for t := m.First; t < m.title; t++ {
			if s := strings.ToLower(r.tree.Lemmas[t]); r.tables.noun(s).sort == person {
				r.called[s] = i
			}
		}
	case m.Class == annotate.Organization:
		if s := strings.ToLower(r.tree.Word(m.Head)); r.tables.noun(s).sort == organization {
			r.called[s] = i
		}
	}
}
