package head_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"onrecord/internal/head"
)

func TestBIO(t *testing.T) {
	// O, B and I of class 0, B and I of class 1.
	for _, c := range []struct {
		name   string
		scores []float32
		bias   float32
		want   [][3]int // first, end, class
	}{
		{"no word", nil, 0, nil},
		{"nothing found", []float32{1, 0, 0, 0, 0, 1, 0, 0, 0, 0}, 0, nil},
		{"bias finds it", []float32{1, .5, 0, 0, 0}, .75, [][3]int{{0, 1, 0}}},
		{"ties go to O", []float32{1, 1, 1, 1, 1}, 0, nil},
		{"the example of the comment", []float32{3, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2}, 0, [][3]int{{1, 3, 1}}},
		{"an inside cannot begin", []float32{0, 1, 9, 0, 0}, 0, [][3]int{{0, 1, 0}}},
		{"two of a class side by side", []float32{0, 9, 0, 0, 0, 0, 9, 0, 0, 0}, 0, [][3]int{{0, 1, 0}, {1, 2, 0}}},
		{"a long one", []float32{0, 9, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 9, 0, 0, 9, 0, 0, 0, 0}, 0, [][3]int{{0, 3, 0}}},
	} {
		var b head.BIO
		var got [][3]int
		for _, s := range b.Decode(nil, head.NewScores(5, c.scores), c.bias) {
			got = append(got, [3]int{s.First, s.End, s.Class})
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Small whole numbers make ties, and sums that are exact in any order.
func TestBIOAgainstAllSequences(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	var b head.BIO
	for range 3000 {
		classes, n := 1+r.IntN(3), 1+r.IntN(4)
		labels := 1 + 2*classes
		scores := make([]float32, n*labels)
		for i := range scores {
			scores[i] = float32(r.IntN(9) - 4)
		}
		bias := float32(r.IntN(3) - 1)
		s := head.NewScores(labels, scores)
		spans := b.Decode(nil, s, bias)
		got, end := float32(0), 0
		for i := range n {
			got += s.Row(i)[0] - bias
		}
		for _, x := range spans {
			if x.First < end || x.End <= x.First || x.End > n {
				t.Fatalf("spans %v over %d words", spans, n)
			}
			end = x.End
			for i := x.First; i < x.End; i++ {
				l := 2 + 2*x.Class
				if i == x.First {
					l--
				}
				got += s.Row(i)[l] - s.Row(i)[0] + bias
			}
		}
		best := float32(math.Inf(-1))
		var try func(i, before int, sum float32)
		try = func(i, before int, sum float32) {
			if i == n {
				best = max(best, sum)
				return
			}
			for l := range labels {
				inside := l > 0 && l%2 == 0
				if inside && before != l && before != l-1 {
					continue
				}
				x := s.Row(i)[l]
				if l == 0 {
					x -= bias
				}
				try(i+1, l, sum+x)
			}
		}
		try(0, 0, 0)
		if got != best {
			t.Fatalf("%v of %d labels, bias %v: spans %v have %v, the best %v", scores, labels, bias, spans, got, best)
		}
	}
}

func TestSpanScoreIsProbability(t *testing.T) {
	s := head.NewScores(3, []float32{0, 2, 1, 1, 0, 3})
	var b head.BIO
	spans := b.Decode(nil, s, 5) // the bias is no part of it
	want := math.Exp(2) / (1 + math.Exp(2) + math.E) * math.Exp(3) / (math.E + 1 + math.Exp(3))
	if len(spans) != 1 || math.Abs(float64(spans[0].Score)-want) > 1e-6 {
		t.Fatalf("%v, want a score of %v", spans, want)
	}
}

func TestBIOAllocatesNothing(t *testing.T) {
	var b head.BIO
	s := head.NewScores(11, make([]float32, 11*300))
	for i := range s.Data {
		s.Data[i] = float32(i * 7919 % 31)
	}
	dst := b.Decode(nil, s, 0)
	if n := testing.AllocsPerRun(10, func() { dst = b.Decode(dst[:0], s, 0) }); n != 0 {
		t.Fatalf("%v allocations", n)
	}
}

func FuzzBIO(f *testing.F) {
	f.Add([]byte("any bytes, read as floats and as what else is needed"), uint8(2), float32(0))
	f.Fuzz(func(t *testing.T, data []byte, classes uint8, bias float32) {
		labels := 1 + 2*(1+int(classes)%6)
		x := floatsOf(data)
		s := head.NewScores(labels, x[:len(x)/labels*labels])
		var b head.BIO
		end := 0
		for _, span := range b.Decode(nil, s, bias) {
			if span.First < end || span.End <= span.First || span.End > s.Len() || span.Class < 0 || 1+2*span.Class >= labels {
				t.Fatalf("span %v over %d words of %d labels", span, s.Len(), labels)
			}
			end = span.End
		}
	})
}

// floatsOf makes a float of each two bytes: most are ordinary, some are huge or
// infinite, none is NaN.
func floatsOf(data []byte) []float32 {
	var out []float32
	for i := 0; i+1 < len(data); i += 2 {
		v := float32(int8(data[i])) / 8
		switch data[i+1] % 16 {
		case 0:
			v = float32(math.Inf(int(int8(data[i]))))
		case 1:
			v *= 1e37
		case 2:
			v *= 1e-37
		}
		out = append(out, v)
	}
	return out
}
