package sense

import "math"

// Unit brings v to the length 1; zeros stay as they are.
func Unit(v []float32) {
	var sum float32
	for _, x := range v {
		sum += float32(x * x)
	}
	if sum == 0 {
		return
	}
	by := 1 / float32(math.Sqrt(float64(sum)))
	for i := range v {
		v[i] *= by
	}
}
