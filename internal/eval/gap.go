package eval

import (
	"fmt"
	"io"

	"onrecord/internal/annotate"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// GAPReport is how well pronouns were understood, by the measure of GAP
// (Webster et al., TACL 2018): whether the pronoun means name A, and whether it
// means name B, are two questions, and F1 is of the answers yes.
type GAPReport struct {
	Documents int `json:"documents"`

	Overall   Score `json:"overall"`
	Masculine Score `json:"masculine"`
	Feminine  Score `json:"feminine"`

	Bias   Ratio    `json:"bias"`   // F1 of feminine pronouns over that of masculine ones
	Choice Accuracy `json:"choice"` // of pronouns that mean one of the names: held to mean it and not the other
}

// Ratio is a quotient, to the hundredth.
type Ratio struct {
	Value float64 `json:"ratio"`
	Low   float64 `json:"low"` // of the 95 % interval
	High  float64 `json:"high"`
}

func (r Ratio) value() float64 { return r.Value }

func (r Ratio) String() string { return fmt.Sprintf("%6.2f  [%6.2f, %6.2f]", r.Value, r.Low, r.High) }

// GAP has read each passage as raw text. A pronoun is held to mean a name if
// its chain has a mention that is one, or a name within it, and shares a letter
// with the name.
func GAP(passages []gold.Ambiguous, read ReadText) (*GAPReport, error) {
	var s sample
	for _, a := range passages {
		layers, err := read(a.Text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.Name, err)
		}
		s = append(s, gapCounts(a, meant(a, layers)))
	}
	r := &GAPReport{Documents: len(s), Overall: s.score(0), Masculine: s.score(1), Feminine: s.score(2), Choice: s.accuracy(3)}
	r.Bias = s.ratio(2, 1)
	return r, nil
}

// gapCounts counts one passage, in the order of the report's figures.
func gapCounts(a gold.Ambiguous, means [2]bool) []counts {
	var c, none, choice counts
	for k, want := range a.Means {
		c.add(counts{right: count(means[k] && want), pred: count(means[k]), gold: count(want)})
	}
	if a.Means[0] != a.Means[1] {
		choice = judged(means == a.Means)
	}
	if a.Feminine {
		return []counts{c, none, c, choice}
	}
	return []counts{c, c, none, choice}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// meant says which of the names of a its pronoun means, after layers.
func meant(a gold.Ambiguous, layers []*annotate.Layers) (means [2]bool) {
	for _, l := range layers {
		chain := -1
		for _, m := range l.Mentions {
			if m.Kind == annotate.Pronoun && l.Tokens[m.Head].Overlaps(a.Pronoun) {
				chain = m.Chain
			}
		}
		if chain < 0 {
			continue
		}
		for _, m := range l.Mentions {
			if m.Chain != chain || m.Kind != annotate.Name {
				continue
			}
			for k, name := range a.Names {
				means[k] = means[k] || overlaps(l, m, name)
			}
		}
	}
	return means
}

// overlaps says whether the name m without its title shares a letter with s: of
// the words up to its last, those that are not names of others.
func overlaps(l *annotate.Layers, m annotate.Mention, s text.Span) bool {
	first := m.First
	for _, e := range l.Entities {
		if e.First <= m.Head && m.Head < e.End {
			first = max(first, e.First)
		}
	}
	return text.Span{Start: l.Tokens[first].Start, End: l.Tokens[m.End-1].End}.Overlaps(s)
}

// ratio returns F1 of figure k over that of figure o, with its interval: both
// in the same draws.
func (s sample) ratio(k, o int) Ratio {
	of := func(c []counts) float64 {
		_, _, x := c[0].prf()
		if _, _, y := c[1].prf(); y > 0 {
			return x / y
		}
		return 0
	}
	low, high := s.resample([]int{k, o}, of)
	return Ratio{Value: hundredth(of([]counts{s.total(k), s.total(o)})), Low: hundredth(low), High: hundredth(high)}
}

// Write prints the figures in columns.
func (r *GAPReport) Write(w io.Writer) error {
	return writeRows(w, fmt.Sprintf("gap: %d passages", r.Documents), r.rows())
}

// Values returns F1, the ratio and the accuracy by the name of the figure.
func (r *GAPReport) Values() map[string]float64 { return values(r.rows()) }

func (r *GAPReport) rows() []row {
	return []row{
		{"overall", r.Overall},
		{"masculine", r.Masculine},
		{"feminine", r.Feminine},
		{"bias", r.Bias},
		{"choice", r.Choice},
	}
}
