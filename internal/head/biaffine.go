package head

import (
	"fmt"

	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

// Biaffine scores ordered pairs of words, for each of some labels (Dozat and
// Manning, "Deep biaffine attention for neural dependency parsing", 2017). With
// a = gelu(first·row of the one word) and b = gelu(second·row of the other),
// both followed by a 1, and a matrix W a label, the score of a label is
//
//	aᵀ W b
//
// The weights hold all W as one dense layer over a: its outputs, Inner+1 a
// label, are the terms that b and its 1 are multiplied with.
//
// It may be used by several goroutines at a time, each with its own [Pairs].
type Biaffine struct {
	kernel                *kernel.Kernel
	first, second, weight kernel.Dense
	inner, labels         int
}

// BiaffineShape names the layers of a biaffine head and their sizes.
type BiaffineShape struct {
	First, Second, Weight string // of the layers
	Width                 int    // of a row
	Inner                 int    // of a and b, a multiple of 16
	Labels                int
}

// LoadBiaffine takes the layers of a biaffine head from f.
func LoadBiaffine(k *kernel.Kernel, f *weights.File, s BiaffineShape) (*Biaffine, error) {
	if s.Inner <= 0 || s.Inner != weights.Padded(s.Inner) || s.Inner > kernel.MaxProductWidth || s.Labels <= 0 {
		return nil, fmt.Errorf("load head: %w: biaffine of width %d and %d labels", weights.ErrInvalid, s.Inner, s.Labels)
	}
	b := &Biaffine{kernel: k, inner: s.Inner, labels: s.Labels}
	for _, d := range []struct {
		to   *kernel.Dense
		name string
		k, n int
	}{{&b.first, s.First, s.Width, s.Inner}, {&b.second, s.Second, s.Width, s.Inner}, {&b.weight, s.Weight, s.Inner, s.Labels * (s.Inner + 1)}} {
		var err error
		if *d.to, err = f.Dense(d.name, d.k, d.n); err != nil {
			return nil, fmt.Errorf("load head: %w", err)
		}
	}
	return b, nil
}

// Pairs is what a biaffine head remembers of the words it looks at: the terms
// of first words and the projections of second ones. It is scratch, see the
// package.
type Pairs struct {
	ws      kernel.Workspace
	a       []float32
	aInt    kernel.Rows
	terms   []float32 // a row of the weight's outputs for each first word
	seconds []float32 // a row of Inner for each second word
	termInt kernel.Rows
	bInt    kernel.Rows
}

// Firsts makes the terms of the words of rows. It replaces those of an earlier
// call.
func (b *Biaffine) Firsts(p *Pairs, rows kernel.Rows) {
	n := rows.Len()
	a, aInt := floats(&p.a, n*b.inner), rounded(&p.aInt, n, b.inner)
	b.kernel.Dense(&p.ws, a, b.inner, rows, &b.first)
	b.kernel.GeluQuantize(a, aInt)
	p.terms = floats(&p.terms, n*b.weight.N)
	b.kernel.Dense(&p.ws, p.terms, b.weight.N, aInt, &b.weight)
}

// Seconds projects the words of rows. It replaces those of an earlier call.
func (b *Biaffine) Seconds(p *Pairs, rows kernel.Rows) {
	p.seconds = floats(&p.seconds, rows.Len()*b.inner)
	b.kernel.Dense(&p.ws, p.seconds, b.inner, rows, &b.second)
	b.kernel.Gelu(p.seconds)
}

// Constant returns the projection, as a second word, of a row that belongs to
// no word: that of the root, or of "no antecedent".
func (b *Biaffine) Constant(row []float32) kernel.Rows {
	in, out := kernel.NewRows(1, len(row)), kernel.NewRows(1, b.inner)
	b.kernel.Quantize(row, in)
	x := make([]float32, b.inner)
	b.kernel.Dense(new(kernel.Workspace), x, b.inner, in, &b.second)
	b.kernel.GeluQuantize(x, out)
	return out
}

// Table writes to out the score of label 0 for every pair of the words from to
// to, numbered as they were given to Firsts and to Seconds, a row for each
// first word. Row by row, the constants (see [Biaffine.Constant]) come first
// and then the second words: with one constant, n words have n·(n+1) scores.
//
//	           root  NATO  warned  Russia
//	NATO        …     …      9       …
//	warned      8     …      …       …
//	Russia      …     …      7       …
func (b *Biaffine) Table(p *Pairs, out []float32, from, to int, constants kernel.Rows) {
	n := to - from
	extra := constants.Len()
	terms, seconds := rounded(&p.termInt, n, b.inner), rounded(&p.bInt, n+extra, b.inner)
	for i := range n {
		b.kernel.Quantize(p.terms[(from+i)*b.weight.N:][:b.inner], terms.Slice(i, i+1))
	}
	if extra > 0 {
		copy(seconds.Values, constants.Values)
		copy(seconds.Scales, constants.Scales)
	}
	b.kernel.Quantize(p.seconds[from*b.inner:to*b.inner], seconds.Slice(extra, n+extra))
	width := n + extra
	b.kernel.Product(&p.ws, out[:n*width], terms, seconds)
	for i := range n {
		one := p.terms[(from+i)*b.weight.N+b.inner]
		row := out[i*width:][:width]
		for j := range row {
			row[j] += one
		}
	}
}

// Label writes to out the score of each label for one pair: word i of those
// given to Firsts, and word j of those given to Seconds.
func (b *Biaffine) Label(p *Pairs, out []float32, i, j int) {
	t, x := p.terms[i*b.weight.N:][:b.weight.N], p.seconds[j*b.inner:][:b.inner]
	out = out[:b.labels]
	for r := range out {
		out[r] = dot(t[r*(b.inner+1):][:b.inner+1], x)
	}
}

// dot is the inner product of a and b, plus the element that a has more. There
// are eight partial sums, element i in the one numbered i mod 8. len(b) is a
// multiple of 8.
func dot(a, b []float32) float32 {
	var s0, s1, s2, s3, s4, s5, s6, s7 float32
	last := a[len(b)]
	for len(a) >= 8 && len(b) >= 8 {
		x, y := (*[8]float32)(a), (*[8]float32)(b)
		s0 += float32(x[0] * y[0])
		s1 += float32(x[1] * y[1])
		s2 += float32(x[2] * y[2])
		s3 += float32(x[3] * y[3])
		s4 += float32(x[4] * y[4])
		s5 += float32(x[5] * y[5])
		s6 += float32(x[6] * y[6])
		s7 += float32(x[7] * y[7])
		a, b = a[8:], b[8:]
	}
	return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7)) + last
}
