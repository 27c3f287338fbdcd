package kernel

import "math"

// plainInterleave lays src, an even number of rows of width columns, out as panels, each as in [Pack].
func plainInterleave(src []int16, width int, dst []int16) {
	panel := len(src) / width * lanes
	for at := 0; at < len(src); at += 2 * width {
		even, odd := src[at:][:width], src[at+width:][:width]
		for p := 0; p < width/lanes; p++ {
			pairs := dst[p*panel+at/width*lanes:][:2*lanes]
			for j := range lanes {
				pairs[2*j] = even[p*lanes+j]
				pairs[2*j+1] = odd[p*lanes+j]
			}
		}
	}
}

// plainTranspose turns src, rows of width elements, into panels whose columns are those rows: pair i of row 0, of
// row 1 and so on to row 15, then pair i+1. The number of rows is a multiple of 16.
func plainTranspose(src []int16, width int, dst []int16) {
	for at := 0; at < len(src); at += lanes * width {
		panel := dst[at:][:lanes*width]
		for r := range lanes {
			for i, v := range src[at+r*width:][:width] {
				panel[(i/2*lanes+r)*2+i%2] = v
			}
		}
	}
}

// exp2 is 2^y for y up to 0, at least 2^-100: an integer power, put into the exponent, times a polynomial, see exp2C0.
func exp2(y float32) float32 {
	y = max(y, exp2Min)
	t := y + roundMagic
	n := t - roundMagic
	r := y - n
	p := float32(r*exp2C5) + exp2C4
	p = float32(p*r) + exp2C3
	p = float32(p*r) + exp2C2
	p = float32(p*r) + exp2C1
	p = float32(p*r) + exp2C0
	return math.Float32frombits(math.Float32bits(p) + math.Float32bits(t)<<23)
}

// plainSoftmax turns rows of n scores into the integers p = 2^((score-max)·f)·c, rounded, where mask is set, and 0
// elsewhere. c makes a row's sum about 510,000 but no integer larger than 32,767. The scale of a row is unit divided
// by the exact sum of its integers. scores is overwritten.
func plainSoftmax(scores []int32, n int, f float32, mask []uint32, out []int16, unit float32, scales []float32) {
	for r := range scales {
		row, o := scores[r*n:][:n], out[r*n:][:n]
		top := row[0]
		for _, v := range row {
			top = max(top, v)
		}
		var acc [lanes]float32
		for i, v := range row {
			e := math.Float32bits(exp2(float32(float32(v-top)*f))) & mask[i]
			row[i] = int32(e)
			acc[i%lanes] += math.Float32frombits(e)
		}
		c := min(softmaxSum/fold(&acc), softmaxMax)
		sum := int32(0)
		for i, e := range row {
			p := nearest(float32(math.Float32frombits(uint32(e)) * c))
			sum += p
			o[i] = int16(p)
		}
		scales[r] = unit / float32(sum)
	}
}
