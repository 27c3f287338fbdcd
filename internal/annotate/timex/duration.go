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

// shifted reads what lies a length of time from something: two weeks ago, three
// years later, in two weeks, 3 days from today, two days after Friday, within 9
// months, an age hence.
func (r *reader) shifted(i int) (moment, bool) {
	j := r.skip(i, "more", "less")
	if j > i {
		j = r.skip(j, "than")
	}
	in := r.is(j, "in")
	within := r.is(j, "within")
	if in || within {
		j++
	}
	j = r.skip(j, "about", "around", "nearly", "almost", "just", "only")
	if r.is(j, "next", "the") && within {
		length, e, ok := r.lengthAt(r.skip(r.skip(j, "the"), "next"))
		if !ok || !r.is(j, "next") && !r.is(j+1, "next") {
			return moment{}, false
		}
		return r.withinFrom(length, e)
	}
	length, e, ok := r.lengthAt(j)
	if !ok && r.word(j).plural && r.word(j).unit >= dayUnit {
		length, e, ok = []amount{{-1, r.word(j).unit}}, j+1, r.is(j+1, "ago", "later", "earlier")
	}
	if !ok && r.is(j, "the") && r.word(j+1).unit >= dayUnit && !r.word(j+1).plural && r.is(j+2, "before", "after", "earlier") {
		length, e, ok = []amount{{1000, r.word(j + 1).unit}}, j+2, true
		if r.is(e, "before", "after") && (in || !r.bare(e+1)) {
			if m, ok := r.shiftFrom(i, e, length, false); ok && m.unit == dayUnit {
				return m, true
			}
			return moment{}, false
		}
	}
	if !ok {
		return moment{}, false
	}
	switch {
	case r.is(e, "ago"):
		return r.shift(length, -1, r.nowMoment(), e+1), true
	case r.is(e, "from") && r.is(e+1, "now"), r.is(e, "hence"):
		return r.shift(length, 1, r.nowMoment(), e+1+b2i(r.is(e, "from"))), true
	case r.is(e, "in") && r.is(e+1, "the") && r.is(e+2, "future"):
		return r.shift(length, 1, r.nowMoment(), e+3), true
	case r.mark(e, "'") && r.is(e+1, "time"), r.mark(e, "'") && r.is(e+1, "s") && r.is(e+2, "time"):
		if in {
			end := e + 2
			if r.is(e+1, "s") {
				end++
			}
			return r.shift(length, 1, r.nowMoment(), end), true
		}
	case r.is(e, "later") && !r.is(e+1, "this", "today", "than"), r.is(e, "after") && r.bare(e+1):
		return r.shift(length, 1, r.anchor(i), e+1), true
	case r.is(e, "earlier", "before", "previously") && (r.is(e, "earlier") && !r.is(e+1, "than") || r.bare(e+1)):
		return r.shift(length, -1, r.anchor(i), e+1), true
	}
	if m, ok := r.shiftFrom(i, e, length, within || r.is(i, "less")); ok {
		return m, true
	}
	if within && r.future(i) {
		return r.withinFrom(length, e)
	}
	if in && r.future(i) && !r.is(i-1, "time", "first") {
		return r.shift(length, 1, r.nowMoment(), e), true
	}
	return moment{}, false
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bare says whether nothing follows at i that "before" or "after" could take.
func (r *reader) bare(i int) bool { return i >= r.end || r.mark(i, ".,;:!?)") || r.is(i, "and") }

// nowMoment returns the document's date.
func (r *reader) nowMoment() moment {
	m := r.fromNow(dayUnit, func(d day) (day, day) { return d, d })
	m.today = true
	return m
}

// anchor returns the date named before, and the document's own where none is
// and the verb of lexeme i looks ahead.
func (r *reader) anchor(i int) moment {
	if r.named.unit != noUnit {
		a := r.named
		a.anchored, a.relative, a.inYear, a.written = true, true, nil, ""
		return a
	}
	if r.future(i) {
		return r.nowMoment()
	}
	m := unknown(dayUnit, whyNoAnchor)
	m.relative, m.anchored = true, true
	return m
}

// shiftFrom reads the point behind a length: from tomorrow, after Christmas,
// before the summit has none.
func (r *reader) shiftFrom(i, e int, length []amount, inside bool) (moment, bool) {
	sign := 1
	switch {
	case r.is(e, "before"):
		sign = -1
	case r.is(e, "after", "from", "since", "following"), inside && r.is(e, "of"):
	case r.mark(e, ",") && r.is(e+1, "from"):
		e++
		inside = true
	case r.is(e, "starting", "beginning"):
		e, inside = r.skip(e+1, "on")-1, true
	default:
		return moment{}, false
	}
	p, ok := r.whole(e + 1)
	if !ok || p.unit < dayUnit || length[len(length)-1].u < dayUnit {
		return moment{}, false
	}
	end := p.end
	p = r.resolve(p, i)
	if p.known {
		p.to = p.from
		p.unit = dayUnit
	}
	m := r.shift(length, sign, p, end)
	if more := r.is(i, "more"); more && m.known && m.from == m.to {
		m.open, m.written = true, "../"+(m.from-1).edtf()
		if sign > 0 {
			m.written = (m.from + 1).edtf() + "/.."
		}
		return m, true
	}
	if inside && m.known && sign > 0 {
		m.from, m.to, m.about = p.from, m.from-1, false
	}
	return m, true
}

// shift returns the day or period that lies length from a. Seen from a day it
// is as precise as the last unit says: two years ago is a year.
func (r *reader) shift(length []amount, sign int, a moment, end int) moment {
	u := length[len(length)-1].u
	m := moment{end: end, unit: max(u, dayUnit), relative: true, anchored: a.anchored, why: a.why, point: true}
	if !a.known {
		return m
	}
	from := a.from
	for _, x := range length {
		if x.n < 0 || x.n%1000 != 0 || x.n > maxUnits || x.u == weekend {
			m.why = whyVague
			return m
		}
		if x.u < dayUnit {
			m.unit, m.kind = dayUnit, annotate.TimexTime
			continue
		}
		from = from.add(sign*x.n/1000, x.u)
	}
	if a.from != a.to && a.unit > u {
		m.why = "the date named before is not as precise"
		return m
	}
	if !from.valid() {
		m.why = whyNoDay
		return m
	}
	m.known, m.from, m.to = true, from, from
	exact := !a.today && !a.anchored || u <= dayUnit
	if u >= month && (!exact || a.from != a.to) {
		m.from, m.to = u.around(from)
	}
	m.about = !exact && u >= week
	if u < dayUnit {
		m.from, m.to = a.from, a.to
	}
	return m
}

// withinFrom returns the time from now until a length has gone by.
func (r *reader) withinFrom(length []amount, end int) (moment, bool) {
	m := r.fromNow(dayUnit, func(d day) (day, day) {
		to := d
		for _, x := range length {
			if x.n > 0 && x.n <= maxUnits {
				to = to.add(x.n/1000, x.u)
			}
		}
		return d, max(d, to-1)
	})
	if length[0].n < 0 || length[0].u < dayUnit {
		return moment{}, false
	}
	m.end = end
	return m, true
}
