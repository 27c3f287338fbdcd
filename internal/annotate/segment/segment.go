// Package segment cuts blocks into words, as Universal Dependencies cuts
// English (n't and 's apart, abbreviations, numbers and addresses whole), and
// words into sentences. It does not split a word into word pieces.
package segment

import (
	"onrecord/internal/annotate"
)

// Stage gives tokens and sentences.
func Stage() annotate.Stage {
	return annotate.Stage{
		Name: "segment", Version: "1",
		Needs: []annotate.Layer{annotate.LayerBlocks},
		Gives: []annotate.Layer{annotate.LayerTokens, annotate.LayerSentences},
		Apply: apply,
	}
}

func apply(l *annotate.Layers) error {
	t := l.Document.Text
	l.Tokens, l.Sentences = nil, nil
	for b, block := range l.Blocks {
		first := len(l.Tokens)
		l.Tokens = Words(l.Tokens, t, block.Span)
		l.Sentences = sentences(l.Sentences, t, l.Tokens, first, b)
	}
	return nil
}
