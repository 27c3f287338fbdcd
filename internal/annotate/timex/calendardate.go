package timex

import "onrecord/internal/annotate"

// calendarDate reads what names a month: May 5, 2020; the 5th of May; 5 May;
// May 2020; 2020 May; May; Oct/2; 05-Aug-2016.
func (r *reader) calendarDate(i int) (moment, bool) {
	if m, ok := r.joinedDate(i); ok {
		return m, true
	}
	i = r.skip(i, "the")
	if mo, j := r.monthAt(i); mo > 0 {
		return r.monthFirst(i, mo, j)
	}
	if d, j := r.dayAt(i); d > 0 && !r.mark(i-1, "$?") {
		if r.is(j, "day") {
			j++
		}
		k := r.skip(j, "of")
		if mo, e := r.monthAt(k); mo > 0 && (k > j || !r.at(i).glued) && (!r.at(k).word.ambiguous || r.capital(k) || r.at(i).ordinal || k > j) {
			return r.withYear(mo, d, e), true
		}
	}
	if y, j, ok := r.yearAt(i); ok && r.at(i).digits == 4 {
		if mo, e := r.monthAt(j); mo > 0 && r.capital(j) || mo > 0 && !r.at(j).word.ambiguous {
			if d, k := r.dayAt(e); d > 0 && !r.capital(e) {
				return dayMoment(y, mo, d, k), true
			}
			return monthMoment(y, mo, e), true
		}
	}
	return moment{}, false
}

// monthFirst reads on behind month mo, which stands at i and ends at j.
func (r *reader) monthFirst(i, mo, j int) (moment, bool) {
	sure := r.capital(i) || !r.at(i).word.ambiguous
	if k := r.skip(r.comma(j), "the"); !r.at(k).grouped && (sure || !r.verbLike(i)) {
		if d, e := r.dayAt(k); d > 0 && (r.at(k).digits > 0 || r.word(k).unit == noUnit || k > j || r.capital(i)) && !r.counted(i, k, e) {
			if y, f, ok := r.yearAt(k); ok && f > e && r.at(k).digits == 0 {
				return monthMoment(y, mo, f), true // October two thousand
			}
			if !(k > j && r.comma(j) == k && r.at(k).digits > 0 && !r.at(k).ordinal) {
				return r.withYear(mo, d, e), true
			}
		}
	}
	k := r.skip(r.comma(j), "of", "in")
	if r.is(k, "the") && r.is(k+1, "year") {
		k += 2
	}
	if y, e, ok := r.yearAt(k); ok && (r.at(k).digits == 0 || plausible(y) || k > j) {
		if k == j || r.comma(j) == k || r.is(k-1, "of", "in", "year") {
			return monthMoment(y, mo, e), true
		}
	}
	if x := r.at(k); r.is(k-1, "of") && x.digits == 2 && x.num > 31 && !x.plural {
		return monthMoment(1900+x.num, mo, k+1), true
	}
	if q := r.skip(k, "the"); r.word(q).position != noPosition && r.is(q+1, "year") {
		if y, ok := r.relativeYear(q); ok {
			m := monthMoment(y, mo, q+2)
			m.relative = true
			return m, true
		}
	}
	if !sure || !r.lonelyMonth(i) {
		return moment{}, false
	}
	m := yearly(month, func(y int) (moment, bool) { return period(month, midnight(y, mo, 1)), true })
	m.end = j
	if r.mark(j-1, ".") && j >= r.end { // the full stop of the sentence
		m.end = j - 1
	}
	return m, true
}

// counted says whether the number at k, behind month i, counts what follows it:
// "in March 10 people were killed".
func (r *reader) counted(i, k, e int) bool {
	x := r.at(e)
	if r.at(k).ordinal || e >= r.end || x.mark != 0 || x.digits > 0 || !r.is(i-1, "in", "since", "this", "last") {
		return false
	}
	w := r.word(e)
	return w.month == 0 && w.weekday == 0 && r.plural(e) || r.is(e, "percent") || w.number >= 100
}

// comma returns i, or the place behind a comma at i.
func (r *reader) comma(i int) int {
	if r.mark(i, ",") {
		return i + 1
	}
	return i
}

