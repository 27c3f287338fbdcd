package timex

import (
	"fmt"
	"time"

	"onrecord/internal/edtf"
)

// day is a day of the calendar, counted from 1970-01-01.
type day int

const (
	firstDay day = -719162 // 0001-01-01
	lastDay  day = 2932896 // 9999-12-31
)

// dayOf returns the day of a date; ok is false if there is no such day.
func dayOf(year, month, d int) (day, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || d < 1 || d > daysIn(year, month) {
		return 0, false
	}
	return midnight(year, month, d), true
}

// midnight is dayOf for months and days that may run over into the next.
func midnight(year, month, d int) day {
	return day(time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

func (d day) date() (year, month, day int) {
	t := time.Unix(int64(d)*24*60*60, 0).UTC()
	return t.Year(), int(t.Month()), t.Day()
}

// weekday is 1 on a Monday and 7 on a Sunday.
func (d day) weekday() int { return int((d%7+7+3)%7) + 1 }

// monday returns the first day of the week of d.
func (d day) monday() day { return d - day(d.weekday()-1) }

// valid says whether d can be written.
func (d day) valid() bool { return firstDay <= d && d <= lastDay }

// edtf writes d; "" outside the years 1 to 9999.
func (d day) edtf() edtf.Date {
	if !d.valid() {
		return ""
	}
	y, m, n := d.date()
	return edtf.Date(fmt.Sprintf("%04d-%02d-%02d", y, m, n))
}

// addMonths moves d by n months. Where the month is shorter the last day of it
// counts: a month after 31 January is the end of February.
func (d day) addMonths(n int) day {
	y, m, k := d.date()
	m += n - 1
	y += floorDiv(m, 12)
	m = m - 12*floorDiv(m, 12) + 1
	return midnight(y, m, min(k, daysIn(y, m)))
}

// add moves d by n units.
func (d day) add(n int, u unit) day {
	if k := u.days(); k > 0 {
		return d + day(n*k)
	}
	return d.addMonths(n * u.months())
}

// easter returns Easter Sunday of the Western churches (the algorithm of
// Meeus, Jones and Butcher, whose names for its terms these are).
func easter(year int) day {
	a, b, c := year%19, year/100, year%100
	d, e, f := b/4, b%4, (b+8)/25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return midnight(year, n/31, n%31+1)
}

// floorDiv rounds down, below zero as well.
func floorDiv(a, b int) int {
	if q := a / b; a%b >= 0 {
		return q
	}
	return a/b - 1
}
