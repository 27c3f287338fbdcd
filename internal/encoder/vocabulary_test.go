package encoder_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/encoder"
)

const pieces = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nkyiv\nnegot\n##iator\n##s\n'\nn\n##t\n中\n文\ncafe\n#\n##?\n?\n"

func vocabulary(t testing.TB) *encoder.Vocabulary {
	t.Helper()
	v, err := encoder.ReadVocabulary(strings.NewReader(pieces))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestPieces(t *testing.T) {
	names := strings.Split(strings.TrimSpace(pieces), "\n")
	v := vocabulary(t)
	for _, c := range []struct{ name, word, want string }{
		{"the longest piece comes first", "Negotiators", "negot ##iator ##s"},
		{"a mark is a piece of its own", "n't", "n ' [UNK]"},
		{"accents are dropped", "CAFÉ", "cafe"},
		{"ideographs stand alone", "中文", "中 文"},
		{"an unknown word is one piece", "xyz", "[UNK]"},
		{"a word too long is one piece", strings.Repeat("s", 101), "[UNK]"},
		{"invisible characters leave one unknown piece", "\u200d", "[UNK]"},
		{"many pieces are cut", strings.Repeat("?", 40), strings.TrimSpace(strings.Repeat("? ", encoder.MaxPieces))},
	} {
		var scratch []byte
		var got []string
		for _, id := range v.Append(nil, c.word, &scratch) {
			got = append(got, names[id])
		}
		if d := cmp.Diff(c.want, strings.Join(got, " ")); d != "" {
			t.Errorf("%s:\n%s", c.name, d)
		}
	}
}

func TestVocabularyNeedsItsMarks(t *testing.T) {
	if _, err := encoder.ReadVocabulary(strings.NewReader("a\nb\n")); err == nil || !strings.Contains(err.Error(), "[UNK]") {
		t.Errorf("got %v", err)
	}
}

func TestShapes(t *testing.T) {
	for word, want := range map[string]encoder.Shape{
		"minister": encoder.Lower, "NATO": encoder.Upper, "Kyiv": encoder.Title, "McCain": encoder.Mixed,
		"iPhone": encoder.Mixed, "3rd": encoder.Digit, "“": encoder.Symbol, "A": encoder.Single, "Élysée": encoder.Title,
	} {
		if got := encoder.ShapeOf(word); got != want {
			t.Errorf("%s has shape %d, want %d", word, got, want)
		}
	}
}

func FuzzPieces(f *testing.F) {
	for _, s := range []string{"Negotiators", "n't", "\xff\xfe", "é́́", strings.Repeat("a", 1000), "中文x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		v := vocabulary(t)
		var scratch []byte
		got := v.Append(nil, word, &scratch)
		if len(got) < 1 || len(got) > encoder.MaxPieces {
			t.Fatalf("%d pieces", len(got))
		}
		for _, id := range got {
			if id < 0 || int(id) >= v.Size() {
				t.Fatalf("piece %d of %d", id, v.Size())
			}
		}
		if utf8.RuneCountInString(word) > 0 && encoder.ShapeOf(word) == 0 {
			t.Fatal("no shape")
		}
	})
}
