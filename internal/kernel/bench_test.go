package kernel_test

import (
	"fmt"
	"testing"

	"onrecord/internal/kernel"
)

// Each benchmark runs all kernels that this CPU has, on one core:
//
//	go test -run '^$' -bench . ./internal/kernel

func eachKernel(b *testing.B, name string, run func(b *testing.B, k *kernel.Kernel)) {
	for _, k := range kernel.All() {
		b.Run(name+"/"+k.Name(), func(b *testing.B) { run(b, k) })
	}
}

// rate reports billions of multiplications with addition a second.
func rate(b *testing.B, multiplications int) {
	b.ReportMetric(float64(multiplications)*float64(b.N)/float64(b.Elapsed().Nanoseconds()), "GMAC/s")
}

func BenchmarkDense(b *testing.B) {
	for _, c := range []struct{ rows, k, n int }{
		{128, 384, 1152}, {128, 384, 384}, {64, 384, 1536}, {64, 1536, 384}, // the encoder's
		{1, 384, 384}, {12, 384, 384}, {40, 384, 1152}, {254, 384, 192}, {254, 384, 16}, // heads' and short sequences'
	} {
		eachKernel(b, fmt.Sprintf("%dx%dx%d", c.rows, c.k, c.n), func(b *testing.B, k *kernel.Kernel) {
			s := newSource(1)
			a, d := s.rows(c.rows, c.k, 2047), s.dense(b, c.k, c.n)
			ws, out := new(kernel.Workspace), kernel.Aligned[float32](c.rows*c.n)
			for b.Loop() {
				k.Dense(ws, out, c.n, a, &d)
			}
			rate(b, c.rows*c.k*c.n)
		})
	}
}

func BenchmarkAttention(b *testing.B) {
	for _, n := range []int{40, 128, 254} {
		eachKernel(b, fmt.Sprint(n), func(b *testing.B, k *kernel.Kernel) {
			h := kernel.Heads{Rows: n, Count: 12, Width: 32}
			qkv := newSource(1).floats(h.Len(), 2)
			ws, out := new(kernel.Workspace), kernel.Aligned[float32](n*h.Count*h.Width)
			for b.Loop() {
				k.Attention(ws, out, qkv, h, 0, n)
			}
			rate(b, 2*n*n*h.Count*h.Width)
		})
	}
}

func BenchmarkProduct(b *testing.B) {
	for _, c := range []struct{ n, width int }{{40, 128}, {254, 64}} {
		eachKernel(b, fmt.Sprintf("%dx%dx%d", c.n, c.width, c.n), func(b *testing.B, k *kernel.Kernel) {
			s := newSource(1)
			x, y := s.rows(c.n, c.width, 2047), s.rows(c.n, c.width, 2047)
			ws, out := new(kernel.Workspace), kernel.Aligned[float32](c.n*c.n)
			for b.Loop() {
				k.Product(ws, out, x, y)
			}
			rate(b, c.n*c.n*c.width)
		})
	}
}

// BenchmarkRows has the operations on rows, a row an iteration.
func BenchmarkRows(b *testing.B) {
	s := newSource(1)
	x, y, n, out := s.floats(1536, 3), s.floats(1536, 3), s.norm(b, 384), kernel.NewRows(1, 1536)
	short := kernel.NewRows(1, 384)
	for _, op := range []struct {
		name string
		run  func(k *kernel.Kernel)
	}{
		{"Quantize384", func(k *kernel.Kernel) { k.Quantize(x[:384], short) }},
		{"AddNorm384", func(k *kernel.Kernel) { k.AddNorm(x[:384], y[:384], n, short) }},
		{"GeluQuantize1536", func(k *kernel.Kernel) { k.GeluQuantize(y, out) }},
	} {
		eachKernel(b, op.name, func(b *testing.B, k *kernel.Kernel) {
			for b.Loop() {
				op.run(k)
			}
		})
	}
}
