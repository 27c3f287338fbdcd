package position_test

import (
	"os"
	"strings"
	"testing"

	"onrecord/internal/annotate/annotatetest"
	"onrecord/internal/codebook"
	"onrecord/internal/position"
)

// BenchmarkFind reads eight hundred words by the shipped codebook, of which a
// statement holds the first seven.
func BenchmarkFind(b *testing.B) {
	book, err := codebook.Default()
	if err != nil {
		b.Fatal(err)
	}
	sentence, err := os.ReadFile("testdata/bench.txt")
	if err != nil {
		b.Fatal(err)
	}
	l := annotatetest.Parsed(b, strings.Repeat(string(sentence)+"\n", 100))
	a := said(b, l, "1-1 2-2 3-7")
	b.ReportAllocs()
	for b.Loop() {
		position.Find(a, book, nil, nil)
	}
}