// withYear returns the day d of month mo with the year behind it at e, if one
// stands there.
func (r *reader) withYear(mo, d, e int) moment {
	k := r.skip(r.comma(e), "of", "in")
	if y, f, ok := r.yearAt(k); ok && !(r.at(k).digits == 0 && r.mark(e, ",") && r.word(k).number < 10) {
		return dayMoment(y, mo, d, f)
	}
	if x := r.at(k); r.is(k-1, "of") && x.digits == 2 && x.num > 31 && !x.plural {
		return dayMoment(1900+x.num, mo, d, k+1)
	}
	if rel := r.skip(k, "the"); r.word(rel).position != noPosition && r.is(rel+1, "year") && r.word(rel).position != that {
		if y, ok := r.relativeYear(rel); ok {
			m := dayMoment(y, mo, d, rel+2)
			m.relative = true
			return m
		}
	}
	m := yearly(dayUnit, func(y int) (moment, bool) {
		x, ok := dayOf(y, mo, d)
		return fixed(dayUnit, x, x), ok
	})
	m.end = e
	return m
}

// relativeYear returns the year that "last year" and its like at i name.
func (r *reader) relativeYear(i int) (int, bool) {
	if !r.dated {
		return 0, false
	}
	y, _, _ := r.now.date()
	switch r.word(i).position {
	case last, past, previous:
		return y - 1, true
	case next, coming, following:
		return y + 1, true
	case this:
		return y, true
	}
	return 0, false
}

func dayMoment(y, mo, d, end int) moment {
	x, ok := dayOf(y, mo, d)
	m := fixed(dayUnit, x, x)
	if !ok {
		m = unknown(dayUnit, whyNoDay)
	}
	m.end, m.year, m.why = end, y, either(ok, "a day of the calendar", whyNoDay)
	return m
}

func monthMoment(y, mo, end int) moment {
	if y < 1 || y > 9999 {
		m := unknown(month, whyNoDay)
		m.end = end
		return m
	}
	m := period(month, midnight(y, mo, 1))
	m.end, m.year, m.why = end, y, "a month of the calendar"
	return m
}

func either(ok bool, yes, no string) string {
	if ok {
		return yes
	}
	return no
}

// lonelyMonth says whether the month at i, which has neither day nor year, is
// one: "May" and "March" are so only behind a word that leads to a time, and no
// month is a part of a person's name.
func (r *reader) lonelyMonth(i int) bool {
	if r.verbLike(i) {
		return false
	}
	w := r.word(i)
	_, end := r.monthAt(i)
	led := r.leads(i-1) || (r.is(end, "to", "through", "until") || r.mark(end, "-/")) && r.word(end+1).month > 0
	if w.ambiguous && !led && !(r.is(i-1, "the") && r.capital(i)) {
		return false
	}
	if !led && (r.properAt(i-1) || r.properAt(i+1)) {
		return false
	}
	return !w.ambiguous || !r.properAt(i+1) || led
}

// leads says whether the word at i leads to a time.
func (r *reader) leads(i int) bool {
	if r.is(i, "in", "since", "until", "till", "by", "from", "to", "before", "after", "of", "during", "for", "between", "through", "late", "early", "mid", "and", "or", "on", "this", "last", "next", "past", "every", "each", "as") {
		return true
	}
	w := r.word(i)
	if w.position == that && r.tag(i) == annotate.SCONJ {
		return false
	}
	return w.part != noPart || w.position != noPosition || r.mark(i, "-") && r.at(i-1).word != nil || w.weekday > 0
}

// joinedDate reads dates whose numbers are joined by marks: 2024-04-05,
// 23.04.2022, 10/1/2018, 2019-aug-1, Oct/2, 12-2015, 20161016.
func (r *reader) joinedDate(i int) (moment, bool) {
	if x := r.at(i); x.digits == 8 && !x.ordinal {
		y, mo, d := x.num/10000, x.num/100%100, x.num%100
		if _, ok := dayOf(y, mo, d); ok && plausible(y) {
			return dayMoment(y, mo, d, i+1), true
		}
	}
	a, ok := r.field(i)
	if !ok || r.mark(i-1, "-/.") && r.at(i-1).glued && r.at(i).glued && r.at(i-2).digits > 0 && r.at(i-1).mark != '-' {
		return moment{}, false
	}
	sep := r.at(i + 1)
	if sep.mark == 0 || !r.mark(i+1, "-/.") {
		return moment{}, false
	}
	b, ok := r.field(i + 2)
	spaced := !sep.glued || !r.at(i+2).glued
	if !ok {
		return moment{}, false
	}
	if third := r.at(i + 3); third.mark == sep.mark && !spaced && third.glued && r.at(i+4).glued {
		if c, ok := r.field(i + 4); ok {
			if m, ok := threeFields(a, b, c); ok {
				m.end = i + 5
				return m, true
			}
			if m, ok := impossible(a, b, c); ok {
				m.end = i + 5
				return m, true
			}
			if c.digits == 4 {
				return moment{}, false
			}
		}
	}
	m, ok := r.twoFields(i, a, b, sep.mark, spaced)
	if ok && m.end == 0 {
		m.end = i + 3
	}
	return m, ok
}

