package kernel_test

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"unsafe"

	"onrecord/internal/kernel"
)

var widths = []int{16, 32, 48, 80, 384, 1536}

// TestRowOperations holds every kernel against plain, on rows of all scales.
func TestRowOperations(t *testing.T) {
	for _, k := range others(t) {
		for _, width := range widths {
			for _, scale := range scales {
				const rows = 3
				s := newSource(uint64(width))
				x, y, emb, n := s.floats(rows*width, scale), s.floats(rows*width, scale), s.int8s(width), s.norm(t, width)
				for _, op := range []struct {
					name string
					run  func(k *kernel.Kernel, x []float32, out kernel.Rows)
				}{
					{"Quantize", func(k *kernel.Kernel, x []float32, out kernel.Rows) { k.Quantize(x, out) }},
					{"AddNorm", func(k *kernel.Kernel, x []float32, out kernel.Rows) { k.AddNorm(x, y, n, out) }},
					{"Norm", func(k *kernel.Kernel, x []float32, out kernel.Rows) { k.Norm(x, n) }},
					{"Gelu", func(k *kernel.Kernel, x []float32, out kernel.Rows) { k.Gelu(x) }},
					{"Gelu of a part", func(k *kernel.Kernel, x []float32, out kernel.Rows) { k.Gelu(x[3 : 3+17]) }},
					{"GeluQuantize", func(k *kernel.Kernel, x []float32, out kernel.Rows) { k.GeluQuantize(x, out) }},
					{"EmbedNorm", func(k *kernel.Kernel, x []float32, out kernel.Rows) {
						k.EmbedNorm(x[:width], emb, 0.01, y[:width], y[width:2*width], n, out.Slice(1, 2))
					}},
				} {
					want, got := slices.Clone(x), slices.Clone(x)
					wantRows, gotRows := kernel.NewRows(rows, width), kernel.NewRows(rows, width)
					op.run(plain, want, wantRows)
					op.run(k, got, gotRows)
					what := fmt.Sprintf("%s, width %d, scale %v", op.name, width, scale)
					sameFloats(t, k, what, got, want)
					sameRows(t, k, what, gotRows, wantRows)
				}
			}
		}
	}
}

func TestQuantizeRows(t *testing.T) {
	x := slices.Repeat([]float32{0}, 48)
	x[16], x[17], x[18], x[19] = 2, -1, 1/1024., 1.5/1023.5 // of 2: 2047, -1023.5, 0.9995, 1.5: ties to even
	x[32], x[33] = 1e-40, float32(math.Copysign(0, -1))
	r := kernel.NewRows(3, 16)
	plain.Quantize(x, r)
	want := make([]int16, 48)
	want[16], want[17], want[18], want[19] = 2047, -1024, 1, 2
	if !slices.Equal(r.Values, want) {
		t.Errorf("values %d, want %d", r.Values, want)
	}
	if want := []float32{1e-30 / 2047., 2 / 2047., 1e-30 / 2047.}; !slices.Equal(r.Scales, want) {
		t.Errorf("scales %v, want %v", r.Scales, want)
	}
}

// TestNormAgainstDefinition compares with layer norm in float64.
func TestNormAgainstDefinition(t *testing.T) {
	s := newSource(5)
	const width = 384
	x, n := s.floats(width, 3), s.norm(t, width)
	got := slices.Clone(x)
	plain.Norm(got, n)
	mean, variance := 0., 0.
	for _, v := range x {
		mean += float64(v) / width
	}
	for _, v := range x {
		variance += (float64(v) - mean) * (float64(v) - mean) / width
	}
	for i, v := range x {
		want := (float64(v)-mean)/math.Sqrt(variance)*float64(n.Gain[i]) + float64(n.Bias[i])
		if math.Abs(float64(got[i])-want) > 1e-6 {
			t.Fatalf("element %d is %v, want %v", i, got[i], want)
		}
	}
}

func TestGeluAgainstDefinition(t *testing.T) {
	worst, beyond := 0., 0.
	for i := -100_000; i <= 100_000; i++ {
		x := []float32{float32(i) / 10_000}
		v := float64(x[0])
		plain.Gelu(x)
		e := math.Abs(float64(x[0]) - v/2*math.Erfc(-v/math.Sqrt2))
		if math.Abs(v) <= 4.5 {
			worst = max(worst, e)
		}
		beyond = max(beyond, e)
	}
	t.Logf("largest error %.2g for |x| ≤ 4.5, %.2g for |x| ≤ 10", worst, beyond)
	if worst > 3e-6 || beyond > 3e-5 {
		t.Error("too large")
	}
}

func TestNewNorm(t *testing.T) {
	ones := slices.Repeat([]float32{1}, 32)
	wild := slices.Clone(ones)
	wild[7] = 1e16
	for _, c := range []struct {
		what       string
		gain, bias []float32
		ok         bool
	}{
		{"a norm of 32", ones, ones, true},
		{"no columns", nil, nil, false},
		{"no multiple of 16", ones[:17], ones[:17], false},
		{"a bias is missing", ones, ones[:16], false},
		{"a gain is out of range", wild, ones, false},
		{"a bias is out of range", ones, wild, false},
	} {
		if _, err := kernel.NewNorm(c.gain, c.bias); (err == nil) != c.ok {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}

func TestAligned(t *testing.T) {
	for n := range 70 {
		for _, p := range []uintptr{
			uintptr(unsafe.Pointer(unsafe.SliceData(kernel.Aligned[int8](n)))),
			uintptr(unsafe.Pointer(unsafe.SliceData(kernel.Aligned[int16](n)))),
			uintptr(unsafe.Pointer(unsafe.SliceData(kernel.Aligned[float32](n)))),
		} {
			if n > 0 && p%64 != 0 {
				t.Errorf("%d elements begin at %#x", n, p)
			}
		}
	}
}

func TestRowPanics(t *testing.T) {
	s := newSource(6)
	k, n, out := kernel.Best(), s.norm(t, 32), kernel.NewRows(2, 32)
	x, y := s.floats(64, 1), s.floats(64, 1)
	panics(t, "width 24", func() { kernel.NewRows(1, 24) })
	panics(t, "width 0", func() { kernel.NewRows(1, 0) })
	panics(t, "width 8272", func() { kernel.NewRows(1, 8272) })
	panics(t, "short row", func() { k.Quantize(x[1:], out) })
	panics(t, "torn rows", func() { k.Quantize(x, kernel.Rows{Width: 32, Values: out.Values, Scales: out.Scales[1:]}) })
	panics(t, "short y", func() { k.AddNorm(x, y[1:], n, out) })
	panics(t, "short x", func() { k.AddNorm(x[1:], y, n, out) })
	panics(t, "norm of another width", func() { k.AddNorm(x, y, s.norm(t, 48), out) })
	panics(t, "half a row", func() { k.Norm(x[:48], n) })
	panics(t, "empty norm", func() { k.Norm(x, &kernel.Norm{}) })
	panics(t, "torn norm", func() { k.Norm(x, &kernel.Norm{Gain: n.Gain, Bias: n.Bias[1:]}) })
	panics(t, "short activation", func() { k.GeluQuantize(x[1:], out) })
	panics(t, "two rows of embedding", func() { k.EmbedNorm(x[:32], s.int8s(32), 1, y[:32], y[:32], n, out) })
	panics(t, "short embedding", func() { k.EmbedNorm(x[:32], s.int8s(31), 1, y[:32], y[:32], n, out.Slice(0, 1)) })
	panics(t, "short position", func() { k.EmbedNorm(x[:32], s.int8s(32), 1, y[:31], y[:32], n, out.Slice(0, 1)) })
}
