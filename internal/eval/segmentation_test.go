package eval_test

import (
	"strings"
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/eval"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// treebank reads CoNLL-U in which columns stand apart by spaces.
func treebank(t *testing.T, s string) []gold.Sentence {
	t.Helper()
	var b strings.Builder
	for line := range strings.Lines(s) {
		if !strings.HasPrefix(line, "#") {
			line = strings.Join(strings.Fields(line), "\t") + "\n"
		}
		b.WriteString(line)
	}
	sentences, err := gold.ReadCoNLLU("treebank", strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

const harbor = `# newdoc id = harbor
# newpar id = p1
# text = Anna can't wait.
1 Anna Anna PROPN _ _ 4 nsubj:outer _ _
2-3 can't _ _ _ _ _ _ _ _
2 ca can AUX _ _ 4 aux _ _
3 n't not PART _ _ 4 advmod _ _
4 wait wait VERB _ _ 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _

# text = She left.
1 She she PRON _ _ 2 nsubj _ _
2 left leave VERB _ _ 0 root _ SpaceAfter=No
3 . . PUNCT _ _ 2 punct _ _

# newpar id = p2
# text = Oslo
1 Oslo Oslo PROPN _ _ 0 root _ _

# newdoc id = market
# text = Yes au marché
1 Yes yes INTJ _ _ 4 discourse _ _
2-3 au _ _ _ _ _ _ _ _
2 à à ADP _ _ 4 case _ _
3 le le DET _ _ 4 det _ _
4 marché marché NOUN _ _ 0 root _ _

`

// reading cuts a text into given words, and into sentences before the words
// whose indices are in starts.
func reading(words string, starts ...int) eval.ReadText {
	return func(t string) ([]*annotate.Layers, error) {
		l := &annotate.Layers{Document: &document.Document{Text: t}}
		pos := 0
		for _, w := range strings.Fields(words) {
			i := pos + strings.Index(t[pos:], w)
			pos = i + len(w)
			l.Tokens = append(l.Tokens, text.Span{Start: i, End: pos})
		}
		for k, first := range starts {
			end := len(l.Tokens)
			if k+1 < len(starts) {
				end = starts[k+1]
			}
			l.Sentences = append(l.Sentences, annotate.Sentence{First: first, End: end})
		}
		return []*annotate.Layers{l}, nil
	}
}

func TestTokens(t *testing.T) {
	sentences := treebank(t, harbor)
	for _, c := range []struct {
		name   string
		read   eval.ReadText
		tokens float64
		gold   int
		sents  float64
	}{
		{"all right, but for a word that is two", reading("Anna ca n't wait . She left . Oslo Yes au marché", 0, 5, 8, 9), 88, 13, 100},
		{"multiword token left whole", reading("Anna can't wait . She left . Oslo Yes au marché", 0, 4, 7, 8), 75, 13, 100},
		{"sentences run together", reading("Anna ca n't wait . She left . Oslo Yes au marché", 0, 8), 88, 13, 0},
		{"an empty sentence is none", reading("Anna ca n't wait . She left . Oslo Yes au marché", 0, 5, 8, 8, 9), 88, 13, 100},
		{"nothing", reading(""), 0, 13, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := eval.Tokens(sentences, c.read)
			if err != nil {
				t.Fatal(err)
			}
			if r.Documents != 2 || r.Tokens.F1 != c.tokens || r.Tokens.Gold != c.gold || r.Sentences.F1 != c.sents || r.Sentences.Gold != 4 {
				t.Errorf("%+v", r)
			}
		})
	}
}

func TestTokensReadsOneText(t *testing.T) {
	const want = "Anna can't wait. She left.\n\nOslo\n\nYes au marché"
	got := ""
	_, err := eval.Tokens(treebank(t, harbor), func(t string) ([]*annotate.Layers, error) {
		got = t
		return nil, nil
	})
	if err != nil || got != want {
		t.Errorf("read %q, error %v", got, err)
	}
}

// TestFusedWordsAreAligned finds one of the two words of a multiword token that
// is no cut of its letters, beside a part that is none.
func TestFusedWordsAreAligned(t *testing.T) {
	sentences := treebank(t, `# text = dalle
1-2 dalle _ _ _ _ _ _ _ _
1 DA da ADP _ _ 0 root _ _
2 le il DET _ _ 1 det _ _

`)
	r, err := eval.Tokens(sentences, reading("da l le", 0))
	if err != nil {
		t.Fatal(err)
	}
	if r.Tokens.P != 66.67 || r.Tokens.R != 100 || r.Tokens.Gold != 2 || r.Tokens.Pred != 3 {
		t.Errorf("%+v", r.Tokens)
	}
}

func TestTokensSaysWhatDoesNotFit(t *testing.T) {
	sentences := treebank(t, "# sent_id = s7\n# text = The boat\n1 The the DET _ _ 2 det _ _\n2 ship ship NOUN _ _ 0 root _ _\n\n")
	_, err := eval.Tokens(sentences, reading(""))
	const want = `sentence s7 (number 1): its text has "boat" where the word "ship" is due`
	if err == nil || err.Error() != want {
		t.Errorf("got error %v, want %s", err, want)
	}
	_, err = eval.Tokens(treebank(t, harbor), func(string) ([]*annotate.Layers, error) {
		return []*annotate.Layers{{Document: &document.Document{Text: "Anna"}}}, nil
	})
	if err == nil || !strings.HasPrefix(err.Error(), "the text was changed in reading") {
		t.Errorf("got error %v", err)
	}
}
