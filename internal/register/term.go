package register

import (
	"strconv"
	"strings"

	"onrecord/internal/edtf"
)

// term is an interval of days, each as the number YYYYMMDD; 0 is an open side.
type term struct{ from, to int32 }

// overlaps says whether t and u may have a day in common.
func (t term) overlaps(u term) bool {
	return (t.to == 0 || u.from <= t.to) && (u.to == 0 || t.from <= u.to)
}

// before says whether t has ended when u begins.
func (t term) before(u term) bool { return t.to != 0 && u.from != 0 && t.to < u.from }

// within says whether t and u come within so many years of each other.
func (t term) within(years int32, u term) bool {
	if u.from != 0 {
		u.from -= years * 10000
	}
	if u.to != 0 {
		u.to += years * 10000
	}
	return t.overlaps(u)
}

// term reads the term of an office or membership.
func (p *parser) term(d edtf.Date) (term, bool) {
	if t, ok := plain(string(d)); ok {
		if t.from != 0 && t.to != 0 && t.to < t.from {
			p.errorf("term %s ends before it begins; turn it round or mend a date", d)
			return t, false
		}
		return t, true
	}
	if d == "" {
		p.errorf("the term is missing; write when it began and ended, as 2014-10-01/2024-09-30 or 2014/..")
		return term{}, false
	}
	if from, to := d.Days(); from != "" && to != "" && to < from {
		p.errorf("term %s ends before it begins; turn it round or mend a date", d)
		return term{}, false
	}
	if !d.Valid() {
		p.errorf("term %q is no EDTF interval; write 2014-10-01/2024-09-30, with .. for a side that is open", d)
		return term{}, false
	}
	return days(d), true
}

// days returns the days of a date of any precision.
func days(d edtf.Date) term {
	if t, ok := plain(string(d)); ok {
		return t
	}
	from, to := d.Days()
	return term{number(from), number(to)}
}

// number makes 20240407 of "2024-04-07", 0 of "".
func number(day string) int32 {
	n, _ := strconv.Atoi(strings.ReplaceAll(day, "-", ""))
	return int32(n)
}

// plain reads what nearly all terms are, without the cost of reading every kind
// of date: a day, month or year, or an interval of them; ok is false for all
// others.
func plain(s string) (t term, ok bool) {
	first, last, interval := strings.Cut(s, "/")
	if !interval {
		last = first
	}
	var ok1, ok2 bool
	t.from, _, ok1 = plainDays(first)
	_, t.to, ok2 = plainDays(last)
	return t, ok1 && ok2 && (t.from != 0 || t.to != 0)
}

// plainDays reads YYYY-MM-DD, YYYY-MM or YYYY as its first and last day, and ".."
// as 0.
func plainDays(s string) (first, last int32, ok bool) {
	if s == ".." {
		return 0, 0, true
	}
	if len(s) != 4 && len(s) != 7 && len(s) != 10 || len(s) > 4 && s[4] != '-' || len(s) > 7 && s[7] != '-' {
		return 0, 0, false
	}
	var n [3]int32
	part := 0
	for i := range len(s) {
		switch {
		case i == 4 || i == 7:
			part++
		case s[i] < '0' || s[i] > '9':
			return 0, 0, false
		default:
			n[part] = n[part]*10 + int32(s[i]-'0')
		}
	}
	year, month, day := n[0], n[1], n[2]
	switch {
	case year < 1:
		return 0, 0, false
	case part == 0:
		return year*10000 + 101, year*10000 + 1231, true
	case month < 1 || month > 12:
		return 0, 0, false // a season or quarter, or none
	case part == 1:
		return year*10000 + month*100 + 1, year*10000 + month*100 + lastDay(year, month), true
	}
	first = year*10000 + month*100 + day
	return first, first, day >= 1 && day <= lastDay(year, month)
}

// lastDay is the number of days of a month.
func lastDay(year, month int32) int32 {
	if month == 2 && (year%4 != 0 || year%100 == 0 && year%400 != 0) {
		return 28
	}
	return [...]int32{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
}