// field is a number or a month between the marks of a date.
type field struct{ num, digits, month int }

func (r *reader) field(i int) (field, bool) {
	x := r.at(i)
	if x.digits > 0 && !x.ordinal && !x.plural && !x.grouped && x.digits <= 4 {
		return field{num: x.num, digits: x.digits}, true
	}
	if w := r.word(i); w.month > 0 {
		return field{month: w.month}, true
	}
	return field{}, false
}

func (f field) isYear() bool  { return f.digits == 4 && f.num > 0 }
func (f field) isDay() bool   { return (f.digits == 1 || f.digits == 2) && f.num >= 1 && f.num <= 31 }
func (f field) isMonth() bool { return f.month > 0 || f.isDay() && f.num <= 12 }

func (f field) monthNumber() int {
	if f.month > 0 {
		return f.month
	}
	return f.num
}

// threeFields orders year, month and day. Of two numbers that could both be the
// month the first is, as English-language news outside Britain writes it; with
// dots it is the second.
func threeFields(a, b, c field) (moment, bool) {
	var y, mo, d field
	switch {
	case a.isYear() && b.isMonth() && c.isDay():
		y, mo, d = a, b, c
	case a.isYear() && b.isDay() && c.month > 0:
		y, mo, d = a, c, b
	case b.isYear() && a.isMonth() && c.isDay() && a.month > 0, b.isYear() && a.isDay() && c.month > 0:
		y, mo, d = b, a, c
		if c.month > 0 {
			mo, d = c, a
		}
	case (c.isYear() || c.digits == 2) && a.isMonth() && b.isDay() && b.month == 0:
		y, mo, d = c, a, b
	case (c.isYear() || c.digits == 2) && a.isDay() && b.isMonth():
		y, mo, d = c, b, a
	default:
		return moment{}, false
	}
	if y.digits == 2 {
		y.num = century20(y.num)
	}
	m := dayMoment(y.num, mo.monthNumber(), d.num, 0)
	if m.known && mo.month == 0 && d.num <= 12 && c.isYear() {
		m.why = "a day of the calendar, the month first"
	}
	return m, true
}

// impossible tells what looks like a date and is none: 2023-02-30, 2023-13-01.
func impossible(a, b, c field) (moment, bool) {
	if a.isYear() && plausible(a.num) && b.digits == 2 && c.digits == 2 {
		return unknown(dayUnit, whyNoDay), true
	}
	return moment{}, false
}

// twoFields reads two fields: a month with a year, a month with a day, two
// years.
func (r *reader) twoFields(i int, a, b field, sep byte, spaced bool) (moment, bool) {
	switch {
	case a.isYear() && plausible(a.num) && b.isMonth():
		if a.digits == 4 && b.digits == 2 && b.num == (a.num+1)%100 {
			return moment{}, false // 2011-12 is two years
		}
		return monthMoment(a.num, b.monthNumber(), 0), true
	case b.isYear() && plausible(b.num) && a.isMonth():
		return monthMoment(b.num, a.monthNumber(), 0), true
	case spaced || sep == '.':
		return moment{}, false
	case a.month > 0 && b.isDay():
		return r.withYear(a.month, b.num, i+3), true
	case b.month > 0 && a.isDay():
		return r.withYear(b.month, a.num, i+3), true
	case !r.numericContext(i):
		return moment{}, false
	case a.isMonth() && b.isDay():
		return r.withYear(a.num, b.num, i+3), true
	case b.isMonth() && a.isDay() && sep == '/':
		return r.withYear(b.num, a.num, i+3), true
	}
	return moment{}, false
}

// numericContext says whether a pair of numbers like 11/7 at i stands where a
// date would: behind a word that leads to one, or alone. 9/11 and 24/7 are
// names.
func (r *reader) numericContext(i int) bool {
	a, b := r.at(i).num, r.at(i+2).num
	if a == 9 && b == 11 || a == 24 && b == 7 {
		return false
	}
	if r.is(i-1, "on", "by", "until", "till", "since", "before", "after", "from", "to", "between", "and", "this", "next", "last") || r.word(i-1).weekday > 0 {
		return true
	}
	if (r.mark(i-1, ",-") || r.is(i-1, "or")) && r.at(i-2).digits > 0 && r.mark(i-3, "/-") {
		return true
	}
	if r.mark(i+1, "/") && r.mark(i+3, "-") && r.at(i+4).digits > 0 && r.mark(i+5, "/") {
		return true
	}
	return i == r.first || r.mark(i-1, "?:-")
}

// plausible says whether four digits are likely a year.
func plausible(y int) bool { return y >= 1500 && y < 2200 }
