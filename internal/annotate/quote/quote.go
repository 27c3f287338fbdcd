// Package quote finds what stands between quotation marks: paired, nested,
// continued over paragraphs, double or single, curly, straight or guillemets,
// and unclosed. It does not say who is quoted, nor whether what is quoted was
// said.
package quote

import (
	"onrecord/internal/annotate"
)

// Stage gives quotes.
func Stage() annotate.Stage {
	return annotate.Stage{
		Name: "quote", Version: annotate.Version(2),
		Needs: []annotate.Layer{annotate.LayerTokens, annotate.LayerSentences},
		Gives: []annotate.Layer{annotate.LayerQuotes}, Apply: apply,
	}
}

// apply pairs the marks of each block: a quotation never crosses the end of
// its block. Where the last one of a block is left open and the next block
// begins with its opening mark, that one continues it.
func apply(l *annotate.Layers) error {
	l.Quotes = nil
	p := pairing{l: l}
	open := none // the kind of quotation that the block before left open
	for s := 0; s < len(l.Sentences); {
		first, block := l.Sentences[s].First, l.Sentences[s].Block
		end := first
		for ; s < len(l.Sentences) && l.Sentences[s].Block == block; s++ {
			end = l.Sentences[s].End
		}
		next := none
		if s < len(l.Sentences) {
			next = p.opening(l.Sentences[s].First)
		}
		left := p.block(first, end, open, next)
		if k := l.Blocks[block].Kind; k != annotate.Boilerplate && k != annotate.Caption {
			open = left // a picture or a link may stand between the paragraphs of a speech
		}
	}
	return nil
}
