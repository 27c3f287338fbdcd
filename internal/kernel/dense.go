package kernel

import "fmt"

// Dense holds the weights of one dense layer, K inputs to N outputs, rounded to int8 with one scale a column.
// K and N are positive multiples of 16, K at most [MaxWidth].
type Dense struct {
	K, N   int
	Panels []int8 // K*N, as Pack lays them out
	Scale  []float32
	Bias   []float32
}

// NewDense returns the layer of the given shape. It keeps the slices, which must not change. It refuses wrong
// lengths, scales that are not positive, and numbers that are not finite or reach 1e15.
func NewDense(k, n int, panels []int8, scale, bias []float32) (Dense, error) {
	d := Dense{K: k, N: n, Panels: panels, Scale: scale, Bias: bias}
	if k <= 0 || k%lanes != 0 || k > MaxWidth || n <= 0 || n%lanes != 0 {
		return Dense{}, fmt.Errorf("dense layer %d×%d: want multiples of %d, and at most %d inputs", k, n, lanes, MaxWidth)
	}
	if len(panels)/k != n || len(panels)%k != 0 || len(scale) != n || len(bias) != n {
		return Dense{}, fmt.Errorf("dense layer %d×%d: %d weights, %d scales, %d biases", k, n, len(panels), len(scale), len(bias))
	}
	if i := firstWild(scale); i >= 0 {
		return Dense{}, fmt.Errorf("dense layer %d×%d: scale %d is %v", k, n, i, scale[i])
	}
	if i := firstWild(bias); i >= 0 {
		return Dense{}, fmt.Errorf("dense layer %d×%d: bias %d is %v", k, n, i, bias[i])
	}
	for i, s := range scale {
		if s <= 0 {
			return Dense{}, fmt.Errorf("dense layer %d×%d: scale %d is %v", k, n, i, s)
		}
	}
	return d, nil
}

// Quantize rounds w, k rows of n floats, to int8 and a scale a column: with m the largest magnitude of a column, but
// at least 1e-30, its scale is m/127 and its values are w·(1/scale), rounded.
func Quantize(w []float32, k, n int) (q []int8, scale []float32) {
	if k < 0 || n < 0 || len(w) != k*n {
		panic(fmt.Sprintf("kernel: Quantize: %d weights for a %d×%d layer", len(w), k, n))
	}
	q, scale = make([]int8, k*n), make([]float32, n)
	inverse := make([]float32, n)
	for i, v := range w {
		scale[i%n] = max(scale[i%n], abs(v))
	}
	for j := range scale {
		scale[j] = max(scale[j], minMax) / 127
		inverse[j] = 1 / scale[j]
	}
	for i, v := range w {
		q[i] = int8(max(-127, min(127, nearest(float32(v*inverse[i%n])))))
	}
	return q, scale
}

// Pack lays q, k rows of n values, out as panels of 16 columns, for [Dense]. In a panel the two values of a column in
// rows 2i and 2i+1 stand side by side: for a layer of 2 × 16,
//
//	a0 a1 … a15
//	b0 b1 … b15   becomes   a0 b0 a1 b1 … a15 b15
//
// k must be even and n a multiple of 16.
func Pack(q []int8, k, n int) []int8 {
	if k < 0 || k%2 != 0 || n < 0 || n%lanes != 0 || len(q) != k*n {
		panic(fmt.Sprintf("kernel: Pack: %d weights for a %d×%d layer of pairs by %d", len(q), k, n, lanes))
	}
	out := Aligned[int8](k * n)
	at := 0
	for j := 0; j < n; j += lanes {
		for i := 0; i < k; i += 2 {
			even, odd := q[i*n+j:][:lanes], q[(i+1)*n+j:][:lanes]
			for c := range lanes {
				out[at] = even[c]
				out[at+1] = odd[c]
				at += 2
			}
		}
	}
	return out
}

