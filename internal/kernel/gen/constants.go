package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"math"
	"path/filepath"
)

// A number is a constant that assembly has in memory.
type number struct {
	name string
	bits uint32
}

// numbers starts with those that Go code writes as literals; readConstants adds those of package kernel.
var numbers = []number{
	{"one", math.Float32bits(1)},
	{"half", math.Float32bits(0.5)},
	{"absMask", 1<<31 - 1},
	{"intMin", 1 << 31},
}

// readConstants adds the constants of float32 in dir/constants.go to numbers, and of geluClamp the negative.
func readConstants(dir string) {
	fset := token.NewFileSet()
	file := must(parser.ParseFile(fset, filepath.Join(dir, "constants.go"), nil, 0))
	pkg := must(new(types.Config).Check("kernel", fset, []*ast.File{file}, nil))
	numbers = numbers[:4:4]
	for _, name := range pkg.Scope().Names() {
		v, _ := constant.Float32Val(pkg.Scope().Lookup(name).(*types.Const).Val())
		numbers = append(numbers, number{name, math.Float32bits(v)})
		if name == "geluClamp" {
			numbers = append(numbers, number{"geluClampNegative", math.Float32bits(-v)})
		}
	}
}

// offset returns where a number stands in the table of assembly.
func offset(name string) int {
	for i, n := range numbers {
		if n.name == name {
			return 64 * i
		}
	}
	panic("no constant " + name)
}

// constantTable writes each number sixteen times over, as the operand of vector instructions.
func constantTable() []byte {
	var b bytes.Buffer
	b.WriteString(header + "//go:build amd64 || arm64\n\n#include \"textflag.h\"\n\n")
	for _, n := range numbers {
		fmt.Fprintf(&b, "// %s\n", n.name)
		for i := 0; i < 64; i += 8 {
			fmt.Fprintf(&b, "DATA ·constants+%d(SB)/8, $0x%08x%08x\n", offset(n.name)+i, n.bits, n.bits)
		}
	}
	fmt.Fprintf(&b, "GLOBL ·constants(SB), RODATA|NOPTR, $%d\n", 64*len(numbers))
	return b.Bytes()
}
