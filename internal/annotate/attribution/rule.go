package attribution

import (
	"onrecord/internal/annotate"
	"onrecord/internal/lexicon"
)

// rules tell of attributions that were found their manner, act and clauses, out
// of tags, lemmas, trees and quotations.
type rules struct {
	acts     acts
	readings readings
	modals   *modals
}

type ruleScratch struct {
	lemmas  []string
	divider divider
	clauses []annotate.Clause
	ends    []int // of each attribution's clauses
}

func newRules() *rules {
	return &rules{acts: newActs(lexicon.Acts()), readings: newReadings(lexicon.Readings()), modals: newModals(lexicon.Modals())}
}

// apply completes the attributions of l.
func (r *rules) apply(s *ruleScratch, l *annotate.Layers) {
	t := tree{annotate.NewTree(l)}
	s.clauses, s.ends = s.clauses[:0], s.ends[:0]
	for i := range l.Attributions {
		a := &l.Attributions[i]
		a.Manner = mannerOf(l, a.Content)
		words := t.wordsOf(s.lemmas, r.modals.denials, a)
		s.lemmas = words.lemmas
		a.Act, a.Why = r.acts.of(words)
		s.clauses = s.divider.divide(t, r.modals, s.clauses, a.Cue, a.Content)
		s.ends = append(s.ends, len(s.clauses))
	}
	clauses := append([]annotate.Clause(nil), s.clauses...)
	from := 0
	for i, end := range s.ends {
		l.Attributions[i].Clauses = clauses[from:end:end]
		from = end
	}
	r.readings.mark(t)
}