// check looks at the shapes that every product with d relies on.
func (d *Dense) check(op string, a Rows) {
	a.check(op)
	if a.Width != d.K {
		panic(fmt.Sprintf("kernel: %s: rows of %d times a layer of %d×%d", op, a.Width, d.K, d.N))
	}
	if d.N <= 0 || d.N%lanes != 0 || len(d.Panels) != d.K*d.N || len(d.Scale) != d.N || len(d.Bias) != d.N {
		panic(fmt.Sprintf("kernel: %s: layer %d×%d with %d weights, %d scales, %d biases; use NewDense",
			op, d.K, d.N, len(d.Panels), len(d.Scale), len(d.Bias)))
	}
}

// dense prepares the product of a and d.
func (ws *Workspace) dense(a Rows, d *Dense, out []float32, stride int) *product {
	ws.product = product{
		whole: tile{
			pairs: d.K / 2, rows: a.Len(), a: a.Values, lda: d.K, narrow: d.Panels,
			out: out, ldo: stride, row: a.Scales, column: d.Scale, bias: d.Bias,
		},
		panels: d.N / lanes,
	}
	return &ws.product
}

// Dense multiplies a with d: row i of the result, d.N floats, goes to out[i*stride:]. With s the integer sum of
// products, each step rounded, an element is
//
//	s·(a.Scales[i]·d.Scale[j]) + d.Bias[j]
func (k *Kernel) Dense(ws *Workspace, out []float32, stride int, a Rows, d *Dense) {
	d.check("Dense", a)
	if a.Len() == 0 {
		return
	}
	if stride < d.N || a.Len() > 1 && stride > len(out) || (a.Len()-1)*stride+d.N > len(out) {
		panic(fmt.Sprintf("kernel: Dense: %d rows of %d, each %d apart, do not fit in %d", a.Len(), d.N, stride, len(out)))
	}
	k.multiply(ws, ws.dense(a, d, out, stride))
	ws.product = product{} // keeps nothing of the caller's alive
}

// Heads is the shape in which attention reads queries, keys and values: 3·Count blocks, first the queries of each
// head, then the keys, then the values. Each block is a row-major matrix of Rows rows and Width columns, so that what
// belongs to one head lies together. Width is a multiple of 16 up to 64.
type Heads struct {
	Rows, Count, Width int
}

// Len returns the number of elements.
func (h Heads) Len() int { return 3 * h.Count * h.Rows * h.Width }

// maxHeadWidth bounds the integers of attention: with values up to 4,095, the difference of two scores, sums of Width
// products, fits in an int32.
const maxHeadWidth = 64

func (h Heads) check(op string, data int) {
	if h.Count <= 0 || h.Rows < 0 || h.Width <= 0 || h.Width%lanes != 0 || h.Width > maxHeadWidth {
		panic(fmt.Sprintf("kernel: %s: %d heads of %d columns, want a multiple of %d up to %d", op, h.Count, h.Width, lanes, maxHeadWidth))
	}
	if data < h.Len() {
		panic(fmt.Sprintf("kernel: %s: %d floats for %d rows of 3×%d heads of %d", op, data, h.Rows, h.Count, h.Width))
	}
}

// DenseHeads is [Kernel.Dense] for queries, keys and values: the columns of d, 3·h.Count·h.Width of them, are those of
// the blocks one after the other. out gets h.Len() floats in the shape h, whose Rows are those of a.
func (k *Kernel) DenseHeads(ws *Workspace, out []float32, h Heads, a Rows, d *Dense) {
	d.check("DenseHeads", a)
	h.check("DenseHeads", len(out))
	if a.Len() != h.Rows || d.N != 3*h.Count*h.Width {
		panic(fmt.Sprintf("kernel: DenseHeads: %d rows of %d for %d rows of 3×%d heads of %d",
			a.Len(), d.N, h.Rows, h.Count, h.Width))
	}
	if a.Len() == 0 {
		return
	}
	p := ws.dense(a, d, out, h.Width)
	p.block, p.blockStep = h.Width/lanes, h.Rows*h.Width
	k.multiply(ws, p)
	ws.product = product{}
}
