package head_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"onrecord/internal/head"
)

// sequence is a random chain with words to label. Small whole numbers make sums exact
// and ties frequent.
func sequence(r *rand.Rand, labels, words int) (start, transitions []float32, s head.Sequence) {
	const classes = 3
	numbers := func(n int) []float32 {
		x := make([]float32, n)
		for i := range x {
			x[i] = float32(r.IntN(9) - 4)
		}
		return x
	}
	start, transitions = numbers(labels), numbers(classes*labels*labels)
	s = head.Sequence{Scores: head.NewScores(labels, numbers(words*labels)), Class: make([]uint8, words), Forbidden: make([]uint8, words)}
	for i := range words {
		s.Class[i] = uint8(r.IntN(classes))
		if r.IntN(4) == 0 {
			s.Forbidden[i] = uint8(r.IntN(1 << labels))
		}
	}
	return start, transitions, s
}

// score is the definition, word by word.
func score(start, transitions []float32, s head.Sequence, y []uint8) float32 {
	k := len(start)
	sum := float32(0)
	for i, l := range y {
		x := s.Scores.Row(i)[l]
		if s.Forbidden[i]>>l&1 != 0 {
			x -= head.Forbidden
		}
		if i == 0 {
			x += start[l]
		} else {
			x += transitions[int(s.Class[i])*k*k+int(y[i-1])*k+int(l)]
		}
		sum += x
	}
	return sum
}

// every calls f with each sequence of n labels below k.
func every(k, n int, f func(y []uint8)) {
	y := make([]uint8, n)
	for {
		f(y)
		i := 0
		for ; i < n; i++ {
			if y[i]++; int(y[i]) < k {
				break
			}
			y[i] = 0
		}
		if i == n {
			return
		}
	}
}

func TestChainAgainstAllSequences(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 1))
	var w head.Lattice
	for range 2000 {
		labels, n := 1+r.IntN(4), 1+r.IntN(5)
		start, transitions, s := sequence(r, labels, n)
		c, err := head.NewChain(start, transitions)
		if err != nil {
			t.Fatal(err)
		}
		got := make([]uint8, n)
		top := c.Viterbi(&w, s, got)
		best, z := float32(math.Inf(-1)), 0.0
		marginals := make([]float64, n*labels)
		every(labels, n, func(y []uint8) {
			x := score(start, transitions, s, y)
			best = max(best, x)
			p := math.Exp(float64(x))
			z += p
			for i, l := range y {
				marginals[i*labels+int(l)] += p
			}
		})
		if x := score(start, transitions, s, got); x != best || top != best {
			t.Fatalf("labels %v have %v, said to have %v; the best is %v", got, x, top, best)
		}
		if z == 0 {
			continue // every way is forbidden
		}
		out := make([]float32, n*labels)
		c.Marginals(&w, s, out)
		for i, m := range marginals {
			if math.Abs(m/z-float64(out[i])) > 1e-5 {
				t.Fatalf("label %d of word %d has %v, want %v", i%labels, i/labels, out[i], m/z)
			}
		}
	}
}

func TestForbiddenLabels(t *testing.T) {
	c, err := head.NewChain([]float32{0, 5, 0}, make([]float32, 9))
	if err != nil {
		t.Fatal(err)
	}
	s := head.Sequence{Scores: head.NewScores(3, []float32{0, 9, 1, 0, 9, 1}), Class: []uint8{0, 0}, Forbidden: []uint8{0, 1<<1 | 1<<2}}
	y := make([]uint8, 2)
	if c.Viterbi(new(head.Lattice), s, y); y[0] != 1 || y[1] != 0 {
		t.Fatalf("labels %v", y)
	}
}

func TestChainRefusesShapes(t *testing.T) {
	for _, c := range [][2]int{{0, 9}, {3, 8}, {3, 0}, {9, 81}} {
		if _, err := head.NewChain(make([]float32, c[0]), make([]float32, c[1])); err == nil {
			t.Errorf("%d labels and %d transitions are taken", c[0], c[1])
		}
	}
}

func TestChainAllocatesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	start, transitions, s := sequence(r, 3, 200)
	c, _ := head.NewChain(start, transitions)
	var w head.Lattice
	y, p := make([]uint8, 200), make([]float32, 600)
	if n := testing.AllocsPerRun(10, func() { c.Viterbi(&w, s, y); c.Marginals(&w, s, p) }); n > 0 {
		t.Fatalf("%v allocations", n)
	}
}

func FuzzChain(f *testing.F) {
	f.Add([]byte("start and transitions, then scores and classes of words"), uint8(3))
	f.Fuzz(func(t *testing.T, data []byte, labels uint8) {
		k := 1 + int(labels)%4
		x := floatsOf(data)
		if len(x) < k+k*k {
			return
		}
		c, err := head.NewChain(x[:k], x[k:k+k*k])
		if err != nil {
			t.Fatal(err)
		}
		x = x[k+k*k:]
		s := head.Sequence{Scores: head.NewScores(k, x[:len(x)/k*k])}
		n := s.Scores.Len()
		s.Class, s.Forbidden = make([]uint8, n), data[:n]
		y, p := make([]uint8, n), make([]float32, n*k)
		var w head.Lattice
		c.Viterbi(&w, s, y)
		c.Marginals(&w, s, p)
		for i, l := range y {
			if int(l) >= k {
				t.Fatalf("label %d of %d at word %d", l, k, i)
			}
		}
		for i, v := range p {
			if !(v >= 0 && v <= 1.001) {
				t.Fatalf("probability %v at %d", v, i)
			}
		}
	})
}

func BenchmarkChain(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 1))
	start, transitions, s := sequence(r, 3, 200)
	c, _ := head.NewChain(start, transitions)
	var w head.Lattice
	y, p := make([]uint8, 200), make([]float32, 600)
	b.Run("viterbi", func(b *testing.B) {
		for b.Loop() {
			c.Viterbi(&w, s, y)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/200, "ns/word")
	})
	b.Run("marginals", func(b *testing.B) {
		for b.Loop() {
			c.Marginals(&w, s, p)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/200, "ns/word")
	})
}
