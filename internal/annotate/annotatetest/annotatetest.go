// Package annotatetest builds layers by hand, for tests of what reads them.
package annotatetest

import (
	"strconv"
	"strings"
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/text"
)

// Parsed returns the layers of sentences in one paragraph. Each line of table
// is a word: form, lemma, part of speech, head (a number within the sentence
// from 1; 0 is the root) and relation; an empty line ends a sentence. Words are
// parted by single spaces in the text, but for punctuation that closes.
//
//	Troops  troops  NOUN  2 nsubj
//	struck  strike  VERB  0 root
func Parsed(t testing.TB, table string) *annotate.Layers {
	t.Helper()
	l := &annotate.Layers{Document: &document.Document{ID: "d", Text: ""}}
	first := 0
	end := func() {
		if first < len(l.Tokens) {
			l.Sentences = append(l.Sentences, annotate.Sentence{First: first, End: len(l.Tokens)})
			first = len(l.Tokens)
		}
	}
	for line := range strings.Lines(strings.TrimSpace(table) + "\n") {
		f := strings.Fields(line)
		if len(f) == 0 {
			end()
			continue
		}
		if len(f) != 5 {
			t.Fatalf("line %q has %d columns, not 5", line, len(f))
		}
		tag, err := annotate.ParseUPOS(f[2])
		if err != nil {
			t.Fatal(err)
		}
		head, err := strconv.Atoi(f[3])
		if err != nil {
			t.Fatal(err)
		}
		if head--; head >= 0 {
			head += first
		}
		if l.Document.Text != "" && !strings.Contains(".,;:!?)”’", f[0]) {
			l.Document.Text += " "
		}
		start := len(l.Document.Text)
		l.Document.Text += f[0]
		l.Tokens = append(l.Tokens, text.Span{Start: start, End: len(l.Document.Text)})
		l.Lemmas, l.Tags = append(l.Lemmas, f[1]), append(l.Tags, tag)
		l.Heads, l.Relations = append(l.Heads, int32(head)), append(l.Relations, f[4])
	}
	end()
	l.Blocks = []annotate.Block{{Span: text.Span{End: len(l.Document.Text)}, Kind: annotate.Paragraph}}
	return l
}
