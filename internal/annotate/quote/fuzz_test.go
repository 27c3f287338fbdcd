package quote_test

import (
	"strings"
	"testing"

	"onrecord/internal/annotate/quote"
)

func FuzzQuotes(f *testing.F) {
	for _, s := range []string{
		"“a ‘b’ c”", "\"a\n\"b\"", "'a' \"b 'c\" d'", "“““”””", "'\"'\"'\"", "«a »b« c»", "6'2\" ’90s workers' 'x", "“\n“\n”", "‘a\n‘b\n‘c’", "“a ‘b” c’",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l := layers(strings.ToValidUTF8(s, "?"))
		if err := quote.Stage().Apply(l); err != nil {
			t.Fatal(err)
		}
		check(t, l)
	})
}

func BenchmarkQuotes(b *testing.B) {
	l := layers(strings.Repeat("“We don’t expect an answer before the summit,” she added, \"and 'nobody' has asked.\" The rest of the workers' union said nothing at all that day.\n", 200))
	stage := quote.Stage()
	for b.Loop() {
		if err := stage.Apply(l); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(l.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
