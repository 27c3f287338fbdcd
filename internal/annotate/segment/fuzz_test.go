package segment_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/annotate/segment"
	"onrecord/internal/text"
)

func FuzzWords(f *testing.F) {
	for _, s := range []string{
		"", "They don't.", "U.S.A. 1-800-555-0100 $5m http://a.org/b) :-) ’90s", "\ufeffa\u00adb\u200dc", "北京😀👍🏽", "n't 's ''''", "@.#_+1.$.5",
		strings.Repeat("a.", 40), strings.Repeat("1-", 40), "d'Or l'été 6'2\"",
	} {
		f.Add(s)
	}
	stage := segment.Stage()
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		l := layers(s)
		if err := stage.Apply(l); err != nil {
			t.Fatal(err)
		}
		at := 0
		for i, w := range l.Tokens {
			if w.Start < at || w.Empty() || w.End > len(s) {
				t.Fatalf("word %d: %v behind %d in %q", i, w, at, s)
			}
			if !utf8.ValidString(w.Of(s)) || !utf8.RuneStart(s[w.Start]) {
				t.Fatalf("word %d: %v cuts a rune of %q", i, w, s)
			}
			passedOver(t, s, text.Span{Start: at, End: w.Start})
			at = w.End
		}
		passedOver(t, s, text.Span{Start: at, End: len(s)})
		n := 0
		for _, q := range l.Sentences {
			if q.First != n || q.End <= q.First {
				t.Fatalf("sentence %v behind word %d of %q", q, n, s)
			}
			if b := l.Blocks[q.Block]; !b.Contains(l.Tokens[q.First]) || !b.Contains(l.Tokens[q.End-1]) {
				t.Fatalf("sentence %v leaves its block in %q", q, s)
			}
			n = q.End
		}
		if n != len(l.Tokens) {
			t.Fatalf("sentences hold %d of %d words of %q", n, len(l.Tokens), s)
		}
	})
}

// passedOver fails if a visible rune stands in gap, which is in no word.
func passedOver(t *testing.T, s string, gap text.Span) {
	t.Helper()
	for _, r := range gap.Of(s) {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) {
			t.Fatalf("%q in no word of %q", r, s)
		}
	}
}
