package kernel_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"onrecord/internal/kernel"
)

func TestQuantizeWeights(t *testing.T) {
	w := []float32{
		1, -2, 0, 1e-40,
		0.5, 1, 0, 0,
		-0.25, 0.0078, 0, 0,
	}
	q, scale := kernel.Quantize(w, 3, 4)
	if want := []int8{127, -127, 0, 0, 64, 64, 0, 0, -32, 0, 0, 0}; !slices.Equal(q, want) {
		t.Errorf("values %d, want %d", q, want)
	}
	if want := []float32{1. / 127, 2. / 127, 1e-30 / 127, 1e-30 / 127}; !slices.Equal(scale, want) {
		t.Errorf("scales %v, want %v", scale, want)
	}
	panics(t, "too few weights", func() { kernel.Quantize(w, 3, 5) })
}

func TestPack(t *testing.T) {
	q := make([]int8, 4*32)
	for i := range q {
		q[i] = int8(i)
	}
	p := kernel.Pack(q, 4, 32)
	for i := range 4 {
		for j := range 32 {
			at := j/16*64 + i/2*32 + j%16*2 + i%2
			if p[at] != q[i*32+j] {
				t.Fatalf("row %d, column %d: %d, want %d", i, j, p[at], q[i*32+j])
			}
		}
	}
	panics(t, "odd k", func() { kernel.Pack(q[:3*32], 3, 32) })
	panics(t, "n no multiple of 16", func() { kernel.Pack(q[:48], 2, 24) })
}

