// Package importtest holds the test of who may import whom.
package importtest

import (
	"os/exec"
	"strings"
	"testing"
)

// levels gives each package, or all packages below a folder, its level: imports
// go only to a lower one. docs/architecture.md tells what each is for.
var levels = map[string]int{
	"internal/text":   0,
	"internal/kernel": 0,
	"internal/edtf":   0,
	"internal/phrase": 0,

	"internal/document": 1,
	"internal/record":   1,
	"internal/gold":     1,
	"internal/lexicon":  1,
	"internal/weights":  1,

	"internal/register": 2,
	"internal/encoder":  2,
	"internal/head":     2,
	"internal/annotate": 2,

	"internal/annotate/": 3, // the stages
	"internal/cast":      3,
	"internal/ingest/":   3, // the formats
	"internal/model/en":  3,
	"internal/pack":      3,

	"internal/annotate/segment/train": 4,
	"internal/ingest":                 4,
	"internal/prepare":                4,
	"internal/codebook":               4,
	"internal/link":                   4,

	"internal/learn/sense": 4,
	"internal/learn":       5,

	"internal/pledge": 5,
	"internal/action": 5,

	"internal/position": 5,

	"internal/engine":      6,
	"internal/export/brat": 6,

	"internal/export": 7,

	"internal/eval":         8,
	"internal/export/sheet": 8,
	"internal/export/table": 8,
	"internal/history":      8, // of many documents: who stood where, when
	"internal/thread":       8, // of many documents: what became of a pledge

	"internal/export/terminal": 9,
	"internal/export/page":     9,
	"internal/brief":           9,

	"internal/eval/floors":       0,
	"internal/export/exporttest": 0,

	"internal/app": 10,

	"cmd/": 11,
}

// level returns the level of a package; that of the longest entry that fits.
func level(path string) (int, bool) {
	if l, ok := levels[path]; ok {
		return l, true
	}
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' {
			if l, ok := levels[path[:i+1]]; ok {
				return l, true
			}
		}
	}
	return 0, false
}

// generators are programs that write files of their package and are no part of
// the program.
func generator(path string) bool { return strings.HasSuffix(path, "/gen") }

func TestImportsGoDown(t *testing.T) {
	list, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "onrecord/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(list)) {
		fields := strings.Fields(line)
		from := strings.TrimPrefix(fields[0], "onrecord/")
		if from == "internal/importtest" || generator(from) {
			continue
		}
		high, ok := level(from)
		if !ok {
			t.Errorf("%s has no level: give it one here and a line in docs/architecture.md", from)
			continue
		}
		for _, to := range fields[1:] {
			to, ours := strings.CutPrefix(to, "onrecord/")
			if !ours {
				continue
			}
			if low, ok := level(to); ok && low >= high {
				t.Errorf("%s (level %d) imports %s (level %d)", from, high, to, low)
			}
		}
	}
}

func TestLevel(t *testing.T) {
	for _, c := range []struct {
		path string
		want int
	}{{"internal/annotate", 2}, {"internal/annotate/quote", 3}, {"internal/annotate/segment/train", 4}, {"cmd/onrecord", 11}} {
		if got, ok := level(c.path); got != c.want || !ok {
			t.Errorf("%s: level %d, %v, want %d", c.path, got, ok, c.want)
		}
	}
	if _, ok := level("internal/newcomer"); ok {
		t.Error("a package without a line has a level")
	}
}
