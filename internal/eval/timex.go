package eval

import (
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"onrecord/internal/annotate"
	"onrecord/internal/edtf"
	"onrecord/internal/gold"
)

// ReadDated reads a raw text that was published on a day (EDTF, "" if that is
// unknown) as the program itself does.
type ReadDated func(t, published string) ([]*annotate.Layers, error)

// TimexReport is how well expressions of time were read, against the
// specifications of Recognizers-Text: their dates, date ranges and durations.
//
// An expression is right if one was found in its place whose letters differ at
// most by articles and prepositions before it ("on Friday", "the 1990s"), and
// which means what one of the readings listed means:
//
//   - a date: the same day;
//   - a range: the same first and last day. The files write the day behind the
//     last one. Of a range between two dates they write the first day of the
//     second ("2014 to 2018" ends with 2018-01-01), so either counts;
//   - a range that is open on one side: the same day on the other. "after" and
//     "until" a day leave that day out and in;
//   - a season: the same season of the same year; the files compute no days;
//   - what the files leave without a date: we do too;
//   - a duration: the same length, a year being 365 days and a month 30.
type TimexReport struct {
	Documents int `json:"documents"` // inputs with such an expression

	All       Accuracy `json:"timex"`
	Date      Accuracy `json:"date"`
	DateRange Accuracy `json:"daterange"`
	Duration  Accuracy `json:"duration"`
	Exact     Accuracy `json:"exact"` // right, in exactly the letters of the gold

	Reasons []Count      `json:"reasons"`
	Wrong   []WrongTimex `json:"wrong"`
}

// Count says how often something was met.
type Count struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// WrongTimex is an expression that was not read as the gold has it.
type WrongTimex struct {
	Reason    string `json:"reason"`
	Input     string `json:"input"`
	Reference string `json:"reference"`
	Text      string `json:"text"`
	Want      string `json:"want"`
	Got       string `json:"got"`
}

// timexFiles are the files of a folder of specifications that hold dates.
var timexFiles = []string{"DateTimeModel.json", "DatePeriodParser.json"}

// ReadTimexes reads one file of cases, or those of a folder that are of dates.
func ReadTimexes(path string) ([]gold.Case, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return gold.ReadRecognizer(path)
	}
	var out []gold.Case
	for _, name := range timexFiles {
		cases, err := gold.ReadRecognizer(filepath.Join(path, name))
		if err != nil {
			return nil, err
		}
		out = append(out, cases...)
	}
	return out, nil
}

// timexTypes are the types that are measured, in the order of the report.
var timexTypes = []string{"date", "daterange", "duration"}

// Timexes has read find the expressions of time in the inputs of cases, each
// published on its day of reference.
func Timexes(cases []gold.Case, read ReadDated) (*TimexReport, error) {
	r := &TimexReport{Reasons: []Count{}, Wrong: []WrongTimex{}}
	var s sample
	reasons := map[string]int{}
	for i, c := range cases {
		if !slices.ContainsFunc(c.Results, timed) {
			continue
		}
		day, _, _ := strings.Cut(c.Reference, "T")
		passages, err := read(c.Input, day)
		if err != nil {
			return nil, fmt.Errorf("input %d: %w", i+1, err)
		}
		row := make([]counts, len(timexTypes)+2)
		for _, g := range c.Results {
			if !timed(g) {
				continue
			}
			got, exact, reason := judge(c.Input, passages, g)
			right := reason == ""
			row[0].add(tally(right))
			row[1+slices.Index(timexTypes, g.Type)].add(tally(right))
			row[len(row)-1].add(tally(right && exact))
			if !right {
				reasons[reason]++
				r.Wrong = append(r.Wrong, WrongTimex{reason, c.Input, day, g.Text, readingsOf(g), got})
			}
		}
		s = append(s, row)
	}
	r.Documents = len(s)
	r.All, r.Date, r.DateRange, r.Duration, r.Exact = s.accuracy(0), s.accuracy(1), s.accuracy(2), s.accuracy(3), s.accuracy(4)
	r.Reasons = ranked(reasons)
	return r, nil
}