func TestNewDense(t *testing.T) {
	panels, ones, nan := make([]int8, 32*16), slices.Repeat([]float32{1}, 16), slices.Repeat([]float32{1}, 16)
	nan[3] = float32(math.NaN())
	inf := slices.Clone(ones)
	inf[15] = float32(math.Inf(-1))
	for _, c := range []struct {
		what        string
		k, n        int
		panels      []int8
		scale, bias []float32
		ok          bool
	}{
		{"a layer of 32×16", 32, 16, panels, ones, ones, true},
		{"k is no multiple of 16", 31, 16, panels[:31*16], ones, ones, false},
		{"n is no multiple of 16", 32, 15, panels[:32*15], ones[:15], ones[:15], false},
		{"no rows", 0, 16, nil, ones, ones, false},
		{"negative", -32, -16, panels, ones, ones, false},
		{"too long", 8272, 16, make([]int8, 8272*16), ones, ones, false},
		{"a weight is missing", 32, 16, panels[1:], ones, ones, false},
		{"a scale is missing", 32, 16, panels, ones[1:], ones, false},
		{"a bias is missing", 32, 16, panels, ones, ones[1:], false},
		{"a scale is NaN", 32, 16, panels, nan, ones, false},
		{"a scale is zero", 32, 16, panels, make([]float32, 16), ones, false},
		{"a bias is NaN", 32, 16, panels, ones, nan, false},
		{"a bias is infinite", 32, 16, panels, ones, inf, false},
	} {
		if _, err := kernel.NewDense(c.k, c.n, c.panels, c.scale, c.bias); (err == nil) != c.ok {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}

// shapes are inputs and outputs of layers: the encoder's, the heads' and the smallest.
var shapes = [][2]int{{16, 16}, {16, 48}, {48, 32}, {80, 80}, {384, 16}, {192, 64}, {384, 160}}

// TestDenseAgainstDefinition holds plain against the formula of its comment.
func TestDenseAgainstDefinition(t *testing.T) {
	s := newSource(1)
	for _, shape := range shapes {
		k, n := shape[0], shape[1]
		for rows := 1; rows <= 3; rows++ {
			a := s.rows(rows, k, 2047)
			q := s.int8s(k * n)
			d := s.dense(t, k, n)
			d.Panels = kernel.Pack(q, k, n)
			out := make([]float32, rows*n)
			plain.Dense(new(kernel.Workspace), out, n, a, &d)
			want := make([]float32, rows*n)
			for i := range rows {
				for j := range n {
					sum := 0
					for l := range k {
						sum += int(a.Values[i*k+l]) * int(q[l*n+j])
					}
					scale := float32(a.Scales[i] * d.Scale[j])
					want[i*n+j] = float32(float32(sum)*scale) + d.Bias[j]
				}
			}
			sameFloats(t, plain, fmt.Sprint(rows, shape), out, want)
		}
	}
}

func TestDense(t *testing.T) {
	s := newSource(2)
	for _, k := range others(t) {
		most := 2*k.TallestTile() + 3
		for _, shape := range shapes {
			d := s.dense(t, shape[0], shape[1])
			a := s.rows(most, shape[0], 2047)
			for rows := 1; rows <= most; rows++ {
				for _, stride := range []int{d.N, d.N + 5} {
					want, got := s.floats(rows*stride, 1), make([]float32, rows*stride)
					copy(got, want) // what lies between rows must stay
					plain.Dense(new(kernel.Workspace), want, stride, a.Slice(0, rows), &d)
					k.Dense(new(kernel.Workspace), got, stride, a.Slice(0, rows), &d)
					sameFloats(t, k, fmt.Sprint(rows, " rows, shape ", shape), got, want)
				}
			}
		}
	}
}

// TestDenseExtremes multiplies the largest values over the longest rows: the sums just fit.
func TestDenseExtremes(t *testing.T) {
	const k, n = kernel.MaxWidth / 16 * 16, 32
	ones, zeros := slices.Repeat([]float32{1}, n), make([]float32, n)
	d, err := kernel.NewDense(k, n, slices.Repeat([]int8{127}, k*n), ones, zeros)
	if err != nil {
		t.Fatal(err)
	}
	for _, kern := range append(others(t), plain) {
		for _, rows := range []int{1, 25} {
			for _, v := range []int16{2047, -2047} {
				a := kernel.Rows{Width: k, Values: slices.Repeat([]int16{v}, rows*k), Scales: slices.Repeat([]float32{1}, rows)}
				out := make([]float32, rows*n)
				kern.Dense(new(kernel.Workspace), out, n, a, &d)
				want := slices.Repeat([]float32{float32(int(v) * 127 * k)}, rows*n)
				sameFloats(t, kern, fmt.Sprint("extreme sums of ", v), out, want)
			}
		}
	}
}

func TestDenseHeads(t *testing.T) {
	s := newSource(3)
	for _, k := range append(others(t), plain) {
		for _, width := range []int{16, 32, 48, 64} {
			for _, rows := range []int{1, 2, 13, 40} {
				h := kernel.Heads{Rows: rows, Count: 2, Width: width}
				d := s.dense(t, 96, 6*width)
				a := s.rows(rows, 96, 2047)
				flat, got := make([]float32, rows*d.N), make([]float32, h.Len())
				plain.Dense(new(kernel.Workspace), flat, d.N, a, &d)
				k.DenseHeads(new(kernel.Workspace), got, h, a, &d)
				want := make([]float32, 0, h.Len())
				for block := range 6 {
					for i := range rows {
						want = append(want, flat[i*d.N+block*width:][:width]...)
					}
				}
				sameFloats(t, k, fmt.Sprint(h), got, want)
			}
		}
	}
}

func TestDensePanics(t *testing.T) {
	s := newSource(4)
	d := s.dense(t, 32, 48)
	a := s.rows(3, 32, 2047)
	ws, out := new(kernel.Workspace), make([]float32, 3*48)
	k := kernel.Best()
	k.Dense(ws, nil, 48, a.Slice(0, 0), &d) // no rows: nothing to do
	panics(t, "short output", func() { k.Dense(ws, out[1:], 48, a, &d) })
	panics(t, "stride that overflows", func() { k.Dense(ws, out, math.MaxInt/2+1, a, &d) })
	panics(t, "overlapping rows", func() { k.Dense(ws, out, 47, a, &d) })
	panics(t, "wrong width", func() { k.Dense(ws, out, 48, s.rows(3, 48, 1), &d) })
	panics(t, "torn rows", func() { k.Dense(ws, out, 48, kernel.Rows{Width: 32, Values: a.Values[1:], Scales: a.Scales}, &d) })
	panics(t, "empty layer", func() { k.Dense(ws, out, 48, a, &kernel.Dense{K: 32}) })
	torn := d
	torn.Panels = torn.Panels[32:]
	panics(t, "torn layer", func() { k.Dense(ws, out, 48, a, &torn) })
	torn = d
	torn.Bias = torn.Bias[1:]
	panics(t, "torn bias", func() { k.Dense(ws, out, 48, a, &torn) })

	h := kernel.Heads{Rows: 3, Count: 1, Width: 32}
	d = s.dense(t, 32, 96)
	out = make([]float32, h.Len())
	k.DenseHeads(ws, out, h, a, &d)
	panics(t, "short heads", func() { k.DenseHeads(ws, out[1:], h, a, &d) })
	panics(t, "heads of another size", func() { k.DenseHeads(ws, out, kernel.Heads{Rows: 3, Count: 2, Width: 24}, a, &d) })
	panics(t, "more heads than columns", func() { k.DenseHeads(ws, make([]float32, 6*3*32), kernel.Heads{Rows: 3, Count: 2, Width: 32}, a, &d) })
	panics(t, "fewer rows", func() { k.DenseHeads(ws, out, h, a.Slice(0, 2), &d) })
}
