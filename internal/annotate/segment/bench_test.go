package segment_test

import (
	"strings"
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/segment"
	"onrecord/internal/document"
	"onrecord/internal/text"
)

const story = `The minister said on Tuesday that the talks, which began in March, "won't be easy" but that neither side had walked out. ` +
	`Mr. Vale's spokeswoman put the cost at $3.5bn over ten years; a well-placed official in the U.S. delegation called that figure optimistic. ` +
	`“We don’t expect an answer before the summit,” she added, “and nobody has asked for one.” Three of the five mediators left on Jan. 4. `

func BenchmarkWords(b *testing.B) {
	t := strings.Repeat(story, 100)
	words := segment.Words(nil, t, text.Span{End: len(t)})
	b.SetBytes(int64(len(t)))
	for b.Loop() {
		words = segment.Words(words[:0], t, text.Span{End: len(t)})
	}
	b.ReportMetric(float64(len(words))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkStage(b *testing.B) {
	t := strings.Repeat(strings.Repeat(story, 2)+"\n", 50)
	l := &annotate.Layers{Document: &document.Document{Text: t}}
	for i := 0; i < len(t); {
		n := strings.IndexByte(t[i:], '\n')
		l.Blocks = append(l.Blocks, annotate.Block{Span: text.Span{Start: i, End: i + n}})
		i += n + 1
	}
	stage := segment.Stage()
	b.SetBytes(int64(len(t)))
	b.ReportAllocs()
	for b.Loop() {
		if err := stage.Apply(l); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(l.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
