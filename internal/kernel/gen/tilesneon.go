package main

import "fmt"

// A tileNEON writes a tile of up to four rows and one panel for arm64. V0 to V3 hold the activations of a row each, V4
// to V7 a pair of k of the panel, even and odd elements apart, V8 on the sums.
type tileNEON struct{ tile }

// rowRegisters run along the rows of activations.
var rowRegisters = []string{"R1", "R9", "R10", "R11"}

func (t tileNEON) sum(row, quarter int) string { return fmt.Sprint("V", 8+4*row+quarter) }

func writeNEON(x tile) {
	t := tileNEON{x}
	t.i(`MOVD t+0(FP), R19
		MOVD tile_pairs(R19), R0
		MOVD tile_a(R19), R1; MOVD tile_lda(R19), R2
		MOVD %s(R19), R3; MOVD tile_ldo(R19), R5
		MOVD tile_row(R19), R6; MOVD tile_column(R19), R7; MOVD tile_bias(R19), R8`, t.field())
	for row := range t.rows - 1 {
		t.i("ADD R2<<1, %s, %s", rowRegisters[row], rowRegisters[row+1])
	}
	for i := range 4 * t.rows {
		t.i("VEOR V%[1]d.B16, V%[1]d.B16, V%[1]d.B16", 8+i)
	}
	t.i("SUBS $4, R0, R0; BLT rest; turn:")
	t.pairs(4, "VLD1.P 16(%s), [V%d.H8]")
	t.i("SUBS $4, R0, R0; BGE turn; rest:; ADDS $4, R0, R0; BEQ done; pair:")
	t.pairs(1, "VLD1R.P 4(%s), [V%d.S4]")
	t.i("SUBS $1, R0, R0; BNE pair; done:; CBZ R7, integers; MOVD tile_out(R19), R4")
	t.scale()
	t.store()
	t.i("integers:; MOVD tile_sums(R19), R4")
	t.store()
}

// pairs multiplies n pairs of k, of which load brings the activations, and moves on.
func (t tileNEON) pairs(n int, load string) {
	for row := range t.rows {
		t.i(load, rowRegisters[row], row)
	}
	for u := range n {
		if t.narrow {
			t.i("VLD2.P 32(R3), [V28.B16, V29.B16]")
			for odd, from := range []string{"V28", "V29"} {
				t.word("SXTL", 0x0f08a400, from, fmt.Sprint("V", 4+odd))
				t.word("SXTL2", 0x4f08a400, from, fmt.Sprint("V", 6+odd))
			}
		} else {
			t.i("VLD2.P 32(R3), [V4.H8, V5.H8]; VLD2.P 32(R3), [V6.H8, V7.H8]")
		}
		for i := range 8 * t.rows { // the even elements of all sums first
			odd, row, quarter := i/(4*t.rows), i/4%t.rows, i%4
			t.multiply(t.sum(row, quarter), 4+odd+quarter/2*2, row, 2*u+odd, quarter%2)
		}
	}
}

// multiply adds to a sum the products of the low or high half of a panel's register with one activation of a row.
func (t tileNEON) multiply(sum string, panel, row, index, high int) {
	code := 0x0f402000 | high<<30 | index>>2&1<<11 | index>>1&1<<21 | index&1<<20
	t.word(fmt.Sprintf("SMLAL[%d]", index), uint32(code), fmt.Sprint("V", panel), fmt.Sprint("V", row), sum)
}

func (t tileNEON) scale() {
	t.i("VLD1 (R7), [V0.S4, V1.S4, V2.S4, V3.S4]; VLD1 (R8), [V4.S4, V5.S4, V6.S4, V7.S4]")
	for row := range t.rows {
		t.i("VLD1R.P 4(R6), [V28.S4]")
		for quarter := range 4 {
			sum := t.sum(row, quarter)
			t.word("SCVTF", ops["toFloat"].code, sum, sum)
			t.word("FMUL", ops["mul"].code, "V28", fmt.Sprint("V", quarter), "V29")
			t.word("FMUL", ops["mul"].code, sum, "V29", sum)
			t.word("FADD", ops["add"].code, sum, fmt.Sprint("V", 4+quarter), sum)
		}
	}
}

func (t tileNEON) store() {
	for row := range t.rows {
		t.i("VST1 [V%d.S4, V%d.S4, V%d.S4, V%d.S4], (R4); ADD R5<<2, R4, R4", 8+4*row, 9+4*row, 10+4*row, 11+4*row)
	}
	t.i("RET")
}
