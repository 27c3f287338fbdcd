package kernel

import "fmt"

// MaxProductWidth is the longest row that [Kernel.Product] takes: sums of that many products of values up to 2,047 in
// magnitude fit in an int32.
const MaxProductWidth = 512

// Product multiplies two matrices of activations: out[i*b.Len()+j] is the inner product of row i of a and row j
// of b. Both have the same width, at most [MaxProductWidth]. With s the integer sum of products, each step rounded,
// it is s·(a.Scales[i]·b.Scales[j]).
func (k *Kernel) Product(ws *Workspace, out []float32, a, b Rows) {
	a.check("Product")
	b.check("Product")
	m, n, width := a.Len(), b.Len(), a.Width
	if b.Width != width || width > MaxProductWidth {
		panic(fmt.Sprintf("kernel: Product: rows of %d times rows of %d, want the same up to %d", width, b.Width, MaxProductWidth))
	}
	if len(out) < m*n {
		panic(fmt.Sprintf("kernel: Product: %d×%d results do not fit in %d", m, n, len(out)))
	}
	if m == 0 || n == 0 {
		return
	}
	padded := (n + lanes - 1) &^ (lanes - 1)
	whole := n &^ (lanes - 1)
	right := grow(ws, &ws.right, padded*width)
	if whole > 0 {
		k.transpose(b.Values[:whole*width], width, right)
	}
	_, zeros := ws.unit(max(whole, lanes))
	ws.product = product{
		whole: tile{
			pairs: width / 2, rows: m, a: a.Values, lda: width, wide: right,
			out: out, ldo: n, row: a.Scales, column: b.Scales, bias: zeros,
		},
		panels: whole / lanes,
	}
	k.multiply(ws, &ws.product)
	if whole < n {
		k.lastColumns(ws, b.Slice(whole, n), right[whole*width:], out[whole:])
	}
	ws.product = product{} // keeps nothing of the caller's alive
}

// lastColumns computes the last columns of a product, fewer than a panel: apart, as one, and what is beyond them is
// dropped.
func (k *Kernel) lastColumns(ws *Workspace, b Rows, right []int16, out []float32) {
	n, width, whole := b.Len(), b.Width, &ws.product.whole
	rows := grow(ws, &ws.key, lanes*width)
	clear(rows[copy(rows, b.Values):])
	k.transpose(rows, width, right)
	scales := grow(ws, &ws.lastScales, lanes)
	clear(scales[copy(scales, b.Scales):])
	last := grow(ws, &ws.last, whole.rows*lanes)
	stride := whole.ldo
	whole.wide, whole.out, whole.ldo, whole.column, ws.product.panels = right, last, lanes, scales, 1
	k.multiply(ws, &ws.product)
	for i := range whole.rows {
		copy(out[i*stride:][:n], last[i*lanes:])
	}
}
