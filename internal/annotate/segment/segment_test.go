package segment_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/segment"
	"onrecord/internal/document"
	"onrecord/internal/text"
)

// cases reads blocks of n lines, apart by empty lines; lines that begin with
// "#" are comments.
func cases(t *testing.T, path string, n int) [][]string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for _, block := range strings.Split(string(b), "\n\n") {
		var c []string
		for line := range strings.Lines(block) {
			if line = strings.TrimSuffix(line, "\n"); line != "" && (len(c) > 0 || line[0] != '#') {
				c = append(c, line)
			}
		}
		if len(c) == 0 {
			continue
		}
		if len(c) != n {
			t.Fatalf("%s: %q has %d lines instead of %d", path, c[0], len(c), n)
		}
		out = append(out, c)
	}
	return out
}

func TestWords(t *testing.T) {
	for _, c := range cases(t, "testdata/words.txt", 3) {
		t.Run(c[0], func(t *testing.T) {
			var got []string
			for _, w := range segment.Words(nil, c[1], text.Span{End: len(c[1])}) {
				got = append(got, w.Of(c[1]))
			}
			if d := cmp.Diff(strings.Split(c[2], "|"), got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestWordsPassOverWhatIsInvisible(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a byte order mark", "\ufeffHe left", "He|left"},
		{"a space without width", "He\u200b left", "He|left"},
		{"a space that does not break", "Mr.\u00a0Doe left", "Mr.|Doe|left"},
		{"a soft hyphen is part of its word", "the minis\u00adter left", "the|minis\u00adter|left"},
		{"marks of direction around a word", "\u202aHe\u202c left", "He|left"},
		{"controls", "He\x01left\x7f", "He|left"},
		{"nothing else", " \u200e \t\u2060 ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, w := range segment.Words(nil, c.text, text.Span{End: len(c.text)}) {
				got = append(got, w.Of(c.text))
			}
			if d := cmp.Diff(c.want, strings.Join(got, "|")); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestWordsStayWithin(t *testing.T) {
	s := "one two don't"
	got := segment.Words(nil, s, text.Span{Start: 4, End: 10})
	if d := cmp.Diff([]text.Span{{Start: 4, End: 7}, {Start: 8, End: 10}}, got); d != "" {
		t.Error(d)
	}
}

func TestSentences(t *testing.T) {
	for _, c := range cases(t, "testdata/sentences.txt", 2) {
		t.Run(c[0], func(t *testing.T) {
			var want []string
			for _, s := range strings.Split(c[1], "¦") {
				want = append(want, strings.TrimSpace(s))
			}
			l := layers(strings.ReplaceAll(strings.ReplaceAll(c[1], " ¦ ", " "), "¦", ""))
			if err := segment.Stage().Apply(l); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range l.Sentences {
				got = append(got, l.Document.Text[l.Tokens[s.First].Start:l.Tokens[s.End-1].End])
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// layers has a block for each line of s.
func layers(s string) *annotate.Layers {
	l := &annotate.Layers{Document: &document.Document{Text: s}}
	at := 0
	for line := range strings.Lines(s) {
		end := at + len(strings.TrimSuffix(line, "\n"))
		l.Blocks = append(l.Blocks, annotate.Block{Span: text.Span{Start: at, End: end}})
		at += len(line)
	}
	return l
}
