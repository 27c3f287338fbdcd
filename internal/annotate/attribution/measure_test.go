package attribution_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/attribution"
	"onrecord/internal/annotate/block"
	"onrecord/internal/annotate/encode"
	"onrecord/internal/annotate/quote"
	"onrecord/internal/annotate/segment"
	"onrecord/internal/annotate/syntax"
	"onrecord/internal/document"
	"onrecord/internal/eval"
	"onrecord/internal/gold"
	"onrecord/internal/kernel"
	"onrecord/internal/model/en"
)

// BenchmarkArticles reads annotated articles with the embedded weights and
// reports the time that this stage takes a word, beside the encoder's, and how
// well it does:
//
//	go test -run '^$' -bench Articles -benchtime 1x ./internal/annotate/attribution
func BenchmarkArticles(b *testing.B) {
	dir := os.Getenv("ONRECORD_SHARED")
	if dir == "" {
		dir = "../../../../shared"
	}
	articles, err := gold.ReadArticles(filepath.Join(dir, "data/polnear/dev"))
	if err != nil {
		b.Skipf("no articles, set ONRECORD_SHARED: %v", err)
	}
	p := pipeline(b)
	spent := map[string]time.Duration{}
	words := 0
	var report *eval.AttributionReport
	for b.Loop() {
		report, err = eval.Attribution(articles, func(s string) ([]*annotate.Layers, error) {
			l := &annotate.Layers{Document: &document.Document{Text: s}}
			last := time.Now()
			err := p.Apply(l, func(i int) {
				now := time.Now()
				spent[p.Stages()[i].Name] += now.Sub(last)
				last = now
			})
			words += len(l.Tokens)
			return []*annotate.Layers{l}, err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	for _, stage := range []string{"encode", "syntax", "attribution"} {
		b.ReportMetric(float64(spent[stage].Nanoseconds())/float64(words), stage+"-ns/word")
	}
	b.ReportMetric(report.Relation.F1, "relation-F1")
	b.ReportMetric(report.Strict.F1, "strict-F1")
}

func pipeline(b *testing.B) *annotate.Pipeline {
	b.Helper()
	k := kernel.Best()
	m, err := en.Load(k)
	if err != nil {
		b.Fatal(err)
	}
	syn, err := syntax.Stage(k, m.Heads)
	if err != nil {
		b.Fatal(err)
	}
	att, err := attribution.Stage(k, m.Heads)
	if err != nil {
		b.Fatal(err)
	}
	p, err := annotate.NewPipeline(block.Stage(), segment.Stage(), quote.Stage(), encode.Stage(m.Encoder, nil), syn, att)
	if err != nil {
		b.Fatal(err)
	}
	return p
}
