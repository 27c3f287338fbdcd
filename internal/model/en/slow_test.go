package en_test

import (
	"math"
	"strconv"
	"testing"

	"onrecord/internal/encoder"
	"onrecord/internal/weights"
)

const (
	attentionHeads = 12
	headWidth      = encoder.Width / attentionHeads
)

// slowForward is the encoder written down once more, in float64 and without any
// thought of speed: what it reads is the packed weights, widened.
func slowForward(t *testing.T, s sample, v *encoder.Vocabulary) []float64 {
	t.Helper()
	table, layers := open(t, "table.safetensors"), open(t, "layers.safetensors")
	const h = encoder.Width
	x, first := slowEmbed(t, s, v, table, layers)
	x = slowNorm(t, layers, "embeddings.norm", x)
	depth, err := strconv.Atoi(layers.Meta("layers"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range depth {
		l := "layers." + strconv.Itoa(i) + "."
		mixed := slowAttention(slowDense(t, layers, l+"qkv", x, h, 3*h))
		x = slowNorm(t, layers, l+"norm1", add(x, slowDense(t, layers, l+"out", mixed, h, h)))
		up := slowDense(t, layers, l+"up", x, h, encoder.Inner)
		for i, u := range up {
			up[i] = u / 2 * (1 + math.Erf(u/math.Sqrt2))
		}
		x = slowNorm(t, layers, l+"norm2", add(x, slowDense(t, layers, l+"down", up, encoder.Inner, h)))
	}
	out := make([]float64, 0, len(first)*h)
	for _, p := range first {
		out = append(out, x[p*h:(p+1)*h]...)
	}
	return out
}

// slowEmbed adds up what is known of each piece; first is the piece at which
// each word begins.
func slowEmbed(t *testing.T, s sample, v *encoder.Vocabulary, table, layers *weights.File) (x []float64, first []int) {
	t.Helper()
	const begins, ends = 101, 102
	type piece struct{ id, shape, quote, first int }
	pieces := []piece{{id: begins}}
	var scratch []byte
	for i, f := range s.text.Features {
		first = append(first, len(pieces))
		for k, id := range v.Append(nil, s.words[i], &scratch) {
			p := piece{id: int(id), shape: int(f.Shape), quote: int(f.Quote)}
			if k > 0 {
				p.shape += 8
			} else if f.First {
				p.first = 1
			}
			pieces = append(pieces, p)
		}
	}
	pieces = append(pieces, piece{id: ends})
	const h = encoder.Width
	words, err := table.Bytes("embeddings.word.weight", v.Size(), h)
	if err != nil {
		t.Fatal(err)
	}
	scale := floats(t, table, "embeddings.word.scale")
	position := floats(t, layers, "embeddings.position")
	shape, quote, start := floats(t, layers, "embeddings.shape"), floats(t, layers, "embeddings.quote"), floats(t, layers, "embeddings.first")
	for at, p := range pieces {
		for c := range h {
			x = append(x, float64(words[p.id*h+c])*scale[p.id]+position[at*h+c]+shape[p.shape*h+c]+quote[p.quote*h+c]+start[p.first*h+c])
		}
	}
	return x, first
}

func floats(t *testing.T, f *weights.File, name string) []float64 {
	t.Helper()
	v, err := f.Floats(name, f.Shape(name)...)
	if err != nil {
		t.Fatal(err)
	}
	out := make([]float64, len(v))
	for i := range v {
		out[i] = float64(v[i])
	}
	return out
}

// slowDense multiplies rows of k with the layer called name.
func slowDense(t *testing.T, f *weights.File, name string, x []float64, k, n int) []float64 {
	t.Helper()
	pk, pn := weights.Padded(k), weights.Padded(n)
	panels, err := f.Bytes(name+".weight", pk, pn)
	if err != nil {
		t.Fatal(err)
	}
	scale, bias := floats(t, f, name+".scale"), floats(t, f, name+".bias")
	m := make([]float64, k*n) // k rows of n
	for i := range k {
		for j := range n {
			m[i*n+j] = float64(panels[(j/16*(pk/2)+i/2)*32+j%16*2+i%2]) * scale[j]
		}
	}
	rows := len(x) / k
	out := make([]float64, rows*n)
	for r := range rows {
		o := out[r*n : (r+1)*n]
		copy(o, bias)
		for i, v := range x[r*k : (r+1)*k] {
			for j, w := range m[i*n : (i+1)*n] {
				o[j] += v * w
			}
		}
	}
	return out
}

// slowAttention mixes the values of all pieces, for each head by the softmax of
// its queries with its keys.
func slowAttention(qkv []float64) []float64 {
	const h = encoder.Width
	n := len(qkv) / (3 * h)
	out := make([]float64, n*h)
	p := make([]float64, n)
	for head := range attentionHeads {
		at := func(row, part, c int) float64 { return qkv[row*3*h+part*h+head*headWidth+c] }
		for i := range n {
			most, sum := math.Inf(-1), 0.0
			for j := range n {
				p[j] = 0
				for c := range headWidth {
					p[j] += at(i, 0, c) * at(j, 1, c)
				}
				p[j] /= math.Sqrt(headWidth)
				most = max(most, p[j])
			}
			for j := range n {
				p[j] = math.Exp(p[j] - most)
				sum += p[j]
			}
			for j := range n {
				for c := range headWidth {
					out[i*h+head*headWidth+c] += p[j] / sum * at(j, 2, c)
				}
			}
		}
	}
	return out
}

func slowNorm(t *testing.T, f *weights.File, name string, x []float64) []float64 {
	t.Helper()
	const h = encoder.Width
	gain, bias := floats(t, f, name+".weight"), floats(t, f, name+".bias")
	for r := 0; r < len(x); r += h {
		row := x[r : r+h]
		mean, variance := 0.0, 0.0
		for _, v := range row {
			mean += v / h
		}
		for _, v := range row {
			variance += (v - mean) * (v - mean) / h
		}
		for c, v := range row {
			row[c] = (v-mean)/math.Sqrt(variance+1e-12)*gain[c] + bias[c]
		}
	}
	return x
}

func add(x, y []float64) []float64 {
	for i := range y {
		y[i] += x[i]
	}
	return y
}

// decisions is the best label of each row by the linear head called name.
func decisions(t *testing.T, f *weights.File, name string, labels int, rows []float64) []int {
	t.Helper()
	scores := slowDense(t, f, name, rows, encoder.Width, labels)
	out := make([]int, len(rows)/encoder.Width)
	for i := range out {
		for j := range labels {
			if scores[i*labels+j] > scores[i*labels+out[i]] {
				out[i] = j
			}
		}
	}
	return out
}
