package main

import "fmt"

// A tileX86 writes a tile for amd64. Its vector registers hold the sums, rows by vectors, then one pair of k of the
// panels, then activations and a product.
type tileX86 struct {
	tile
	reg    string // Y or Z
	bytes  int    // in a vector
	vnni   bool   // VPDPWSSD multiplies pairs of int16 and adds to int32
	right  []string
	left   []string
	factor string
}

// rowGroups are base registers of three rows each; R8 is the distance from row to row.
var rowGroups = []string{"SI", "R10", "R11", "R12"}

// unroll is the number of pairs of k in a turn of the inner loop.
const unroll = 4

func writeAVX2(t tile) { (&tileX86{tile: t, reg: "Y", bytes: 32}).write(1) }

func writeVNNI(t tile) { (&tileX86{tile: t, reg: "Z", bytes: 64, vnni: true}).write(3) }

func (t *tileX86) registers(first, n int) []string {
	var list []string
	for i := range n {
		list = append(list, fmt.Sprint(t.reg, first+i))
	}
	return list
}

func (t *tileX86) sum(row, v int) string { return t.registers(row*len(t.right)+v, 1)[0] }

func (t *tileX86) groups() []string { return rowGroups[:(t.rows+2)/3] }

// write writes the tile, with so many registers for activations.
func (t *tileX86) write(left int) {
	vectors := t.panels * 64 / t.bytes
	t.right = t.registers(t.rows*vectors, vectors)
	t.left = t.registers((t.rows+1)*vectors, left)
	t.factor = t.registers((t.rows+1)*vectors+left, 1)[0]

	t.begin()
	t.i("SUBQ $%d, CX; JLT rest; PCALIGN $32; turn:", unroll)
	t.pairs(unroll)
	t.i("PREFETCHT1 (R13); ADDQ $64, R13; SUBQ $%d, CX; JGE turn", unroll)
	t.i("rest:; ADDQ $%d, CX; JZ done; pair:", unroll)
	t.pairs(1)
	t.i("DECQ CX; JNZ pair; done:; TESTQ R14, R14; JZ integers")
	t.floats()
	t.i("integers:")
	t.integers()
}

// begin loads the fields of the tile and clears the sums.
func (t *tileX86) begin() {
	t.i(`MOVQ t+0(FP), AX
		MOVQ tile_pairs(AX), CX
		MOVQ tile_a(AX), SI; MOVQ tile_lda(AX), R8; SHLQ $1, R8
		MOVQ %s(AX), DI; MOVQ tile_stride(AX), BX
		MOVQ tile_next(AX), R13; TESTQ R13, R13; CMOVQEQ DI, R13
		MOVQ tile_ldo(AX), R9; SHLQ $2, R9
		MOVQ tile_column(AX), R14; MOVQ tile_bias(AX), R15
		MOVQ tile_out(AX), DX; TESTQ R14, R14; CMOVQEQ tile_sums(AX), DX
		MOVQ tile_row(AX), AX`, t.field())
	if !t.narrow {
		t.i("SHLQ $1, BX")
	}
	for g := range t.groups()[1:] {
		t.i("LEAQ (%s)(R8*2), %s; ADDQ R8, %s", rowGroups[g], rowGroups[g+1], rowGroups[g+1])
	}
	for _, r := range t.registers(0, t.rows*len(t.right)) {
		t.i("%s %s, %s, %s", map[string]string{"Y": "VPXOR", "Z": "VPXORD"}[t.reg], r, r, r)
	}
}

// pairs multiplies n pairs of k and moves on.
func (t *tileX86) pairs(n int) {
	load, size := "VPMOVSXBW", t.bytes/2
	if !t.narrow {
		load, size = map[string]string{"Y": "VMOVDQU", "Z": "VMOVDQU32"}[t.reg], t.bytes
	}
	perPanel := len(t.right) / t.panels
	for u := range n {
		for v, r := range t.right {
			base := []string{"(DI)", "(DI)(BX*1)"}[v/perPanel]
			t.i("%s %d%s, %s", load, size*(perPanel*u+v%perPanel), base, r)
		}
		for row := range t.rows {
			left := t.left[row%len(t.left)]
			t.i("VPBROADCASTD %d(%s)%s, %s", 4*u, rowGroups[row/3], []string{"", "(R8*1)", "(R8*2)"}[row%3], left)
			for v, right := range t.right {
				if t.vnni {
					t.i("VPDPWSSD %s, %s, %s", right, left, t.sum(row, v))
				} else {
					t.i("VPMADDWD %[1]s, %[2]s, %[3]s; VPADDD %[3]s, %[4]s, %[4]s", right, left, t.factor, t.sum(row, v))
				}
			}
		}
	}
	for _, g := range t.groups() {
		t.i("ADDQ $%d, %s", 4*n, g)
	}
	t.i("ADDQ $%d, DI", size*perPanel*n)
}

// floats scales the sums, adds the bias and stores them. The registers of panels take the columns' scales.
func (t *tileX86) floats() {
	for v, r := range t.right {
		t.i("VMOVUPS %d(R14), %s", t.bytes*v, r)
	}
	for row := range t.rows {
		t.i("VBROADCASTSS %d(AX), %s", 4*row, t.left[0])
		for v, column := range t.right {
			t.i(`VCVTDQ2PS %[1]s, %[1]s; VMULPS %[2]s, %[3]s, %[4]s; VMULPS %[4]s, %[1]s, %[1]s
				VADDPS %[5]d(R15), %[1]s, %[1]s; VMOVUPS %[1]s, %[5]d(DX)`, t.sum(row, v), column, t.left[0], t.factor, t.bytes*v)
		}
		t.next(row)
	}
}

func (t *tileX86) integers() {
	for row := range t.rows {
		for v := range t.right {
			t.i("VMOVUPS %s, %d(DX)", t.sum(row, v), t.bytes*v)
		}
		t.next(row)
	}
}

// next goes on to the next row of the result, or returns after the last.
func (t *tileX86) next(row int) {
	if row < t.rows-1 {
		t.i("ADDQ R9, DX")
	} else {
		t.i("VZEROUPPER; RET")
	}
}
