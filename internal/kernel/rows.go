package kernel

import (
	"fmt"
	"math"
)

// MaxWidth is the longest row of [Rows], and so the largest K of a [Dense]: with activations up to 2,047 and
// weights up to 127 in magnitude, a sum of so many products still fits in an int32 (2047·127·8260 < 2³¹).
const MaxWidth = 8260

// lanes is the number of partial sums over a row: one AVX-512 register of float32. Widths are its multiples.
const lanes = 16

// Rows is a matrix rounded to int16, with a scale for each row: element j of row i stands for
// Values[i*Width+j] * Scales[i]. The Kernel's operations write values up to 2,047 in magnitude.
//
// Width is a positive multiple of 16, at most [MaxWidth].
type Rows struct {
	Width  int
	Values []int16   // row after row
	Scales []float32 // one a row
}

// NewRows returns n rows of zeros.
func NewRows(n, width int) Rows {
	checkWidth("NewRows", width)
	return Rows{Width: width, Values: Aligned[int16](n * width), Scales: Aligned[float32](n)}
}

// Len returns the number of rows.
func (r Rows) Len() int { return len(r.Scales) }

// Slice returns rows i to j, which share memory with r.
func (r Rows) Slice(i, j int) Rows {
	return Rows{Width: r.Width, Values: r.Values[i*r.Width : j*r.Width], Scales: r.Scales[i:j]}
}

// row returns the values of row i.
func (r Rows) row(i int) []int16 { return r.Values[i*r.Width:][:r.Width] }

func (r Rows) check(op string) {
	checkWidth(op, r.Width)
	if len(r.Values) != len(r.Scales)*r.Width {
		panic(fmt.Sprintf("kernel: %s: %d values for %d rows of %d", op, len(r.Values), len(r.Scales), r.Width))
	}
}

func checkWidth(op string, width int) {
	if width <= 0 || width%lanes != 0 || width > MaxWidth {
		panic(fmt.Sprintf("kernel: %s: width %d is not a positive multiple of %d up to %d", op, width, lanes, MaxWidth))
	}
}

// A Norm holds the gain and bias of a layer norm, one a column.
type Norm struct {
	Gain, Bias []float32
}

// NewNorm returns a norm of len(gain) columns. It refuses lengths that differ or are no multiple of 16, and numbers
// that are not finite or reach 1e15.
func NewNorm(gain, bias []float32) (Norm, error) {
	if len(gain) == 0 || len(gain)%lanes != 0 || len(gain) > MaxWidth || len(bias) != len(gain) {
		return Norm{}, fmt.Errorf("layer norm of %d gains and %d biases: want the same multiple of %d up to %d of both",
			len(gain), len(bias), lanes, MaxWidth)
	}
	for _, v := range [...]struct {
		name string
		x    []float32
	}{{"gain", gain}, {"bias", bias}} {
		if i := firstWild(v.x); i >= 0 {
			return Norm{}, fmt.Errorf("layer norm: %s %d is %v", v.name, i, v.x[i])
		}
	}
	return Norm{Gain: gain, Bias: bias}, nil
}

func (n *Norm) check(op string, width int) {
	if len(n.Gain) != width || len(n.Bias) != width {
		panic(fmt.Sprintf("kernel: %s: a norm of %d gains and %d biases for rows of %d", op, len(n.Gain), len(n.Bias), width))
	}
}

// firstWild returns the index of the first element that is NaN, infinite or too large to square and sum, else -1.
func firstWild(x []float32) int {
	for i, v := range x {
		if !(math.Abs(float64(v)) < 1e15) {
			return i
		}
	}
	return -1
}

