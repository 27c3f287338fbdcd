package encode

import (
	"onrecord/internal/annotate"
	"onrecord/internal/encoder"
	"onrecord/internal/kernel"
)

// Stage gives rows, made by e. count, if not nil, is told how much each passage
// was; it may be called at the same time for different passages.
func Stage(e *encoder.Encoder, count func(encoder.Count)) annotate.Stage {
	return annotate.Stage{
		Name: "encode", Version: annotate.Version(1, e.Digest()),
		Needs: []annotate.Layer{annotate.LayerTokens, annotate.LayerSentences, annotate.LayerQuotes},
		Gives: []annotate.Layer{annotate.LayerRows},
		Apply: func(l *annotate.Layers) error {
			n := len(l.Tokens)
			l.Rows = annotate.Rows{Width: encoder.Width, Data: kernel.Aligned[float32](n * encoder.Width), Int: kernel.NewRows(n, encoder.Width)}
			c := e.Encode(encoder.Text{Word: l.Word, Features: Features(l), Breaks: breaks(l)}, l.Rows.Data, l.Rows.Int)
			if count != nil {
				count(c)
			}
			return nil
		},
	}
}

// breaks tells where sentences and paragraphs begin.
func breaks(l *annotate.Layers) []encoder.Break {
	out := make([]encoder.Break, len(l.Tokens))
	block := -1
	for _, s := range l.Sentences {
		out[s.First] = encoder.SentenceBreak
		if s.Block != block {
			out[s.First] = encoder.ParagraphBreak
			block = s.Block
		}
	}
	return out
}
