package timex

import (
	"onrecord/internal/annotate"
)

// tag returns the part of speech of the word that lexeme i lies in, X where
// there is none.
func (r *reader) tag(i int) annotate.UPOS {
	t := r.at(i).token
	if t < 0 || t >= len(r.l.Tags) {
		return annotate.X
	}
	return r.l.Tags[t]
}

// properAt says whether lexeme i is a name with a capital that has nothing to do
// with time.
func (r *reader) properAt(i int) bool {
	w := r.word(i)
	return r.tag(i) == annotate.PROPN && r.capital(i) && w.month == 0 && w.weekday == 0 && w.season == 0 && w.position == noPosition
}

// verbLike says whether lexeme i is used as a verb: "March" in "they march".
func (r *reader) verbLike(i int) bool {
	t := r.tag(i)
	return t == annotate.VERB || t == annotate.AUX
}

// preposition says whether "following" at i is one: "following Monday's debate".
func (r *reader) preposition(i int) bool {
	return r.word(i).position == following && r.verbLike(i) && !r.is(i-1, "the", "on", "for", "in", "this")
}

// plural says whether lexeme i is a noun in the plural.
func (r *reader) plural(i int) bool {
	t := r.at(i).token
	if t < 0 || t >= len(r.l.Tags) || r.l.Tags[t] != annotate.NOUN || t >= len(r.l.Lemmas) {
		return false
	}
	w := r.l.Word(t)
	return len(w) > 2 && w[len(w)-1] == 's' && w != r.l.Lemmas[t] || w == "people"
}
