package main

import (
	"fmt"
	"strconv"
	"strings"
)

// A lanes writer writes functions on rows. Its virtual registers 0 to 6 hold 16 lanes of 32 bits: one Z register, two
// Y or four V. So one description serves every instruction set, and all of them, like plain Go, do the same operations
// on floats in the same order.
type lanes struct {
	*asm
	isa    string
	few    bool // instructions are on the first four lanes alone
	arrays map[string]array
	passes int
}

// An array is a slice among the arguments.
type array struct {
	base  string // where it begins
	reg   string // runs along it
	bytes int    // of 16 elements
}

// at is an operand in memory: 16 lanes where an array's register points.
type at string

// scratch is the virtual register that operands from memory pass through on arm64.
const scratch = 7

// ops are instructions by what they do: that of amd64, and that of arm64 with its code for four lanes.
var ops = map[string]struct {
	amd64, arm64 string
	code         uint32
}{
	"add": {"VADDPS ", "FADD", 0x4e20d400}, "sub": {"VSUBPS ", "FSUB", 0x4ea0d400},
	"mul": {"VMULPS ", "FMUL", 0x6e20dc00}, "div": {"VDIVPS ", "FDIV", 0x6e20fc00},
	"max": {"VMAXPS ", "FMAX", 0x4e20f400}, "min": {"VMINPS ", "FMIN", 0x4ea0f400},
	"and": {"VANDPS ", "AND", 0x4e201c00}, "sqrt": {"VSQRTPS ", "FSQRT", 0x6ea1f800},
	"intAdd": {"VPADDD ", "ADD", 0x4ea08400}, "intSub": {"VPSUBD ", "SUB", 0x6ea08400},
	"intMax": {"VPMAXSD ", "SMAX", 0x4ea06400}, "toExponent": {"VPSLLD $23, ", "SHL $23", 0x4f375400},
	"round": {"VCVTPS2DQ ", "FCVTNS", 0x4e21a800}, "toFloat": {"VCVTDQ2PS ", "SCVTF", 0x4e21d800},
}

func (l *lanes) neon() bool { return l.isa == "neon" }

// pick returns what the architecture calls something.
func (l *lanes) pick(amd64, arm64 string) string {
	if l.neon() {
		return arm64
	}
	return amd64
}

// begin begins a function and gives its arrays registers, in the order of its arguments.
func (l *lanes) begin(name, args, result string) {
	l.fn(l.isa+name, args, result)
	l.arrays, l.passes = map[string]array{}, 0
	registers := strings.Fields(l.pick("DI SI DX R8 R9 R10 R11", "R1 R2 R3 R4 R5 R6 R7"))
	for arg := range strings.SplitSeq(args, "; ") {
		n, typ, _ := strings.Cut(arg, " []")
		if size := map[string]int{"float32": 4, "int32": 4, "uint32": 4, "int16": 2}[typ]; size > 0 {
			l.arrays[n] = array{base: l.arg[n+"_base"], reg: registers[len(l.arrays)], bytes: 16 * size}
		}
	}
	if l.neon() {
		l.i("MOVD $·constants(SB), R20")
	}
}

func (l *lanes) end() {
	l.few = false
	l.i("%s", l.pick("VZEROUPPER; RET", "RET"))
}

// vector returns the registers of v.
func (l *lanes) vector(v int) []string {
	switch {
	case l.few:
		return []string{l.low("X", "V", v)}
	case l.isa == "vnni":
		return []string{fmt.Sprint("Z", v)}
	case l.isa == "avx2":
		return []string{fmt.Sprint("Y", 2*v), fmt.Sprint("Y", 2*v+1)}
	}
	return []string{fmt.Sprint("V", 4*v), fmt.Sprint("V", 4*v+1), fmt.Sprint("V", 4*v+2), fmt.Sprint("V", 4*v+3)}
}

// low returns the first register of v, narrowed to the given kind.
func (l *lanes) low(amd64, arm64 string, v int) string {
	return fmt.Sprint(l.pick(amd64, arm64), v*map[string]int{"vnni": 1, "avx2": 2, "neon": 4}[l.isa])
}

