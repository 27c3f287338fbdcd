package coref

import (
	"fmt"

	"onrecord/internal/encoder"
	"onrecord/internal/head"
	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

// The widths of the head, as training/ has them.
const (
	width    = 128 // of a pair of pronoun and candidate
	biaffine = 64  // of the term that multiplies the two
	sides    = width + biaffine
)

// row is what one pair, or one value of a feature, is told.
type row = [width]float32

// model scores candidates by the rows that the encoder left and by features:
//
//	z = gelu(A·pronoun + C·candidate + the sum of the features)
//	z = z + gelu(M·z)
//	score = O·z + (B·pronoun)·(D·candidate)/8
//
// A and B are one layer, C and D are another. "None of them" has a row of its
// own in place of C and D, and the features that are of the pronoun alone.
type model struct {
	kernel             *kernel.Kernel
	anaphor, candidate kernel.Dense
	mid                kernel.Dense
	out                *head.Linear
	features           []row
	offset             [questions]int // of each question's values in features
	null               []float32      // sides
}

// load takes the head from w. It refuses one with other features.
func load(k *kernel.Kernel, w *weights.File) (*model, error) {
	m := &model{kernel: k}
	n := 0
	for q, v := range values {
		m.offset[q] = n
		n += int(v)
	}
	var err error
	if m.anaphor, err = w.Dense("coref.anaphor", encoder.Width, sides); err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	if m.candidate, err = w.Dense("coref.candidate", encoder.Width, sides); err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	if m.mid, err = w.Dense("coref.mid", width, width); err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	if m.out, err = head.LoadLinear(k, w, "coref.out", width, 1); err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	if m.null, err = w.Floats("coref.null", sides); err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	f, err := w.Floats("coref.features", n, width)
	if err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	for ; len(f) > 0; f = f[width:] {
		m.features = append(m.features, row(f))
	}
	return m, nil
}

// judge scores with a model the pronouns of one passage. It is scratch.
type judge struct {
	*model
	ws     kernel.Workspace
	in     kernel.Rows
	heads  []float32 // sides for each mention
	z, y   []float32
	zInt   kernel.Rows
	scores head.Scores
}

// begin projects the heads of the mentions.
func (j *judge) begin(r *resolver) {
	rows := r.tree.Rows.Int
	n := len(r.mentions)
	j.in = growRows(j.in, n+1, encoder.Width)
	for i := range r.mentions {
		copyRow(j.in, i, rows, r.mentions[i].Head)
	}
	grow(&j.heads, (n+1)*sides)
	if n > 0 {
		j.kernel.Dense(&j.ws, j.heads, sides, j.in.Slice(0, n), &j.candidate)
	}
}

// score scores the candidates of the pronoun i; the first is the score of none.
func (j *judge) score(r *resolver, i int, p *pairs) []float32 {
	n := len(p.candidates) + 1
	last := len(r.mentions)
	copyRow(j.in, last, r.tree.Rows.Int, r.mentions[i].Head)
	var anaphor [sides]float32
	j.kernel.Dense(&j.ws, anaphor[:], sides, j.in.Slice(last, last+1), &j.anaphor)
	grow(&j.z, n*width)
	grow(&j.y, n*width)
	j.zInt = growRows(j.zInt, n, width)
	grow(&p.scores, n)
	p.scores = p.scores[:n]
	for k := range n {
		side := j.null
		if k > 0 {
			side = j.heads[p.candidates[k-1]*sides:][:sides]
		}
		z := (*row)(j.z[k*width:])
		sum(z, (*row)(anaphor[:]), (*row)(side))
		if k == 0 {
			sum(z, z, &j.features[j.offset[formAndRole]+int(p.features[0][formAndRole])])
			sum(z, z, &j.features[j.offset[choices]+int(p.features[0][choices])])
		} else {
			for q, v := range p.features[k-1] {
				sum(z, z, &j.features[j.offset[q]+int(v)])
			}
		}
		p.scores[k] = product(anaphor[width:], side[width:])
	}
	z, y, zInt := j.z[:n*width], j.y[:n*width], j.zInt.Slice(0, n)
	j.kernel.GeluQuantize(z, zInt)
	j.kernel.Dense(&j.ws, y, width, zInt, &j.mid)
	j.kernel.Gelu(y)
	for k := range n {
		sum((*row)(z[k*width:]), (*row)(z[k*width:]), (*row)(y[k*width:]))
	}
	j.kernel.Quantize(z, zInt)
	j.scores = j.out.Score(&j.ws, j.scores, zInt)
	for k := range n {
		p.scores[k] += j.scores.Row(k)[0]
	}
	return p.scores
}

// product is the inner product of a and b over 8, in four partial sums.
func product(a, b []float32) float32 {
	var s [4]float32
	for i := 0; i < biaffine; i += 4 {
		for k := range s {
			s[k] += float32(a[i+k] * b[i+k])
		}
	}
	return float32(((s[0] + s[2]) + (s[1] + s[3])) * .125)
}

// sum writes a + b to o.
func sum(o, a, b *row) {
	for i := 0; i < width; i += 4 {
		o[i] = a[i] + b[i]
		o[i+1] = a[i+1] + b[i+1]
		o[i+2] = a[i+2] + b[i+2]
		o[i+3] = a[i+3] + b[i+3]
	}
}

// copyRow copies row j of from to row i of to. Layers that were made by hand have
// no rows; then features alone decide.
func copyRow(to kernel.Rows, i int, from kernel.Rows, j int) {
	if from.Len() == 0 {
		return
	}
	copy(to.Values[i*to.Width:][:to.Width], from.Values[j*from.Width:])
	to.Scales[i] = from.Scales[j]
}

// grow makes room for n elements. What they hold is left over from earlier.
func grow(b *[]float32, n int) {
	if len(*b) < n {
		*b = kernel.Aligned[float32](n)
	}
}

func growRows(r kernel.Rows, n, width int) kernel.Rows {
	if r.Len() < n || r.Width != width {
		return kernel.NewRows(n, width)
	}
	return r
}
