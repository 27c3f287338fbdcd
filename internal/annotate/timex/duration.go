package timex

import (
	"strconv"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/edtf"
)

// lengthAt reads a length of time at i: three years, 3.5 years, two weeks and
// two days, one hour and a half, 3h, a few days. One whose number nobody can
// tell has amounts of -1.
func (r *reader) lengthAt(i int) (length []amount, end int, ok bool) {
	for n := 0; n < 4; n++ {
		a, e, ok := r.amountAt(i)
		if !ok {
			break
		}
		length, end = append(length, a), e
		if a.n < 0 {
			break
		}
		j := r.skip(r.comma(e), "and")
		if b, _, ok := r.amountAt(j); !ok || b.u >= a.u || b.n < 0 || r.is(j, "a", "an") {
			break
		}
		i = j
	}
	if len(length) == 0 {
		return nil, i, false
	}
	last := &length[len(length)-1]
	if r.is(end, "and") && last.n > 0 { // one hour and a half
		k := r.skip(end+1, "a")
		if r.is(k, "half") && last.u != noUnit {
			last.n += 500
			end = k + 1
		} else if r.is(k, "quarter") && k > end+1 {
			last.n += 250
			end = k + 1
		}
	}
	return length, end, true
}

// amountAt reads a number and its unit.
func (r *reader) amountAt(i int) (a amount, end int, ok bool) {
	n, e, ok := r.countAt(i)
	if !ok {
		return a, i, false
	}
	if r.mark(e, "(") && r.at(e+1).digits > 0 && r.mark(e+2, ")") { // five (5) years
		e += 3
	}
	u := r.hyphen(e)
	w := r.word(u)
	if r.is(u, "more", "whole", "full", "entire", "calendar", "consecutive") {
		u++
		w = r.word(u)
	}
	if w.unit == noUnit || w.ordinal > 0 && r.is(i, "a", "an", "the") && !w.plural {
		return a, i, false
	}
	if w.unit == quarter && (u > e || r.is(u+1, "of")) { // three-quarters, a quarter of
		return a, i, false
	}
	if w.letter && len(w.name) == 1 && (!r.at(u).glued || r.at(i).digits == 0 || u != e) {
		return a, i, false
	}
	if r.at(u).glued && u == e && r.at(i).digits == 0 {
		return a, i, false
	}
	if w.letter && len(w.name) == 1 && r.capital(u) && r.at(i).digits > 2 {
		return a, i, false
	}
	return amount{n, w.unit}, u + 1, true
}

// iso writes a length as ISO 8601 does; "" if it holds a number that nobody can
// tell.
func iso(length []amount) edtf.Duration {
	var date, clock strings.Builder
	for _, a := range length {
		if a.n < 0 {
			return ""
		}
		switch a.u {
		case second, minute, hour:
			clock.WriteString(thousandths(a.n) + map[unit]string{second: "S", minute: "M", hour: "H"}[a.u])
		case decade:
			date.WriteString(thousandths(10*a.n) + "Y")
		case century:
			date.WriteString(thousandths(100*a.n) + "Y")
		case quarter:
			date.WriteString(thousandths(3*a.n) + "M")
		case fortnight:
			date.WriteString(thousandths(2*a.n) + "W")
		case weekend:
			return ""
		default:
			date.WriteString(thousandths(a.n) + map[unit]string{dayUnit: "D", week: "W", month: "M", year: "Y"}[a.u])
		}
	}
	s := "P" + date.String()
	if clock.Len() > 0 {
		s += "T" + clock.String()
	}
	return edtf.Duration(s)
}

func thousandths(n int) string {
	s := strconv.Itoa(n / 1000)
	if f := n % 1000; f > 0 {
		s += "." + strings.TrimRight(strconv.Itoa(1000 + f)[1:], "0")
	}
	return s
}

// lasting reads a duration: three years, over five years, more than 4 days, for
// decades, all day, 30 minutes.
func (r *reader) lasting(i int) (moment, bool) {
	j := i
	switch {
	case r.is(i, "more", "less") && r.is(i+1, "than"):
		j = i + 2
	case r.is(i, "at") && r.is(i+1, "least"):
		j = i + 2
	case r.is(i, "nearly", "almost", "about", "around"):
		j = i + 1
	}
	if r.is(i, "all", "whole", "entire") && r.word(i+1).unit > dayUnit-1 && !r.word(i+1).plural {
		return r.duration([]amount{{1000, r.word(i + 1).unit}}, i+2), true
	}
	if r.is(i, "for", "over", "within", "in", "after") && r.word(i+1).unit >= dayUnit && r.word(i+1).plural && !r.is(i+1, "seconds") {
		if r.is(i, "in", "within", "after") || r.is(i+2, "of") {
			return moment{}, false
		}
		m := r.duration([]amount{{-1, r.word(i + 1).unit}}, i+2)
		return m, true
	}
	if n, k, ok := r.countAt(j); ok && n > 0 && (r.is(k, "to", "or") || r.mark(k, "-")) && r.at(k+1).num != 0 {
		if a, e, ok := r.amountAt(k + 1); ok && a.n > n && !r.is(k+1, "a", "an") && a.u >= second && r.word(r.hyphen(e)).name != "old" {
			return r.duration([]amount{{-1, a.u}}, e), true // two to three weeks
		}
	}
	length, e, ok := r.lengthAt(j)
	if !ok {
		return moment{}, false
	}
	if r.is(j, "a", "an", "some") && j == i && !r.lasts(i, e) {
		return moment{}, false
	}
	if r.capital(e-1) && r.properAt(e) {
		return moment{}, false // the Six-Day War
	}
	if len(length) == 1 && length[0].u == second && r.is(e-1, "second") && length[0].n > 1000 {
		return moment{}, false
	}
	if e < r.end && r.mark(e, "-") && r.at(e).glued && r.is(e+1, "long") {
		e += 2
	}
	return r.duration(length, e), true
}

// lasts says whether "a year" at i, which ends at e, is how long something
// lasts: behind a preposition of duration, or as a measure before a noun.
func (r *reader) lasts(i, e int) bool {
	return r.is(i-1, "for", "over", "within", "in", "about", "nearly", "almost", "than", "around", "least", "only", "after", "under", "of", "up", "to", "during", "whole") ||
		r.mark(e-2, "-") || r.is(i, "some") || r.is(i+1, "few", "several", "couple", "dozen", "half") || r.is(i, "a") && r.at(i+1).digits > 0
}

func (r *reader) duration(length []amount, end int) moment {
	m := moment{end: end, kind: annotate.TimexDuration, length: length, duration: iso(length), why: "a length of time"}
	if m.duration == "" {
		m.why = whyVague
	}
	return m
}
