package attribution

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/head"
)

// What may not be told of a word, as bits: of the cue itself and of
// boilerplate neither role.
const neither = 1<<source | 1<<content

// found is a cue with its source and content: scratch.words[source:content]
// and scratch.words[content:until].
type found struct {
	cue
	source, content, until int
}

// lonely is how sure a cue must be that has no source: of those less sure a
// third are right, and a record of nobody's words is worth little (PolNeAR dev).
const lonely = 0.9

// read finds the source and the content of each cue. A cue without a content
// is dropped, and so is an unsure one without a source.
func (r *reader) read(s *scratch, l *annotate.Layers, c *Context) {
	r.pair.prepare(&s.pairs, l.Rows.Data, l.Rows.Int, s.cues)
	s.found, s.words = s.found[:0], s.words[:0]
	for k, q := range s.cues {
		scores := r.pair.score(&s.pairs, c, k, q)
		labels := r.label(s, c, q, scores)
		low, _ := reachOf(q, len(c.Border))
		f := found{cue: q, source: len(s.words)}
		s.words = appendLabeled(s.words, labels, source, low)
		f.content = len(s.words)
		s.words = appendLabeled(s.words, labels, content, low)
		s.extend(l, q, labels, low, f.content)
		f.until = len(s.words)
		if f.content == f.until || f.source == f.content && q.score < lonely {
			s.words = s.words[:f.source]
			continue
		}
		s.found = append(s.found, f)
	}
}

// label decodes the roles of the words in reach of q.
func (r *reader) label(s *scratch, c *Context, q cue, scores head.Scores) []uint8 {
	low, high := reachOf(q, len(c.Border))
	s.class, s.forbidden = s.class[:0], s.forbidden[:0]
	for i := low; i < high; i++ {
		s.class = append(s.class, uint8(c.border(q, i)))
		mask := uint8(0)
		if s.barred[i] || i >= q.first && i < q.end {
			mask = neither
		}
		s.forbidden = append(s.forbidden, mask)
	}
	s.labels = slices.Grow(s.labels[:0], high-low)[:high-low]
	r.chain.Viterbi(&s.lattice, head.Sequence{Scores: scores, Class: s.class, Forbidden: s.forbidden}, s.labels)
	return s.labels
}

// border is the class of the boundary before word i toward q, whose own ends
// count where there is no other boundary.
func (c *Context) border(q cue, i int) Border {
	switch b := c.Border[i]; {
	case b != Inner:
		return b
	case i == q.end:
		return CueBefore
	case i == q.first:
		return CueAfter
	}
	return Inner
}

func appendLabeled(dst []int, labels []uint8, label uint8, low int) []int {
	for i, l := range labels {
		if l == label {
			dst = append(dst, low+i)
		}
	}
	return dst
}

// attributions copies what was found out of the scratch.
func (s *scratch) attributions() []annotate.Attribution {
	n := len(s.words)
	for _, f := range s.found {
		n += f.cue.end - f.cue.first
	}
	words := make([]int, 0, n)
	take := func(from []int) []int {
		words = append(words, from...)
		return words[len(words)-len(from) : len(words) : len(words)]
	}
	out := make([]annotate.Attribution, len(s.found))
	for i, f := range s.found {
		a := &out[i]
		a.Source, a.Content, a.Score = take(s.words[f.source:f.content]), take(s.words[f.content:f.until]), calibrated(f.score)
		for w := f.first; w < f.cue.end; w++ {
			words = append(words, w)
		}
		a.Cue = words[len(words)-(f.cue.end-f.first) : len(words) : len(words)]
	}
	return out
}
