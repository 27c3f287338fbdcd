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
	bT := grow(ws, &ws.bT, padded*width)
	k.columns(b.Values[:whole*width], width, bT)
	_, zeros := ws.unit(max(whole, lanes))
	p := product{
		tile: tile{
			pairs: width / 2, a: a.Values, lda: width, wide: bT,
			out: out, ldo: n, row: a.Scales, column: b.Scales, bias: zeros,
		},
		m: m, panels: whole / lanes,
	}
	k.multiply(ws, &p)
	if whole == n {
		return
	}

	// The last columns are fewer than a panel: they are computed apart, as one, and what is beyond them is dropped.
	rest := n - whole
	last := grow(ws, &ws.key, lanes*width)
	clear(last[copy(last, b.Values[whole*width:]):])
	k.columns(last, width, bT[whole*width:])
	column := grow(ws, &ws.edgeCols, lanes)
	clear(column[copy(column, b.Scales[whole:]):])
	edge := grow(ws, &ws.edge, m*lanes)
	p.wide, p.out, p.ldo, p.column, p.panels = bT[whole*width:], edge, lanes, column, 1
	k.multiply(ws, &p)
	for i := range m {
		copy(out[i*n+whole:][:rest], edge[i*lanes:])
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
