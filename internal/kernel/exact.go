package kernel

import "math"

// The functions here serve calibration, decoding and learning. They are computed in float64 with series whose
// remainder is below 1e-11, so that the float32 they return is the nearest one but for cases that lie within that
// distance of the middle between two.

// Constants of the reduction of arguments.
const (
	log2e = 1.44269504088896340736
	ln2   = 0.693147180559945309417

	// roundMagic64 does for float64 what roundMagic does for float32.
	roundMagic64 float64 = 3 << 51
)

// exp is e^x for |x| < 700: 2^n·e^r, |r| ≤ ln2/2, with e^r as its Taylor series to r⁹ (remainder 7e-12).
func exp(x float64) float64 {
	n := float64(x*log2e) + roundMagic64 - roundMagic64
	r := x - float64(n*ln2)
	p := 1.0
	for i := 9.0; i > 0; i-- { // Horner: 1 + r/1·(1 + r/2·(1 + … r/9))
		p = float64(float64(r/i)*p) + 1
	}
	return p * math.Float64frombits(uint64(int64(n)+1023)<<52)
}

// log is the natural logarithm of a positive, finite, normal x: with x = 2^n·m, √½ ≤ m < √2 and s = (m-1)/(m+1), it
// is n·ln2 + 2·(s + s³/3 + … + s¹⁵/15) (remainder 1e-13).
func log(x float64) float64 {
	const sqrtHalf = 0x3FE6A09E667F3BCD // bits of √½
	b := math.Float64bits(x) - sqrtHalf
	n := float64(int64(b) >> 52)
	m := math.Float64frombits(b&(1<<52-1) + sqrtHalf)
	s := (m - 1) / (m + 1)
	u := float64(s * s)
	p := 0.0
	for i := 15.0; i > 0; i -= 2 {
		p = float64(p*u) + 1/i
	}
	return float64(n*ln2) + float64(2*float64(s*p))
}

// Exp returns e^x, the same on every machine.
func Exp(x float32) float32 {
	switch {
	case x != x:
		return x
	case x > 89: // above the logarithm of the largest float32, 88.72
		return float32(math.Inf(1))
	case x < -104: // below that of half the smallest, -103.97
		return 0
	}
	return float32(exp(float64(x)))
}

// Log returns the natural logarithm of x, the same on every machine: -Inf for 0, NaN for what is negative.
func Log(x float32) float32 {
	switch {
	case x != x || x < 0:
		return float32(math.NaN())
	case x == 0:
		return float32(math.Inf(-1))
	case x > math.MaxFloat32:
		return x
	}
	return float32(log(float64(x)))
}

// Sigmoid returns 1/(1+e^-x), the same on every machine.
func Sigmoid(x float32) float32 {
	if x != x {
		return x
	}
	return float32(1 / (1 + exp(-max(-200, min(200, float64(x))))))
}

// LogSumExp returns the logarithm of the sum of e^x over all elements, summed in order: the same on every machine. Of
// no elements it is -Inf. If the largest element is infinite, it is the result; if any is NaN, the result is NaN.
func LogSumExp(x []float32) float32 {
	top := math.Inf(-1)
	for _, v := range x {
		top = max(top, float64(v))
	}
	if top != top || math.IsInf(top, 0) {
		return float32(top)
	}
	sum := 0.0
	for _, v := range x {
		if d := float64(v) - top; d > -700 {
			sum += exp(d)
		}
	}
	return float32(top + log(sum))
}
