package sense_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/learn/sense"
)

func TestTextsOfOneSubjectPointTheSameWay(t *testing.T) {
	s, err := sense.Load()
	if err != nil {
		t.Fatal(err)
	}
	near := func(a, b string) (sum float32) {
		x, y := s.Vector(a), s.Vector(b)
		for i := range x {
			sum += float32(x[i] * y[i])
		}
		return sum
	}
	same := near("Teachers deserve better pay.", "Wages in schools are too low.")
	other := near("Teachers deserve better pay.", "The frigate fired two missiles.")
	if same < other+0.2 {
		t.Errorf("one subject %.2f, two subjects %.2f", same, other)
	}
	for _, none := range []string{"", " \n"} {
		for _, x := range s.Vector(none) {
			if x != 0 {
				t.Errorf("%q has a vector", none)
				break
			}
		}
	}
}

func TestWordsAreRunsOfLettersAndDigits(t *testing.T) {
	want := []string{"NATO", "’", "s", "$", "1", ".", "1", "billion", "–", "déjà", "vu"}
	if d := cmp.Diff(want, sense.Words("NATO’s $1.1 billion – déjà vu")); d != "" {
		t.Error(d)
	}
}
