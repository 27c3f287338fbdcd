package kernel_test

import (
	"fmt"
	"slices"
	"testing"

	"onrecord/internal/kernel"
)

func TestProduct(t *testing.T) {
	s := newSource(8)
	for _, k := range append(others(t), plain) {
		for _, width := range []int{16, 32, 48, 64, 80, 128} {
			for _, m := range []int{1, 2, 5, 12, 13, 40} {
				for _, n := range []int{1, 7, 15, 16, 17, 31, 32, 33, 48, 63} {
					a, b := s.rows(m, width, 2047), s.rows(n, width, 2047)
					got, want := make([]float32, m*n), make([]float32, m*n)
					for i := range m {
						for j := range n {
							sum := 0
							for c := range width {
								sum += int(a.Values[i*width+c]) * int(b.Values[j*width+c])
							}
							scale := float32(a.Scales[i] * b.Scales[j])
							want[i*n+j] = float32(float32(sum) * scale)
						}
					}
					k.Product(new(kernel.Workspace), got, a, b)
					sameFloats(t, k, fmt.Sprintf("%d×%d of width %d", m, n, width), got, want)
				}
			}
		}
	}
}

func TestProductExtremes(t *testing.T) {
	const width, n = kernel.MaxProductWidth, 20
	for _, k := range kernel.All() {
		a := kernel.Rows{Width: width, Values: slices.Repeat([]int16{2047}, n*width), Scales: slices.Repeat([]float32{1}, n)}
		b := kernel.Rows{Width: width, Values: slices.Repeat([]int16{-2047}, n*width), Scales: a.Scales}
		out := make([]float32, n*n)
		k.Product(new(kernel.Workspace), out, a, b)
		sameFloats(t, k, "extreme sums", out, slices.Repeat([]float32{-2047 * 2047 * width}, n*n))
	}
}

func TestProductPanics(t *testing.T) {
	s, k, ws := newSource(9), kernel.Best(), new(kernel.Workspace)
	a, b := s.rows(2, 32, 1), s.rows(3, 32, 1)
	k.Product(ws, nil, a.Slice(0, 0), b)
	k.Product(ws, nil, a, b.Slice(0, 0))
	panics(t, "short output", func() { k.Product(ws, make([]float32, 5), a, b) })
	panics(t, "other widths", func() { k.Product(ws, make([]float32, 6), a, s.rows(3, 48, 1)) })
	panics(t, "too wide", func() { k.Product(ws, make([]float32, 6), s.rows(2, 528, 1), s.rows(3, 528, 1)) })
}
