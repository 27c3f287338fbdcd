package kernel_test

import (
	"fmt"
	"runtime/debug"
	"slices"
	"syscall"
	"testing"
	"unsafe"

	"onrecord/internal/kernel"
)

// A guard gives out memory between two pages that must not be touched: it ends right before the second, or begins
// right after the first. A kernel that reads or writes beyond its operands faults.
type guard struct {
	t     *testing.T
	atEnd bool
	maps  [][]byte
}

func (g *guard) alloc(bytes int) unsafe.Pointer {
	page := syscall.Getpagesize()
	size := (bytes + page - 1) / page * page
	m, err := syscall.Mmap(-1, 0, size+2*page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_PRIVATE|syscall.MAP_ANON)
	if err != nil {
		g.t.Fatal(err)
	}
	g.maps = append(g.maps, m)
	for _, edge := range [][]byte{m[:page], m[page+size:]} {
		if err := syscall.Mprotect(edge, syscall.PROT_NONE); err != nil {
			g.t.Fatal(err)
		}
	}
	if g.atEnd {
		return unsafe.Pointer(unsafe.SliceData(m[page+size-bytes:]))
	}
	return unsafe.Pointer(unsafe.SliceData(m[page:]))
}

func (g *guard) free() {
	for _, m := range g.maps {
		if err := syscall.Munmap(m); err != nil {
			g.t.Fatal(err)
		}
	}
	g.maps = nil
}

// workspace returns one whose buffers are guarded, each as long as its first use asks for.
func (g *guard) workspace() *kernel.Workspace {
	ws := new(kernel.Workspace)
	ws.SetAlloc(g.alloc)
	return ws
}

// guarded returns a guarded copy of x.
func guarded[T any](g *guard, x []T) []T {
	if len(x) == 0 {
		return nil
	}
	c := unsafe.Slice((*T)(g.alloc(len(x)*int(unsafe.Sizeof(x[0])))), len(x))
	copy(c, x)
	return c
}

func (g *guard) rows(r kernel.Rows) kernel.Rows {
	return kernel.Rows{Width: r.Width, Values: guarded(g, r.Values), Scales: guarded(g, r.Scales)}
}

func (g *guard) dense(d kernel.Dense) *kernel.Dense {
	d.Panels, d.Scale, d.Bias = guarded(g, d.Panels), guarded(g, d.Scale), guarded(g, d.Bias)
	return &d
}

func (g *guard) norm(n *kernel.Norm) *kernel.Norm {
	return &kernel.Norm{Gain: guarded(g, n.Gain), Bias: guarded(g, n.Bias)}
}

// TestGuardPages runs every operation on guarded memory, both ways.
func TestGuardPages(t *testing.T) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	others(t)
	for _, k := range kernel.All() {
		for _, atEnd := range []bool{true, false} {
			g := &guard{t: t, atEnd: atEnd}
			for _, rows := range []int{1, 2, 3, 4, 5, 11, 12, 13, 16, 17, 31, 64, 70} {
				guardDense(g, k, rows)
				guardAttention(g, k, rows)
				guardProduct(g, k, rows)
				g.free()
			}
			for _, width := range []int{16, 48, 384} {
				guardRows(g, k, width)
				g.free()
			}
		}
	}
}

func guardDense(g *guard, k *kernel.Kernel, rows int) {
	s := newSource(uint64(rows))
	for _, shape := range shapes[:4] {
		a, d := s.rows(rows, shape[0], 2047), s.dense(g.t, shape[0], shape[1])
		want, got := make([]float32, rows*d.N), guarded(g, make([]float32, rows*d.N))
		plain.Dense(new(kernel.Workspace), want, d.N, a, &d)
		k.Dense(g.workspace(), got, d.N, g.rows(a), g.dense(d))
		sameFloats(g.t, k, fmt.Sprint("Dense, ", rows, " rows, shape ", shape), got, want)
	}
	h := kernel.Heads{Rows: rows, Count: 1, Width: 32}
	a, d := s.rows(rows, 32, 2047), s.dense(g.t, 32, 96)
	want, got := make([]float32, h.Len()), guarded(g, make([]float32, h.Len()))
	plain.DenseHeads(new(kernel.Workspace), want, h, a, &d)
	k.DenseHeads(g.workspace(), got, h, g.rows(a), g.dense(d))
	sameFloats(g.t, k, fmt.Sprint("DenseHeads, ", rows, " rows"), got, want)
}

func guardAttention(g *guard, k *kernel.Kernel, n int) {
	for _, width := range []int{32, 64} {
		h := kernel.Heads{Rows: n, Count: 2, Width: width}
		qkv := newSource(uint64(n)).floats(h.Len(), 2)
		want, got := make([]float32, 2*n*width), guarded(g, make([]float32, 2*n*width))
		plain.Attention(new(kernel.Workspace), want, qkv, h, 0, n)
		k.Attention(g.workspace(), got, guarded(g, qkv), h, 0, n)
		sameFloats(g.t, k, fmt.Sprint("Attention, ", n, " rows of ", width), got, want)
	}
}

func guardProduct(g *guard, k *kernel.Kernel, n int) {
	for _, width := range []int{16, 64} {
		s := newSource(uint64(n))
		a, b := s.rows(5, width, 2047), s.rows(n, width, 2047)
		want, got := make([]float32, 5*n), guarded(g, make([]float32, 5*n))
		plain.Product(new(kernel.Workspace), want, a, b)
		k.Product(g.workspace(), got, g.rows(a), g.rows(b))
		sameFloats(g.t, k, fmt.Sprint("Product, ", n, " rows of ", width), got, want)
	}
}

func guardRows(g *guard, k *kernel.Kernel, width int) {
	s := newSource(uint64(width))
	x, y, emb, n := s.floats(width, 3), s.floats(width, 3), s.int8s(width), s.norm(g.t, width)
	gy, gemb, gn := guarded(g, y), guarded(g, emb), g.norm(n)
	for name, run := range map[string]func(k *kernel.Kernel, x []float32, y []float32, emb []int8, n *kernel.Norm, out kernel.Rows){
		"Quantize": func(k *kernel.Kernel, x, _ []float32, _ []int8, _ *kernel.Norm, out kernel.Rows) { k.Quantize(x, out) },
		"AddNorm": func(k *kernel.Kernel, x, y []float32, _ []int8, n *kernel.Norm, out kernel.Rows) {
			k.AddNorm(x, y, n, out)
		},
		"Norm": func(k *kernel.Kernel, x, _ []float32, _ []int8, n *kernel.Norm, _ kernel.Rows) { k.Norm(x, n) },
		"Gelu": func(k *kernel.Kernel, x, _ []float32, _ []int8, _ *kernel.Norm, _ kernel.Rows) { k.Gelu(x) },
		"GeluQuantize": func(k *kernel.Kernel, x, _ []float32, _ []int8, _ *kernel.Norm, out kernel.Rows) {
			k.GeluQuantize(x, out)
		},
		"EmbedNorm": func(k *kernel.Kernel, x, y []float32, emb []int8, n *kernel.Norm, out kernel.Rows) {
			k.EmbedNorm(x, emb, 0.01, y, y, n, out)
		},
	} {
		want, wantRows := slices.Clone(x), kernel.NewRows(1, width)
		run(plain, want, y, emb, n, wantRows)
		got, gotRows := guarded(g, x), g.rows(kernel.NewRows(1, width))
		run(k, got, gy, gemb, gn, gotRows)
		sameFloats(g.t, k, fmt.Sprint(name, " of ", width), got, want)
		sameRows(g.t, k, fmt.Sprint(name, " of ", width), gotRows, wantRows)
	}
}
