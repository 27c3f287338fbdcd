package engine

import (
	"onrecord/internal/annotate"
)

// MaxPassage is the most tokens that stages see at a time. It bounds the
// memory that one document takes.
const MaxPassage = 8192

// passages cuts a document into runs of at most MaxPassage tokens: at a block's
// border where that is possible, else at a sentence's, else between two tokens.
// A document without words is one empty passage less.
func passages(l *annotate.Layers) []*annotate.Layers {
	var out []*annotate.Layers
	first := 0 // sentence
	for first < len(l.Sentences) {
		start := l.Sentences[first].First
		if s := l.Sentences[first]; s.End-start > MaxPassage {
			out = append(out, long(l, s)...)
			first++
			continue
		}
		end, border := first, first
		for end < len(l.Sentences) && l.Sentences[end].End-start <= MaxPassage {
			end++
			if end == len(l.Sentences) || l.Sentences[end].Block != l.Sentences[end-1].Block {
				border = end
			}
		}
		if border > first {
			end = border
		}
		out = append(out, passage(l, start, l.Sentences[end-1].End, l.Sentences[first:end]))
		first = end
	}
	return out
}

// long cuts one sentence of more than MaxPassage tokens.
func long(l *annotate.Layers, s annotate.Sentence) []*annotate.Layers {
	var out []*annotate.Layers
	for at := s.First; at < s.End; at += MaxPassage {
		end := min(at+MaxPassage, s.End)
		out = append(out, passage(l, at, end, []annotate.Sentence{{First: at, End: end, Block: s.Block}}))
	}
	return out
}

// passage is the layers of the tokens first to end, counted from zero.
func passage(l *annotate.Layers, first, end int, sentences []annotate.Sentence) *annotate.Layers {
	p := &annotate.Layers{Document: l.Document, Blocks: l.Blocks, Facts: l.Facts, Tokens: l.Tokens[first:end:end]}
	p.Sentences = make([]annotate.Sentence, len(sentences))
	for i, s := range sentences {
		p.Sentences[i] = annotate.Sentence{First: s.First - first, End: s.End - first, Block: s.Block}
	}
	return p
}
