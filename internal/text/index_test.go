package text_test

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"onrecord/internal/text"
)

func check(t *testing.T, s string) {
	t.Helper()
	x := text.NewIndex(s)
	points := 0
	for i := range s {
		if got := x.CodePoint(i); got != points {
			t.Fatalf("CodePoint(%d) = %d, want %d", i, got, points)
		}
		if got := x.Byte(points); got != i {
			t.Fatalf("Byte(%d) = %d, want %d", points, got, i)
		}
		points++
	}
	if got := x.CodePoint(len(s)); got != points {
		t.Fatalf("CodePoint(end) = %d, want %d", got, points)
	}
	if got, want := x.UTF16(len(s)), len(utf16.Encode([]rune(s))); got != want {
		t.Fatalf("UTF16(end) = %d, want %d", got, want)
	}
	if got := x.Byte(points + 5); got != len(s) {
		t.Fatalf("Byte(beyond) = %d, want %d", got, len(s))
	}
}

func TestOffsetsConvertBothWays(t *testing.T) {
	for _, s := range []string{"", "a", "né", strings.Repeat("€100 — 🎈 plain ", 90), strings.Repeat("é", 700)} {
		check(t, s)
	}
}

func FuzzIndex(f *testing.F) {
	f.Add("naïve “quotes” 🎈")
	f.Add(strings.Repeat("🎈", 100))
	f.Fuzz(func(t *testing.T, s string) {
		if utf8.ValidString(s) {
			check(t, s)
		}
	})
}
