package eval

import (
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// AmountsReport is how well sums of money, numbers and percentages were read,
// against the specifications of Recognizers-Text.
//
// An expression is right if one that was found shares letters with it and has
// its value and, for money, its unit ("Dollar", "Swiss franc"); a figure that
// is called exact asks for the same letters too, whatever their case. What is
// found and stands nowhere in the gold counts against precision. Values are
// compared to 14 digits, because the files round thirds. The sums of money that
// were found are numbers as well; ordinals are none, as in the files; of a
// range, both ends count. Expressions to which the files give no value (a unit
// alone: "the dollar") are left out and counted apart.
type AmountsReport struct {
	Files []AmountsFile `json:"files"`

	Money        *Score `json:"money,omitempty"`
	MoneyExact   *Score `json:"money_exact,omitempty"`
	Numbers      *Score `json:"numbers,omitempty"` // numbers and percentages, pooled
	NumbersExact *Score `json:"numbers_exact,omitempty"`

	NoValue  int             `json:"no_value"` // expressions without a value in the gold, left out
	Failures []AmountFailure `json:"failures"`
}

// AmountsFile is the figure of one file.
type AmountsFile struct {
	Name  string `json:"name"`
	Score Score  `json:"score"`
}

// AmountFailure is an expression that was not read rightly, or one too many.
type AmountFailure struct {
	File   string `json:"file"`
	Input  string `json:"input"`
	Reason string `json:"reason"` // missed, value, unit, extra
	Want   string `json:"want,omitempty"`
	Got    string `json:"got,omitempty"`
}

// AmountSet is a file of cases.
type AmountSet struct {
	Name  string // of the file: it begins with Currency, Number or Percent
	Cases []gold.Case
}

// money says whether the cases of s ask for sums.
func (s *AmountSet) money() bool { return strings.HasPrefix(s.Name, "Currency") }

// ReadAmounts reads one file of cases, or all of a folder that are of money,
// numbers or percentages.
func ReadAmounts(path string) ([]AmountSet, error) {
	files := []string{path}
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if info.IsDir() {
		files = nil
		for _, pattern := range [...]string{"Currency*.json", "Number*.json", "Percent*.json"} {
			found, err := filepath.Glob(filepath.Join(path, pattern))
			if err != nil {
				return nil, err
			}
			slices.Sort(found)
			files = append(files, found...)
		}
	}
	var sets []AmountSet
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".json")
		if !strings.HasPrefix(name, "Currency") && !strings.HasPrefix(name, "Number") && !strings.HasPrefix(name, "Percent") {
			return nil, fmt.Errorf("%s: the name of the file must begin with Currency, Number or Percent", f)
		}
		cases, err := gold.ReadRecognizer(f)
		if err != nil {
			return nil, err
		}
		sets = append(sets, AmountSet{Name: name, Cases: cases})
	}
	if len(sets) == 0 {
		return nil, fmt.Errorf("%s: no Currency, Number or Percent file", path)
	}
	return sets, nil
}

// Amounts has read take each case and compares what it finds.
func Amounts(sets []AmountSet, read ReadText) (*AmountsReport, error) {
	r := &AmountsReport{Failures: []AmountFailure{}}
	var money, numbers sample
	for _, s := range sets {
		var of sample
		for i, c := range s.Cases {
			passages, err := read(c.Input)
			if err != nil {
				return nil, fmt.Errorf("case %d of %s: %w", i+1, s.Name, err)
			}
			want, empty := wanted(c)
			r.NoValue += empty
			m := match{want: want, got: foundAmounts(passages, s.money())}
			loose, failures := m.count()
			of = append(of, []counts{loose, m.exact()})
			for _, f := range failures {
				f.File, f.Input = s.Name, c.Input
				r.Failures = append(r.Failures, f)
			}
		}
		r.Files = append(r.Files, AmountsFile{Name: s.Name, Score: of.score(0)})
		if s.money() {
			money = append(money, of...)
		} else {
			numbers = append(numbers, of...)
		}
	}
	r.Money, r.MoneyExact = pooled(money)
	r.Numbers, r.NumbersExact = pooled(numbers)
	return r, nil
}

// pooled returns the two figures of a sample, nil if it is empty.
func pooled(s sample) (loose, exact *Score) {
	if len(s) == 0 {
		return nil, nil
	}
	a, b := s.score(0), s.score(1)
	return &a, &b
}

// quantity is a value with its unit on a stretch of text.
type quantity struct {
	text.Span
	value *big.Rat
	unit  string
}

func (q quantity) String() string {
	v := q.value.FloatString(6)
	if q.value.IsInt() {
		v = q.value.Num().String()
	}
	return strings.TrimSpace(v + " " + q.unit)
}

