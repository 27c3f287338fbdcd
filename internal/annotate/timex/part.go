package timex

// partForms are the forms of a part of a point.
var partForms = []func(*reader, int) (moment, bool){
	(*reader).partOf, (*reader).halfOrQuarter, (*reader).nthOf, (*reader).restOf, (*reader).earlierIn,
}

// partOf reads early March, mid-2023, late last year, the end of 2000, the
// beginning of next week.
func (r *reader) partOf(i int) (moment, bool) {
	j := r.skip(i, "the")
	p := r.word(j).part
	if p == noPart || p == partHalf || r.verbLike(j) && !r.mark(j+1, "-") {
		return moment{}, false
	}
	k := j + 1
	of := r.skip(k, "of")
	switch p {
	case partStart, partEnd:
		if r.is(k, "to") {
			return moment{}, false
		}
	default:
		of = r.hyphen(k)
		if p == partMid {
			of = r.skip(of, "of")
		}
		if p == partLate || p == partEarly {
			of = r.skip(of, "in", "on")
		}
	}
	m, ok := r.point(of)
	if !ok && (r.is(of, "week", "month", "year") || r.is(of, "the") && r.word(of+1).unit >= week) {
		m, ok = r.bareUnit(of)
	}
	if !ok || m.end <= of {
		return moment{}, false
	}
	if of == k && (p == partStart || p == partEnd) && m.inYear == nil && m.unit < week {
		return moment{}, false
	}
	n := m.then(m.unit, func(m moment) (moment, bool) { return partly(p, m), true })
	if !n.relative {
		n.relative = m.relative
	}
	n.end, n.partStart, n.partEnd = m.end, p == partStart, p == partEnd
	return n, true
}

// bareUnit reads the week, month, year as the one under way.
func (r *reader) bareUnit(i int) (moment, bool) {
	j := r.skip(i, "the")
	u := r.word(j).unit
	if u < week || r.word(j).plural {
		return moment{}, false
	}
	m := r.calendarPeriod(u, 1, this)
	m.end = j + 1
	return m, true
}

// partly cuts m: "early" and "late" are its halves, "beginning", "middle" and
// "end" of a year its thirds, of a month its halves and the days about the
// middle, of a week up to Wednesday and from Thursday.
func partly(p part, m moment) moment {
	from, to := m.from, m.to
	y, mo, _ := from.date()
	switch m.unit {
	case dayUnit:
		return m
	case weekend:
		return m
	case week:
		switch p {
		case partStart, partEarly:
			to = from + 2
		case partMid:
			from, to = from+1, from+3
		default:
			from += 3
		}
	case month:
		switch p {
		case partStart, partEarly:
			to = from + 14
		case partMid:
			from, to = from+9, from+19
		default:
			from += 15
		}
	case year:
		switch p {
		case partStart, partEarly:
			to = midnight(y, 5, 1) - 1
		case partMid:
			from, to = midnight(y, 5, 1), midnight(y, 9, 1)-1
		case partLate:
			from = midnight(y, 7, 1)
		case partEnd:
			from = midnight(y, 9, 1)
		}
	case season, quarter:
		switch p {
		case partStart, partEarly:
			to = midnight(y, mo+1, 1) - 1
		case partMid:
			from, to = midnight(y, mo+1, 1), midnight(y, mo+2, 1)-1
		default:
			from = midnight(y, mo+2, 1)
		}
	default: // decades, centuries and what is longer
		third := (m.to - m.from + 1) / 3
		a, _, _ := (from + third + 180).date()
		b, _, _ := (to - third + 180).date()
		switch p {
		case partStart, partEarly:
			to = midnight(a, 1, 1) - 1
		case partMid:
			from, to = midnight(a, 1, 1), midnight(b, 1, 1)-1
		default:
			from = midnight(b, 1, 1)
		}
	}
	n := fixed(m.unit, from, to)
	n.why = "a part of it"
	return n
}

// nthOf reads the first week of 2021, the last week of July, the first two
// weeks of May, the third month of 2021, the 15th day of June, week 31.
func (r *reader) nthOf(i int) (moment, bool) {
	if m, ok := r.weekNumber(i); ok {
		return m, true
	}
	j := r.skip(i, "the")
	n, e := r.ordinalAt(j)
	if n == 0 && r.is(j, "last", "final") {
		n, e = -1, j+1
	}
	if n == 0 {
		return moment{}, false
	}
	if w := r.word(e).weekday; w > 0 && r.capital(e) {
		return r.nthWeekdayOf(e+1, w, max(n, 0))
	}
	count := 1
	if c, f, ok := r.countAt(e); ok && c > 0 && c%1000 == 0 && c < 53000 && n == 1 || ok && c > 0 && n == -1 && c%1000 == 0 {
		count, e = c/1000, f
	}
	u := r.word(e).unit
	if u != dayUnit && u != week && u != month && u != weekend {
		return moment{}, false
	}
	k := r.skip(e+1, "of", "in")
	m, ok := r.point(k)
	if !ok && r.is(k, "the") && r.word(k+1).unit > u && !r.word(k+1).plural {
		m, ok = r.bareUnit(k)
	}
	if !ok || m.unit <= u || k == e+1 && !m.relative && u != week {
		return moment{}, false
	}
	return m.then(u, func(m moment) (moment, bool) { return nth(u, n, count, m) }), true
}

