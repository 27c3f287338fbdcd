package eval_test

import (
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/eval"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

func TestDirectedMeansOverTheClassesThatAreThere(t *testing.T) {
	// The judge says what the text's first letter says.
	judge := func(s string, _, _ text.Span) (out [annotate.Attitudes]float32, err error) {
		out[s[0]-'0'] = 1
		return out, nil
	}
	for _, c := range []struct {
		what            string
		pairs           []gold.Pair
		accuracy, macro float64
	}{
		{"all right", []gold.Pair{{Text: "0", Label: 0}, {Text: "3", Label: 3}}, 100, 100},
		{"one class only", []gold.Pair{{Text: "0", Label: 3}, {Text: "3", Label: 3}, {Text: "3", Label: 3}}, 66.67, 80},
		{"one class of two missed", []gold.Pair{{Text: "0", Label: 0}, {Text: "0", Label: 1}}, 50, 33.33},
		{"nothing", nil, 0, 0},
	} {
		r, err := eval.Directed(c.pairs, judge)
		if err != nil {
			t.Fatal(err)
		}
		if r.Accuracy.Value != c.accuracy || r.MacroF1.Value != c.macro || r.Sentences != len(c.pairs) {
			t.Errorf("%s: accuracy %v, macro F1 %v, want %v and %v", c.what, r.Accuracy.Value, r.MacroF1.Value, c.accuracy, c.macro)
		}
	}
}
