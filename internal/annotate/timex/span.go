package timex

import (
	"onrecord/internal/annotate"
	"onrecord/internal/edtf"
)

// alone reads a point by itself, a part of one, or a hedged one: about 2010.
func (r *reader) alone(i int) (moment, bool) {
	if r.word(i).about && (r.tag(i) == annotate.ADV || !r.is(i, "about")) && r.tag(i-1) != annotate.ADV && r.tag(i-1) != annotate.CCONJ {
		if m, ok := r.whole(i + 1); ok && (r.word(i).name != "some") {
			m.about = true
			return m, true
		}
	}
	return r.whole(i)
}

// span reads what has two ends: from 2014 to 2018, between 3 and 5 May, May to
// March, 2014-2018, 9 to 12 June, the decade to 2030.
func (r *reader) span(i int) (moment, bool) {
	j := i
	between := r.is(i, "between")
	if between || r.is(i, "from") {
		j++
	}
	if m, ok := r.lengthTo(i); ok {
		return m, true
	}
	if m, ok := r.daysOfMonth(j, between); ok {
		return m, true
	}
	a, ok := r.side(j)
	if !ok || !a.point {
		return moment{}, false
	}
	k, ok := r.joint(a.end, between, j > i)
	if !ok {
		return moment{}, false
	}
	b, ok := r.side(k)
	if !ok && a.unit == dayUnit {
		return r.dayToDay(i, a, k)
	}
	if !ok {
		return moment{}, false
	}
	if j == i && !fits(a, b) {
		return moment{}, false
	}
	m := r.join(a, b, j)
	return m, true
}

// side reads a side of a range.
func (r *reader) side(i int) (moment, bool) {
	if r.is(i, "now") {
		m := r.fromNow(dayUnit, func(d day) (day, day) { return d, d })
		m.end = i + 1
		return m, true
	}
	if r.is(r.skip(i, "the"), "present") {
		m := r.fromNow(dayUnit, func(d day) (day, day) { return d, d })
		m.end = r.skip(i, "the") + 1
		return m, true
	}
	return r.whole(i)
}

// joint returns the place behind the word between the sides of a range.
func (r *reader) joint(i int, between, led bool) (int, bool) {
	switch {
	case r.is(i, "to", "until", "till", "through", "thru"):
		return r.skip(r.skip(i+1, "next"), ""), true
	case r.mark(i, "-~/"):
		return i + 1, true
	case between && r.is(i, "and"):
		return i + 1, true
	case led && r.mark(i, ",") && r.is(i+1, "to", "until"):
		return i + 2, true
	}
	return 0, false
}

// fits says whether two points make a range without a word that leads to one:
// they must be alike.
func fits(a, b moment) bool {
	if a.unit == b.unit {
		return true
	}
	return a.unit >= dayUnit && b.unit >= dayUnit && a.unit != century && b.unit != century && (a.year > 0 || a.inYear != nil || a.weekday > 0 || a.relative) && (b.year > 0 || b.inYear != nil || b.relative)
}

// join makes a range of its sides. One that has no year takes that of the
// other: from April to June in 2017.
func (r *reader) join(a, b moment, at int) moment {
	end := b.end
	switch {
	case a.inYear != nil && b.inYear == nil && b.known:
		y, _, _ := b.from.date()
		n := a.in(y)
		if n.known && n.from > b.to {
			n = a.in(y - 1)
		}
		a = n
	case a.inYear != nil && b.inYear != nil:
		a, b = r.joinYearless(a, b, at)
	case a.known && b.inYear != nil:
		y, _, _ := a.from.date()
		n := b.in(y)
		if n.known && n.to < a.from {
			n = b.in(y + 1)
		}
		b = n
	}
	if b.loose > 0 && a.known && b.known { // from next Monday to Friday
		d := a.from.monday() + day(b.loose-1)
		if d <= a.from {
			d += 7
		}
		b.from, b.to = d, d
	}
	if b.partStart && b.known { // to the start of 2008: no further
		b.to, b.written = b.from, ""
	}
	m := moment{end: end, relative: a.relative || b.relative, unit: max(a.unit, b.unit)}
	switch {
	case !a.known || !b.known:
		m.why = either(a.known, b.why, a.why)
	case b.to < a.from:
		m.why = whyOrder
	default:
		m.known, m.from, m.to = true, a.from, b.to
		m.written = edtf.Between(a.date(), b.date())
		m.why = "from the one to the other"
	}
	return m
}

// joinYearless picks the years of a range whose sides have none: the nearest
// that is past, or still to come where the verb says so.
func (r *reader) joinYearless(a, b moment, at int) (moment, moment) {
	if !r.dated {
		return r.resolve(a, at), r.resolve(b, at)
	}
	y, _, _ := r.now.date()
	pair := func(y int) (moment, moment) {
		n, m := a.in(y), b.in(y)
		if n.known && m.known && m.to < n.from {
			m = b.in(y + 1)
		}
		return n, m
	}
	ahead := r.future(at)
	n, m := pair(y)
	switch {
	case ahead && m.known && m.to < r.now:
		n, m = pair(y + 1)
	case !ahead && n.known && n.from > r.now:
		n, m = pair(y - 1)
	}
	n.relative, m.relative = true, true
	return n, m
}

