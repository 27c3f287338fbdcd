// Package encode runs the encoder over a passage and leaves one row a word for
// the stages that judge words. It judges nothing itself.
package encode

import (
	"onrecord/internal/annotate"
	"onrecord/internal/encoder"
)

// Features tells the encoder of each word its shape, where it stands to
// quotation marks, and whether it begins a paragraph.
func Features(l *annotate.Layers) []encoder.Feature {
	f := make([]encoder.Feature, len(l.Tokens))
	for i := range f {
		f[i].Shape = encoder.ShapeOf(l.Word(i))
	}
	block := -1
	for _, s := range l.Sentences {
		if s.Block != block {
			f[s.First].First = true
			block = s.Block
		}
	}
	i := 0
	for _, q := range l.Quotes {
		if q.Depth > 0 {
			continue
		}
		for ; i < len(f) && l.Tokens[i].Start < q.End; i++ {
			switch w := l.Tokens[i]; {
			case w.Start < q.Start:
			case w.Start < q.Inner.Start:
				f[i].Quote = encoder.Opening
			case w.Start < q.Inner.End:
				f[i].Quote = encoder.Inside
			default:
				f[i].Quote = encoder.Closing
			}
		}
	}
	return f
}
