// Package edtf holds dates as the Extended Date/Time Format writes them (ISO
// 8601-2, levels 0 and 1, with the quarters of level 2), and the durations of
// ISO 8601. It reads no prose.
package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a date with the precision that its source carries; "" is unknown.
//
//	2024-04-07              a day
//	2024-04, 2024           a month, a year
//	2024-21 to 2024-24      spring, summer, autumn, winter
//	2024-33 to 2024-36      quarters
//	201X, 20XX              a decade, a century
//	2024-04-01/2024-04-05   an interval; ".." for a side that is open
//	2024~  2024?  2024%     approximate, uncertain, both
type Date string

// Duration is a length of time as ISO 8601 writes it (P5Y, P2W, PT36H); "" is
// unknown.
type Duration string

// Of returns the date of a point in time, in its own zone.
func Of(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Between returns the interval from the first day of a to the last of b; a side
// that is unknown is open. Both unknown give "".
//
//	2024-04-01, 2024-04-05 → 2024-04-01/2024-04-05
//	"", 2024-04-07         → ../2024-04-07
//	2022, 2022             → 2022
func Between(a, b Date) Date {
	switch {
	case a == b:
		return a
	case a == "":
		a = ".."
	case b == "":
		b = ".."
	}
	first, _, _ := strings.Cut(string(a), "/")
	_, last, interval := strings.Cut(string(b), "/")
	if !interval {
		last = string(b)
	}
	return Date(first + "/" + last)
}

// Bounds returns the first and the last day of d, in UTC; ok is false for a
// side that is open, unknown or no date.
func (d Date) Bounds() (from, to time.Time, fromOK, toOK bool) {
	first, last, interval := strings.Cut(string(d), "/")
	if !interval {
		last = first
	}
	from, _, fromOK = days(first)
	_, to, toOK = days(last)
	return from, to, fromOK, toOK
}

// Days returns the first and the last day of d as ISO dates; "" for a side that
// is open or unknown.
//
//	2024-04        → 2024-04-01, 2024-04-30
//	../2024-04-07  → "", 2024-04-07
func (d Date) Days() (from, to string) {
	f, t, okF, okT := d.Bounds()
	if okF {
		from = f.Format(time.DateOnly)
	}
	if okT {
		to = t.Format(time.DateOnly)
	}
	return from, to
}

// Valid says whether d is written as this package knows dates, in order if it
// is an interval.
func (d Date) Valid() bool {
	first, last, interval := strings.Cut(string(d), "/")
	if !interval {
		_, _, ok := days(first)
		return ok
	}
	from, _, ok1 := days(first)
	_, to, ok2 := days(last)
	open1, open2 := first == ".." || first == "", last == ".." || last == ""
	return (ok1 || open1) && (ok2 || open2) && !(open1 && open2) && (!ok1 || !ok2 || !to.Before(from))
}

// Overlaps says whether d and e may have a day in common: an open or unknown
// side reaches everywhere.
func (d Date) Overlaps(e Date) bool {
	f1, t1, okF1, okT1 := d.Bounds()
	f2, t2, okF2, okT2 := e.Bounds()
	return !(okF1 && okT2 && t2.Before(f1)) && !(okF2 && okT1 && t1.Before(f2))
}

// IsDay says whether d is a single day.
func (d Date) IsDay() bool {
	_, err := time.Parse(time.DateOnly, strings.TrimRight(string(d), "~?%"))
	return err == nil
}

// days returns the first and the last day of a date without a slash.
func days(s string) (first, last time.Time, ok bool) {
	s = strings.TrimRight(s, "~?%")
	for _, l := range []struct {
		layout              string
		years, months, days int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(l.layout, s); err == nil {
			return t, t.AddDate(l.years, l.months, l.days).AddDate(0, 0, -1), true
		}
	}
	if stem := strings.TrimRight(s, "X"); len(s) == 4 && len(s)-len(stem) <= 2 && len(stem) < 4 {
		n, err := strconv.Atoi(stem)
		if err != nil {
			return first, last, false
		}
		span := map[int]int{1: 10, 2: 100}[len(s)-len(stem)]
		return day(n*span, 1, 1), day(n*span+span-1, 12, 31), true
	}
	var year, part int
	if n, err := fmt.Sscanf(s, "%4d-%2d", &year, &part); n != 2 || err != nil || len(s) != 7 {
		return first, last, false
	}
	switch {
	case part >= 21 && part <= 24: // winter goes on into the next year
		first = day(year, 3*(part-20), 1)
	case part >= 33 && part <= 36:
		first = day(year, 3*(part-33)+1, 1)
	default:
		return first, last, false
	}
	return first, first.AddDate(0, 3, -1), true
}

func day(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}
