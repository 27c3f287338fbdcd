package attribution

import "onrecord/internal/annotate"

// extend adds to the content of cue q, s.words[from:], the phrase right behind
// it that hangs on one of its words and reaches to a mark: "commitment to
// supporting Kyiv | in the long term,". labels are those of the words from low.
func (s *scratch) extend(l *annotate.Layers, q cue, labels []uint8, low, from int) {
	if len(s.words) == from {
		return
	}
	first := s.words[len(s.words)-1] + 1
	end := phrase(l, first, low+len(labels))
	if end == first {
		return
	}
	top := -1 // the word of the phrase that hangs outside
	for i := first; i < end; i++ {
		if labels[i-low] != outside || s.barred[i] || i >= q.first && i < q.end {
			return
		}
		if h := int(l.Heads[i]); h < first || h >= end {
			if top >= 0 || h < low || h-low >= len(labels) || labels[h-low] != content {
				return
			}
			top = i
		}
	}
	if top < 0 || l.Relations[top] != "obl" && l.Relations[top] != "nmod" {
		return
	}
	for i := first; i < end; i++ {
		s.words = append(s.words, i)
	}
}

// phrase is the end of the words from first to the next mark before limit;
// first if there is none.
func phrase(l *annotate.Layers, first, limit int) int {
	for i := first; i < limit; i++ {
		if l.Tags[i] == annotate.PUNCT {
			return i
		}
	}
	return first
}
