package pack

import (
	"onrecord/internal/encoder"
	"onrecord/internal/weights"
)

// The widths of the heads, as training/ has them.
const (
	pair, bi             = 192, 64 // attribution; bi of coref too
	arc, label           = 128, 48 // syntax
	coref, attitude      = 128, 192
	distances, sentences = 31, 7
	paragraphs, quotes   = 5, 6
	borders, roles       = 13, 3
)

// metadata passed on to the heads: what the numbers of their outputs mean.
var metadata = []string{"upos", "relations", "names", "attitudes", "vocabulary_digest", "anaphors", "version", "seed", "epochs", "teacher", "finished"}

// heads packs every head. digest names the encoder that they were trained on.
func (p *packer) heads(digest string) *weights.Writer {
	const h = encoder.Width
	w := &weights.Writer{Meta: map[string]string{"encoder": digest}}
	for _, m := range metadata {
		if v := p.from.Meta(m); v != "" {
			w.Meta[m] = v
		}
	}
	p.dense(w, "cue", h, roles)
	p.pair(w)

	p.dense(w, "upos", h, p.labels("upos"))
	p.floats(w, "root", h)
	p.dense(w, "arc.dependent", h, arc)
	p.dense(w, "arc.head", h, arc)
	p.biaffine(w, "arc.weight", arc, 1)
	p.dense(w, "label.dependent", h, label)
	p.dense(w, "label.head", h, label)
	p.biaffine(w, "label.weight", label, p.labels("relations"))

	p.dense(w, "name", h, p.labels("names"))

	p.dense(w, "coref.anaphor", h, coref+bi)
	p.dense(w, "coref.candidate", h, coref+bi)
	p.dense(w, "coref.mid", coref, coref)
	p.dense(w, "coref.out", coref, 1)
	p.floats(w, "coref.null", coref+bi)
	p.floats(w, "coref.features", p.rows("coref.features"), coref)

	p.dense(w, "attitude.first", h, attitude)
	p.dense(w, "attitude.second", h, attitude)
	p.dense(w, "attitude.key", h, attitude)
	p.dense(w, "attitude.value", h, attitude)
	p.dense(w, "attitude.mid", attitude, attitude)
	p.dense(w, "attitude.out", attitude, p.labels("attitudes"))
	return w
}

// rows is the number of rows of the matrix called name.
func (p *packer) rows(name string) int {
	if shape := p.from.Shape(name); len(shape) == 2 {
		return shape[0]
	}
	return 0
}

// labels is the number of labels that the checkpoint lists under key.
func (p *packer) labels(key string) int {
	if p.err != nil {
		return 0
	}
	var names []string
	names, p.err = p.from.Strings(key)
	return len(names)
}

// pair packs the head that judges a word's role toward a cue. The convolution
// over three words becomes three layers side by side, for the word before, the
// word itself and the word behind: their outputs are added where they meet.
func (p *packer) pair(w *weights.Writer) {
	const h = encoder.Width
	for _, d := range []struct {
		name string
		k, n int
	}{{"word", h, pair}, {"cue", h, pair}, {"biword", h, bi}, {"bicue", h, roles * bi}, {"mid", pair, pair}, {"out", pair, roles}} {
		p.dense(w, "pair."+d.name, d.k, d.n)
	}
	conv, bias := p.take("pair.conv.weight", pair, pair, 3), p.take("pair.conv.bias", pair)
	if p.err != nil {
		return
	}
	weight, biases := make([]float32, 3*pair*pair), make([]float32, 3*pair)
	for t := range 3 {
		for j := range pair {
			for i := range pair {
				weight[(t*pair+j)*pair+i] = conv[(j*pair+i)*3+t]
			}
		}
	}
	copy(biases[pair:], bias) // once, with the word itself
	w.Dense("pair.conv", weight, biases, pair, 3*pair)
	p.norm(w, "pair.norm", pair)
	p.floats(w, "pair.distance", distances, pair)
	p.floats(w, "pair.sentence", sentences, pair)
	p.floats(w, "pair.paragraph", paragraphs, pair)
	p.floats(w, "pair.quote", quotes, pair)
	p.floats(w, "pair.transitions", borders, roles, roles)
	p.floats(w, "pair.start", roles)
}

// biaffine packs count matrices of n+1 by n+1 as one layer over the first
// argument x: its output j of matrix r, for j ≤ n, is what the second
// argument's element j is multiplied with (j = n: added). The last row, which
// meets the 1 behind x, is the bias.
func (p *packer) biaffine(w *weights.Writer, name string, n, count int) {
	shape := []int{n + 1, n + 1}
	if len(p.from.Shape(name)) == 3 {
		shape = []int{count, n + 1, n + 1}
	}
	m := p.take(name, shape...)
	if p.err != nil {
		return
	}
	weight, bias := make([]float32, count*(n+1)*n), make([]float32, count*(n+1))
	for r := range count {
		for j := range n + 1 {
			out := r*(n+1) + j
			for i := range n {
				weight[out*n+i] = m[(r*(n+1)+i)*(n+1)+j]
			}
			bias[out] = m[(r*(n+1)+n)*(n+1)+j]
		}
	}
	w.Dense(name, weight, bias, n, count*(n+1))
}
