package kernel_test

import (
	"encoding/binary"
	"math"
	"slices"
	"testing"

	"onrecord/internal/kernel"
)

// The fuzz tests draw sizes and values from bytes and hold every kernel against plain. They run their seeds as
// ordinary tests; to search on:
//
//	go test -run '^$' -fuzz FuzzDense ./internal/kernel

// bytesSource deals out numbers from data, over and over.
type bytesSource struct {
	data []byte
	at   int
}

func (b *bytesSource) uint32() uint32 {
	var w [4]byte
	for i := range w {
		if len(b.data) > 0 {
			w[i] = b.data[b.at%len(b.data)]
		}
		b.at++
	}
	return binary.LittleEndian.Uint32(w[:]) * uint32(b.at*2+1) // so that short data does not mean the same numbers
}

// size returns a number from 1 to most.
func (b *bytesSource) size(most int) int { return 1 + int(b.uint32()%uint32(most)) }

// float returns any float that package kernel takes.
func (b *bytesSource) float() float32 {
	v := math.Float32frombits(b.uint32())
	if !(math.Abs(float64(v)) < 1e15) {
		return odd[b.size(len(odd))-1]
	}
	return v
}

func (b *bytesSource) floats(n int) []float32 {
	x := kernel.Aligned[float32](n)
	for i := range x {
		x[i] = b.float()
	}
	return x
}

func (b *bytesSource) rows(n, width int) kernel.Rows {
	r := kernel.NewRows(n, width)
	for i := range r.Values {
		r.Values[i] = int16(b.uint32() >> 16) // larger than Quantize makes them: sums wrap, everywhere alike
	}
	copy(r.Scales, b.floats(n))
	return r
}

func addSeeds(f *testing.F) {
	f.Helper()
	for _, s := range []string{"", "\x00", "\xff", "0", "attention", "\x80\x00\x00\x00", "\x7f\x7f\xff\xff\x00\x01", "seed of some length, to vary the sizes"} {
		f.Add([]byte(s))
	}
}

func FuzzDense(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		b := &bytesSource{data: data}
		rows, k, n := b.size(80), 16*b.size(8), 16*b.size(6)
		q := make([]int8, k*n)
		for i := range q {
			q[i] = int8(b.uint32() >> 24)
		}
		d := kernel.Dense{K: k, N: n, Panels: kernel.Pack(q, k, n), Scale: b.floats(n), Bias: b.floats(n)}
		a := b.rows(rows, k)
		want := make([]float32, rows*n)
		plain.Dense(new(kernel.Workspace), want, n, a, &d)
		for _, kern := range others(t) {
			got := make([]float32, rows*n)
			kern.Dense(new(kernel.Workspace), got, n, a, &d)
			sameFloats(t, kern, "Dense", got, want)
		}
	})
}

func FuzzProduct(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		b := &bytesSource{data: data}
		m, n, width := b.size(30), b.size(70), 16*b.size(9)
		x, y := b.rows(m, width), b.rows(n, width)
		want := make([]float32, m*n)
		plain.Product(new(kernel.Workspace), want, x, y)
		for _, k := range others(t) {
			got := make([]float32, m*n)
			k.Product(new(kernel.Workspace), got, x, y)
			sameFloats(t, k, "Product", got, want)
		}
	})
}

func FuzzAttention(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		b := &bytesSource{data: data}
		h := kernel.Heads{Rows: b.size(70), Count: b.size(2), Width: 16 * b.size(4)}
		n := b.size(h.Rows)
		first := b.size(h.Rows-n+1) - 1
		qkv := b.floats(h.Len())
		if b.size(2) == 1 { // values of ordinary size, which give more than one key a share
			for i, v := range qkv {
				qkv[i] = float32(math.Remainder(float64(v), 4))
			}
		}
		want := make([]float32, n*h.Count*h.Width)
		plain.Attention(new(kernel.Workspace), want, qkv, h, first, n)
		for _, k := range others(t) {
			got := make([]float32, len(want))
			k.Attention(new(kernel.Workspace), got, qkv, h, first, n)
			sameFloats(t, k, "Attention", got, want)
		}
	})
}

func FuzzRows(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		b := &bytesSource{data: data}
		rows, width := b.size(3), 16*b.size(12)
		x, y := b.floats(rows*width), b.floats(rows*width)
		n := kernel.Norm{Gain: b.floats(width), Bias: b.floats(width)}
		type result struct {
			x   []float32
			out kernel.Rows
		}
		run := func(k *kernel.Kernel) []result {
			var list []result
			for _, op := range []func(x []float32, out kernel.Rows){
				func(x []float32, out kernel.Rows) { k.Quantize(x, out) },
				func(x []float32, out kernel.Rows) { k.AddNorm(x, y, &n, out) },
				func(x []float32, out kernel.Rows) { k.GeluQuantize(x, out) },
				func(x []float32, _ kernel.Rows) { k.Norm(x, &n) },
				func(x []float32, _ kernel.Rows) { k.Gelu(x[1:]) },
			} {
				r := result{slices.Clone(x), kernel.NewRows(rows, width)}
				op(r.x, r.out)
				list = append(list, r)
			}
			return list
		}
		want := run(plain)
		for _, k := range others(t) {
			for i, got := range run(k) {
				sameFloats(t, k, "row operation", got.x, want[i].x)
				sameRows(t, k, "row operation", got.out, want[i].out)
			}
		}
	})
}

func FuzzExact(f *testing.F) {
	f.Add(uint32(0))
	f.Fuzz(func(t *testing.T, bits uint32) {
		x := math.Float32frombits(bits)
		v := float64(x)
		near(t, "Exp", x, kernel.Exp(x), math.Exp(v))
		near(t, "Log", x, kernel.Log(x), math.Log(v))
		near(t, "Sigmoid", x, kernel.Sigmoid(x), 1/(1+math.Exp(-v)))
	})
}
