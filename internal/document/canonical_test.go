package document_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"onrecord/internal/document"
)

func TestCanonical(t *testing.T) {
	long := strings.Repeat("The ferry sails at noon. ", 20)
	for _, c := range []struct{ name, raw, want, codes string }{
		{"clean text stays to the byte", "A\r\n\tb\u00a0 c \u2028\n\n", "A\r\n\tb\u00a0 c \u2028\n\n", ""},
		{"byte order mark goes", "\xEF\xBB\xBFKyïv", "Kyïv", ""},
		{"little-endian UTF-16 with its mark", "\xFF\xFE" + wide("Kyïv 🛳", false), "Kyïv 🛳", "utf-16"},
		{"big-endian UTF-16 with its mark", "\xFE\xFF" + wide("Kyïv 🛳", true), "Kyïv 🛳", "utf-16"},
		{"little-endian UTF-16 without a mark", wide(long, false), long, "utf-16"},
		{"big-endian UTF-16 without a mark", wide(long, true), long, "utf-16"},
		{"half a character at the end of UTF-16", "\xFF\xFEA\x00\x3D\xD8", "A\uFFFD", "utf-16 invalid-utf8"},
		{"a byte too many in UTF-16", "\xFF\xFEA\x00B", "A\uFFFD", "utf-16 invalid-utf8"},
		{"windows-1252", "It\x92s the caf\xE9\x97\x93fine\x94, \x80 5.", "It’s the café—“fine”, € 5.", "invalid-utf8"},
		{"UTF-8 with a stray byte", "Kyïv, Zürich and Orléans: a\xFFb", "Kyïv, Zürich and Orléans: a\uFFFDb", "invalid-utf8"},
		{"a byte that windows-1252 has not", "caf\xE9 \x81", "caf\uFFFD \uFFFD", "invalid-utf8"},
		{"cut off in a character", "Kyïv is far: Ky\xC3", "Kyïv is far: Ky\uFFFD", "invalid-utf8"},
		{"NUL", "The\x00 ferry\x00", "The ferry", "nul"},
		{"NUL in UTF-16", "\xFF\xFEA\x00\x00\x00B\x00", "AB", "utf-16 nul"},
		{"empty", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, problems := document.Canonical([]byte(c.raw))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("text (-want +got)\n%s", diff)
			}
			var codes []string
			for _, p := range problems {
				codes = append(codes, p.Code)
				if p.What == "" || p.Hint == "" {
					t.Errorf("%s says too little: %+v", p.Code, p)
				}
			}
			if diff := cmp.Diff(c.codes, strings.Join(codes, " ")); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
			check(t, got, problems)
		})
	}
}

func TestCanonicalShowsTheFirstPlace(t *testing.T) {
	text, problems := document.Canonical([]byte("The ferry \x93sails\x94 at\x00 noon"))
	var places []string
	for _, p := range problems {
		places = append(places, p.Span.Of(text))
	}
	if diff := cmp.Diff([]string{"“", " "}, places); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestCanonicalLeavesValidTextAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.ReplaceAll(rapid.String().Draw(t, "text"), "\x00", "")
		s = strings.TrimPrefix(s, "\uFEFF")
		if got, problems := document.Canonical([]byte(s)); got != s || problems != nil {
			t.Fatalf("%q became %q, %v", s, got, problems)
		}
	})
}

func FuzzCanonical(f *testing.F) {
	for _, s := range []string{"", "\xFF\xFE", "\xFE\xFF\xD8", "It\x92s", "a\x00b", wide("The ferry sails at noon.", true), "\xEF\xBB\xBF\xEF\xBB\xBF"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		before := slices.Clone(raw)
		text, problems := document.Canonical(raw)
		check(t, text, problems)
		if !slices.Equal(before, raw) {
			t.Fatal("the bytes were changed")
		}
		if again, more := document.Canonical([]byte(text)); !strings.HasPrefix(text, "\uFEFF") && (again != text || more != nil) {
			t.Fatalf("%q is not canonical: %q, %v", text, again, more)
		}
	})
}

func check(t *testing.T, text string, problems []document.Problem) {
	t.Helper()
	if !utf8.ValidString(text) || strings.Contains(text, "\x00") {
		t.Fatalf("%q is not canonical", text)
	}
	for _, p := range problems {
		if p.Span.Start < 0 || p.Span.End < p.Span.Start || p.Span.End > len(text) || !utf8.ValidString(p.Span.Of(text)) {
			t.Fatalf("%s at %v, outside the text or inside a character", p.Code, p.Span)
		}
	}
}

func wide(s string, bigEndian bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		if bigEndian {
			b.Write([]byte{byte(u >> 8), byte(u)})
		} else {
			b.Write([]byte{byte(u), byte(u >> 8)})
		}
	}
	return b.String()
}