// nthWeekdayOf reads the month behind the first Tuesday of May; n is 0 for the
// last one.
func (r *reader) nthWeekdayOf(i, w, n int) (moment, bool) {
	k := r.skip(i, "of", "in")
	m, ok := r.point(k)
	if !ok || k == i || m.unit != month {
		return moment{}, false
	}
	return m.then(dayUnit, func(m moment) (moment, bool) {
		y, mo, _ := m.from.date()
		d := nthWeekday(y, mo, w, n)
		f := fixed(dayUnit, d, d)
		f.why = "a part of it"
		return f, d <= m.to
	}), true
}

// nth returns count units from the nth of them in m, the last ones for -1.
// A week
// belongs to the year or month that its Thursday lies in, as in ISO 8601.
func nth(u unit, n, count int, m moment) (moment, bool) {
	var from, to day
	switch u {
	case dayUnit:
		from, to = m.from+day(n-1), m.from+day(n-2+count)
		if n < 0 {
			from, to = m.to-day(count-1), m.to
		}
	case month:
		from = m.from.addMonths(n - 1)
		if n < 0 {
			from = (m.to + 1).addMonths(-count)
		}
		to = from.addMonths(count) - 1
	default:
		from = (m.from + 3).monday() + day(7*(n-1))
		if n < 0 {
			from = (m.to - 3).monday() - day(7*(count-1))
		}
		to = from + day(7*count-1)
		if u == weekend {
			from += 5
		}
	}
	r := fixed(u, from, to)
	r.why = "a part of it"
	return r, from <= to && from <= m.to
}

// weekNumber reads week 31, week 3 of 2027, the week of April 5, the week
// starting on February 4.
func (r *reader) weekNumber(i int) (moment, bool) {
	j := r.skip(i, "the")
	if r.letters(j) == "w" && r.mark(j+1, "/") && r.letters(j+2) == "c" { // week commencing
		m, ok := r.point(j + 3)
		if !ok || m.unit != dayUnit {
			return moment{}, false
		}
		return m.then(week, func(m moment) (moment, bool) { return period(week, m.from), true }), true
	}
	if r.word(j).unit != week || r.word(j).plural {
		return moment{}, false
	}
	if x := r.at(j + 1); (x.digits == 1 || x.digits == 2) && x.num >= 1 && x.num <= 53 && !x.ordinal && !x.glued && !r.mark(j+2, "-/") {
		k := r.skip(j+2, "of", "in")
		y, f, ok := r.yearAt(k)
		if ok && k > j+2 {
			m, ok := nth(week, x.num, 1, period(year, midnight(y, 1, 1)))
			m.end = f
			return m, ok
		}
		m := r.fromNow(week, func(d day) (day, day) {
			y, _, _ := d.date()
			from := midnight(y, 1, 4).monday() + day(7*(x.num-1))
			return from, from + 6
		})
		m.end = j + 2
		return m, true
	}
	k := j + 1
	switch {
	case r.is(k, "of"):
		k++
	case r.is(k, "starting", "beginning", "commencing"):
		k = r.skip(k+1, "on")
	default:
		return moment{}, false
	}
	m, ok := r.point(k)
	if !ok || m.unit != dayUnit {
		return moment{}, false
	}
	return m.then(week, func(m moment) (moment, bool) { return period(week, m.from), true }), true
}

// restOf reads the rest of the week, of this year.
func (r *reader) restOf(i int) (moment, bool) {
	j := r.skip(i, "the")
	if !r.is(j, "rest") {
		return moment{}, false
	}
	k := r.skip(r.skip(j+1, "of"), "the", "my", "this", "current")
	u := r.word(k).unit
	if u < week || r.word(k).plural {
		return moment{}, false
	}
	m := r.fromNow(u, func(now day) (day, day) {
		_, to := u.around(now)
		return now, to
	})
	m.end = k + 1
	return m, true
}

// earlierIn reads earlier this week, earlier in the year, later on Friday: what
// of the period lies before now, or behind it.
func (r *reader) earlierIn(i int) (moment, bool) {
	earlier := r.is(i, "earlier")
	if !earlier && !r.is(i, "later") {
		return moment{}, false
	}
	k := r.skip(i+1, "in", "on")
	m, ok := r.point(k)
	if !ok && r.is(k, "the") && r.word(k+1).unit >= week {
		m, ok = r.bareUnit(k)
	}
	if !ok || r.is(k, "a", "an") {
		return moment{}, false
	}
	if m.unit == dayUnit || m.inYear != nil {
		return m, true
	}
	n := m.then(m.unit, func(m moment) (moment, bool) {
		if !r.dated || m.from > r.now || m.to < r.now {
			return partly(map[bool]part{true: partEarly, false: partLate}[earlier], m), true
		}
		c := fixed(m.unit, m.from, max(m.from, r.now-1))
		if !earlier {
			c = fixed(m.unit, min(m.to, r.now), m.to)
		}
		c.why = "seen from the document's date"
		return c, true
	})
	n.relative = true
	return n, true
}
