package en_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"onrecord/internal/encoder"
	"onrecord/internal/head"
	"onrecord/internal/kernel"
	"onrecord/internal/model/en"
	"onrecord/internal/weights"
)

// The chain of parity: PyTorch's rows, computed in float32 from the shipped
// weights and kept in testdata → a slow forward pass in float64, here → plain
// Go on integers → assembly, to the bit (TestKernelsGiveTheSameRows).
//
// After the weights have changed, make testdata/rows.safetensors anew:
//
//	go test ./internal/model/en -run Parity -examples /tmp/parity.jsonl
//	python -m training rows internal/model/en /tmp/parity.jsonl internal/model/en/testdata/rows.safetensors
var examples = flag.String("examples", "", "write the words of testdata as examples for the training program to this file, and stop")

// sample is the text of testdata/words.txt: a paragraph a line, its words apart
// by spaces.
type sample struct {
	words []string
	text  encoder.Text
}

func readSample(t *testing.T) sample {
	t.Helper()
	b, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	var s sample
	for line := range strings.Lines(string(b)) {
		state := encoder.Outside
		for i, w := range strings.Fields(line) {
			switch {
			case w == "“":
				state = encoder.Opening
			case w == "”":
				state = encoder.Closing
			case state == encoder.Opening:
				state = encoder.Inside
			case state == encoder.Closing:
				state = encoder.Outside
			}
			s.words = append(s.words, w)
			s.text.Features = append(s.text.Features, encoder.Feature{Shape: encoder.ShapeOf(w), Quote: state, First: i == 0})
			s.text.Breaks = append(s.text.Breaks, encoder.NoBreak)
		}
	}
	s.text.Word = func(i int) string { return s.words[i] }
	return s
}

func open(t *testing.T, path string) *weights.File {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := weights.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestParity(t *testing.T) {
	s := readSample(t)
	v, err := encoder.ReadVocabulary(strings.NewReader(string(en.Vocabulary())))
	if err != nil {
		t.Fatal(err)
	}
	if *examples != "" {
		writeExamples(t, s, v)
		return
	}
	if testing.Short() {
		t.Skip("the pass in float64 takes seconds")
	}
	torch, err := open(t, "testdata/rows.safetensors").Floats("0.rows", len(s.words), encoder.Width)
	if err != nil {
		t.Fatal(err)
	}
	slow := slowForward(t, s, v)
	worst := 0.0
	for i := range slow {
		worst = max(worst, math.Abs(slow[i]-float64(torch[i])))
	}
	if worst > 1e-4 {
		t.Errorf("float64 and PyTorch differ by %.2g; were the weights changed without making testdata/rows.safetensors anew?", worst)
	}
	t.Logf("float64 against PyTorch: at most %.2g apart", worst)

	m, err := en.Load(kernel.Best())
	if err != nil {
		t.Fatal(err)
	}
	fast, rounded := make([]float32, len(slow)), kernel.NewRows(len(s.words), encoder.Width)
	m.Encoder.Encode(s.text, fast, rounded)
	least := 1.0
	for i := range s.words {
		least = min(least, cosine(slow[i*encoder.Width:][:encoder.Width], fast[i*encoder.Width:][:encoder.Width]))
	}
	if least < 0.998 {
		t.Errorf("a word's row has cosine %.5f to float64's, want 0.998", least)
	}
	t.Logf("integers against float64: cosine at least %.6f", least)

	same, all := 0, 0
	for _, h := range []struct {
		name   string
		labels int
	}{{"cue", 3}, {"upos", 17}, {"name", 11}} {
		exact := decisions(t, m.Heads, h.name, h.labels, slow)
		linear, err := head.LoadLinear(kernel.Best(), m.Heads, h.name, encoder.Width, h.labels)
		if err != nil {
			t.Fatal(err)
		}
		got := linear.Score(new(kernel.Workspace), head.Scores{}, rounded)
		for i := range s.words {
			all++
			if head.Argmax(got.Row(i)) == exact[i] {
				same++
			}
		}
	}
	if float64(same) < 0.99*float64(all) {
		t.Errorf("heads decide alike on %d of %d words, want 99 %%", same, all)
	}
	t.Logf("heads decide alike on %d of %d words", same, all)
}

func cosine(a []float64, b []float32) float64 {
	var ab, aa, bb float64
	for i := range a {
		x, y := a[i], float64(b[i])
		ab, aa, bb = ab+x*y, aa+x*x, bb+y*y
	}
	return ab / math.Sqrt(aa*bb)
}

// writeExamples writes s as one prepared document.
func writeExamples(t *testing.T, s sample, v *encoder.Vocabulary) {
	t.Helper()
	n := len(s.words)
	doc := struct {
		Name   string  `json:"name"`
		Pieces []int32 `json:"pieces"`
		Lens   []int   `json:"lens"`
		Shape  []int   `json:"shape"`
		Quote  []int   `json:"quote"`
		Para   []int   `json:"para"`
		Sent   []int   `json:"sent"`
		QSeg   []int   `json:"qseg"`
		Border []int   `json:"border"`
	}{Name: "parity", Sent: make([]int, n), QSeg: make([]int, n), Border: make([]int, n)}
	var scratch []byte
	para := -1
	for i, f := range s.text.Features {
		before := len(doc.Pieces)
		doc.Pieces = v.Append(doc.Pieces, s.words[i], &scratch)
		doc.Lens = append(doc.Lens, len(doc.Pieces)-before)
		if f.First {
			para++
		}
		doc.Shape, doc.Quote, doc.Para = append(doc.Shape, int(f.Shape)), append(doc.Quote, int(f.Quote)), append(doc.Para, para)
	}
	b, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(*examples, append(b, '\n'), 0o666); err != nil {
		t.Fatal(err)
	}
	fmt.Printf("%d words, %d pieces\n", n, len(doc.Pieces))
}
