package kernel

func plainNarrow(t *tile) { plainTile(t, t.narrow) }
func plainWide(t *tile)   { plainTile(t, t.wide) }

// plainTile computes one or two rows of one panel, four columns at a time: as many sums as fit in the registers of
// most CPUs.
func plainTile[T int8 | int16](t *tile, w []T) {
	k := 2 * t.pairs
	a0 := t.a[:k]
	a1 := a0
	if t.rows == 2 {
		a1 = t.a[t.lda:][:k]
	}
	var sums [2][lanes]int32
	for j := 0; j < lanes; j += 4 {
		b := w[2*j : 2*lanes*t.pairs]
		var s0, s1, s2, s3, t0, t1, t2, t3 int32
		for i := 0; i+1 < len(a0) && i+1 < len(a1) && len(b) >= 8; i += 2 {
			x0, x1 := int32(a0[i]), int32(a0[i+1])
			y0, y1 := int32(a1[i]), int32(a1[i+1])
			p, q := int32(b[0]), int32(b[1])
			s0 += x0*p + x1*q
			t0 += y0*p + y1*q
			p, q = int32(b[2]), int32(b[3])
			s1 += x0*p + x1*q
			t1 += y0*p + y1*q
			p, q = int32(b[4]), int32(b[5])
			s2 += x0*p + x1*q
			t2 += y0*p + y1*q
			p, q = int32(b[6]), int32(b[7])
			s3 += x0*p + x1*q
			t3 += y0*p + y1*q
			if len(b) < 2*lanes {
				break
			}
			b = b[2*lanes:]
		}
		*(*[4]int32)(sums[0][j:]) = [4]int32{s0, s1, s2, s3}
		*(*[4]int32)(sums[1][j:]) = [4]int32{t0, t1, t2, t3}
	}
	for r := range t.rows {
		if t.column == nil {
			copy(t.sums[r*t.ldo:], sums[r][:])
			continue
		}
		out := (*[lanes]float32)(t.out[r*t.ldo:])
		column, bias := (*[lanes]float32)(t.column), (*[lanes]float32)(t.bias)
		for j, s := range sums[r] {
			scale := float32(t.row[r] * column[j])
			out[j] = float32(float32(s)*scale) + bias[j]
		}
	}
}
