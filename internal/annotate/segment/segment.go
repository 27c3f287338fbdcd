// Package segment cuts blocks into words, as Universal Dependencies cuts
// English (n't and 's apart, compounds at their hyphens; abbreviations,
// numbers, addresses and runs of one mark whole), and words into sentences. It
// does not cut a word into word pieces, and it never changes a letter.
package segment

import (
	"onrecord/internal/annotate"
	"onrecord/internal/text"
)

// Stage gives tokens and sentences.
func Stage() annotate.Stage {
	return annotate.Stage{
		Name: "segment", Version: annotate.Version(3, tableText, borderText),
		Needs: []annotate.Layer{annotate.LayerBlocks},
		Gives: []annotate.Layer{annotate.LayerTokens, annotate.LayerSentences},
		Apply: apply,
	}
}

func apply(l *annotate.Layers) error {
	t := l.Document.Text
	l.Tokens = make([]text.Span, 0, len(t)/5)
	l.Sentences = make([]annotate.Sentence, 0, len(t)/100+len(l.Blocks))
	for b, block := range l.Blocks {
		first := len(l.Tokens)
		l.Tokens = Words(l.Tokens, t, block.Span)
		l.Sentences = sentences(l.Sentences, t, l.Tokens, first, b)
	}
	return nil
}
