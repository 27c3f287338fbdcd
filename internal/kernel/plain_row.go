package kernel

import "math"

func abs(x float32) float32 { return math.Float32frombits(math.Float32bits(x) &^ (1 << 31)) }

// nearest rounds x, below 2²² in magnitude, to the nearest integer, ties to even.
func nearest(x float32) int32 {
	return int32(math.Float32bits(x+roundMagic)) - int32(math.Float32bits(roundMagic))
}

// fold adds up lanes in the order that every kernel keeps.
func fold(v *[lanes]float32) float32 {
	for n := lanes / 2; n > 0; n /= 2 {
		for i := range n {
			v[i] += v[i+n]
		}
	}
	return v[0]
}

// toInt16 rounds x into out, with am the largest magnitude in x, and returns the scale.
func toInt16(x []float32, am float32, out []int16) (scale float32) {
	am = max(am, minMax)
	plainScaleBy(x, rowMax/am, out)
	return am / rowMax
}

// normalize is layer norm of a row whose sum is known. It returns the largest magnitude of the result.
func normalize(x []float32, sum float32, gain, bias []float32) (am float32) {
	n := float32(len(x))
	mean := sum / n
	var acc [lanes]float32
	for i, v := range x {
		d := v - mean
		acc[i%lanes] += float32(d * d)
	}
	variance := fold(&acc)/n + normEpsilon
	inverse := 1 / float32(math.Sqrt(float64(variance)))
	for i, v := range x {
		y := float32((v - mean) * inverse)
		y = float32(y*gain[i]) + bias[i]
		x[i] = y
		am = max(am, abs(y))
	}
	return am
}

func plainAddNorm(x, y, gain, bias []float32, out []int16) (scale float32) {
	var acc [lanes]float32
	for i, v := range y {
		v = x[i] + v
		x[i] = v
		acc[i%lanes] += v
	}
	return toInt16(x, normalize(x, fold(&acc), gain, bias), out)
}

func plainNorm(x, gain, bias []float32) {
	var acc [lanes]float32
	for i, v := range x {
		acc[i%lanes] += v
	}
	normalize(x, fold(&acc), gain, bias)
}

func plainQuantize(x []float32, out []int16) (scale float32) {
	return toInt16(x, plainAbsMax(x), out)
}

// gelu is x/2·(1 + erf(x/√2)), erf as a rational function of degree 3 over 3 in x², see geluP0.
func gelu(x float32) float32 {
	z := max(min(x, geluClamp), -geluClamp)
	u := float32(z * z)
	p := float32(u*geluP3) + geluP2
	p = float32(p*u) + geluP1
	p = float32(p*u) + geluP0
	q := float32(u*geluQ3) + geluQ2
	q = float32(q*u) + geluQ1
	q = float32(q*u) + 1
	e := float32(p*z)/q + 1
	return float32(float32(x*0.5) * e)
}

func plainGelu(x []float32) {
	for i, v := range x {
		x[i] = gelu(v)
	}
}

func plainGeluQuantize(x []float32, out []int16) (scale float32) {
	plainGelu(x)
	return plainQuantize(x, out)
}

func plainAbsMax(x []float32) float32 {
	m := float32(0)
	for _, v := range x {
		m = max(m, abs(v))
	}
	return m
}

// plainScaleBy rounds x·factor, below 2¹⁵ in magnitude, into out.
func plainScaleBy(x []float32, factor float32, out []int16) {
	out = out[:len(x)]
	for i, v := range x {
		out[i] = int16(nearest(float32(v * factor)))
	}
}
