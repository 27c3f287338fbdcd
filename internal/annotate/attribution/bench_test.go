package attribution

import (
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/head"
	"onrecord/internal/kernel"
	"onrecord/internal/text"
)

// BenchmarkRoles finds the sources and contents of 27 cues in 1,000 words, as
// many as news has, on every kernel that this CPU runs:
//
//	go test -run '^$' -bench . ./internal/annotate/attribution
func BenchmarkRoles(b *testing.B) {
	const n, every = 1000, 37
	w := newHandWeights(1)
	l := &annotate.Layers{Document: &document.Document{Text: " "}, Tokens: make([]text.Span, n)}
	for i := range l.Tokens {
		l.Tokens[i] = text.Span{End: 1}
	}
	c := w.context(n)
	f := w.file(b)
	for _, k := range kernel.All()[:len(kernel.All())-1] {
		b.Run(k.Name(), func(b *testing.B) {
			l.Rows.Data, l.Rows.Int = w.rows(k, n)
			h, err := loadPair(k, f)
			if err != nil {
				b.Fatal(err)
			}
			chain, err := head.LoadChain(f, "pair", int(Borders), roles)
			if err != nil {
				b.Fatal(err)
			}
			r := &reader{pair: h, chain: chain}
			s := &scratch{barred: make([]bool, n)}
			for i := range n / every {
				s.cues = append(s.cues, cue{first: i * every, end: i*every + 2})
			}
			b.ReportAllocs()
			for b.Loop() {
				r.read(s, l, c)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/word")
		})
	}
}
