package attribution

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"

	"onrecord/internal/encoder"
	"onrecord/internal/head"
	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

// handWeights makes weights of the heads out of chance, keeps them as the
// integers that the program sees, and computes with them in float64, as slowly
// and plainly as can be.
type handWeights struct {
	random *rand.Rand
	writer weights.Writer
	dense  map[string]slowDense
	floats map[string][]float32
}

type slowDense struct {
	k, n         int
	weight, bias []float64 // weight[i*n+j] from input i to output j
}

func newHandWeights(seed uint64) *handWeights {
	w := &handWeights{random: rand.New(rand.NewPCG(seed, 1)), dense: map[string]slowDense{}, floats: map[string][]float32{}}
	w.add("cue", encoder.Width, cueLabels)
	for _, d := range []struct {
		name string
		k, n int
	}{
		{"word", encoder.Width, width},
		{"cue", encoder.Width, width},
		{"biword", encoder.Width, biaffine},
		{"bicue", encoder.Width, roles * biaffine},
		{"mid", width, width},
		{"conv", width, 3 * width},
		{"out", width, roles},
	} {
		w.add("pair."+d.name, d.k, d.n)
	}
	w.float("pair.norm.weight", 1, width)
	w.float("pair.norm.bias", 1, width)
	w.float("pair.distance", 1, distances, width)
	w.float("pair.sentence", 1, sentences, width)
	w.float("pair.paragraph", 1, paragraphs, width)
	w.float("pair.quote", 1, quotations, width)
	w.float("pair.transitions", 1, int(Borders), roles, roles)
	w.float("pair.start", 1, roles)
	return w
}

func (w *handWeights) normal(n int, scale float64) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(w.random.NormFloat64() * scale)
	}
	return out
}

func (w *handWeights) float(name string, scale float64, shape ...int) {
	n := 1
	for _, d := range shape {
		n *= d
	}
	f := w.normal(n, scale)
	w.floats[name] = f
	w.writer.Floats(name, f, shape...)
}

func (w *handWeights) add(name string, k, n int) {
	weight, bias := w.normal(k*n, 1.5/math.Sqrt(float64(k))), w.normal(n, .1)
	if name == "pair.conv" {
		clear(bias[:width]) // as pack leaves it: the bias is added once
		clear(bias[2*width:])
	}
	w.writer.Dense(name, weight, bias, k, n)
	byInput := make([]float32, k*n)
	for j := range n {
		for i := range k {
			byInput[i*n+j] = weight[j*k+i]
		}
	}
	q, scale := kernel.Quantize(byInput, k, n)
	d := slowDense{k: k, n: n}
	for i, v := range q {
		d.weight = append(d.weight, float64(v)*float64(scale[i%n]))
	}
	for _, b := range bias {
		d.bias = append(d.bias, float64(b))
	}
	w.dense[name] = d
}

