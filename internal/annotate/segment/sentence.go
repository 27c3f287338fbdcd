package segment

import (
	"onrecord/internal/annotate"
	"onrecord/internal/text"
)

// sentences appends the sentences of tokens[first:], all of block, to dst.
func sentences(dst []annotate.Sentence, t string, tokens []text.Span, first, block int) []annotate.Sentence {
	if first == len(tokens) {
		return dst
	}
	w := weights()
	p := newPassage(t, tokens[first:])
	begin := 0
	for i := 1; i < len(p.words); i++ {
		p.pass(i - 1)
		if p.possible(i) && w.score(p.features(begin, i)) > p.threshold(begin, i) {
			dst = append(dst, annotate.Sentence{First: first + begin, End: first + i, Block: block})
			begin = i
			p.reset()
		}
	}
	return append(dst, annotate.Sentence{First: first + begin, End: len(tokens), Block: block})
}
