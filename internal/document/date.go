package document

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date reads a date as sources write it and returns it as EDTF: 2024-04-07,
// 2024-04 or 2024. The time of day is dropped; the day is that of the zone
// that the date was written in. What can be read in two ways (04/07/2024) is
// no date: ok is false.
//
//	2024-04-07T09:30:00Z            → 2024-04-07
//	Sun, 07 Apr 2024 09:30:00 GMT   → 2024-04-07
//	April 7, 2024                   → 2024-04-07
//	20240407                        → 2024-04-07
func Date(s string) (edtf string, ok bool) {
	s = strings.TrimSpace(s)
	if d, ok := numericDate(s); ok {
		return d, true
	}
	return writtenDate(s)
}

// numericDate reads year, month and day in that order, parted by -, / or .,
// or by nothing, and ignores a time behind them.
func numericDate(s string) (string, bool) {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 8 && endsDate(s[n:]) {
		return Day(s[:4], s[4:6], s[6:8])
	}
	if n != 4 {
		return "", false
	}
	if s[4:] == "" {
		return s, s >= "1000"
	}
	sep := s[4]
	if sep != '-' && sep != '/' && sep != '.' {
		return "", false
	}
	month, rest := digits(s[5:])
	if len(month) == 0 {
		return "", false
	}
	if rest == "" && len(month) == 2 && sep == '-' {
		if month >= "01" && month <= "12" {
			return s, true
		}
		return "", false
	}
	if rest == "" || rest[0] != sep {
		return "", false
	}
	day, rest := digits(rest[1:])
	if !endsDate(rest) {
		return "", false
	}
	return Day(s[:4], month, day)
}

// digits splits one or two leading digits off.
func digits(s string) (string, string) {
	n := 0
	for n < len(s) && n < 2 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return s[:n], s[n:]
}

func endsDate(s string) bool { return s == "" || s[0] == 'T' || s[0] == ' ' || s[0] == 't' }

// Day puts year, month and day together; ok is false if there is no such day.
func Day(year, month, day string) (edtf string, ok bool) {
	y, err1 := strconv.Atoi(year)
	m, err2 := strconv.Atoi(month)
	d, err3 := strconv.Atoi(day)
	if err1 != nil || err2 != nil || err3 != nil || y < 1000 || y > 9999 {
		return "", false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Year() != y || int(t.Month()) != m || t.Day() != d {
		return "", false
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d), true
}

// Month returns the number of a month from its English name or abbreviation,
// in any case, with or without a period; 0 if it is none.
func Month(word string) int {
	w := strings.ToLower(strings.TrimSuffix(word, "."))
	if len(w) < 3 {
		return 0
	}
	for m := time.January; m <= time.December; m++ {
		if name := strings.ToLower(m.String()); w == name || w == name[:3] || w == "sept" && m == time.September {
			return int(m)
		}
	}
	return 0
}

var weekdays = map[string]bool{
	"mon": true, "tue": true, "tues": true, "wed": true, "thu": true, "thur": true, "thurs": true, "fri": true, "sat": true, "sun": true,
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
}

// writtenDate reads a date with the month's name: [weekday,] month day, year
// or [weekday,] day month year, with a time before or behind it.
func writtenDate(s string) (string, bool) {
	if len(s) > 80 {
		return "", false
	}
	var year, day string
	month := 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '\t' || r == '\u00a0' }) {
		lower := strings.ToLower(strings.TrimSuffix(w, "."))
		number := ordinal(w)
		switch {
		case month == 0 && Month(w) > 0:
			month = Month(w)
		case weekdays[lower] && year == "":
		case day == "" && year == "" && number != "" && len(number) <= 2:
			day = number
		case year == "" && month > 0 && len(number) == 4 && number == w:
			year = number
		case timeOfDay(lower):
		default:
			return "", false
		}
	}
	switch {
	case month == 0 || year == "":
		return "", false
	case day == "":
		return fmt.Sprintf("%s-%02d", year, month), year >= "1000"
	}
	return Day(year, strconv.Itoa(month), day)
}

// ordinal returns the digits of 7, 7th, 1st; "" if w is no such thing.
func ordinal(w string) string {
	for _, s := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, s)
	}
	if w == "" || strings.Trim(w, "0123456789") != "" {
		return ""
	}
	return w
}

var timeWords = map[string]bool{
	"at": true, "of": true, "on": true, "|": true, "-": true, "–": true, "am": true, "pm": true, "a.m": true, "p.m": true, "gmt": true, "utc": true, "z": true,
	"et": true, "est": true, "edt": true, "ct": true, "cst": true, "cdt": true, "pt": true, "pst": true, "pdt": true, "bst": true, "cet": true, "cest": true,
	"eet": true, "eest": true, "msk": true,
}

// timeOfDay says whether w belongs to a time: 09:30, 9:30pm, +0200, GMT.
func timeOfDay(w string) bool {
	if w == "" || timeWords[w] {
		return w != ""
	}
	if (w[0] == '+' || w[0] == '-') && len(w) >= 3 && strings.Trim(w[1:], "0123456789:") == "" {
		return true
	}
	if len(w) < 3 || w[0] < '0' || w[0] > '9' {
		return false
	}
	w = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "z"), "am"), "pm")
	return strings.Contains(w, ":") && strings.Trim(w, "0123456789:.") == ""
}
