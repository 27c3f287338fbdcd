package entity

import (
	"fmt"
	"slices"
	"sync"

	"onrecord/internal/annotate"
	"onrecord/internal/encoder"
	"onrecord/internal/head"
	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

// model is the head with what it remembers while it reads.
type model struct {
	names   *head.Linear
	scratch sync.Pool // of *scratch
}

// scratch is what reading a passage needs; it grows to the longest and is used
// again.
type scratch struct {
	ws     kernel.Workspace
	scores head.Scores
	bio    head.BIO
	spans  []head.Span
	names  []annotate.Entity
	votes  votes
}

// batchWords is how many words, in whole sentences, are scored together.
const batchWords = 256

// Stage gives entities, by the head in f on kernel k. It refuses weights whose
// labels are not [Labels].
func Stage(k *kernel.Kernel, f *weights.File) (annotate.Stage, error) {
	names, err := f.Strings("names")
	if err != nil {
		return annotate.Stage{}, fmt.Errorf("entity: %w", err)
	}
	if !slices.Equal(names, Labels()) {
		return annotate.Stage{}, fmt.Errorf("entity: %w: its labels are %v instead of %v", weights.ErrInvalid, names, Labels())
	}
	m := &model{}
	m.scratch.New = func() any { return new(scratch) }
	if m.names, err = head.LoadLinear(k, f, "name", encoder.Width, len(names)); err != nil {
		return annotate.Stage{}, fmt.Errorf("entity: %w", err)
	}
	return annotate.Stage{
		Name: "entity", Version: annotate.Version(1, f.Digest()),
		Needs: []annotate.Layer{annotate.LayerTokens, annotate.LayerSentences, annotate.LayerRows},
		Gives: []annotate.Layer{annotate.LayerEntities},
		Apply: m.apply,
	}, nil
}

// apply finds the names of one passage. A name never crosses the end of a sentence.
func (m *model) apply(l *annotate.Layers) error {
	s := m.scratch.Get().(*scratch)
	defer m.scratch.Put(s)
	m.find(s, l)
	names := trim(s.names, l)
	s.votes.agree(names, l)
	l.Entities = slices.Clone(names)
	return nil
}

// find puts the names of each sentence into s.names.
func (m *model) find(s *scratch, l *annotate.Layers) {
	s.names = s.names[:0]
	for rest := l.Sentences; len(rest) > 0; {
		first, n := rest[0].First, 1
		for n < len(rest) && rest[n].End-first <= batchWords {
			n++
		}
		s.scores = m.names.Score(&s.ws, s.scores, l.Rows.Int.Slice(first, rest[n-1].End))
		for _, x := range rest[:n] {
			s.spans = s.bio.Decode(s.spans[:0], s.scores.Slice(x.First-first, x.End-first), 0)
			before := len(s.names)
			for _, y := range s.spans {
				s.names = append(s.names, annotate.Entity{First: x.First + y.First, End: x.First + y.End, Class: classes[y.Class], Score: y.Score})
			}
			s.names = s.names[:before+len(join(s.names[before:]))]
		}
		rest = rest[n:]
	}
}
