package kernel_test

import (
	"fmt"
	"math"
	"testing"

	"onrecord/internal/kernel"
)

func TestAttention(t *testing.T) {
	lengths := []int{1, 2, 3, 11, 12, 13, 15, 16, 17, 24, 31, 32, 33, 40, 63, 100}
	for _, k := range others(t) {
		for _, width := range []int{16, 32, 48, 64} {
			for _, scale := range scales[:len(scales)-1] {
				for _, n := range lengths {
					if scale != 1 && n > 17 {
						continue
					}
					s := newSource(uint64(n))
					h := kernel.Heads{Rows: n + 5, Count: 2, Width: width}
					qkv := s.floats(h.Len(), scale)
					want, got := make([]float32, n*2*width), make([]float32, n*2*width)
					plain.Attention(new(kernel.Workspace), want, qkv, h, 3, n)
					k.Attention(new(kernel.Workspace), got, qkv, h, 3, n)
					sameFloats(t, k, fmt.Sprint(n, " rows, width ", width, ", scale ", scale), got, want)
				}
			}
		}
	}
}

// TestAttentionAgainstDefinition compares with softmax(q·k/√width)·v in float64.
func TestAttentionAgainstDefinition(t *testing.T) {
	s := newSource(7)
	h := kernel.Heads{Rows: 50, Count: 3, Width: 32}
	const first, n = 4, 41
	qkv := s.floats(h.Len(), 2)
	row := func(part, head, i int) []float32 {
		return qkv[((part*h.Count+head)*h.Rows+first+i)*h.Width:][:h.Width]
	}
	got := make([]float32, n*h.Count*h.Width)
	plain.Attention(new(kernel.Workspace), got, qkv, h, first, n)
	worst := 0.
	for head := range h.Count {
		for i := range n {
			sum, mix := 0., make([]float64, h.Width)
			for j := range n {
				dot := 0.
				for c, q := range row(0, head, i) {
					dot += float64(q) * float64(row(1, head, j)[c])
				}
				p := math.Exp(dot / math.Sqrt(float64(h.Width)))
				sum += p
				for c, v := range row(2, head, j) {
					mix[c] += p * float64(v)
				}
			}
			for c := range mix {
				worst = max(worst, math.Abs(float64(got[(i*h.Count+head)*h.Width+c])-mix[c]/sum))
			}
		}
	}
	t.Logf("largest error %.2g", worst)
	if worst > 2e-3 {
		t.Error("too large")
	}
}

// TestAttentionExtremes averages values that are all the same over sequences up to the longest, with flat and with
// peaked scores: the integers must not overflow.
func TestAttentionExtremes(t *testing.T) {
	for _, k := range kernel.All() {
		for _, n := range []int{1, 15, 16, 17, 512, 4096} {
			for _, width := range []int{32, 64} {
				if n > 512 && (k == plain || width == 64 && testing.Short()) {
					continue
				}
				for _, spread := range []float32{0, 1e-3, 30} {
					h := kernel.Heads{Rows: n, Count: 1, Width: width}
					qkv, out := make([]float32, h.Len()), make([]float32, n*width)
					for i := range n * width {
						qkv[i] = spread * float32(1+i%3)
						qkv[n*width+i] = spread * float32(i/width%7-3)
						qkv[2*n*width+i] = -5
					}
					k.Attention(new(kernel.Workspace), out, qkv, h, 0, n)
					for i, v := range out {
						if math.Abs(float64(v)+5) > 1e-5 {
							t.Fatalf("%v: %d rows of %d, spread %v: element %d is %v, want -5", k, n, width, spread, i, v)
						}
					}
				}
			}
		}
	}
}

func TestAttentionPanics(t *testing.T) {
	k, ws := kernel.Best(), new(kernel.Workspace)
	h := kernel.Heads{Rows: 10, Count: 2, Width: 32}
	qkv, out := make([]float32, h.Len()), make([]float32, 10*64)
	k.Attention(ws, out, qkv, h, 10, 0) // no rows: nothing to do
	panics(t, "short input", func() { k.Attention(ws, out, qkv[1:], h, 0, 10) })
	panics(t, "short output", func() { k.Attention(ws, out[1:], qkv, h, 0, 10) })
	panics(t, "beyond the end", func() { k.Attention(ws, out, qkv, h, 1, 10) })
	panics(t, "before the beginning", func() { k.Attention(ws, out, qkv, h, -1, 10) })
	panics(t, "negative length", func() { k.Attention(ws, out, qkv, h, 5, -1) })
	panics(t, "heads of 40", func() { k.Attention(ws, out, qkv, kernel.Heads{Rows: 1, Count: 1, Width: 40}, 0, 1) })
	long := kernel.Heads{Rows: 4097, Count: 1, Width: 32}
	panics(t, "heads of 80", func() { k.Attention(ws, out, qkv, kernel.Heads{Rows: 1, Count: 1, Width: 80}, 0, 1) })
	panics(t, "too long", func() { k.Attention(ws, make([]float32, 4097*32), make([]float32, long.Len()), long, 0, 4097) })
}
