package eval

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/text"
)

func TestScoredTokens(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"only marks", "— “…” -- '", ""},
		{"hyphens and apostrophes within", "Oslo’s two-day talks—she didn't", "Oslo’s|two-day|talks|she|didn't"},
		{"and at the edges", "'tis -x- rock'n'roll a--b o’", "tis|x|rock'n'roll|a|b|o"},
		{"numbers of all kinds", "€100.5 ½ Ⅷ x² snake_case", "100|5|½|Ⅷ|x²|snake_case"},
		{"a combining mark is no word character", "cafe\u0301s", "cafe|s"},
		{"other scripts", "Київ 東京 👍 ok", "Київ|東京|ok"},
	} {
		t.Run(c.name, func(t *testing.T) {
			runes := []rune(c.in)
			var got []string
			for _, s := range scoredTokens(c.in) {
				got = append(got, string(runes[s.Start:s.End]))
			}
			if d := cmp.Diff(c.want, strings.Join(got, "|")); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestTokensUnderSpans(t *testing.T) {
	tokens := scoredTokens("one two three") // 0–3, 4–7, 8–13
	for _, c := range []struct {
		name  string
		spans []text.Span
		want  tokenSet
	}{
		{"none", nil, nil},
		{"a space", []text.Span{{Start: 3, End: 4}}, nil},
		{"touching both sides", []text.Span{{Start: 2, End: 5}}, tokenSet{0, 1}},
		{"twice and out of order", []text.Span{{Start: 8, End: 9}, {Start: 0, End: 99}}, tokenSet{0, 1, 2}},
		{"an empty span inside a token, as the scorer has it", []text.Span{{Start: 5, End: 5}}, tokenSet{1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, tokens.under(c.spans)); d != "" {
				t.Error(d)
			}
		})
	}
}

func FuzzScoredTokens(f *testing.F) {
	f.Add("Oslo’s two-day talks—she didn't")
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, k := range scoredTokens(s) {
			if k.Start < end || k.Empty() || k.End > utf8.RuneCountInString(s) {
				t.Fatalf("token %v behind %d", k, end)
			}
			end = k.End
		}
	})
}

func TestSharedAndDice(t *testing.T) {
	a, b := tokenSet{1, 3, 5, 9}, tokenSet{3, 4, 9, 10}
	if n := a.shared(b); n != 2 {
		t.Errorf("shared %d", n)
	}
	if d := dice(a, b); d != .5 {
		t.Errorf("dice %v", d)
	}
	if dice(nil, nil) != 1 || dice(a, nil) != 0 {
		t.Error("dice of empty sets")
	}
}
