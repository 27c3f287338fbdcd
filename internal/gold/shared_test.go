package gold

import (
	"os"
	"path/filepath"
	"testing"
)

// TestReadersTakeTheWholeData reads every set that the project trains on or is
// measured with. They lie outside the project, at ONRECORD_SHARED or in
// ../shared beside the module.
func TestReadersTakeTheWholeData(t *testing.T) {
	dir := os.Getenv("ONRECORD_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared") // from internal/gold
	}
	dir = filepath.Join(dir, "data")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the data is not here (%v): set ONRECORD_SHARED to the folder that holds data/", err)
	}
	if testing.Short() {
		t.Skip("reads 40 MB")
	}
	for _, c := range []struct {
		path string
		read func(path string) (int, error)
		want int
	}{
		{"polnear/train", count(ReadArticles), 840},
		{"polnear/dev", count(ReadArticles), 84},
		{"polnear/silver/dev.tsv.gz", func(path string) (int, error) { m, err := ReadSilver(path); return len(m), err }, 83},
		{"ud-ewt/train.conllu", count(ReadTreebank), 12544},
		{"ud-ewt/dev.conllu", count(ReadTreebank), 2001},
		{"ud-ewt/test.conllu", count(ReadTreebank), 2077},
		{"crossner-politics/train.txt", count(ReadNames), 200},
		{"crossner-politics/dev.txt", count(ReadNames), 541},
		{"directed-sentiment/train.txt", count(ReadPairs), 13144},
		{"directed-sentiment/valid.txt", count(ReadPairs), 1461},
		{"gap/gap-development.tsv", count(ReadGAP), 2000},
		{"recognizers/DateTimeModel.json", count(ReadRecognizer), 676},
		{"recognizers/DatePeriodParser.json", count(ReadRecognizer), 166},
		{"recognizers/CurrencyModel.json", count(ReadRecognizer), 130},
		{"gum/splits.md", func(path string) (int, error) { m, err := ReadSplits(path); return len(m["dev"]), err }, 8},
	} {
		n, err := c.read(filepath.Join(dir, filepath.FromSlash(c.path)))
		if err != nil || n != c.want {
			t.Errorf("%s: read %d, want %d; error %v", c.path, n, c.want, err)
		}
	}
	trees, err := filepath.Glob(filepath.Join(dir, "gum", "dep", "*.conllu"))
	if err != nil || len(trees) != 65 {
		t.Fatalf("%d trees of GUM, error %v", len(trees), err)
	}
	for _, path := range trees {
		sentences, err := ReadTreebank(path)
		if err != nil {
			t.Error(err)
			continue
		}
		base := filepath.Base(path[:len(path)-len(".conllu")])
		chains, err := ReadChains(filepath.Join(dir, "gum", "coref", base+".tsv"))
		if err != nil {
			t.Error(err)
			continue
		}
		words := 0
		for _, s := range sentences {
			words += len(s.Words)
		}
		if words != len(chains.Words) || len(chains.Mentions) == 0 {
			t.Errorf("%s: %d words in trees, %d with %d mentions", base, words, len(chains.Words), len(chains.Mentions))
		}
	}
}

// count returns a reader that tells how many items read reads.
func count[T any](read func(string) ([]T, error)) func(string) (int, error) {
	return func(path string) (int, error) {
		items, err := read(path)
		return len(items), err
	}
}
