package block

import (
	"strconv"
	"strings"
	"time"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
)

// facts collects what the parts of a text tell of its publication, until all
// of it has been seen.
type facts struct {
	document *document.Document
	title    string
	tag      string // agency of a wire tag
	line     string // day of a line that holds only a date
	dateline dateline
	number   struct{ outlet, id, published string }
	byline   struct{ author, outlet, place string }
}

// settle decides between the parts, the most formal first.
func (f *facts) settle() annotate.Facts {
	return annotate.Facts{
		Title:     f.title,
		Outlet:    first(f.number.outlet, f.tag, f.dateline.agency, f.byline.outlet),
		Author:    f.byline.author,
		Place:     f.place(),
		WireID:    f.number.id,
		Published: first(f.line, f.number.published, f.dateline.date(f.known())),
	}
}

// known is the day that other parts or the source give, for a year.
func (f *facts) known() string {
	return first(f.document.Published, f.line, f.number.published, f.document.AssumedDate)
}

// place writes a place in capitals as running text would: Kyiv, New York,
// Manchester, N.H.
func (f *facts) place() string {
	name, rest, ok := strings.Cut(first(f.dateline.place, f.byline.place), ",")
	if strings.ToUpper(name) == name {
		name = calm(name)
	}
	if ok {
		return name + "," + rest
	}
	return name
}

// date returns the day of the dateline. A day without a year is in the year
// that puts it nearest to the known day; without one it is unknown.
func (d dateline) date(known string) string {
	month := document.Month(d.month)
	if month == 0 {
		return ""
	}
	if d.year != "" {
		day, _ := document.Day(d.year, strconv.Itoa(month), d.day)
		return day
	}
	near, err := time.Parse(time.DateOnly, known)
	if err != nil {
		if len(known) < 4 {
			return ""
		}
		day, _ := document.Day(known[:4], strconv.Itoa(month), d.day)
		return day
	}
	best, distance := "", time.Duration(0)
	for _, year := range []int{near.Year() - 1, near.Year(), near.Year() + 1} {
		day, ok := document.Day(strconv.Itoa(year), strconv.Itoa(month), d.day)
		if !ok {
			continue
		}
		t, _ := time.Parse(time.DateOnly, day)
		if away := t.Sub(near).Abs(); best == "" || away < distance {
			best, distance = day, away
		}
	}
	return best
}

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}