func (w *handWeights) file(t testing.TB) *weights.File {
	t.Helper()
	var b bytes.Buffer
	if _, err := w.writer.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	f, err := weights.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func (d slowDense) apply(x []float64) []float64 {
	out := append([]float64(nil), d.bias...)
	for i, v := range x {
		for j := range out {
			out[j] += v * d.weight[i*d.n+j]
		}
	}
	return out
}

func slowGelu(x float64) float64 { return x / 2 * (1 + math.Erf(x/math.Sqrt2)) }

func (w *handWeights) embedding(name string, i int) []float32 {
	return w.floats["pair."+name][i*width:][:width]
}

// scores is pairHead in float64, word by word.
func (w *handWeights) scores(rows []float32, c *Context, q cue) [][]float64 {
	n := len(c.Border)
	low, high := reachOf(q, n)
	row := func(i int) []float64 {
		out := make([]float64, encoder.Width)
		for j, v := range rows[i*encoder.Width:][:encoder.Width] {
			out[j] = float64(v)
		}
		return out
	}
	mean := make([]float64, encoder.Width)
	for i := q.first; i < q.end; i++ {
		for j, v := range row(i) {
			mean[j] += v / float64(q.end-q.first)
		}
	}
	cueRow, bicue := w.dense["pair.cue"].apply(mean), w.dense["pair.bicue"].apply(mean)
	var z, conv, out [][]float64
	for i := low; i < high; i++ {
		x := w.dense["pair.word"].apply(row(i))
		for j := range x {
			v := x[j] + cueRow[j]
			at := c.place(q, i)
			for k, name := range []string{"distance", "sentence", "paragraph", "quote"} {
				v += float64(w.embedding(name, at[k])[j])
			}
			x[j] = slowGelu(v)
		}
		for j, v := range w.dense["pair.mid"].apply(x) {
			x[j] += slowGelu(v)
		}
		z = append(z, x)
		conv = append(conv, w.dense["pair.conv"].apply(x))
	}
	for i, x := range z {
		y := make([]float64, width)
		for j := range y {
			v := conv[i][width+j]
			if i > 0 {
				v += conv[i-1][j]
			}
			if i+1 < len(z) {
				v += conv[i+1][2*width+j]
			}
			y[j] = x[j] + slowGelu(v)
		}
		sum, square := 0., 0.
		for _, v := range y {
			sum += v
		}
		for _, v := range y {
			square += (v - sum/width) * (v - sum/width)
		}
		for j, v := range y {
			gain, bias := float64(w.floats["pair.norm.weight"][j]), float64(w.floats["pair.norm.bias"][j])
			y[j] = (v-sum/width)/math.Sqrt(square/width)*gain + bias
		}
		s := w.dense["pair.out"].apply(y)
		biword := w.dense["pair.biword"].apply(row(low + i))
		for r := range s {
			for j, v := range biword {
				s[r] += v * bicue[r*biaffine+j] / 8
			}
		}
		out = append(out, s)
	}
	return out
}

// context makes one of chance, with sentences, paragraphs, quotations and
// borders here and there.
func (w *handWeights) context(n int) *Context {
	c := &Context{Paragraph: make([]int32, n), Sentence: make([]int32, n), Quote: make([]int32, n), Border: make([]Border, n)}
	quote := int32(-1)
	for i := range n {
		if i > 0 {
			c.Sentence[i], c.Paragraph[i] = c.Sentence[i-1], c.Paragraph[i-1]
		}
		if w.random.IntN(9) == 0 {
			c.Sentence[i]++
		}
		if w.random.IntN(30) == 0 {
			c.Paragraph[i]++
		}
		if w.random.IntN(12) == 0 {
			quote = int32(w.random.IntN(3)) - 1
		}
		c.Quote[i] = quote
		c.Border[i] = Border(w.random.IntN(int(CueBefore)))
	}
	return c
}

// rows makes rows of chance, as floats and rounded.
func (w *handWeights) rows(k *kernel.Kernel, n int) ([]float32, kernel.Rows) {
	f := w.normal(n*encoder.Width, 1)
	ints := kernel.NewRows(n, encoder.Width)
	k.Quantize(f, ints)
	return f, ints
}

func TestPairHeadAgainstFloat64(t *testing.T) {
	w := newHandWeights(7)
	const n = 260
	c := w.context(n)
	rows, ints := w.rows(kernel.Best(), n)
	h, err := loadPair(kernel.Best(), w.file(t))
	if err != nil {
		t.Fatal(err)
	}
	chain, err := head.LoadChain(w.file(t), "pair", int(Borders), roles)
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{pair: h, chain: chain}
	cues := []cue{{first: 0, end: 2}, {first: 30, end: 31}, {first: 140, end: 143}, {first: n - 1, end: n}}
	s := &scratch{barred: make([]bool, n)}
	h.prepare(&s.pairs, rows, ints, cues)
	worst, decisions, equal := 0., 0, 0
	for k, q := range cues {
		got := h.score(&s.pairs, c, k, q)
		want := w.scores(rows, c, q)
		if got.Len() != len(want) {
			t.Fatalf("cue %d: %d words, want %d", k, got.Len(), len(want))
		}
		slow := head.NewScores(roles, nil)
		for i, scores := range want {
			for l, v := range scores {
				worst = max(worst, math.Abs(v-float64(got.Row(i)[l])))
				slow.Data = append(slow.Data, float32(v))
			}
		}
		labels := append([]uint8(nil), r.label(s, c, q, got)...)
		for i, l := range r.label(s, c, q, slow) {
			decisions++
			if l == labels[i] {
				equal++
			}
		}
	}
	t.Logf("scores differ by at most %.4f, %d of %d labels are equal", worst, equal, decisions)
	if worst > 0.05 || equal != decisions {
		t.Errorf("scores differ by %v, %d of %d labels are equal", worst, equal, decisions)
	}
}

func TestKernelsScoreAlike(t *testing.T) {
	w := newHandWeights(8)
	const n = 50
	c := w.context(n)
	rows, ints := w.rows(kernel.Best(), n)
	cues := []cue{{first: 3, end: 4}, {first: 20, end: 23}, {first: n - 2, end: n}}
	var want []float32
	for _, k := range kernel.All() {
		h, err := loadPair(k, w.file(t))
		if err != nil {
			t.Fatal(err)
		}
		var p pairs
		h.prepare(&p, rows, ints, cues)
		var got []float32
		for i, q := range cues {
			scores := h.score(&p, c, i, q)
			for j := range scores.Len() {
				got = append(got, scores.Row(j)...)
			}
		}
		if want == nil {
			want = got
		}
		for i := range want {
			if got[i] != want[i] {
				t.Fatalf("%s: score %d is %v, %s has %v", k, i, got[i], kernel.Best(), want[i])
			}
		}
	}
}

func TestBuckets(t *testing.T) {
	// The distances at which a bucket begins, one word before, and far away.
	for distance, want := range map[int]uint8{
		-3: 0, 0: 0, 1: 1, 4: 4, 5: 5, 6: 6, 7: 6, 8: 7, 11: 7, 12: 8, 15: 8, 16: 9, 22: 9, 23: 10, 31: 10, 32: 11,
		45: 11, 46: 12, 63: 12, 64: 13, 90: 13, 91: 14, 127: 14, 128: 15, 300: 15,
	} {
		if got := bucket(distance); got != want {
			t.Errorf("distance %d is in bucket %d, want %d", distance, got, want)
		}
	}
}
