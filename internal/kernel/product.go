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
	bT := grow(ws, &ws.rightT, padded*width)
	k.columns(b.Values[:whole*width], width, bT)
	_, zeros := ws.unit(max(whole, lanes))
	p := &ws.product
	*p = product{
		tile: tile{pairs: width / 2, lda: width, ldo: n},
		left: a.Values, wides: bT, floats: out,
		rowwise: a.Scales, scales: b.Scales, biases: zeros,
		height: m, width: whole / lanes,
	}
	k.multiply(ws, p)
	if whole < n {
		k.lastColumns(ws, p, b.Slice(whole, n), bT[whole*width:], out[whole:])
	}
	*p = product{} // keeps nothing of the caller's alive
}

// lastColumns computes the last columns of p, fewer than a panel: apart, as one, and what is beyond them is dropped.
func (k *Kernel) lastColumns(ws *Workspace, p *product, b Rows, bT []int16, out []float32) {
	n, width := b.Len(), b.Width
	rows := grow(ws, &ws.key, lanes*width)
	clear(rows[copy(rows, b.Values):])
	k.columns(rows, width, bT)
	scales := grow(ws, &ws.edgeScales, lanes)
	clear(scales[copy(scales, b.Scales):])
	edge := grow(ws, &ws.edge, p.height*lanes)
	stride := p.ldo
	p.wides, p.floats, p.ldo, p.scales, p.width = bT, edge, lanes, scales, 1
	k.multiply(ws, p)
	for i := range p.height {
		copy(out[i*stride:][:n], edge[i*lanes:])
	}
}

// columns makes panels of rows. Assembly transposes 32 elements at a time; other widths are rare and small.
func (k *Kernel) columns(rows []int16, width int, panels []int16) {
	switch {
	case len(rows) == 0:
	case width%(2*lanes) == 0:
		k.transpose(rows, width, panels)
	default:
		plainTranspose(rows, width, panels)
	}
}
