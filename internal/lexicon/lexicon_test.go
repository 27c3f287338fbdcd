package lexicon_test

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/internal/lexicon"
)

func TestLemma(t *testing.T) {
	b, err := os.ReadFile("testdata/lemmas.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(b)) {
		head, forms, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || line[0] == '#' {
			continue
		}
		pos, want, _ := strings.Cut(head, " ")
		for _, form := range strings.Fields(forms) {
			n++
			if got := lexicon.Lemma(form, lexicon.POS(pos)); got != want {
				t.Errorf("%s %s: %q instead of %q", pos, form, got, want)
			}
		}
	}
	if n < 200 {
		t.Errorf("only %d forms", n)
	}
}

func FuzzLemma(f *testing.F) {
	for _, s := range []string{"", "s", "ed", "ing", "'s", "ies", "re-", "-ed", "\u00ad", "ünited", "XIV", "eed", "aaing", "men"} {
		f.Add(s, "VERB")
		f.Add(s, "NOUN")
	}
	f.Fuzz(func(t *testing.T, form, pos string) {
		form = strings.ToValidUTF8(form, "?")
		got := lexicon.Lemma(form, lexicon.POS(pos))
		if !utf8.ValidString(got) || (got == "") != (form == "") {
			t.Errorf("%q %s: %q", form, pos, got)
		}
		if got != lexicon.Lemma(form, lexicon.POS(pos)) {
			t.Errorf("%q %s: another lemma the second time", form, pos)
		}
	})
}

func BenchmarkLemma(b *testing.B) {
	forms := strings.Fields("The ministers stopped talking and went to their larger offices Germans negotiated controlling cities")
	kinds := []lexicon.POS{"DET", "NOUN", "VERB", "VERB", "CCONJ", "VERB", "ADP", "PRON", "ADJ", "NOUN", "PROPN", "VERB", "VERB", "NOUN"}
	b.ReportAllocs()
	for b.Loop() {
		for i, f := range forms {
			lexicon.Lemma(f, kinds[i])
		}
	}
}
