package timex

import "onrecord/internal/annotate"

// weekdayDate reads a day of the week with what may stand beside it: Friday;
// last Friday; Friday, April 5; Friday the 11th; Tuesday of last week; next week
// on Tuesday.
func (r *reader) weekdayDate(i int) (moment, bool) {
	if m, ok := r.weekThenDay(i); ok {
		return m, true
	}
	j := i
	pos := noPosition
	for k := r.skip(i, "the"); r.word(k).position != noPosition && k < i+3; k++ {
		if r.preposition(k) {
			return moment{}, false // following Monday's debate
		}
		pos, j = r.word(k).position, k+1 // "this past Wednesday": the last word counts
	}
	w := r.word(j).weekday
	if w == 0 || r.word(j).ambiguous && !r.capital(j) || r.word(j).name[len(r.word(j).name)-1] == 's' && len(r.word(j).name) > 5 {
		return moment{}, false
	}
	e := j + 1
	if r.mark(e, ".") && r.at(e).glued && r.word(j).ambiguous {
		e++
	}
	if pos == noPosition || pos == this || pos == next {
		if m, ok := r.weekdayWithDate(w, e); ok {
			return m, true
		}
	}
	if q := r.skip(e, "of", "in"); pos == noPosition {
		if m, ok := r.relativePeriod(q); ok && m.unit == week {
			m = m.then(dayUnit, func(m moment) (moment, bool) { return nthDay(m, w) })
			return m, true
		}
	}
	m := r.weekdayFrom(i, w, pos)
	m.end = e
	if pos == noPosition {
		m.loose = w
	}
	return m, true
}

// weekThenDay reads last week Monday, next week on Tuesday.
func (r *reader) weekThenDay(i int) (moment, bool) {
	m, ok := r.relativePeriod(i)
	if !ok || m.unit != week || r.word(i).position == noPosition && !r.is(i, "the") {
		return moment{}, false
	}
	k := r.skip(m.end, "on")
	if r.mark(k, "-") {
		k++
	}
	w := r.word(k).weekday
	if w == 0 || r.word(k).ambiguous && !r.capital(k) {
		return moment{}, false
	}
	m = m.then(dayUnit, func(m moment) (moment, bool) { return nthDay(m, w) })
	m.end = k + 1
	return m, true
}

// weekdayWithDate reads the date behind weekday w, which ends at e.
func (r *reader) weekdayWithDate(w, e int) (moment, bool) {
	k := e
	if r.mark(k, ",(-") {
		k++
	}
	d, ok := r.calendarDate(k)
	if ok && d.unit == dayUnit {
		d.weekday = w
		if d.known && d.from.weekday() != w {
			d.known, d.why = false, whyOther
		}
		if r.mark(k-1, "(") && r.mark(d.end, ")") {
			d.end++
		}
		return d, true
	}
	q := r.skip(k, "the")
	n, end := r.ordinalAt(q)
	if x := r.at(q); n == 0 && q == e && (x.digits == 1 || x.digits == 2) && !r.unitGlued(q+1) && !r.decimal(q+1) && !r.mark(q+1, "-") && x.mark == 0 && r.tag(q+1) != annotate.NOUN && !r.is(q+1, "a.m.", "p.m.", "am", "pm") {
		n, end = x.num, q+1
	}
	if n < 1 || n > 31 || r.mark(e, ",") {
		return moment{}, false
	}
	m := r.fromNow(dayUnit, func(now day) (day, day) {
		step := day(-1)
		y, mo, _ := now.date()
		if d, ok := dayOf(y, mo, n); ok && d.weekday() == w {
			return d, d
		}
		if r.future(e - 1) {
			step = 1
		}
		d := now
		for range 4000 {
			if _, _, k := d.date(); k == n && d.weekday() == w {
				break
			}
			d += step
		}
		return d, d
	})
	m.end = end
	return m, true
}

// weekdayFrom returns the weekday w that a word of position, or the tense of
// the verb, picks.
func (r *reader) weekdayFrom(i, w int, pos position) moment {
	if pos == that || pos == same || pos == following && r.named.unit == dayUnit {
		return r.weekdayNear(w, pos)
	}
	return r.fromNow(dayUnit, func(now day) (day, day) {
		d := now.monday() + day(w-1)
		switch pos {
		case last, past:
			if d >= now {
				d -= 7
			}
		case previous:
			d -= 7
		case next, following:
			d += 7
		case coming:
			if d <= now {
				d += 7
			}
		case this:
		default:
			if ahead := r.future(i); d > now && !ahead {
				d -= 7
			} else if d < now && ahead {
				d += 7
			}
		}
		return d, d
	})
}

// weekdayNear returns the weekday w in the week of the date named before, or
// the next one behind it.
func (r *reader) weekdayNear(w int, pos position) moment {
	m := unknown(dayUnit, whyNoAnchor)
	if r.named.unit != noUnit && r.named.to-r.named.from < 8 {
		d := r.named.from.monday() + day(w-1)
		if pos == following && d <= r.named.to {
			d += 7
		}
		m = fixed(dayUnit, d, d)
		m.why = "seen from the date named before"
	}
	m.relative, m.anchored = true, true
	return m
}
