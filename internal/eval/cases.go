package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"onrecord/internal/document"
	"onrecord/internal/export"
	"onrecord/internal/gold"
)

// ReadDocument reads a document as the program itself does and returns what the
// public format shows of it.
type ReadDocument func(*document.Document) (export.Object, error)

// CasesReport is how many of the assertions of cases hold.
type CasesReport struct {
	Cases int `json:"cases"`
	Traps int `json:"traps"` // made to break the engine

	All       Accuracy `json:"all"`
	Actor     Accuracy `json:"actor"`
	Statement Accuracy `json:"statement"`
	Pledge    Accuracy `json:"pledge"`
	Action    Accuracy `json:"action"`
	Position  Accuracy `json:"position"`
	Trap      Accuracy `json:"trap"` // those of traps, whatever their kind

	Failures []CaseFailure `json:"failures"`
}

// CaseFailure is an assertion that does not hold.
type CaseFailure struct {
	Case      string `json:"case"`
	Assertion string `json:"assertion"`
	Nearest   string `json:"nearest"` // the entry that meets most conditions, as the fields in question show it
}

// figures of a case: all, one a kind, and those of traps.
const caseFigures = 7

// Cases has read read the articles of cases, and counts the assertions that
// hold.
func Cases(cases []gold.Scenario, read ReadDocument) (*CasesReport, error) {
	r := &CasesReport{Cases: len(cases), Failures: []CaseFailure{}}
	var s sample
	for _, c := range cases {
		d := &document.Document{ID: "case", Origin: c.Name, Outlet: c.Outlet, Published: c.Published, Text: c.Text}
		o, err := read(d)
		if err != nil {
			return nil, fmt.Errorf("case %s: %w", c.Name, err)
		}
		if c.Trap != "" {
			r.Traps++
		}
		n := make([]counts, caseFigures)
		entries := entriesOf(o)
		for _, a := range c.Assertions {
			one := counts{pred: 1, gold: 1}
			holds, nearest, err := entries.check(a)
			if err != nil {
				return nil, fmt.Errorf("case %s: %w", c.Name, err)
			}
			if holds {
				one.right = 1
			} else {
				r.Failures = append(r.Failures, CaseFailure{Case: c.Name, Assertion: a.Line, Nearest: nearest})
			}
			n[0].add(one)
			n[1+slices.Index(gold.Kinds, a.Kind)].add(one)
			if c.Trap != "" {
				n[caseFigures-1].add(one)
			}
		}
		s = append(s, n)
	}
	r.All, r.Actor, r.Statement, r.Pledge, r.Action = s.accuracy(0), s.accuracy(1), s.accuracy(2), s.accuracy(3), s.accuracy(4)
	r.Position, r.Trap = s.accuracy(5), s.accuracy(6)
	return r, nil
}

func (r *CasesReport) rows() []row {
	return []row{{"all", r.All}, {"actor", r.Actor}, {"statement", r.Statement}, {"pledge", r.Pledge}, {"action", r.Action}, {"position", r.Position}, {"trap", r.Trap}}
}

// Values returns the share of assertions that hold.
func (r *CasesReport) Values() map[string]float64 { return values(r.rows()) }

// Write prints the figures and what fails.
func (r *CasesReport) Write(w io.Writer) error {
	if err := writeRows(w, fmt.Sprintf("cases: %d articles, %d of them traps", r.Cases, r.Traps), r.rows()); err != nil {
		return err
	}
	for _, f := range r.Failures {
		if _, err := fmt.Fprintf(w, "\n%s\n  %s\n  nearest: %s\n", f.Case, f.Assertion, f.Nearest); err != nil {
			return err
		}
	}
	return nil
}

// entry is one entry of a record: the values of each field, as assertions write
// them.
type entry map[string][]string

// entries are those of one document, by kind.
type entries map[string][]entry

// check says whether a holds. If it does not, nearest shows the entry that
// meets most conditions; an assertion of absence fails on that entry.
func (e entries) check(a gold.Assertion) (holds bool, nearest string, err error) {
	best, most := entry(nil), -1
	for _, x := range e[a.Kind] {
		met := 0
		for _, c := range a.Conditions {
			got, ok := x[c.Field]
			if !ok {
				return false, "", fmt.Errorf("%q: a %s has no field %q", a.Line, a.Kind, c.Field)
			}
			if meets(got, c) {
				met++
			}
		}
		if met > most {
			best, most = x, met
		}
	}
	if (most == len(a.Conditions)) != a.Absent {
		return true, "", nil
	}
	if best == nil {
		return false, "none", nil
	}
	var shown []string
	for _, c := range a.Conditions {
		shown = append(shown, c.Field+"="+strings.Join(best[c.Field], ","))
	}
	return false, strings.Join(shown, " "), nil
}

// ids are the fields whose values are ids: within them ~ asks for a whole one.
var ids = []string{"id", "part_of", "speakers", "on_behalf_of", "about", "audience", "venue", "proposers", "donors", "beneficiaries", "actors", "targets", "holder", "told_by", "target"}

// meets says whether the values of a field are as c wants them.
func meets(got []string, c gold.Condition) bool {
	if c.Within && slices.Contains(ids, c.Field) {
		return slices.Contains(got, c.Values[0])
	}
	if c.Within {
		return slices.ContainsFunc(got, func(g string) bool {
			return strings.Contains(strings.ToLower(g), strings.ToLower(c.Values[0]))
		})
	}
	a, b := slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(c.Values))
	return slices.Equal(a, b)
}