// daysOfMonth reads days whose month stands once: from 4 to 22 this month, 3
// and 12 of September, 9-12 June, May 3 to 5, April ninth through seventeenth.
func (r *reader) daysOfMonth(i int, between bool) (moment, bool) {
	k := r.skip(i, "the")
	d, e := r.dayAt(k)
	if d == 0 {
		return moment{}, false
	}
	j, ok := r.joint(e, between, true)
	if !ok {
		return moment{}, false
	}
	d2, f := r.dayAt(r.skip(j, "the"))
	if d2 == 0 {
		if b, ok := r.calendarDate(j); ok && b.unit == dayUnit && r.monthStarts(j) {
			return r.dayBefore(d, b, i)
		}
		return moment{}, false
	}
	q := r.skip(f, "of", "in")
	if r.is(q, "the") {
		q++
	}
	m, ok := r.monthHere(q, f)
	if !ok {
		if b, ok := r.calendarDate(j); ok && b.unit == dayUnit {
			return r.dayBefore(d, b, i)
		}
		return moment{}, false
	}
	a := m.then(dayUnit, func(m moment) (moment, bool) { return nthDay(m, d) })
	b := m.then(dayUnit, func(m moment) (moment, bool) { return nthDay(m, d2) })
	return r.join(a, b, i), true
}

// monthStarts says whether a month stands at i.
func (r *reader) monthStarts(i int) bool { return r.word(i).month > 0 }

// monthHere reads the month at q behind two days that end at f.
func (r *reader) monthHere(q, f int) (moment, bool) {
	if m, ok := r.relativePeriod(q); ok && m.unit == month {
		return m, true
	}
	mo, e := r.monthAt(q)
	if mo == 0 || q == f && r.word(q).ambiguous && !r.capital(q) {
		return moment{}, false
	}
	if y, g, ok := r.yearAt(r.skip(r.comma(e), "of", "in")); ok {
		return monthMoment(y, mo, g), true
	}
	m := yearly(month, func(y int) (moment, bool) { return period(month, midnight(y, mo, 1)), true })
	m.end = e
	return m, true
}

// dayBefore joins the day number d to the date b in whose month it lies.
func (r *reader) dayBefore(d int, b moment, at int) (moment, bool) {
	a := b.then(dayUnit, func(m moment) (moment, bool) {
		y, mo, _ := m.from.date()
		x, ok := dayOf(y, mo, d)
		return fixed(dayUnit, x, x), ok
	})
	return r.join(a, b, at), true
}

// dayToDay joins the day a and the number of a day behind it: May 3 to 5, from
// April 27 to the third.
func (r *reader) dayToDay(i int, a moment, k int) (moment, bool) {
	d, e := r.dayAt(r.skip(k, "the"))
	if d == 0 || r.plural(e) || r.word(e).unit != noUnit || r.word(r.skip(k, "the")).number > 0 && r.at(r.skip(k, "the")).digits == 0 && r.word(e-1).ordinal == 0 {
		return moment{}, false
	}
	y0, f, hasYear := r.yearAt(r.comma(e))
	if hasYear && a.inYear != nil {
		a = a.in(y0)
		e = f
	}
	b := a.then(dayUnit, func(m moment) (moment, bool) {
		y, mo, k := m.from.date()
		if d < k {
			mo++
		}
		x, ok := dayOf(y+(mo-1)/12, (mo-1)%12+1, d)
		return fixed(dayUnit, x, x), ok
	})
	b.end = e
	m := r.join(a, b, i)
	m.end = e
	return m, true
}

// lengthTo reads the decade to 2030, the year to March, year to date.
func (r *reader) lengthTo(i int) (moment, bool) {
	j := r.skip(i, "the")
	n, e := 1, j
	if c, f, ok := r.countAt(j); ok && j > i && c > 0 && c%1000 == 0 && c < 200_000 {
		n, e = c/1000, f
	}
	u := r.word(e).unit
	if u < month {
		return moment{}, false
	}
	if u == year && r.is(e+1, "to") && r.is(e+2, "date") {
		m := r.fromNow(year, func(d day) (day, day) {
			from, _ := year.around(d)
			return from, d
		})
		m.end = e + 3
		return m, true
	}
	if j == i || !r.is(e+1, "to", "until", "ending", "ended") {
		return moment{}, false
	}
	k := r.skip(r.skip(e+2, "in"), "on")
	b, ok := r.point(k)
	if !ok || b.unit >= u && b.unit != year {
		return moment{}, false
	}
	b = r.resolve(b, i)
	m := b.then(u, func(b moment) (moment, bool) {
		return fixed(u, (b.to+1).add(-n, u), b.to), true
	})
	return m, true
}