func timed(g gold.Result) bool { return slices.Contains(timexTypes, g.Type) }

// tally counts one expression.
func tally(right bool) counts {
	c := counts{pred: 1, gold: 1}
	if right {
		c.right = 1
	}
	return c
}

// ranked sorts counts, the greatest first.
func ranked(m map[string]int) []Count {
	out := make([]Count, 0, len(m))
	for name, n := range m {
		out = append(out, Count{name, n})
	}
	slices.SortFunc(out, func(a, b Count) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Name, b.Name)
	})
	return out
}

// Write prints the figures in columns, how often each reason was met, and what
// was not read rightly.
func (r *TimexReport) Write(w io.Writer) error {
	if err := writeRows(w, fmt.Sprintf("timex: %d inputs", r.Documents), r.rows()); err != nil {
		return err
	}
	for _, c := range r.Reasons {
		if _, err := fmt.Fprintf(w, "%4d  %s\n", c.Count, c.Name); err != nil {
			return err
		}
	}
	for _, x := range r.Wrong {
		if _, err := fmt.Fprintf(w, "%s: %q in %q on %s is %s, not %s\n", x.Reason, x.Text, x.Input, x.Reference, x.Want, x.Got); err != nil {
			return err
		}
	}
	return nil
}

// Values returns the share that is right by the name of the figure.
func (r *TimexReport) Values() map[string]float64 { return values(r.rows()) }

func (r *TimexReport) rows() []row {
	return []row{{"timex", r.All}, {"date", r.Date}, {"daterange", r.DateRange}, {"duration", r.Duration}, {"exact", r.Exact}}
}

// judge compares what was found with one expression of the gold. reason is ""
// if it is right.
func judge(input string, passages []*annotate.Layers, g gold.Result) (got string, exact bool, reason string) {
	var near *annotate.Timex
	for _, l := range passages {
		for i := range l.Timexes {
			t := &l.Timexes[i]
			if !t.Span.Overlaps(g.Span) {
				continue
			}
			if same := core(t.Span.Of(input)) == core(g.Span.Of(input)); same && means(t, g) {
				return "", t.Span == g.Span, ""
			} else if near == nil || same {
				near = t
			}
		}
	}
	if near == nil {
		return "nothing", false, cause(g, "not found")
	}
	got = fmt.Sprintf("%q %s%s %s", near.Span.Of(input), near.Date, near.Duration, near.Why)
	if core(near.Span.Of(input)) != core(g.Span.Of(input)) {
		return got, false, cause(g, "other letters")
	}
	return got, false, cause(g, "other days")
}

// core returns the letters of an expression without the articles and
// prepositions before it, in lower case.
func core(s string) string {
	f := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" \n\t.,;:!?'’\"()", r) })
	for len(f) > 1 && slices.Contains(leading, f[0]) {
		f = f[1:]
	}
	return strings.Join(f, " ")
}

var leading = []string{"the", "a", "an", "on", "in", "at", "of", "for", "from", "over", "during", "by", "within", "my", "our"}

// causes are what in the letters of an expression makes it hard, each with the
// name under which it is counted.
var causes = []struct {
	name  string
	words []string
}{
	{"fiscal and school years", []string{"fiscal", "school", "fy", "sy"}},
	{"days of work", []string{"business", "working"}},
	{"numbers that nobody can tell", []string{"few", "some", "several"}},
	{"holidays that differ by country", []string{"independence", "eid", "juneteenth", "freedom", "jubilee", "labor", "thanksgiving", "halloween"}},
}

// cause names why an expression was missed: by a word in it, else by fallback.
func cause(g gold.Result, fallback string) string {
	f := strings.Fields(strings.ToLower(g.Text))
	for _, c := range causes {
		for _, w := range c.words {
			if slices.Contains(f, w) {
				return c.name
			}
		}
	}
	return fallback
}

