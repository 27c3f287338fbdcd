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
		q.end = completed(l, w.First, w.End)
		if n := len(s.cues); n > 0 && s.cues[n-1].end > q.first {
			continue // the one before has taken its words
		}
		s.cues = append(s.cues, q)
	}
}

// completed is the end of the cue first to end with the verb that its words
// wait for: "may also" without "illustrate" attributes nothing.
func completed(l *annotate.Layers, first, end int) int {
	for i := first; i < end; i++ {
		if !waits(l.Tags[i]) {
			return end
		}
	}
	i := end
	for i < len(l.Tokens) && i < end+2 && waits(l.Tags[i]) {
		i++
	}
	if i < len(l.Tokens) && l.Tags[i] == annotate.VERB && int(l.Heads[first]) == i {
		return i + 1
	}
	return end
}

// waits says whether words of a part of speech lead up to a verb.
func waits(p annotate.UPOS) bool {
	return p == annotate.AUX || p == annotate.ADV || p == annotate.PART
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
