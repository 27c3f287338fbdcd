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

// plain reads what nearly all terms are, a day or an interval of days, without
// the cost of reading every kind of date; ok is false for all others.
func plain(s string) (t term, ok bool) {
	first, last, interval := strings.Cut(s, "/")
	var ok1, ok2 bool
	if t.from, ok1 = plainDay(first); !ok1 {
		return t, false
	}
	if !interval {
		t.to = t.from
		return t, t.from != 0
	}
	t.to, ok2 = plainDay(last)
	return t, ok2 && (t.from != 0 || t.to != 0)
}

// plainDay reads YYYY-MM-DD, or ".." as 0.
func plainDay(s string) (int32, bool) {
	if s == ".." {
		return 0, true
	}
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	var n int32
	for i := range len(s) {
		if i == 4 || i == 7 {
			continue
		}
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int32(s[i]-'0')
	}
	year, month, day := n/10000, n/100%100, n%100
	if year < 1 || month < 1 || month > 12 || day < 1 || day > monthDays[month] {
		return 0, false
	}
	leap := year%4 == 0 && (year%100 != 0 || year%400 == 0)
	return n, leap || month != 2 || day < 29
}

var monthDays = [...]int32{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
