package action

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// voice tells who says that a deed is: the statements whose content holds its
// predicate, none if it is the outlet itself.
func (s *scene) voice(f *found, d *deed) {
	for _, k := range s.article.StatementsAt(s.passage, d.at) {
		st := &s.article.Statements[k]
		if st.Act == record.Gloss || slices.Contains(s.acts, k) {
			continue
		}
		if st.Act == record.Deny && len(f.AccordingTo) == 0 {
			f.denied = true
		}
		if f.denied && len(f.AccordingTo) > 0 {
			break // who denies it says so, not those who report that
		}
		f.AccordingTo = append(f.AccordingTo, st.ID)
		f.claimants = join(f.claimants, st.Speakers)
	}
	f.denied = f.denied || d.mood.denied
	if d.mood.denied && len(f.AccordingTo) == 0 {
		if k := s.article.CueOf(s.passage, s.Head(d.at)); s.Head(d.at) >= 0 && k >= 0 {
			f.AccordingTo = append(f.AccordingTo, s.article.Statements[k].ID)
			f.claimants = join(f.claimants, s.article.Statements[k].Speakers)
		}
	}
	slices.Sort(f.AccordingTo)
	f.AccordingTo = slices.Compact(f.AccordingTo)
}

// denial is a statement that denies what was told before without telling it
// again: "Moscow denied it".
type denial struct {
	statement         record.StatementID
	passage, sentence int
	at                int // byte of its cue
	speakers          []record.ActorID
}

// denials finds such statements of a passage.
func (s *scene) denials() []denial {
	var out []denial
	for k, o := range s.article.Origins {
		if o.Passage != s.passage || k >= len(s.article.Statements) {
			continue
		}
		st, a := &s.article.Statements[k], &s.layers.Attributions[o.Attribution]
		if st.Act != record.Deny && st.Act != record.Refuse || len(a.Content) == 0 || len(a.Cue) == 0 {
			continue
		}
		s.open()
		if s.points(a.Content) {
			out = append(out, denial{statement: st.ID, passage: s.passage, sentence: s.SentenceOf(a.Cue[0]), at: s.Tokens[a.Cue[0]].Start, speakers: st.Speakers})
		}
	}
	return out
}

// points says whether the words of a content only point at what was told: "it",
// "the accusation".
func (s *scene) points(content []int) bool {
	is := func(i int) bool { return mood("denied", s.Lemmas[i]) || mood("denied", s.low(i)) }
	verb := func(i int) bool { return s.Tags[i] == annotate.VERB && s.Relations[i] != "amod" }
	return len(content) <= 8 && slices.ContainsFunc(content, is) && !slices.ContainsFunc(content, verb)
}

// reach is how many sentences back a denial may point: to what others claim, and
// to what the outlet tells itself.
const (
	reach    = 3
	ownReach = 1
)

// deny gives each action the statements that deny it.
func (b *book) deny(denials []denial, whole func(record.ActorID) record.ActorID) {
	for k := range denials {
		d := &denials[k]
		near := b.within[d.passage]
		var told *found
		for _, i := range near {
			if f := &b.entries[i]; d.may(f, whole) && (told == nil || f.sentence > told.sentence || f.sentence == told.sentence && len(f.AccordingTo) > len(told.AccordingTo)) {
				told = f
			}
		}
		if told == nil {
			continue
		}
		by := told.AccordingTo
		for _, i := range near { // what is told in one breath is denied in one
			if f := &b.entries[i]; f.sentence == told.sentence && slices.Equal(f.AccordingTo, by) && !f.Negated && f.Tense != record.Future {
				f.DeniedIn = append(f.DeniedIn, d.statement)
			}
		}
	}
}

// may says whether d may deny what f tells: not long before, by somebody else.
func (d *denial) may(f *found, whole func(record.ActorID) record.ActorID) bool {
	switch {
	case f.Predicate.Start > d.at, f.sentence < d.sentence-reach, f.Negated, f.Tense == record.Future:
		return false
	case slices.Contains(f.AccordingTo, d.statement), overlap(f.claimants, d.speakers):
		return false
	}
	return len(f.AccordingTo) > 0 || f.sentence >= d.sentence-ownReach && accused(f, d, whole)
}

// accused says whether who denies did, or suffered, what f tells, by itself or
// by the whole that it belongs to.
func accused(f *found, d *denial, whole func(record.ActorID) record.ActorID) bool {
	for _, id := range d.speakers {
		is := func(other record.ActorID) bool { return other == id || whole(other) == whole(id) }
		if slices.ContainsFunc(f.Actors, is) || slices.ContainsFunc(f.Targets, is) {
			return true
		}
	}
	return false
}

// overlap says whether two lists of actors share one.
func overlap(a, b []record.ActorID) bool {
	return slices.ContainsFunc(a, func(id record.ActorID) bool { return slices.Contains(b, id) })
}
