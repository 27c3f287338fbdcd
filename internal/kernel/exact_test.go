package kernel_test

import (
	"math"
	"testing"

	"onrecord/internal/kernel"
)

// near fails unless got is the float32 nearest to want, or its neighbor where want lies all but halfway.
func near(t *testing.T, what string, x, got float32, want float64) {
	t.Helper()
	if got == float32(want) || math.IsNaN(want) && got != got {
		return
	}
	halfway := (float64(got) + float64(float32(want))) / 2
	if math.Abs(want-halfway) > 1e-10*math.Abs(want) {
		t.Fatalf("%s(%v) = %v, want %v", what, x, got, want)
	}
}

func TestExactFunctions(t *testing.T) {
	inf := float32(math.Inf(1))
	xs := append([]float32{inf, -inf, float32(math.NaN()), math.MaxFloat32, -math.MaxFloat32, 88.72283, 88.72284, -103.97, -103.98}, odd...)
	s := newSource(10)
	for range 100_000 {
		xs = append(xs, (2*s.Float32()-1)*110, math.Float32frombits(s.Uint32()))
	}
	for _, x := range xs {
		v := float64(x)
		near(t, "Exp", x, kernel.Exp(x), math.Exp(v))
		near(t, "Log", x, kernel.Log(x), math.Log(v))
		near(t, "Sigmoid", x, kernel.Sigmoid(x), 1/(1+math.Exp(-v)))
	}
}

func TestLogSumExp(t *testing.T) {
	inf, nan := float32(math.Inf(1)), float32(math.NaN())
	for _, c := range []struct {
		x    []float32
		want float64
	}{
		{nil, math.Inf(-1)},
		{[]float32{3}, 3},
		{[]float32{0, 0}, math.Ln2},
		{[]float32{-1000, -1000, -1000, -1000}, -1000 + 2*math.Ln2},
		{[]float32{1000, 0}, 1000},
		{[]float32{1, 2, 3}, math.Log(math.Exp(1) + math.Exp(2) + math.Exp(3))},
		{[]float32{-inf, 1, -inf}, 1},
		{[]float32{-inf, -inf}, math.Inf(-1)},
		{[]float32{inf, 1}, math.Inf(1)},
		{[]float32{inf, nan, 1}, math.NaN()},
	} {
		near(t, "LogSumExp", 0, kernel.LogSumExp(c.x), c.want)
	}
}
