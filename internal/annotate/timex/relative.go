package timex

import "onrecord/internal/annotate"

// relativePeriod reads last month, the past three years, this week, the 5
// upcoming years, the same day, the following week, the year.
func (r *reader) relativePeriod(i int) (moment, bool) {
	h, ok := r.relativeHead(i)
	if !ok {
		return r.afterNext(i)
	}
	e := h.end
	switch {
	case r.is(e, "calendar", "working", "fiscal", "financial", "school", "academic", "business"):
		return r.specialYear(i, e, h.pos)
	case h.counted && !h.countFirst:
		if m, ok := r.rollingLength(h.count, h.pos); ok {
			return m, true
		}
	case h.told && r.at(e).digits > 0:
		return r.positionedMonth(e, h.pos)
	case h.told && r.mark(e, "-"):
		return moment{}, false // last-minute
	}
	e = r.hyphen(e)
	w := r.word(e)
	switch {
	case w.unit == weekend && !h.told:
		return r.theWeekend(i, e), true
	case w.unit == noUnit, w.letter && len(w.name) == 1, w.unit == second && h.told && !h.counted:
		if w.month > 0 && h.told && !h.counted && !r.verbLike(e) {
			return r.positionedMonth(e, h.pos)
		}
		return moment{}, false
	case h.countFirst && h.n != 1000 && !w.plural:
		return moment{}, false // only 3 next week
	case !h.counted && w.plural && w.unit != weekend && w.unit != fortnight:
		return r.recentUnits(e, h.pos, w.unit)
	case h.pos == recent:
		return moment{}, false
	case w.name == "night" && h.pos == last:
		m := r.fromNow(dayUnit, func(d day) (day, day) { return d - 1, d - 1 })
		m.end, m.kind = e+1, annotate.TimexTime
		return m, true
	}
	m := r.periodAt(i, e, h)
	m.end = e + 1
	return m, true
}

// relativeHead is what stands before the unit of a relative period.
type relativeHead struct {
	pos        position // "this" where only an article stands
	told       bool     // a word of position stands there
	n          int      // how many units, in thousandths
	counted    bool
	countFirst bool // the 5 past years
	count      int  // where the number stands
	end        int
}

// relativeHead reads the words before a unit at i: last, the past three, the 5
// upcoming, this past, the.
func (r *reader) relativeHead(i int) (relativeHead, bool) {
	j := r.skip(i, "the", "my", "our")
	h := relativeHead{pos: r.word(j).position, n: 1000, end: j}
	if h.pos == noPosition {
		n, e, ok := r.countAt(j)
		p := r.word(e).position
		switch {
		case ok && !r.is(j, "a", "an", "another") && p != noPosition && p != that && p != same:
			return relativeHead{pos: p, told: true, n: n, counted: true, countFirst: true, count: j, end: e + 1}, true
		case j == i || !r.thisUnit(i, j):
			return h, false
		}
		h.pos = this
		return h, true
	}
	if h.pos == last && r.verbLike(j) || r.preposition(j) || h.pos == that && r.tag(j) == annotate.SCONJ {
		return h, false
	}
	h.told, h.end = true, j+1
	if p := r.word(h.end).position; h.pos == this && p != noPosition {
		h.pos, h.end = p, h.end+1
	}
	if n, e, ok := r.countAt(h.end); ok && (r.word(r.hyphen(e)).unit != noUnit || r.is(e, "business", "working")) {
		h.n, h.count, h.end, h.counted = n, h.end, e, true
	}
	return h, true
}

// periodAt returns the period whose unit stands at e, behind the head h of the
// expression at i.
func (r *reader) periodAt(i, e int, h relativeHead) moment {
	u, n, counted := r.word(e).unit, h.n, h.counted
	if u == fortnight {
		u, n, counted = week, 2*n, true
	}
	rolls := h.pos == past || h.pos == last && r.is(i, "the") && r.is(i-1, "in", "over", "during", "within", "for", "of")
	switch {
	case n < 0:
		m := unknown(u, whyVague)
		m.relative = true
		return m
	case h.pos == that || h.pos == same:
		return r.anchoredPeriod(u, 0)
	case h.pos == following && r.named.unit != noUnit && !counted:
		return r.anchoredPeriod(u, 1)
	case h.pos == previous && r.named.unit != noUnit && !counted:
		return r.anchoredPeriod(u, -1)
	case u == dayUnit && !counted && (h.pos == following && !r.future(i) || h.pos == next && r.is(i, "the")):
		return r.anchoredPeriod(u, 1)
	case counted && u != quarter, rolls && u >= week && u != quarter:
		return r.rollingPeriod(u, n, h.pos)
	}
	return r.calendarPeriod(u, n/1000, h.pos)
}

// thisUnit says whether "the week", "the year" at i is the one under way.
func (r *reader) thisUnit(i, j int) bool {
	u := r.word(j).unit
	if u < weekend || u == fortnight || r.word(j).plural || u == century {
		return false
	}
	if u == weekend {
		return r.is(i-1, "over", "for", "during", "at", "by", "before", "until", "of")
	}
	return r.is(i-1, "of", "in", "for", "during", "over", "later", "earlier", "within", "throughout") && !r.is(j+1, "before", "after", "that", "to", "ended", "ending", "of")
}

// theWeekend returns the last weekend, or the one to come where the verb looks
// ahead. On a weekend it is that one.
func (r *reader) theWeekend(i, e int) moment {
	m := r.fromNow(weekend, func(now day) (day, day) {
		from, to := weekend.around(now)
		if now < from && r.direction(i) != looksAhead {
			return from - 7, to - 7
		}
		return from, to
	})
	m.end = e + 1
	return m
}

