// Package kernel computes what the encoder and its heads are made of: integer matrix products, layer norm,
// attention and GELU. Each operation exists in plain Go and in assembly for several instruction sets, and all of them
// give the same bytes for the same input, on any machine. Nothing here knows what a word or a label is.
//
// What makes the kernels equal:
//
//   - Products of matrices are sums of integers, which no order changes: activations are rounded to 12 bits and a
//     scale a row ([Rows]), weights to int8 and a scale a column ([Dense]).
//   - Sums of floats run in a fixed order: element i goes to lane i mod 16, then lanes are folded 8, 4, 2, 1.
//   - Float code rounds after each operation, written float32(a*b) + c, so that no compiler fuses the two.
//   - Rounding to integers is to nearest, ties to even. Of package math only Sqrt is used, which is exact everywhere.
//
// Floats passed in must be finite and below 1e15 in magnitude, of which [NewDense] and [NewNorm] make sure for weights.
// Beyond that results may differ from kernel to kernel, though nothing is read or written out of bounds.
//
// All bounds are checked before a kernel is entered. Shapes that do not fit are a programmer's error and panic.
package kernel

import (
	"fmt"
	"strings"
)

//go:generate go run ./gen

// A Kernel is one implementation of all operations. Its methods are safe for concurrent use as long as each
// goroutine has its own [Workspace].
type Kernel struct {
	name string

	// Families of tiles, indexed by panels, then rows; those of int8 panels serve weights.
	narrow, wide [][]tileFunc

	addNorm      func(x, y, gain, bias []float32, out []int16) (scale float32)
	norm         func(x, gain, bias []float32)
	quantize     func(x []float32, out []int16) (scale float32)
	gelu         func(x []float32)
	geluQuantize func(x []float32, out []int16) (scale float32)

	absMax     func(x []float32) float32
	scaleBy    func(x []float32, factor float32, out []int16)
	softmax    func(scores []int32, n int, f float32, mask []uint32, out []int16, unit float32, scales []float32)
	transpose  func(src []int16, width int, dst []int16)
	interleave func(src []int16, width int, dst []int16)
	widen      func(src []int8, dst []int16) // nil where the tiles widen int8 panels at no cost
}

// plain is the kernel that every machine can run.
var plain = &Kernel{
	name:         "plain",
	narrow:       [][]tileFunc{1: {1: plainNarrow, 2: plainNarrow}},
	wide:         [][]tileFunc{1: {1: plainWide, 2: plainWide}},
	addNorm:      plainAddNorm,
	norm:         plainNorm,
	quantize:     plainQuantize,
	gelu:         plainGelu,
	geluQuantize: plainGeluQuantize,
	absMax:       plainAbsMax,
	scaleBy:      plainScaleBy,
	softmax:      plainSoftmax,
	transpose:    plainTranspose,
	interleave:   plainInterleave,
}

// all holds the kernels that this CPU can run, best first. It is set once, before main, and never changes.
var all = append(native(), plain)

// needs says what CPU a kernel is for, by its name.
var needs = map[string]string{
	"vnni": "an amd64 CPU with AVX-512 (F, BW, DQ, VL, VNNI)",
	"avx2": "an amd64 CPU with AVX2",
	"neon": "an arm64 CPU",
}

// All returns the kernels that this CPU can run, best first. The last is always "plain".
func All() []*Kernel { return append([]*Kernel(nil), all...) }

// Best returns the fastest kernel that this CPU can run.
func Best() *Kernel { return all[0] }

// ByName returns the kernel called name: "vnni", "avx2", "neon" or "plain". The error of one that this CPU cannot run
// says which it can.
func ByName(name string) (*Kernel, error) {
	var have []string
	for _, k := range all {
		if k.name == name {
			return k, nil
		}
		have = append(have, k.name)
	}
	if n := needs[name]; n != "" {
		return nil, fmt.Errorf("kernel %q needs %s; this CPU runs %s", name, n, strings.Join(have, ", "))
	}
	return nil, fmt.Errorf("no kernel %q; this CPU runs %s", name, strings.Join(have, ", "))
}

// Name returns the name that [ByName] takes.
func (k *Kernel) Name() string { return k.name }

// String returns the kernel's name.
func (k *Kernel) String() string { return k.name }