// wanted writes the readings of the gold.
func readingsOf(g gold.Result) string {
	var out []string
	for _, v := range g.Values {
		s := v["value"]
		if s == "" {
			s = v["start"] + "/" + v["end"]
		}
		if s += " " + v["Mod"]; !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.TrimSpace(strings.Join(out, " or "))
}

// means says whether t means one of the readings of g.
func means(t *annotate.Timex, g gold.Result) bool {
	return slices.ContainsFunc(g.Values, func(v map[string]string) bool {
		switch {
		case g.Type == "duration":
			return t.Type == annotate.TimexDuration && sameLength(t.Duration, v)
		case t.Type != annotate.TimexDate && t.Type != annotate.TimexTime:
			return false
		case v["value"] == "not resolved" || v["value"] == "" && v["start"] == "" && v["end"] == "":
			return t.Date == "" || sameSeason(t.Date, v["timex"])
		case v["value"] != "":
			from, to := t.Date.Days()
			return from == v["value"] && to == v["value"]
		}
		return sameRange(t.Date, v)
	})
}

// sameRange says whether d begins and ends as v does.
func sameRange(d edtf.Date, v map[string]string) bool {
	from, to := d.Days()
	point := v["sourceEntity"] == "datetimepoint"
	start, end := v["start"], v["end"]
	if start != "" {
		if point && v["Mod"] == "after" {
			start = dayAfter(start)
		}
		if from != start {
			return false
		}
	} else if from != "" && v["Mod"] != "" {
		return false
	}
	switch {
	case end == "":
		return true
	case point && v["Mod"] == "until":
		return to == end
	case dayAfter(to) == end:
		return true
	}
	_, last, interval := strings.Cut(string(d), "/")
	first, _ := edtf.Date(last).Days()
	return interval && first == end
}

// dayAfter returns the day behind an ISO date; "" for what is none.
func dayAfter(s string) string {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return ""
	}
	return d.AddDate(0, 0, 1).Format(time.DateOnly)
}

// sameSeason says whether d is the season that the files write as 2016-SU, or
// SU of any year.
func sameSeason(d edtf.Date, timex string) bool {
	code := map[string]string{"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
	year, season, ok := strings.Cut(timex, "-")
	if !ok {
		year, season = "", timex
	}
	n, known := code[season]
	return known && strings.HasPrefix(string(d), year) && strings.HasSuffix(string(d), "-"+n)
}

// sameLength compares a duration with the seconds of v, else with its letters.
func sameLength(d edtf.Duration, v map[string]string) bool {
	if string(d) == v["timex"] {
		return true
	}
	want, ok := new(big.Rat).SetString(v["value"])
	got := seconds(d)
	return ok && got != nil && got.Cmp(want) == 0
}

// seconds returns how many seconds a duration has; nil if it is none.
func seconds(d edtf.Duration) *big.Rat {
	s, ok := strings.CutPrefix(string(d), "P")
	if !ok || s == "" {
		return nil
	}
	date, clock, _ := strings.Cut(s, "T")
	sum := new(big.Rat)
	for _, part := range []struct {
		s     string
		units map[byte]int64
	}{
		{date, map[byte]int64{'Y': 365 * 86400, 'M': 30 * 86400, 'W': 7 * 86400, 'D': 86400}},
		{clock, map[byte]int64{'H': 3600, 'M': 60, 'S': 1}},
	} {
		for rest := part.s; rest != ""; {
			i := strings.IndexFunc(rest, func(r rune) bool { return r >= 'A' && r <= 'Z' })
			if i < 1 || part.units[rest[i]] == 0 {
				return nil
			}
			n, ok := new(big.Rat).SetString(rest[:i])
			if !ok {
				return nil
			}
			sum.Add(sum, n.Mul(n, new(big.Rat).SetInt64(part.units[rest[i]])))
			rest = rest[i+1:]
		}
	}
	return sum
}
