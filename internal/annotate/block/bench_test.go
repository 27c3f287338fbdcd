package block_test

import (
	"strings"
	"testing"

	"onrecord/internal/document"
)

func BenchmarkBlocks(b *testing.B) {
	article := "Harbor talks resume\n\nOSLO, April 3 (Reuters) — The two ports will talk again on Monday.\n" +
		strings.Repeat("\nThey have not met since March, when a ferry was held in Bergen for three days, and the mayor says that he has no letter.\nNobody was hurt.\n", 15) +
		"(Reporting by Ann Oak; Editing by Bo Elm)\n"
	d := &document.Document{Text: article}
	b.SetBytes(int64(len(article)))
	for b.Loop() {
		blocks(b, d)
	}
}
