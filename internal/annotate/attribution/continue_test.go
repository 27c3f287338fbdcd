package attribution

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/annotate"
	"onrecord/internal/text"
)

func TestAQuotationThatGoesOnIsOneContent(t *testing.T) {
	// “ a b , ” he said . “ c d | “ e f ” | “ g ” she said
	quote := func(first, end int, closed, continues bool) annotate.Quote {
		inner := text.Span{Start: first + 1, End: end}
		if closed {
			inner.End--
		}
		return annotate.Quote{Span: text.Span{Start: first, End: end}, Inner: inner, Closed: closed, Continues: continues}
	}
	layers := func() *annotate.Layers {
		l := &annotate.Layers{}
		for i := range 20 {
			l.Tokens = append(l.Tokens, text.Span{Start: i, End: i + 1})
		}
		l.Quotes = []annotate.Quote{quote(0, 5, true, false), quote(8, 11, false, false), quote(11, 15, true, true), quote(15, 18, true, false)}
		l.Attributions = []annotate.Attribution{
			{Source: []int{5}, Cue: []int{6}, Content: []int{0, 1, 2, 3, 4, 8, 9, 10}},
			{Source: []int{18}, Cue: []int{19}, Content: []int{15, 16, 17}},
		}
		return l
	}
	l := layers()
	carryOn(l, make([]bool, 20))
	if d := cmp.Diff([]int{0, 1, 2, 3, 4, 8, 9, 10, 11, 12, 13, 14}, l.Attributions[0].Content); d != "" {
		t.Errorf("the next paragraph is not taken: %s", d)
	}
	if d := cmp.Diff([]int{15, 16, 17}, l.Attributions[1].Content); d != "" {
		t.Errorf("somebody else's quotation: %s", d)
	}
	l = layers()
	l.Attributions[1].Content = []int{12, 13}
	carryOn(l, make([]bool, 20))
	if len(l.Attributions[0].Content) != 8 {
		t.Errorf("words of another's content were taken: %v", l.Attributions[0].Content)
	}
	l = layers()
	barred := make([]bool, 20)
	barred[13] = true
	carryOn(l, barred)
	if d := cmp.Diff([]int{0, 1, 2, 3, 4, 8, 9, 10, 11, 12, 14}, l.Attributions[0].Content); d != "" {
		t.Errorf("boilerplate: %s", d)
	}
}
