package attribution

import (
	"onrecord/internal/annotate"
	"onrecord/internal/head"
)

// cue is a run of words, first to end (exclusive), that attributes a content to
// a source.
type cue struct {
	first, end int
	score      float32
}

// The labels of a word toward cues: B and I follow.
const cueOutside, cueLabels = 0, 3

// cues labels the words of l and collects the cues. Boilerplate has none.
func (r *reader) cues(s *scratch, l *annotate.Layers) {
	s.scores = r.cue.Score(&s.ws, s.scores, l.Rows.Int)
	for i, barred := range s.barred {
		if barred {
			row := s.scores.Row(i)
			row[1] -= head.Forbidden
			row[2] -= head.Forbidden
		}
	}
	s.spans = s.bio.Decode(s.spans[:0], s.scores, r.bias)
	s.cues = s.cues[:0]
	for _, w := range s.spans {
		q := cue{first: w.First, end: w.End, score: 1}
		for i := w.First; i < w.End; i++ {
			q.score = min(q.score, 1-head.Probability(s.scores.Row(i), cueOutside))
		}
		s.cues = append(s.cues, q)
	}
}

// barred marks the words that are no part of the story.
func barred(dst []bool, l *annotate.Layers) []bool {
	dst = append(dst[:0], make([]bool, len(l.Tokens))...)
	for _, s := range l.Sentences {
		if l.Blocks[s.Block].Kind == annotate.Boilerplate {
			for i := s.First; i < s.End; i++ {
				dst[i] = true
			}
		}
	}
	return dst
}
