package eval

import (
	"fmt"
	"io"
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// Opinion scores what one of two stretches of a text thinks of the other.
type Opinion func(t string, a, b text.Span) ([annotate.Attitudes]float32, error)

// Macro is the mean F1 of some classes in percent, with its interval.
type Macro struct {
	Value float64 `json:"f1"`
	Low   float64 `json:"low"` // of the 95 % interval
	High  float64 `json:"high"`
}

func (m Macro) value() float64 { return m.Value }

func (m Macro) String() string { return fmt.Sprintf("%6.2f  [%6.2f, %6.2f]", m.Value, m.Low, m.High) }

// DirectedReport is how well it is told which of two actors is for or against
// the other. The mean is over the classes that the gold labels have, up to five.
type DirectedReport struct {
	Sentences int `json:"sentences"`

	Accuracy Accuracy `json:"accuracy"`
	MacroF1  Macro    `json:"macro_f1"`

	None           Score `json:"none"`
	FirstLikes     Score `json:"first_likes"`
	SecondLikes    Score `json:"second_likes"`
	FirstDislikes  Score `json:"first_dislikes"`
	SecondDislikes Score `json:"second_dislikes"`
}

// Directed has judge judge each pair.
func Directed(pairs []gold.Pair, judge Opinion) (*DirectedReport, error) {
	var s sample
	for _, p := range pairs {
		scores, err := judge(p.Text, p.A, p.B)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", p.Text, err)
		}
		best := slices.Index(scores[:], slices.Max(scores[:]))
		n := make([]counts, annotate.Attitudes+1)
		n[best].pred++
		n[p.Label].gold++
		if best == p.Label {
			n[best].right++
		}
		n[annotate.Attitudes].add(judged(best == p.Label))
		s = append(s, n)
	}
	r := &DirectedReport{Sentences: len(pairs), Accuracy: s.accuracy(annotate.Attitudes), MacroF1: s.macro(annotate.Attitudes)}
	for k, to := range []*Score{&r.None, &r.FirstLikes, &r.SecondLikes, &r.FirstDislikes, &r.SecondDislikes} {
		*to = s.score(k)
	}
	return r, nil
}

// macro returns the mean F1 of the first n figures that have a gold element,
// with its interval.
func (s sample) macro(n int) Macro {
	mean := func(all []counts) float64 {
		sum, classes := 0., 0
		for _, c := range all {
			if c.gold > 0 {
				_, _, f1 := c.prf()
				sum += f1
				classes++
			}
		}
		return sum / float64(max(classes, 1))
	}
	figures, total := make([]int, n), make([]counts, n)
	for k := range n {
		figures[k], total[k] = k, s.total(k)
	}
	low, high := s.resample(figures, mean)
	return Macro{Value: hundredth(mean(total)), Low: hundredth(low), High: hundredth(high)}
}

func (r *DirectedReport) rows() []row {
	return []row{
		{"accuracy", r.Accuracy},
		{"macro_f1", r.MacroF1},
		{"none", r.None},
		{"first_likes", r.FirstLikes},
		{"second_likes", r.SecondLikes},
		{"first_dislikes", r.FirstDislikes},
		{"second_dislikes", r.SecondDislikes},
	}
}

// Values returns the figures by their names.
func (r *DirectedReport) Values() map[string]float64 { return values(r.rows()) }

// Write prints the figures in columns.
func (r *DirectedReport) Write(w io.Writer) error {
	return writeRows(w, fmt.Sprintf("directed: %d sentences", r.Sentences), r.rows())
}