// parts returns what stands for x, a virtual register, the name of a constant or an array, in each instruction.
func (l *lanes) parts(x any) []string {
	switch x := x.(type) {
	case string:
		from := offset(x)
		if l.neon() {
			l.i("FMOVQ %d(R20), F28 // %s", from, x)
			return []string{"V28", "V28", "V28", "V28"}
		}
		return []string{fmt.Sprintf("·constants+%d(SB)", from), fmt.Sprintf("·constants+%d(SB)", from+32)}
	case at:
		if l.neon() {
			l.load(string(x), scratch)
			return l.vector(scratch)
		}
		return []string{"(" + l.arrays[string(x)].reg + ")", "32(" + l.arrays[string(x)].reg + ")"}
	}
	return l.vector(x.(int))
}

// op writes an instruction: op("sub", a, b, d) is d = a - b. Constants and arrays stand second.
func (l *lanes) op(name string, operands ...any) {
	o, list := ops[name], make([][]string, len(operands))
	for i, x := range operands {
		list[i] = l.parts(x)
	}
	for i := range l.vector(0) {
		var r []string
		for _, parts := range list {
			r = append(r, parts[i])
		}
		if l.neon() {
			l.word(o.arm64, o.code, r...)
			continue
		}
		if len(r) == 3 {
			r[0], r[1] = r[1], r[0]
		}
		if strings.HasPrefix(r[0], "·") && r[1][0] == 'Z' { // one lane, spread: all 16 would straddle cache lines
			o.amd64 = strings.Replace(o.amd64, " ", ".BCST ", 1)
		}
		l.i("%s%s", o.amd64, strings.Join(r, ", "))
	}
}

// word writes an instruction that Go's assembler for arm64 does not know: its code, with its sources and then its
// destination put in.
func (a *asm) word(name string, code uint32, registers ...string) {
	for i, r := range registers {
		n, err := strconv.Atoi(r[1:])
		if err != nil {
			panic(err)
		}
		code |= uint32(n) << []int{0, 5, 16}[(i+1)%len(registers)]
	}
	a.i("WORD $0x%08x // %s %s", code, name, strings.Join(registers, ", "))
}

// load loads v from where an array's register points.
func (l *lanes) load(array string, v int) {
	l.move(array, v, "VMOVUPS %[1]s, %[2]s", "VLD1 %[1]s, %[2]s")
}

// store stores v where an array's register points.
func (l *lanes) store(v int, array string) {
	l.move(array, v, "VMOVUPS %[2]s, %[1]s", "VST1 %[2]s, %[1]s")
}

func (l *lanes) move(array string, v int, amd64, arm64 string) {
	from, r := "("+l.arrays[array].reg+")", l.vector(v)
	if l.neon() {
		l.i(arm64, from, "["+strings.Join(r, ".S4, ")+".S4]")
		return
	}
	for i := range r {
		l.i(amd64, []string{"", "32"}[i]+from, r[i])
	}
}

// storeInt16 stores v, below 2¹⁵ in magnitude, as int16. It overwrites v.
func (l *lanes) storeInt16(v int, array string) {
	to, r := "("+l.arrays[array].reg+")", l.vector(v)
	switch l.isa {
	case "vnni":
		l.i("VPMOVSDW %s, %s", r[0], to)
	case "avx2":
		l.i("VPACKSSDW %[2]s, %[1]s, %[1]s; VPERMQ $0xd8, %[1]s, %[1]s; VMOVDQU %[1]s, %[3]s", r[0], r[1], to)
	case "neon":
		for i := 0; i < 4; i += 2 {
			l.word("SQXTN", 0x0e614800, r[i], r[i/2])
			l.word("SQXTN2", 0x4e614800, r[i+1], r[i/2])
		}
		l.i("VST1 [%s.H8, %s.H8], %s", r[0], r[1], to)
	}
}

func (l *lanes) zero(v int) { l.op("intSub", v, v, v) }

// constant puts a constant into all lanes of v.
func (l *lanes) constant(name string, v int) {
	l.zero(v)
	l.op("intAdd", v, name, v)
}

// spread copies lane 0 of v to all.
func (l *lanes) spread(v int) {
	l.few = false
	r := l.vector(v)
	for i := range r {
		l.i(l.pick("VBROADCASTSS %s, %s", "VDUP %s.S[0], %s.S4"), l.low("X", "V", v), r[len(r)-1-i])
	}
}

// broadcast loads a number in memory into all lanes of v.
func (l *lanes) broadcast(from string, v int) {
	l.i(l.pick("VMOVSS", "FMOVS")+" %s, %s", from, l.low("X", "F", v))
	l.spread(v)
}

