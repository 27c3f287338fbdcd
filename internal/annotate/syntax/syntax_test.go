package syntax_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/encode"
	"onrecord/internal/annotate/quote"
	"onrecord/internal/annotate/segment"
	"onrecord/internal/annotate/syntax"
	"onrecord/internal/document"
	"onrecord/internal/eval"
	"onrecord/internal/gold"
	"onrecord/internal/kernel"
	"onrecord/internal/model/en"
	"onrecord/internal/prepare"
	"onrecord/internal/text"
	"onrecord/internal/weights"
)

// readers are the stages from words to trees on one kernel.
func readers(t testing.TB, k *kernel.Kernel) (rows, trees annotate.Stage) {
	t.Helper()
	m, err := en.Load(k)
	if err != nil {
		t.Fatal(err)
	}
	s, err := syntax.Stage(k, m.Heads)
	if err != nil {
		t.Fatal(err)
	}
	return encode.Stage(m.Encoder, nil), s
}

// apply runs stages over l.
func apply(t testing.TB, l *annotate.Layers, stages ...annotate.Stage) {
	t.Helper()
	for _, s := range stages {
		if err := s.Apply(l); err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
	}
}

// paragraphs returns the words and sentences of t, whose blocks are lines.
func paragraphs(tb testing.TB, t string) *annotate.Layers {
	tb.Helper()
	l := &annotate.Layers{Document: &document.Document{Text: t}}
	for _, line := range strings.SplitAfter(t, "\n") {
		end := 0
		if len(l.Blocks) > 0 {
			end = l.Blocks[len(l.Blocks)-1].End
		}
		l.Blocks = append(l.Blocks, annotate.Block{Span: text.Span{Start: end, End: end + len(line)}})
	}
	apply(tb, l, segment.Stage(), quote.Stage())
	return l
}

const story = `The minister said on Monday that talks "will take time," adding that nobody was pushing Kyiv.
Her deputy disagreed. No. "We," he said, "are not ready, and won't be."
Asked whether the two sides, which had met in Geneva a week earlier, were close to a deal that both could sign, she shrugged.
Go!
`

// wellFormed says what is wrong with the trees of l.
func wellFormed(t testing.TB, l *annotate.Layers) {
	t.Helper()
	n := len(l.Tokens)
	if len(l.Tags) != n || len(l.Lemmas) != n || len(l.Heads) != n || len(l.Relations) != n {
		t.Fatalf("%d words, %d tags, %d lemmas, %d heads, %d relations", n, len(l.Tags), len(l.Lemmas), len(l.Heads), len(l.Relations))
	}
	for _, s := range l.Sentences {
		roots := 0
		for i := s.First; i < s.End; i++ {
			h := int(l.Heads[i])
			if (h < 0) != (l.Relations[i] == "root") {
				t.Fatalf("word %d, %q, has head %d and relation %s", i, l.Word(i), h, l.Relations[i])
			}
			if h < 0 {
				roots++
				continue
			}
			if h < s.First || h >= s.End {
				t.Fatalf("word %d of the sentence %d to %d has head %d", i, s.First, s.End, h)
			}
			for steps := 0; h >= 0; h = int(l.Heads[h]) {
				if steps++; steps > s.End-s.First {
					t.Fatalf("word %d is in a cycle", i)
				}
			}
		}
		if roots != 1 {
			t.Fatalf("the sentence %d to %d has %d roots", s.First, s.End, roots)
		}
	}
}

func TestEverySentenceIsATree(t *testing.T) {
	rows, trees := readers(t, kernel.Best())
	for name, txt := range map[string]string{
		"nothing":             "",
		"a story":             story,
		"an endless sentence": strings.Repeat("and they went to the market in the city ", 150),
		"marks":               strings.Repeat("- ", 40),
		"many short ones":     strings.Repeat("Go on. ", 300),
	} {
		t.Run(name, func(t *testing.T) {
			l := paragraphs(t, txt)
			apply(t, l, rows, trees)
			wellFormed(t, l)
		})
	}
}

func TestKernelsDecideAlike(t *testing.T) {
	var want *annotate.Layers
	for _, k := range slices.Backward(kernel.All()) {
		rows, trees := readers(t, k)
		l := paragraphs(t, story)
		apply(t, l, rows, trees)
		if want == nil {
			want = l
		}
		if !slices.Equal(l.Tags, want.Tags) || !slices.Equal(l.Heads, want.Heads) || !slices.Equal(l.Relations, want.Relations) {
			t.Errorf("%s reads otherwise than plain Go", k)
		}
	}
}

func TestOtherPartsOfSpeechAreRefused(t *testing.T) {
	var b bytes.Buffer
	w := &weights.Writer{Meta: map[string]string{"upos": `["NOUN", "VERB"]`}}
	if _, err := w.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	f, err := weights.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := syntax.Stage(kernel.Best(), f); err == nil || !strings.Contains(err.Error(), "parts of speech") {
		t.Fatalf("error %v", err)
	}
}

// shared returns the path of a file that is not part of the project, or skips.
func shared(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("ONRECORD_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared")
	}
	path := filepath.Join(dir, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not there; ONRECORD_SHARED names the folder that holds data/", path)
	}
	return path
}

// treebank is the part of English Web Treebank that serves development.
func treebank(t testing.TB) []gold.Sentence {
	t.Helper()
	sentences, err := gold.ReadTreebank(shared(t, "data/ud-ewt/dev.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

// The floors are those of the weights that the program began with; figures are
// printed with -v.
func TestTreebank(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 25,000 words")
	}
	sentences := treebank(t)
	rows, trees := readers(t, kernel.Best())
	done := map[*gold.Sentence]*annotate.Layers{} // by the first sentence of a document, for the second report
	read := func(s []gold.Sentence) (*annotate.Layers, error) {
		if l := done[&s[0]]; l != nil {
			return l, nil
		}
		l := prepare.Layout(s)
		apply(t, l, quote.Stage(), rows, trees)
		wellFormed(t, l)
		l.Rows = annotate.Rows{}
		done[&s[0]] = l
		return l, nil
	}
	tags, err := eval.Tags(sentences, read)
	if err != nil {
		t.Fatal(err)
	}
	parse, err := eval.Parse(sentences, read)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, r := range []eval.Report{tags, parse} {
		if err := r.Write(&b); err != nil {
			t.Fatal(err)
		}
	}
	t.Log(b.String())
	for name, floor := range map[string]float64{"upos": 95.5, "uas": 87, "las": 84} {
		v, ok := tags.Values()[name]
		if !ok {
			v = parse.Values()[name]
		}
		if v < floor {
			t.Errorf("%s %.2f is below %.2f", name, v, floor)
		}
	}
}

// BenchmarkStage reads words whose rows are there.
func BenchmarkStage(b *testing.B) {
	for _, k := range kernel.All() {
		b.Run(k.Name(), func(b *testing.B) {
			rows, trees := readers(b, k)
			l := paragraphs(b, strings.Repeat(story, 12))
			apply(b, l, rows)
			b.ReportAllocs()
			for b.Loop() {
				apply(b, l, trees)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(l.Tokens)), "ns/word")
		})
	}
}