// wanted returns what a case asks for, and how many expressions have no value.
func wanted(c gold.Case) (out []quantity, empty int) {
	for _, r := range c.Results {
		if len(r.Values) == 0 {
			continue
		}
		v := r.Values[0]
		q := quantity{Span: r.Span, unit: v["unit"]}
		value, percent := strings.CutSuffix(v["value"], "%")
		if percent {
			q.unit = "%"
		}
		var ok bool
		if q.value, ok = new(big.Rat).SetString(value); !ok {
			empty++
			continue
		}
		out = append(out, q)
	}
	return out, empty
}

// foundAmounts returns what was found, sums alone for money.
func foundAmounts(passages []*annotate.Layers, money bool) []quantity {
	var out []quantity
	add := func(at text.Span, unit string, values ...string) {
		for _, v := range values {
			if x, ok := new(big.Rat).SetString(v); ok {
				out = append(out, quantity{at, x, unit})
			}
		}
	}
	for _, l := range passages {
		for _, a := range l.Amounts {
			if !money {
				a.Unit = ""
			}
			add(a.Span, a.Unit, a.Value, a.Low, a.High)
		}
		for _, n := range l.Numbers {
			if !money && !n.Ordinal {
				add(n.Span, n.Unit, n.Value, n.Low, n.High)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b quantity) int { return text.Compare(a.Span, b.Span) })
	return out
}

// match is what a case asks for beside what was found.
type match struct{ want, got []quantity }

// count pairs what is wanted with what was found, each at most once, and says
// what went wrong with the rest.
func (m *match) count() (counts, []AmountFailure) {
	c := counts{pred: len(m.got), gold: len(m.want)}
	used := make([]bool, len(m.got))
	var missed []quantity
	for _, w := range m.want {
		k := slices.IndexFunc(m.got, func(g quantity) bool { return g.Overlaps(w.Span) && g.unit == w.unit && equal(g.value, w.value) })
		for k >= 0 && used[k] {
			next := slices.IndexFunc(m.got[k+1:], func(g quantity) bool { return g.Overlaps(w.Span) && g.unit == w.unit && equal(g.value, w.value) })
			if next < 0 {
				k = -1
				break
			}
			k += 1 + next
		}
		if k < 0 {
			missed = append(missed, w)
			continue
		}
		used[k] = true
		c.right++
	}
	return c, m.failures(missed, used)
}

// failures gives a reason for each that was missed, and for each too many.
func (m *match) failures(missed []quantity, used []bool) []AmountFailure {
	var out []AmountFailure
	for _, w := range missed {
		f := AmountFailure{Reason: "missed", Want: w.String()}
		for k, g := range m.got {
			if used[k] || !g.Overlaps(w.Span) {
				continue
			}
			used[k] = true
			f.Got, f.Reason = g.String(), "value"
			if equal(g.value, w.value) {
				f.Reason = "unit"
			}
			break
		}
		out = append(out, f)
	}
	for k, g := range m.got {
		if !used[k] {
			out = append(out, AmountFailure{Reason: "extra", Got: g.String()})
		}
	}
	return out
}

// exact counts those found on the very letters.
func (m *match) exact() counts {
	c := counts{pred: len(m.got), gold: len(m.want)}
	for _, w := range m.want {
		if slices.ContainsFunc(m.got, func(g quantity) bool { return g.Span == w.Span && g.unit == w.unit && equal(g.value, w.value) }) {
			c.right++
		}
	}
	return c
}

// equal compares two values to 14 digits.
func equal(a, b *big.Rat) bool {
	if a.Cmp(b) == 0 {
		return true
	}
	d := new(big.Rat).Sub(a, b)
	d.Abs(d).Mul(d, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(14), nil)))
	return d.Cmp(new(big.Rat).Abs(b)) < 0
}

// Write prints the figures in columns, then what was not read rightly.
func (r *AmountsReport) Write(w io.Writer) error {
	if err := writeRows(w, fmt.Sprintf("amounts: %d files, %d expressions without a value left out", len(r.Files), r.NoValue), r.rows()); err != nil {
		return err
	}
	for _, f := range r.Failures {
		if _, err := fmt.Fprintf(w, "%s %s: %q: want %q, got %q\n", f.Reason, f.File, f.Input, f.Want, f.Got); err != nil {
			return err
		}
	}
	return nil
}

// Values returns F1 by the name of the figure.
func (r *AmountsReport) Values() map[string]float64 { return values(r.rows()) }

func (r *AmountsReport) rows() []row {
	var out []row
	for _, f := range r.Files {
		out = append(out, row{f.Name, f.Score})
	}
	for _, p := range [...]struct {
		name  string
		score *Score
	}{{"money", r.Money}, {"money_exact", r.MoneyExact}, {"numbers", r.Numbers}, {"numbers_exact", r.NumbersExact}} {
		if p.score != nil {
			out = append(out, row{p.name, *p.score})
		}
	}
	return out
}