// storeLane stores lane 0 of v.
func (l *lanes) storeLane(v int, to string) {
	l.i(l.pick("VMOVSS", "FMOVS")+" %s, %s", l.low("X", "F", v), to)
}

// count puts the length of x into lane 0 of v.
func (l *lanes) count(v int) {
	l.i(l.pick("VXORPS %[2]s, %[2]s, %[2]s; VCVTSI2SSQ %[1]s, %[2]s, %[2]s", "MOVD %s, R0; SCVTFS R0, %s"), l.arg["x_len"], l.low("X", "F", v))
}

// fold folds the lanes of v, 8, 4, 2, 1. It overwrites t. From here to the next spread, instructions are on few lanes.
func (l *lanes) fold(op string, v, t int) {
	o, r := ops[op], l.vector(v)
	x, xt := l.low("X", "V", v), l.low("X", "V", t)
	l.few = true
	switch l.isa {
	case "vnni":
		l.i("VEXTRACTF64X4 $1, Z%[2]d, Y%[3]d; %[1]sY%[3]d, Y%[2]d, Y%[2]d", o.amd64, v, t)
	case "avx2":
		l.i("%[1]s%[3]s, %[2]s, %[2]s", o.amd64, r[0], r[1])
	case "neon":
		for _, pair := range [][2]int{{0, 2}, {1, 3}, {0, 1}} {
			l.word(o.arm64, o.code, r[pair[0]], r[pair[1]], r[pair[0]])
		}
		for _, bytes := range []int{8, 4} {
			l.i("VEXT $%d, %[2]s.B16, %[2]s.B16, %[3]s.B16", bytes, x, xt)
			l.word(o.arm64, o.code, x, xt, x)
		}
		return
	}
	l.i("VEXTRACTF128 $1, %[1]s, %[3]s; %[4]s%[3]s, %[2]s, %[2]s", l.low("Y", "", v), x, xt, o.amd64)
	for _, swap := range []string{"0x4e", "0xb1"} {
		l.i("VPERMILPS $%s, %[2]s, %[3]s; %[4]s%[3]s, %[2]s, %[2]s", swap, x, xt, o.amd64)
	}
}

// pass runs body along arrays, 16 elements a turn. length is the operand of their number.
func (l *lanes) pass(length string, body func(), arrays ...string) {
	l.passes++
	for _, a := range arrays {
		l.i("%s %s, %s", l.pick("MOVQ", "MOVD"), l.arrays[a].base, l.arrays[a].reg)
	}
	l.i(l.pick("MOVQ %s, CX; SHRQ $4, CX", "MOVD %s, R0; LSR $4, R0, R0"), length)
	l.i("pass%d:", l.passes)
	body()
	for _, a := range arrays {
		l.i("%s $%d, %s", l.pick("ADDQ", "ADD"), l.arrays[a].bytes, l.arrays[a].reg)
	}
	l.i(l.pick("DECQ CX; JNZ pass%d", "SUB $1, R0; CBNZ R0, pass%d"), l.passes)
}

// eachRow runs body for every row of softmax, with scores and out where the row begins; scale is the row's scale.
func (l *lanes) eachRow(phase int, body func(scale string)) {
	scores, out := l.arrays["scores"], l.arrays["out"]
	scores.base, out.base = l.pick("R12", "R9"), l.pick("R13", "R10")
	l.arrays["scores"], l.arrays["out"] = scores, out
	l.i(l.pick("MOVQ %s, R12; MOVQ %s, R13; MOVQ %s, BX; MOVQ %s, AX", "MOVD %s, R9; MOVD %s, R10; MOVD %s, R11; MOVD %s, R12"),
		l.arg["scores_base"], l.arg["out_base"], l.arg["scales_base"], l.arg["scales_len"])
	l.i("rows%d:", phase)
	body(l.pick("(BX)", "(R11)"))
	l.i(l.pick(`MOVQ %s, CX; LEAQ (R12)(CX*4), R12; LEAQ (R13)(CX*2), R13; ADDQ $4, BX
		DECQ AX; JNZ rows%d`, `MOVD %s, R0; ADD R0<<2, R9, R9; ADD R0<<1, R10, R10; ADD $4, R11
		SUB $1, R12; CBNZ R12, rows%d`), l.arg["n"], phase)
}
