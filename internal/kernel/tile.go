package kernel

// A tile is the smallest matrix product: a few rows of activations times one to three panels, whose sums stay in
// registers. A panel holds 16 columns of the right-hand side, two of its rows together: for each pair of rows, the two
// elements of column 0, of column 1 and so on. One 32-bit load thus brings a pair of activations, and one instruction
// multiplies it with 16 columns.
//
// Assembly reads the fields by name, through go_asm.h.
type tile struct {
	pairs int     // k/2, at least 1
	rows  int     // of a and of the result
	a     []int16 // row i begins at a[i*lda]
	lda   int

	narrow []int8  // panels, each stride after the one before
	wide   []int16 // instead of narrow
	stride int
	next   []int8 // panels to fetch into the second-level cache meanwhile, a line for every four pairs; may be nil

	out  []float32 // row i of the result begins at out[i*ldo]
	sums []int32   // takes the result's place where column is nil
	ldo  int

	row    []float32 // a scale for each row
	column []float32 // a scale for each column; nil leaves the integers as they are
	bias   []float32 // one a column, added
}

// A tileFunc computes one tile. There is one for each number of rows and panels, so that no row is padded and
// nothing beyond a matrix is read.
type tileFunc func(t *tile)

// A product is a whole matrix product, rows times panels, and the tile of it in work. It is part of a [Workspace]
// because what calls through func values point to does not stay on the stack.
type product struct {
	tile

	left    []int16 // as tile has them, but whole
	narrows []int8
	wides   []int16
	floats  []float32
	ints    []int32
	rowwise []float32
	scales  []float32
	biases  []float32

	height, width int // rows and panels
	block         int // panels in a block of the result's columns; 0: the result is one row-major matrix
	blockStep     int // from a block of columns to the next
}

// widenRows is the number of rows from which it pays to widen int8 panels once for all rows, instead of in the
// tiles, once for each block of rows: measured with the encoder's layers, AVX2 and AVX-512. Below, the time that
// widening has to wait for panels from the third-level cache counts for more.
const widenRows = 64

// multiply computes p. Panels are the outer loop: a group of panels stays in the first- or second-level cache while
// all rows pass, and meanwhile the next one is fetched.
func (k *Kernel) multiply(ws *Workspace, p *product) {
	panel := 2 * lanes * p.pairs // elements
	p.stride = panel
	funcs := k.wide
	widen := p.narrows != nil && k.widen != nil && p.height >= widenRows
	if p.narrows != nil && !widen {
		funcs = k.narrow
	}
	group := len(funcs) - 1
	if widen {
		p.wide = grow(ws, &ws.panels, group*panel)
	}
	for j := 0; j < p.width; {
		n := min(group, p.width-j)
		at := j * lanes
		if p.block != 0 {
			n = min(n, p.block-j%p.block)
			at = j/p.block*p.blockStep + j%p.block*lanes
		}
		switch {
		case widen:
			k.widen(p.narrows[j*panel:(j+n)*panel], p.wide[:n*panel])
		case p.narrows != nil:
			p.narrow = p.narrows[j*panel : (j+n)*panel]
		default:
			p.wide = p.wides[j*panel : (j+n)*panel]
		}
		if p.scales != nil {
			p.column, p.bias = p.scales[j*lanes:(j+n)*lanes], p.biases[j*lanes:(j+n)*lanes]
		}
		j += n
		if p.narrows != nil {
			p.next = p.narrows[j*panel : min(j+group, p.width)*panel]
		}
		p.allRows(funcs[n], at)
	}
}

// allRows computes all rows of a group of panels, in blocks of nearly equal height. at is the first column, as an
// offset in the result.
func (p *product) allRows(funcs []tileFunc, at int) {
	tallest := len(funcs) - 1
	fetched := 16 * p.pairs // bytes of next in one tile
	blocks := (p.height + tallest - 1) / tallest
	for i := 0; blocks > 0; blocks-- {
		p.rows = (p.height - i + blocks - 1) / blocks
		p.a = p.left[i*p.lda:]
		if p.scales != nil {
			p.row, p.out = p.rowwise[i:], p.floats[i*p.ldo+at:]
		} else {
			p.sums = p.ints[i*p.ldo+at:]
		}
		funcs[p.rows](&p.tile)
		i += p.rows
		if len(p.next) > fetched {
			p.next = p.next[fetched:]
		} else {
			p.next = nil
		}
	}
}
