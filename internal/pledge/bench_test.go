package pledge_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"onrecord/internal/annotate/annotatetest"
	"onrecord/internal/link"
	"onrecord/internal/pledge"
)

// BenchmarkFind reads a passage that is all pledges.
func BenchmarkFind(b *testing.B) {
	a, err := txtar.ParseFile("testdata/status.txtar")
	if err != nil {
		b.Fatal(err)
	}
	var table strings.Builder
	for k := 0; k < len(a.Files); k += 3 {
		table.Write(a.Files[k].Data)
		table.WriteString("\n")
	}
	bench(b, table.String())
}

// BenchmarkFindNothing reads one that has none.
func BenchmarkFindNothing(b *testing.B) {
	bench(b, strings.Repeat("The\tthe\tDET\t2\tdet\ncat\tcat\tNOUN\t3\tnsubj\nsat\tsit\tVERB\t0\troot\non\ton\tADP\t6\tcase\nthe\tthe\tDET\t6\tdet\nmat\tmat\tNOUN\t3\tobl\n.\t.\tPUNCT\t3\tpunct\n\n", 500))
}

func bench(b *testing.B, table string) {
	l := annotatetest.Parsed(b, table)
	art := &link.Article{Document: l.Document, Published: "2024-04-07", References: make([][]link.Reference, 1)}
	art.Passages = append(art.Passages, l)
	b.ReportAllocs()
	for b.Loop() {
		pledge.Find(art)
	}
	b.ReportMetric(float64(len(l.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
