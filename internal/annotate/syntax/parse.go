package syntax

import (
	"math"

	"onrecord/internal/annotate"
	"onrecord/internal/head"
	"onrecord/internal/kernel"
)

// How many words go through the products together: enough that weights are not
// read for a few words, few enough that what is between stays in the cache.
const (
	batchWords = 128 // in whole stretches
	labelWords = 32  // a word has a term for each relation
)

// runOn is the relation of what is parsed apart from the beginning of an
// overlong sentence.
const runOn = "parataxis"

// scratch is what parsing a passage needs; it grows to the longest and is used
// again.
type scratch struct {
	ws        kernel.Workspace
	stretches []stretch
	tags      head.Scores
	arcs      head.Pairs
	labels    head.Pairs
	table     []float32
	heads     []int32
	scores    []float32
	tree      head.Tree
}

// stretch is what gets a tree of its own: words first to end. That is a
// sentence, but one of more than head.MaxTree words is cut into stretches of
// nearly equal length, so that work grows with the text alone. Such sentences
// are tables and lists that no rule could cut.
type stretch struct {
	first, end int
	goesOn     bool // begins inside a sentence
}

// parse tags words and finds trees.
func (m *model) parse(s *scratch, l *annotate.Layers) {
	s.stretches = stretches(s.stretches[:0], l.Sentences)
	if s.scores == nil {
		s.scores = make([]float32, len(m.relations))
	}
	for rest := s.stretches; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].end-rest[0].first <= batchWords {
			n++
		}
		m.batch(s, l, rest[:n])
		rest = rest[n:]
	}
	root := 0
	for _, x := range s.stretches {
		own := x.first
		for l.Heads[own] != head.Root {
			own++
		}
		if x.goesOn {
			l.Heads[own], l.Relations[own] = int32(root), runOn
		} else {
			root = own
		}
	}
}

func stretches(dst []stretch, sentences []annotate.Sentence) []stretch {
	for _, s := range sentences {
		parts := (s.End - s.First + head.MaxTree - 1) / head.MaxTree
		for first := s.First; parts > 0; parts-- {
			end := first + (s.End-first+parts-1)/parts
			dst = append(dst, stretch{first: first, end: end, goesOn: first > s.First})
			first = end
		}
	}
	return dst
}

// batch does it for neighboring stretches.
func (m *model) batch(s *scratch, l *annotate.Layers, all []stretch) {
	first, end := all[0].first, all[len(all)-1].end
	rows := l.Rows.Int.Slice(first, end)
	s.tags = m.tags.Score(&s.ws, s.tags, rows)
	for i := range end - first {
		l.Tags[first+i] = annotate.UPOS(head.Argmax(s.tags.Row(i)))
	}

	m.arcs.Firsts(&s.arcs, rows)
	m.arcs.Seconds(&s.arcs, rows)
	for _, x := range all {
		n := x.end - x.first
		if len(s.heads) < n {
			s.heads, s.table = make([]int32, n), kernel.Aligned[float32](n*(n+1))
		}
		m.arcs.Table(&s.arcs, s.table, x.first-first, x.end-first, m.root)
		s.tree.Decode(s.table, s.heads[:n])
		for i, h := range s.heads[:n] {
			if h != head.Root {
				h += int32(x.first)
			}
			l.Heads[x.first+i] = h
		}
	}

	m.labels.Seconds(&s.labels, rows)
	for from := first; from < end; from += labelWords {
		to := min(from+labelWords, end)
		m.labels.Firsts(&s.labels, l.Rows.Int.Slice(from, to))
		for i := from; i < to; i++ {
			h := l.Heads[i]
			if h == head.Root {
				l.Relations[i] = rootRelation
				continue
			}
			m.labels.Label(&s.labels, s.scores, i-from, int(h)-first)
			s.scores[m.rootLabel] = float32(math.Inf(-1))
			l.Relations[i] = m.relations[head.Argmax(s.scores)]
		}
	}
}
