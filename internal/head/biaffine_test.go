package head_test

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"onrecord/internal/head"
	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

const width, inner, labels, words = 64, 32, 3, 40

// model is a biaffine head in float64: first, second [inner][width+1] and w
// [labels][inner+1][inner+1], the last column or element for the bias.
type model struct {
	first, second [][]float64
	w             [][][]float64
}

func random(r *rand.Rand, n, m int) [][]float64 {
	out := make([][]float64, n)
	for i := range out {
		for range m {
			out[i] = append(out[i], r.NormFloat64()/4)
		}
	}
	return out
}

// file packs m as training's checkpoints are packed.
func (m model) file(t *testing.T) *weights.File {
	t.Helper()
	w := &weights.Writer{}
	dense := func(name string, rows [][]float64) {
		var weight, bias []float32
		k := len(rows[0]) - 1
		for _, r := range rows {
			for _, v := range r[:k] {
				weight = append(weight, float32(v))
			}
			bias = append(bias, float32(r[k]))
		}
		w.Dense(name, weight, bias, k, len(rows))
	}
	dense("a", m.first)
	dense("b", m.second)
	var terms [][]float64 // a row an output: what each element of a, then 1, adds to it
	for _, u := range m.w {
		for j := range inner + 1 {
			var row []float64
			for i := range inner + 1 {
				row = append(row, u[i][j])
			}
			terms = append(terms, row)
		}
	}
	dense("w", terms)
	var b bytes.Buffer
	if _, err := w.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	f, err := weights.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func project(layer [][]float64, row []float32) []float64 {
	var out []float64
	for _, w := range layer {
		x := w[len(row)]
		for i, v := range row {
			x += w[i] * float64(v)
		}
		out = append(out, x/2*(1+math.Erf(x/math.Sqrt2)))
	}
	return append(out, 1)
}

func (m model) score(label int, a, b []float32) (s float64) {
	y := project(m.second, b)
	for i, x := range project(m.first, a) {
		for j := range y {
			s += x * m.w[label][i][j] * y[j]
		}
	}
	return s
}

func TestBiaffineAgainstFloat64(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1))
	m := model{first: random(r, inner, width+1), second: random(r, inner, width+1)}
	for range labels {
		m.w = append(m.w, random(r, inner+1, inner+1))
	}
	f := m.file(t)
	rows := make([]float32, words*width)
	root := make([]float32, width)
	for i := range rows {
		rows[i] = float32(r.NormFloat64())
	}
	for i := range root {
		root[i] = float32(r.NormFloat64())
	}
	row := func(i int) []float32 { return rows[i*width:][:width] }
	var first []float32
	for _, k := range slices.Backward(kernel.All()) {
		b, err := head.LoadBiaffine(k, f, head.BiaffineShape{First: "a", Second: "b", Weight: "w", Width: width, Inner: inner, Labels: labels})
		if err != nil {
			t.Fatal(err)
		}
		in := kernel.NewRows(words, width)
		k.Quantize(rows, in)
		var p head.Pairs
		b.Firsts(&p, in)
		b.Seconds(&p, in)
		const from, to = 5, 25
		table := make([]float32, (to-from)*(to-from+1))
		b.Table(&p, table, from, to, b.Constant(root))
		out := make([]float32, labels)
		far, square, all := 0.0, 0.0, table
		for i := from; i < to; i++ {
			for j := from - 1; j < to; j++ {
				other := root
				if j >= from {
					other = row(j)
				}
				want := m.score(0, row(i), other)
				far = max(far, math.Abs(want-float64(table[(i-from)*(to-from+1)+j-from+1])))
				square += want * want
			}
			b.Label(&p, out, i, to-i+from)
			all = append(all, out...)
			for l, v := range out {
				far = max(far, math.Abs(m.score(l, row(i), row(to-i+from))-float64(v)))
			}
		}
		size := math.Sqrt(square / float64(len(table)))
		if far > size/20 {
			t.Errorf("%s: off by up to %.3f where scores are about %.3f", k, far, size)
		}
		if first == nil {
			first = slices.Clone(all)
		}
		if !slices.Equal(first, all) {
			t.Errorf("%s: scores differ from the plain kernel's", k)
		}
	}
}

func TestLinear(t *testing.T) {
	var b bytes.Buffer
	w := &weights.Writer{}
	w.Dense("x", []float32{1, 0, 0, 2, -1, 0}, []float32{0, 1, 0}, 2, 3)
	if _, err := w.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	f, err := weights.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range kernel.All() {
		l, err := head.LoadLinear(k, f, "x", 2, 3)
		if err != nil {
			t.Fatal(err)
		}
		in := kernel.NewRows(2, 16)
		k.Quantize(append([]float32{2, 3}, append(make([]float32, 14), append([]float32{0, -1}, make([]float32, 14)...)...)...), in)
		s := l.Score(new(kernel.Workspace), head.Scores{}, in)
		want := []float32{2, 7, -2, 0, -1, 0}
		for i := range want {
			if got := s.Row(i / 3)[i%3]; math.Abs(float64(got-want[i])) > .01 {
				t.Errorf("%s: score %d is %v, want %v", k, i, got, want[i])
			}
		}
		if s.Len() != 2 || len(s.Row(1)) != 3 || s.Slice(1, 2).Row(0)[0] != s.Row(1)[0] {
			t.Errorf("%s: shape %+v", k, s)
		}
	}
}
