package main

// packing writes what lays data out in panels, for amd64 with AVX2. Wider vectors would gain nothing worth having, and
// elsewhere plain Go does.
func packing(a *asm) {
	a.fn("avx2Widen", "src []int8; dst []int16", "")
	a.i(`MOVQ src_base+0(FP), SI; MOVQ src_len+8(FP), CX; MOVQ dst_base+24(FP), DI
		widen:
		VPMOVSXBW (SI), Y0; VPMOVSXBW 16(SI), Y1
		VMOVDQU Y0, (DI); VMOVDQU Y1, 32(DI)
		ADDQ $32, SI; ADDQ $64, DI
		SUBQ $32, CX; JNZ widen
		VZEROUPPER; RET`)

	// SI is the first row's part of the panel, R8 the bytes of a row, R9 the pairs of rows, CX the panels left.
	a.fn("avx2Interleave", "src []int16; width int; dst []int16", "")
	a.i(`MOVQ src_base+0(FP), SI; MOVQ src_len+8(FP), AX; MOVQ width+24(FP), CX; MOVQ dst_base+32(FP), DI
		XORQ DX, DX; DIVQ CX; SHRQ $1, AX; MOVQ AX, R9
		LEAQ (CX*2), R8; SHRQ $4, CX
		panel:
		MOVQ SI, DX; MOVQ R9, AX
		pair:
		VMOVDQU (DX), Y0; VMOVDQU (DX)(R8*1), Y1
		VPUNPCKLWD Y1, Y0, Y2; VPUNPCKHWD Y1, Y0, Y3
		VPERM2I128 $0x20, Y3, Y2, Y0; VPERM2I128 $0x31, Y3, Y2, Y1
		VMOVDQU Y0, (DI); VMOVDQU Y1, 32(DI)
		LEAQ (DX)(R8*2), DX; ADDQ $64, DI
		DECQ AX; JNZ pair
		ADDQ $32, SI
		DECQ CX; JNZ panel
		VZEROUPPER; RET`)

	// Blocks of 16 rows and 8 pairs, each a 32-bit element. R8 is the bytes of a row, R9 the blocks in it, CX the panels
	// left.
	a.fn("avx2Transpose", "src []int16; width int; dst []int16", "")
	a.i(`MOVQ src_base+0(FP), SI; MOVQ src_len+8(FP), AX; MOVQ width+24(FP), R8; MOVQ dst_base+32(FP), DI
		XORQ DX, DX; DIVQ R8; MOVQ AX, CX; SHRQ $4, CX
		MOVQ R8, R9; SHRQ $4, R9; SHLQ $1, R8
		panel:
		MOVQ R9, R10; MOVQ SI, DX
		block:
		MOVQ DX, BX`)
	a.transpose8(0)
	a.transpose8(32)
	a.i(`ADDQ $32, DX; ADDQ $512, DI
		DECQ R10; JNZ block
		MOVQ R8, BX; SHLQ $4, BX; ADDQ BX, SI
		DECQ CX; JNZ panel
		VZEROUPPER; RET`)
}

// transpose8 transposes the 8 rows at BX, for the 8 columns that are so many bytes into the panel's lines. It unpacks
// elements, then pairs of them, within 128 bits, then joins halves.
func (a *asm) transpose8(at int) {
	for r := range 8 {
		a.i("VMOVUPS (BX), Y%d; ADDQ R8, BX", r)
	}
	unpack := func(kind string, first, second, to int) {
		a.i("VUNPCKL%[1]s Y%[2]d, Y%[3]d, Y%[4]d; VUNPCKH%[1]s Y%[2]d, Y%[3]d, Y%[5]d", kind, second, first, to, to+1)
	}
	for i := 0; i < 8; i += 2 {
		unpack("PS", i, i+1, 8+i)
	}
	for i := 0; i < 8; i += 4 {
		unpack("PD", 8+i, 10+i, i)
		unpack("PD", 9+i, 11+i, i+2)
	}
	for c := range 4 {
		a.i("VPERM2F128 $0x20, Y%d, Y%d, Y8; VMOVUPS Y8, %d(DI)", 4+c, c, 64*c+at)
		a.i("VPERM2F128 $0x31, Y%d, Y%d, Y8; VMOVUPS Y8, %d(DI)", 4+c, c, 64*(4+c)+at)
	}
}
