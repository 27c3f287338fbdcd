package timex

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed holidays.txt
var holidayText string

// holiday is a day with a name.
type holiday struct {
	names []string
	in    func(year int) (day, bool) // nil for a day that is not computed
}

var holidays = mustHolidays(holidayText)

// byFirst maps the first word of a holiday's name to the holidays it may begin.
var byFirst = holidaysByFirst()

type holidayName struct {
	words []string
	of    *holiday
}

func holidaysByFirst() map[string][]holidayName {
	out := map[string][]holidayName{}
	for i := range holidays {
		for _, n := range holidays[i].names {
			w := strings.Fields(strings.NewReplacer("'", " ' ", ".", " . ", "-", " - ").Replace(n))
			out[w[0]] = append(out[w[0]], holidayName{w, &holidays[i]})
		}
	}
	return out
}

func mustHolidays(t string) []holiday {
	var out []holiday
	for n, line := range strings.Split(t, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		rule, names, ok := strings.Cut(line, " = ")
		in, err := parseRule(rule)
		if !ok || err != nil {
			panic(fmt.Sprintf("holidays.txt:%d: %v", n+1, err))
		}
		out = append(out, holiday{strings.Split(names, ", "), in})
	}
	return out
}

// parseRule reads the left side of a line of holidays.txt.
func parseRule(s string) (func(int) (day, bool), error) {
	if s == "?" {
		return nil, nil
	}
	if rest, ok := strings.CutPrefix(s, "easter"); ok {
		n, err := strconv.Atoi(rest)
		return func(y int) (day, bool) { return easter(y) + day(n), y > 1582 && y < 10000 }, err
	}
	shift := 0
	if head, n, ok := strings.Cut(s, "+"); ok {
		s = head
		shift, _ = strconv.Atoi(n)
	}
	f := strings.Split(s, "-")
	month, err := strconv.Atoi(f[0])
	if err != nil || len(f) < 2 {
		return nil, fmt.Errorf("rule %q", s)
	}
	n, err := strconv.Atoi(f[len(f)-1])
	if err != nil {
		return nil, err
	}
	if len(f) == 2 {
		return func(y int) (day, bool) { return dayOf(y, month, n) }, nil
	}
	w, err := strconv.Atoi(strings.TrimPrefix(f[1], "w"))
	return func(y int) (day, bool) { return nthWeekday(y, month, w, n) + day(shift), y > 0 && y < 9999 }, err
}

// nthWeekday returns the nth weekday w of a month, the last one for 0.
func nthWeekday(y, month, w, n int) day {
	first := midnight(y, month, 1)
	d := first + day((w-first.weekday()+7)%7)
	if n > 0 {
		return d + day(7*(n-1))
	}
	for d+7 < midnight(y, month+1, 1) {
		d += 7
	}
	return d
}

// holidayDate reads a holiday with its year: Easter, Christmas Day 2023, last
// Christmas, Labor Day of this year.
func (r *reader) holidayDate(i int) (moment, bool) {
	j := i
	pos := r.word(j).position
	if pos != noPosition {
		j++
	}
	name, e := r.holidayAt(j)
	if name == nil {
		return moment{}, false
	}
	h := name.of
	if h.in == nil {
		m := unknown(dayUnit, whyHoliday)
		m.end = e
		return m, true
	}
	inYear := func(y int) (moment, bool) {
		d, ok := h.in(y)
		return fixed(dayUnit, d, d), ok
	}
	m := yearly(dayUnit, inYear)
	m.end = e
	if pos != noPosition {
		return r.positioned(m, pos)
	}
	k := r.skip(r.comma(e), "of", "in")
	if y, f, ok := r.yearAt(k); ok && plausible(y) {
		m.end = f
		m = m.in(y)
		m.why = either(m.known, "a holiday", m.why)
		return m, true
	}
	if q := r.skip(k, "the"); r.word(q).position != noPosition && r.is(q+1, "year") {
		if y, ok := r.relativeYear(q); ok {
			m.end = q + 2
			m = m.in(y)
			m.relative = true
			return m, true
		}
	}
	return m, true
}

// holidayAt returns the longest name of a holiday at i and where it ends.
func (r *reader) holidayAt(i int) (best *holidayName, end int) {
	w := r.word(i)
	if w == &noWord {
		return nil, i
	}
	names := byFirst[w.name]
	for k := range names {
		if e, ok := r.spelled(i, names[k].words); ok && e > end {
			best, end = &names[k], e
		}
	}
	return best, end
}

// spelled says whether the words of a holiday stand at i, the first one with a
// capital or at the head of a lower-case text.
func (r *reader) spelled(i int, words []string) (end int, ok bool) {
	e := i
	for _, w := range words {
		if e >= r.end {
			return i, false
		}
		got := strings.ToLower(r.letters(e))
		switch {
		case got == w || r.at(e).mark == '\'' && w == "'":
			e++
		default:
			return i, false
		}
	}
	if len(words) == 1 && !r.capital(i) && words[0] != "christmas" && words[0] != "easter" && words[0] != "halloween" && words[0] != "thanksgiving" {
		return i, false
	}
	return e, true
}
