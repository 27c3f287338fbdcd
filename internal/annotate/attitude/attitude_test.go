package attitude_test

import (
	"math/rand/v2"
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/attitude"
	"onrecord/internal/encoder"
	"onrecord/internal/kernel"
	"onrecord/internal/model/en"
	"onrecord/internal/text"
)

// layers are n words with rows that mean nothing.
func layers(k *kernel.Kernel, n int) *annotate.Layers {
	g := rand.New(rand.NewPCG(1, 2))
	l := &annotate.Layers{Tokens: make([]text.Span, n), Rows: annotate.Rows{Width: encoder.Width, Data: kernel.Aligned[float32](n * encoder.Width), Int: kernel.NewRows(n, encoder.Width)}}
	for i := range l.Rows.Data {
		l.Rows.Data[i] = float32(g.NormFloat64())
	}
	k.Quantize(l.Rows.Data, l.Rows.Int)
	return l
}

func TestSeenTheOtherWayRoundAttitudesAreExchanged(t *testing.T) {
	for _, k := range kernel.All() {
		m, err := en.Load(k)
		if err != nil {
			t.Fatal(err)
		}
		s, err := attitude.Stage(k, m.Heads)
		if err != nil {
			t.Fatal(err)
		}
		l := layers(k, 30)
		l.Pairs = []annotate.Pair{
			{A: [2]int{2, 4}, B: [2]int{9, 10}, End: 30},
			{A: [2]int{9, 10}, B: [2]int{2, 4}, End: 30},
			{A: [2]int{2, 4}, B: [2]int{9, 10}, First: 1, End: 12},
		}
		if err := s.Apply(l); err != nil {
			t.Fatal(err)
		}
		a, b := l.Pairs[0].Scores, l.Pairs[1].Scores
		if want := [annotate.Attitudes]float32{b[0], b[2], b[1], b[4], b[3]}; a != want {
			t.Errorf("%s: %v, the other way round %v", k.Name(), a, want)
		}
		if a == l.Pairs[2].Scores {
			t.Errorf("%s: the words around change nothing", k.Name())
		}
	}
}

func TestWithoutPairsNothingIsNeeded(t *testing.T) {
	m, err := en.Load(kernel.Best())
	if err != nil {
		t.Fatal(err)
	}
	s, err := attitude.Stage(kernel.Best(), m.Heads)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Apply(&annotate.Layers{}); err != nil {
		t.Error(err)
	}
}