// Quantize rounds x, out.Len() rows of out.Width, into out: with m the largest magnitude of a row, but at least
// 1e-30, its scale is m/2047 and its values are x·(2047/m), rounded.
func (k *Kernel) Quantize(x []float32, out Rows) {
	out.check("Quantize")
	if len(x) != len(out.Values) {
		panic(fmt.Sprintf("kernel: Quantize: %d floats for %d rows of %d", len(x), out.Len(), out.Width))
	}
	for i := range out.Scales {
		out.Scales[i] = k.quantize(x[i*out.Width:][:out.Width], out.row(i))
	}
}

// AddNorm adds y to x, layer-normalizes each row of x and rounds it into out. x and y are out.Len() rows of
// out.Width; y must not overlap x. The layer norm of a row of n elements, with each step rounded to float32, is
//
//	mean = Σx/n; v = Σ(x-mean)²/n + 1e-12; (x-mean)·(1/√v)·gain + bias
func (k *Kernel) AddNorm(x, y []float32, n *Norm, out Rows) {
	out.check("AddNorm")
	n.check("AddNorm", out.Width)
	if len(x) != len(out.Values) || len(y) != len(x) {
		panic(fmt.Sprintf("kernel: AddNorm: %d and %d floats for %d rows of %d", len(x), len(y), out.Len(), out.Width))
	}
	for i := range out.Scales {
		o := i * out.Width
		out.Scales[i] = k.addNorm(x[o:][:out.Width], y[o:][:out.Width], n.Gain, n.Bias, out.row(i))
	}
}

// EmbedNorm makes one row of the encoder's input: the embedding emb·scale + pos + extra, layer-normalized, as floats
// in x and rounded in out, which is one row. pos is the row of the position, extra what else is added.
func (k *Kernel) EmbedNorm(x []float32, emb []int8, scale float32, pos, extra []float32, n *Norm, out Rows) {
	out.check("EmbedNorm")
	w := out.Width
	n.check("EmbedNorm", w)
	if out.Len() != 1 || len(x) != w || len(emb) != w || len(pos) != w || len(extra) != w {
		panic(fmt.Sprintf("kernel: EmbedNorm: x %d, embedding %d, position %d, extra %d for %d rows of %d",
			len(x), len(emb), len(pos), len(extra), out.Len(), w))
	}
	emb, pos = emb[:len(x)], pos[:len(x)] // lets the compiler leave bounds checks out
	for i, v := range pos {               // plain Go: done once a piece, it is a small part of the whole
		x[i] = float32(scale*float32(emb[i])) + v
	}
	out.Scales[0] = k.addNorm(x, extra, n.Gain, n.Bias, out.Values)
}

// Norm layer-normalizes the rows of x in place, as [Kernel.AddNorm] does. A row is as long as n.
func (k *Kernel) Norm(x []float32, n *Norm) {
	w := len(n.Gain)
	checkWidth("Norm", w)
	n.check("Norm", w)
	if len(x)%w != 0 {
		panic(fmt.Sprintf("kernel: Norm: %d floats in rows of %d", len(x), w))
	}
	for i := 0; i < len(x); i += w {
		k.norm(x[i:][:w], n.Gain, n.Bias)
	}
}

// Gelu replaces each element of x, of any length, by x/2·(1 + erf(x/√2)), with an error up to 3e-6 for |x| ≤ 4.5.
func (k *Kernel) Gelu(x []float32) {
	n := len(x) &^ (lanes - 1)
	if n > 0 {
		k.gelu(x[:n])
	}
	plainGelu(x[n:])
}

// GeluQuantize applies [Kernel.Gelu] to x, out.Len() rows of out.Width, and rounds the rows into out.
func (k *Kernel) GeluQuantize(x []float32, out Rows) {
	out.check("GeluQuantize")
	if len(x) != len(out.Values) {
		panic(fmt.Sprintf("kernel: GeluQuantize: %d floats for %d rows of %d", len(x), out.Len(), out.Width))
	}
	for i := range out.Scales {
		out.Scales[i] = k.geluQuantize(x[i*out.Width:][:out.Width], out.row(i))
	}
}