// recentUnits reads recent weeks, the past decades: nobody can tell how many.
func (r *reader) recentUnits(e int, pos position, u unit) (moment, bool) {
	if pos != recent && pos != past && pos != last && pos != coming && pos != next && pos != following && pos != previous {
		return moment{}, false
	}
	m := unknown(u, whyVague)
	m.relative, m.end = true, e+1
	return m, true
}

// calendarPeriod returns the period of the calendar that lies n before or
// behind the one under way, or the n of them up to it.
func (r *reader) calendarPeriod(u unit, n int, pos position) moment {
	return r.fromNow(u, func(now day) (day, day) {
		from, to := u.around(now)
		step := u
		if u == weekend {
			step = week
		}
		switch pos {
		case last, past, previous:
			if u == weekend && pos != previous && now > to {
				return from, to
			}
			first, _ := u.around(from.add(-n, step))
			_, end := u.around(from.add(-1, step))
			return first, end
		case next, coming, following:
			if u == weekend && pos == coming && now < from {
				return from, to
			}
			first, _ := u.around(from.add(1, step))
			_, end := u.around(from.add(n, step))
			return first, end
		}
		return from, to
	})
}

// rollingPeriod returns the n units, in thousandths, up to now or from now on.
func (r *reader) rollingPeriod(u unit, n int, pos position) moment {
	if n%1000 != 0 || u < dayUnit || n > maxUnits {
		m := unknown(u, either(u < dayUnit, "shorter than a day", whyVague))
		m.relative = true
		return m
	}
	n /= 1000
	return r.fromNow(u, func(now day) (day, day) {
		switch pos {
		case next, coming, following:
			return now + 1, (now+1).add(n, u) - 1
		case this:
			return u.around(now)
		}
		return now.add(-n, u), now - 1
	})
}

// rollingLength reads the several units of the last 3 months and 2 weeks.
func (r *reader) rollingLength(i int, pos position) (moment, bool) {
	length, end, ok := r.lengthAt(i)
	if !ok || len(length) < 2 || pos != last && pos != past && pos != next && pos != coming || r.is(end, "ago", "later", "earlier") {
		return moment{}, false
	}
	m := r.fromNow(dayUnit, func(now day) (day, day) {
		d, sign := now, -1
		if pos == next || pos == coming {
			d, sign = now+1, 1
		}
		for _, x := range length {
			if x.n > 0 && x.n <= maxUnits && x.u >= dayUnit {
				d = d.add(sign*x.n/1000, x.u)
			}
		}
		if sign < 0 {
			return min(d, now-1), now - 1
		}
		return now + 1, max(d-1, now+1)
	})
	m.end = end
	return m, true
}

// maxUnits bounds what is counted from now, in thousandths.
const maxUnits = 2_000_000

// anchoredPeriod returns the period of unit u that holds the date named before,
// or one that lies n units behind it.
func (r *reader) anchoredPeriod(u unit, n int) moment {
	m := unknown(u, whyNoAnchor)
	a := r.named
	if a.unit != noUnit && (u != dayUnit || a.from == a.to) && (u == noUnit || a.unit <= u) {
		step := u
		if u == weekend {
			step = week
		}
		m = period(u, a.from.add(n, step))
		m.why = "seen from the date named before"
	}
	m.relative, m.anchored = true, true
	return m
}

// afterNext reads the week after next, the month after the next.
func (r *reader) afterNext(i int) (moment, bool) {
	j := r.skip(i, "the")
	u := r.word(j).unit
	if u < weekend || j == i || r.word(j).plural || !r.is(j+1, "after", "before") {
		return moment{}, false
	}
	k := r.skip(j+2, "the")
	pos := r.word(k).position
	if !(r.is(j+1, "after") && pos == next || r.is(j+1, "before") && pos == last) || r.word(k+1).unit != noUnit {
		return moment{}, false
	}
	n := 2
	if pos == last {
		n = -2
	}
	m := r.fromNow(u, func(now day) (day, day) {
		step := u
		if u == weekend {
			step = week
		}
		return u.around(now.add(n, step))
	})
	m.end = k + 1
	return m, true
}

// positionedMonth reads last May, next March, behind a word of position.
func (r *reader) positionedMonth(e int, pos position) (moment, bool) {
	m, ok := r.calendarDate(e)
	if !ok || m.inYear == nil {
		mo, end := r.monthAt(e)
		if ok || mo == 0 || r.word(e).ambiguous && !r.capital(e) {
			return moment{}, false
		}
		m = yearly(month, func(y int) (moment, bool) { return period(month, midnight(y, mo, 1)), true })
		m.end = end
	}
	end := m.end
	m, ok = r.positioned(m, pos)
	m.end = end
	return m, ok
}

// specialYear reads this calendar year, the next 4 business days, last fiscal
// year: of these only the calendar tells the days.
func (r *reader) specialYear(i, e int, pos position) (moment, bool) {
	u := r.word(e + 1).unit
	if u == noUnit {
		return moment{}, false
	}
	var m moment
	switch {
	case r.is(e, "calendar") && u == year && r.word(e-1).position != noPosition:
		m = r.calendarPeriod(year, 1, pos)
	case r.is(e, "working") && u == week && r.word(e-1).position != noPosition:
		m = r.calendarPeriod(week, 1, pos)
		m = m.then(week, func(m moment) (moment, bool) { return fixed(week, m.from, m.to-2), true })
	case r.is(e, "business", "working"):
		m = unknown(u, "days of work are not computed")
	default:
		m = unknown(u, whyFiscal)
	}
	m.relative, m.end = true, e+2
	return m, true
}
