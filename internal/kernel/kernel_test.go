package kernel_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"onrecord/internal/kernel"
)

var plain = kernel.All()[len(kernel.All())-1]

// others returns the kernels to compare with plain, and says which this CPU cannot run.
func others(t testing.TB) []*kernel.Kernel {
	t.Helper()
	list := kernel.All()
	for _, name := range kernel.Names() {
		if !slices.ContainsFunc(list, func(k *kernel.Kernel) bool { return k.Name() == name }) {
			t.Logf("skipped: kernel %s, which this CPU cannot run", name)
		}
	}
	return list[:len(list)-1]
}

func TestByName(t *testing.T) {
	for i, k := range kernel.All() {
		got, err := kernel.ByName(k.Name())
		if err != nil || got != k {
			t.Errorf("ByName(%q) = %v, %v", k.Name(), got, err)
		}
		if i == 0 && kernel.Best() != k {
			t.Errorf("best is %v, first is %v", kernel.Best(), k)
		}
	}
	if plain.Name() != "plain" {
		t.Errorf("last kernel is %v, want plain", plain)
	}
	for _, name := range append(kernel.Names(), "", "sse9") {
		k, err := kernel.ByName(name)
		if (k == nil) != (err != nil) {
			t.Errorf("ByName(%q) = %v, %v", name, k, err)
		}
		if err != nil && !strings.Contains(err.Error(), "this CPU runs "+kernel.Best().Name()) {
			t.Errorf("ByName(%q): %v: does not say what this CPU runs", name, err)
		}
	}
}

// source makes inputs, the same on every machine and in every run.
type source struct{ *rand.Rand }

func newSource(seed uint64) source { return source{rand.New(rand.NewPCG(seed, 1))} }

// odd are floats at which implementations tend to differ.
var odd = []float32{
	0, float32(math.Copysign(0, -1)), 1e-45, -1e-45, 1e-39, -3e-38, 1e-30, -1e-30, 0.5, -0.5, 1.5, 2.5, 1, -1,
	4.5254836, -4.5254836, 4.6, 100, -100, 2047, -2047, 1e7, 1e14, -1e14,
}

// floats returns n floats up to scale in magnitude. With a negative scale they come from odd.
func (s source) floats(n int, scale float32) []float32 {
	x := kernel.Aligned[float32](n)
	for i := range x {
		if scale < 0 {
			x[i] = odd[s.IntN(len(odd))]
		} else {
			x[i] = (2*s.Float32() - 1) * scale
		}
	}
	return x
}

func (s source) int8s(n int) []int8 {
	x := kernel.Aligned[int8](n)
	for i := range x {
		x[i] = int8(s.IntN(255) - 127)
	}
	return x
}

// rows returns n rows of values up to limit in magnitude.
func (s source) rows(n, width, limit int) kernel.Rows {
	r := kernel.NewRows(n, width)
	for i := range r.Values {
		r.Values[i] = int16(s.IntN(2*limit+1) - limit)
	}
	for i := range r.Scales {
		r.Scales[i] = s.Float32() / 16
	}
	return r
}

func (s source) dense(t testing.TB, k, n int) kernel.Dense {
	t.Helper()
	scale := s.floats(n, 0.01)
	for i, v := range scale {
		scale[i] = max(v, -v, 1e-6)
	}
	d, err := kernel.NewDense(k, n, kernel.Pack(s.int8s(k*n), k, n), scale, s.floats(n, 1))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func (s source) norm(t testing.TB, width int) *kernel.Norm {
	t.Helper()
	n, err := kernel.NewNorm(s.floats(width, 2), s.floats(width, 1))
	if err != nil {
		t.Fatal(err)
	}
	return &n
}

// scales of the inputs of row functions; -1 stands for odd values.
var scales = []float32{-1, 0, 1e-44, 1e-35, 1e-3, 1, 12, 3e4, 1e14}

// sameFloats fails unless got and want are equal bit for bit.
func sameFloats(t testing.TB, k *kernel.Kernel, what string, got, want []float32) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%v: %s: %d floats, want %d", k, what, len(got), len(want))
	}
	for i := range want {
		if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
			t.Fatalf("%v: %s: element %d is %v, plain has %v", k, what, i, got[i], want[i])
		}
	}
}

func sameRows(t testing.TB, k *kernel.Kernel, what string, got, want kernel.Rows) {
	t.Helper()
	sameFloats(t, k, what+": scales", got.Scales, want.Scales)
	for i := range want.Values {
		if got.Values[i] != want.Values[i] {
			t.Fatalf("%v: %s: value %d of row %d is %d, plain has %d", k, what, i%want.Width, i/want.Width, got.Values[i], want.Values[i])
		}
	}
}

// panics fails unless f panics with a message of this package.
func panics(t *testing.T, what string, f func()) {
	t.Helper()
	defer func() {
		t.Helper()
		if s, ok := recover().(string); !ok || !strings.HasPrefix(s, "kernel: ") {
			t.Errorf("%s: recovered %q, want a message of package kernel", what, s)
		}
	}()
	f()
}
