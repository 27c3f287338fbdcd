package engine

import (
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// statements makes entries of the attributions of a passage.
func statements(l *annotate.Layers) []record.Statement {
	out := make([]record.Statement, 0, len(l.Attributions))
	for _, a := range l.Attributions {
		s := record.Statement{
			Source: spans(l, a.Source), Cue: spans(l, a.Cue), Content: spans(l, a.Content),
			Manner: a.Manner, Act: a.Act, Score: record.Score(a.Score), Why: a.Why,
		}
		for _, c := range a.Clauses {
			s.Clauses = append(s.Clauses, record.Clause{
				Span:     text.Span{Start: l.Tokens[c.First].Start, End: l.Tokens[c.End-1].End},
				Modality: c.Modality, Negated: c.Negated,
			})
		}
		out = append(out, s)
	}
	return out
}

// spans joins tokens to spans. What stands between two neighboring tokens
// belongs to the span, unless it is a line break.
func spans(l *annotate.Layers, tokens []int) []text.Span {
	var out []text.Span
	for k, i := range tokens {
		t := l.Tokens[i]
		if k > 0 && tokens[k-1] == i-1 {
			last := &out[len(out)-1]
			if !strings.Contains(l.Document.Text[last.End:t.Start], "\n") {
				last.End = t.End
				continue
			}
		}
		out = append(out, t)
	}
	return out
}
