package eval

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHundredthRoundsAsPythonDoes(t *testing.T) {
	for _, c := range []struct{ in, want float64 }{
		{0, 0},
		{2.675, 2.67}, // the nearest binary number lies below
		{0.005, 0.01}, // here above
		{12.125, 12.12},
		{12.375, 12.38}, // halves go to the even digit
		{99.999, 100},
		{200.0 / 3, 66.67},
	} {
		if got := hundredth(c.in); got != c.want {
			t.Errorf("hundredth(%v) = %v, want %v", c.in, got, c.want)
		}
	}
}

func TestScore(t *testing.T) {
	for _, c := range []struct {
		name string
		s    sample
		want Score
	}{
		{"no documents", nil, Score{}},
		{"nothing found", sample{{{0, 0, 4}}}, Score{Gold: 4}},
		{"nothing to find", sample{{{0, 3, 0}}}, Score{Pred: 3}},
		{"one document has no spread", sample{{{2, 4, 3}}}, Score{P: 50, R: 66.67, F1: 57.14, Low: 57.14, High: 57.14, Gold: 3, Pred: 4}},
		{"like documents have none either", sample{{{1, 2, 2}}, {{1, 2, 2}}}, Score{P: 50, R: 50, F1: 50, Low: 50, High: 50, Gold: 4, Pred: 4}},
		{"two unlike documents", sample{{{4, 4, 4}}, {{0, 4, 4}}}, Score{P: 50, R: 50, F1: 50, Low: 0, High: 100, Gold: 8, Pred: 8}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, c.s.score(0)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestAccuracyIsTheShareThatIsRight(t *testing.T) {
	s := sample{{{1, 3, 3}}, {{2, 3, 3}}}
	want := Accuracy{Value: 50, Low: 33.33, High: 66.67, Right: 3, Total: 6}
	if d := cmp.Diff(want, s.accuracy(0)); d != "" {
		t.Error(d)
	}
}

// TestIntervalNarrowsWithTheRootOfTheDocuments checks the resampling against
// the normal approximation: of n documents that are all right or all wrong, the
// share that is right has the standard deviation 50 / √n points.
func TestIntervalNarrowsWithTheRootOfTheDocuments(t *testing.T) {
	for _, n := range []int{100, 400} {
		var s sample
		for d := range n {
			s = append(s, []counts{{right: 10 * (d % 2), pred: 10, gold: 10}})
		}
		low, high := s.interval(0)
		want := 2 * 1.96 * 50 / math.Sqrt(float64(n))
		if width := high - low; width < .85*want || width > 1.15*want {
			t.Errorf("%d documents: interval [%.2f, %.2f] is %.2f wide, want about %.2f", n, low, high, width, want)
		}
		if again, _ := s.interval(0); again != low {
			t.Errorf("%d documents: %v, then %v", n, low, again)
		}
	}
}
