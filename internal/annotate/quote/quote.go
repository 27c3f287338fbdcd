// Package quote finds what stands between quotation marks: paired, nested,
// continued over paragraphs, curly, straight or guillemets, and unclosed.
package quote

import (
	"onrecord/internal/annotate"
	"onrecord/internal/text"
)

// Stage gives quotes.
func Stage() annotate.Stage {
	return annotate.Stage{
		Name: "quote", Version: "1",
		Needs: []annotate.Layer{annotate.LayerTokens, annotate.LayerSentences},
		Gives: []annotate.Layer{annotate.LayerQuotes}, Apply: apply,
	}
}

// apply pairs the double marks of each block; a quotation never crosses its end.
func apply(l *annotate.Layers) error {
	open, block := -1, -1
	var straight bool
	end := func(e int) {
		if open >= 0 {
			q := &l.Quotes[open]
			q.End, q.Inner.End = e, e
			open = -1
		}
	}
	last := 0
	for _, s := range l.Sentences {
		if s.Block != block {
			end(last)
			block = s.Block
		}
		for i := s.First; i < s.End; i++ {
			w, sp := l.Word(i), l.Tokens[i]
			switch {
			case w == "“" || w == "«" || w == "\"" && !(open >= 0 && straight):
				end(sp.Start)
				open, straight = len(l.Quotes), w == "\""
				l.Quotes = append(l.Quotes, annotate.Quote{Span: text.Span{Start: sp.Start}, Inner: text.Span{Start: sp.End}})
			case w == "”" || w == "»" || w == "\"":
				if open >= 0 {
					l.Quotes[open].Closed = true
					l.Quotes[open].End, l.Quotes[open].Inner.End = sp.End, sp.Start
					open = -1
				}
			}
			last = sp.End
		}
	}
	end(last)
	return nil
}
