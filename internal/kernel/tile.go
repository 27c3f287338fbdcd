package kernel

// A tile is the smallest matrix product: a few rows of activations times one or two panels, whose sums stay in
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

// A product is a whole matrix product. It is part of a [Workspace] because what calls through func values point to does
// not stay on the stack.
type product struct {
	whole  tile // all rows and, in its slices, all panels
	panels int  // of the right-hand side

	block     int // panels in a block of the result's columns; 0: the result is one row-major matrix
	blockStep int // from a block of columns to the next

	part tile // in work
}

// widenRows is the number of rows from which it pays to widen int8 panels once for all rows, instead of in the
// tiles, once for each block of rows: measured with the encoder's layers, AVX2 and AVX-512. Below, the time that
// widening has to wait for panels from the third-level cache counts for more.
const widenRows = 48

// multiply computes p. Panels are the outer loop: a group of panels stays in the first- or second-level cache while
// all rows pass, and meanwhile the next one is fetched.
func (k *Kernel) multiply(ws *Workspace, p *product) {
	w, t := &p.whole, &p.part
	panel := 2 * lanes * w.pairs // elements
	t.pairs, t.lda, t.ldo, t.stride = w.pairs, w.lda, w.ldo, panel
	funcs := k.wide
	widen := w.narrow != nil && k.widen != nil && w.rows >= widenRows
	if w.narrow != nil && !widen {
		funcs = k.narrow
	}
	group := len(funcs) - 1
	if widen {
		t.wide = grow(ws, &ws.panels, group*panel)
	}
	for j := 0; j < p.panels; {
		n := min(group, p.panels-j)
		at := j * lanes
		if p.block != 0 {
			n = min(n, p.block-j%p.block)
			at = j/p.block*p.blockStep + j%p.block*lanes
		}
		switch {
		case w.narrow == nil:
			t.wide = w.wide[j*panel : (j+n)*panel]
		case widen:
			k.widen(w.narrow[j*panel:(j+n)*panel], t.wide[:n*panel])
		default:
			t.narrow = w.narrow[j*panel : (j+n)*panel]
		}
		if w.column != nil {
			t.column, t.bias = w.column[j*lanes:(j+n)*lanes], w.bias[j*lanes:(j+n)*lanes]
		}
		j += n
		if w.narrow != nil {
			t.next = w.narrow[j*panel : min(j+group, p.panels)*panel]
		}
		p.allRows(funcs[n], at)
	}
}

// allRows computes all rows of a group of panels, in blocks of nearly equal height. at is the first column, as an
// offset in the result.
func (p *product) allRows(funcs []tileFunc, at int) {
	w, t := &p.whole, &p.part
	tallest := len(funcs) - 1
	fetched := 16 * w.pairs // bytes of next in one tile
	blocks := (w.rows + tallest - 1) / tallest
	for i := 0; blocks > 0; blocks-- {
		t.rows = (w.rows - i + blocks - 1) / blocks
		t.a = w.a[i*w.lda:]
		if w.column != nil {
			t.row, t.out = w.row[i:], w.out[i*w.ldo+at:]
		} else {
			t.sums = w.sums[i*w.ldo+at:]
		}
		funcs[t.rows](t)
		i += t.rows
		if t.next != nil {
			t.next = t.next[min(fetched, len(t.next)):]
		}
	}
}
