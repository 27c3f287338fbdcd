package quote_test

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/quote"
	"onrecord/internal/document"
	"onrecord/internal/text"
)

func TestQuotes(t *testing.T) {
	b, err := os.ReadFile("testdata/quotes.txt")
	if err != nil {
		t.Fatal(err)
	}
	plain := strings.NewReplacer("⟦+", "", "⟦", "", "⟧", "", "⟫", "", "¶", "\n")
	for _, c := range strings.Split(string(b), "\n\n") {
		name, want, ok := strings.Cut(strings.TrimSpace(c), "\n")
		if !ok || name[0] == '#' {
			continue
		}
		t.Run(name, func(t *testing.T) {
			l := layers(plain.Replace(want))
			if err := quote.Stage().Apply(l); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, marked(l)); d != "" {
				t.Error(d)
			}
			check(t, l)
		})
	}
}

// marked writes the quotations of l into its text.
func marked(l *annotate.Layers) string {
	var b strings.Builder
	for at, r := range l.Document.Text + " " {
		for i := len(l.Quotes) - 1; i >= 0; i-- {
			if q := l.Quotes[i]; q.End == at && q.Closed {
				b.WriteString("⟧")
			} else if q.End == at {
				b.WriteString("⟫")
			}
		}
		for _, q := range l.Quotes {
			if q.Start == at && q.Continues {
				b.WriteString("⟦+")
			} else if q.Start == at {
				b.WriteString("⟦")
			}
		}
		if r == '\n' {
			r = '¶'
		}
		b.WriteRune(r)
	}
	return strings.TrimSuffix(b.String(), " ")
}

func TestQuotesWithoutSentences(t *testing.T) {
	l := &annotate.Layers{Document: &document.Document{}}
	if err := quote.Stage().Apply(l); err != nil || len(l.Quotes) > 0 {
		t.Errorf("%v, %v", l.Quotes, err)
	}
}

func TestSpeechGoesOnBehindACaption(t *testing.T) {
	l := layers("“It is late.\nA picture\n“We must go.”")
	l.Blocks[1].Kind = annotate.Caption
	if err := quote.Stage().Apply(l); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff("⟦“It is late.⟫¶A picture¶⟦+“We must go.”⟧", marked(l)); d != "" {
		t.Error(d)
	}
}

// check fails if the quotes of l break what they promise.
func check(t *testing.T, l *annotate.Layers) {
	t.Helper()
	s := l.Document.Text
	var around []annotate.Quote
	for i, q := range l.Quotes {
		if q.Start < 0 || q.End > len(s) || !(q.Start < q.Inner.Start && q.Inner.Start <= q.Inner.End && q.Inner.End <= q.End) {
			t.Fatalf("quote %d: %+v in %q", i, q, s)
		}
		if !utf8.ValidString(q.Of(s)) || !utf8.ValidString(q.Inner.Of(s)) {
			t.Fatalf("quote %d: %+v cuts a rune of %q", i, q, s)
		}
		if q.Closed != (q.Inner.End < q.End) {
			t.Fatalf("quote %d: %+v closed without a mark in %q", i, q, s)
		}
		if i > 0 && q.Start <= l.Quotes[i-1].Start {
			t.Fatalf("quote %d: %+v out of order in %q", i, q, s)
		}
		for len(around) > 0 && around[len(around)-1].End <= q.Start {
			around = around[:len(around)-1]
		}
		if len(around) != q.Depth {
			t.Fatalf("quote %d: %+v at depth %d in %q", i, q, len(around), s)
		}
		if n := len(around); n > 0 && !around[n-1].Inner.Contains(q.Span) {
			t.Fatalf("quote %d: %+v leaves %+v in %q", i, q, around[n-1], s)
		}
		around = append(around, q)
	}
}

// layers cuts s into blocks at its lines, and these into words at spaces and
// around marks, n't and 's whole; each block is one sentence.
func layers(s string) *annotate.Layers {
	l := &annotate.Layers{Document: &document.Document{Text: s}}
	at := 0
	for line := range strings.Lines(s) {
		end := at + len(strings.TrimRight(line, "\n"))
		l.Blocks = append(l.Blocks, annotate.Block{Span: text.Span{Start: at, End: end}})
		first := len(l.Tokens)
		for i := at; i < end; {
			n := width(s[i:end])
			if s[i] != ' ' {
				l.Tokens = append(l.Tokens, text.Span{Start: i, End: i + n})
			}
			i += n
		}
		if len(l.Tokens) > first {
			l.Sentences = append(l.Sentences, annotate.Sentence{First: first, End: len(l.Tokens), Block: len(l.Blocks) - 1})
		}
		at += len(line)
	}
	return l
}

const signs = "\"'“”‘’„‚«»‹›.,:;!?()[]—–- "

// width is the length of the word at the start of s. An apostrophe before
// letters that follow a letter is part of its word.
func width(s string) int {
	for _, w := range []string{"''", "’90s", "'68", "’n’"} {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	for i, r := range s {
		if !strings.ContainsRune(signs, r) {
			continue
		}
		n := utf8.RuneLen(r)
		if i == 0 {
			return n
		}
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		if (r == '\'' || r == '’') && next >= 'a' && next <= 'z' {
			continue
		}
		return i
	}
	return len(s)
}
