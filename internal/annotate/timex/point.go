package timex

import "onrecord/internal/annotate"

// point returns the longest single date or period of the calendar at i.
func (r *reader) point(i int) (best moment, ok bool) {
	for _, f := range points {
		if m, yes := f(r, i); yes && (!ok || m.end > best.end) {
			best, ok = m, true
		}
	}
	if !ok {
		return best, false
	}
	return r.withDaypart(best), true
}

// points are the forms of a point.
var points = []func(*reader, int) (moment, bool){
	(*reader).calendarDate, (*reader).weekdayDate, (*reader).relativePeriod, (*reader).deicticDay, (*reader).yearDate,
	(*reader).decadeDate, (*reader).centuryDate, (*reader).seasonDate, (*reader).holidayDate, (*reader).dayNumber,
}

// whole returns the longest point at i, parts of points among them.
func (r *reader) whole(i int) (moment, bool) {
	best, ok := r.point(i)
	for _, f := range partForms {
		if m, yes := f(r, i); yes && (!ok || m.end > best.end) {
			best, ok = m, true
		}
	}
	return best, ok
}

// withDaypart takes a part of the day behind a day: Monday morning, yesterday
// evening.
func (r *reader) withDaypart(m moment) moment {
	if m.unit != dayUnit || !r.word(m.end).daypart || r.at(m.end).glued {
		return m
	}
	if r.word(m.end).unit != noUnit && !r.is(m.end, "night") {
		return m
	}
	m.end++
	m.kind = annotate.TimexTime
	return m
}

// deicticDay reads today, yesterday, tonight.
func (r *reader) deicticDay(i int) (moment, bool) {
	w := r.word(i)
	if w.deictic == noDeictic || w.deictic == now || w.deictic == overnight && !r.overnightHere(i) {
		return moment{}, false
	}
	if w.deictic == today && (r.properAt(i-1) && r.capital(i) || r.is(i+1, "'s") && r.capital(i) && i > r.first) {
		return moment{}, false
	}
	if r.tag(i) == annotate.NOUN && (r.tag(i-1) == annotate.ADJ || r.is(i-1, "a", "of") && r.tag(i+1) == annotate.NOUN) {
		return moment{}, false // a brighter tomorrow
	}
	m := r.fromNow(dayUnit, func(d day) (day, day) {
		switch w.deictic {
		case yesterday:
			return d - 1, d - 1
		case tomorrow:
			return d + 1, d + 1
		case overnight:
			return d - 1, d
		}
		return d, d
	})
	if w.deictic == tonight || w.deictic == overnight {
		m.kind = annotate.TimexTime
	}
	m.end = i + 1
	return m, true
}

// overnightHere says whether "overnight" at i is an adverb or stands before
// what happened.
func (r *reader) overnightHere(i int) bool {
	return !r.is(i-1, "an", "the") || r.tag(i+1) == annotate.NOUN
}

// fromNow returns the days that f tells of the document's date.
func (r *reader) fromNow(u unit, f func(day) (from, to day)) moment {
	m := unknown(u, whyUndated)
	if r.dated {
		m = fixed(u, 0, 0)
		m.from, m.to = f(r.now)
		m.why = "seen from the document's date"
	}
	m.relative = true
	return m
}

// yearDate reads a year by itself: in 2024, the year 2008, 2016 election.
func (r *reader) yearDate(i int) (moment, bool) {
	j := r.skip(i, "the")
	if e, ok := r.fiscalYear(j); ok {
		m := unknown(year, whyFiscal)
		m.end = e
		return m, true
	}
	named := false
	if r.is(j, "calendar") && r.is(j+1, "year") {
		j, named = j+2, true
	} else if r.is(j, "year") {
		j, named = j+1, true
	}
	if !named {
		j = i
	}
	y, e, ok := r.yearAt(j)
	if !ok || y < 1 || y > 9999 {
		return moment{}, false
	}
	if !named && !r.yearHere(j, e, y) {
		return moment{}, false
	}
	m := period(year, midnight(y, 1, 1))
	m.end, m.year, m.why = e, y, "a year of the calendar"
	if x := r.at(e + 1); r.mark(e, "-/") && r.at(e).glued && x.glued && x.digits == 2 && x.num > y%100 && !x.ordinal && !x.plural {
		_, m.to = year.around(midnight(y-y%100+x.num, 1, 1)) // 2024-25
		m.end, m.why = e+2, "from the one to the other"
	}
	return m, true
}

// fiscalYear reads the fiscal year 2008, FY2008.
func (r *reader) fiscalYear(i int) (end int, ok bool) {
	switch {
	case r.is(i, "fy"):
		x := r.at(i + 1)
		return i + 2, x.digits == 4 || x.digits == 2
	case r.is(i, "fiscal", "financial", "school", "academic") && r.is(i+1, "year"):
		if _, e, ok := r.yearAt(i + 2); ok {
			return e, true
		}
		return i + 2, true
	}
	return i, false
}

// yearHere says whether the number y at i, which ends at e, is a year by what
// stands around it.
func (r *reader) yearHere(i, e, y int) bool {
	if r.mark(i, "'") {
		return r.leads(i-1) || r.word(i-1).season > 0
	}
	if r.at(i).digits == 0 {
		return y >= 1500 && y < 2100 && r.is(i-1, "in", "since", "until", "by", "from", "of", "before", "after", "and", "to")
	}
	if y < 1000 || y >= 2200 || r.at(i).glued && !r.mark(i-1, "-/('~") || r.at(e).glued && !r.mark(e, ".,;:)'?!-/~") {
		return false
	}
	if r.mark(i-1, "-") && r.at(i-1).glued && r.at(i-2).digits > 0 && r.at(i-2).digits != 4 {
		return false // of a telephone number
	}
	if r.mark(e, "%") || r.mark(i-1, "$#+*=") || r.mark(i-1, "?") || r.is(e, "percent") || r.word(e).number >= 100 {
		return false
	}
	if w := r.word(e); w.unit != noUnit && r.tag(e) == annotate.NOUN && w.plural {
		return false
	}
	if r.is(i-1, "in", "since", "until", "till", "by", "before", "after", "during") || r.word(i-1).part != noPart || r.word(i-1).season > 0 {
		return y >= 1500 || !r.plural(e)
	}
	if y < 1800 || y >= 2100 {
		return false
	}
	if r.mark(i-1, "-~/") && (r.at(i-2).digits == 4 || r.word(i-2).part != noPart) {
		return true
	}
	if r.tag(i-1) == annotate.NOUN && r.at(i-1).word == nil || r.properAt(i-1) || r.tag(i-1) == annotate.SYM {
		return false
	}
	return !r.plural(e) || r.is(i-1, "the", "of", "from")
}

// seasonDate reads summer, summer of 2022, this summer, winter 2022-23.
func (r *reader) seasonDate(i int) (moment, bool) {
	j := r.skip(i, "the")
	pos := r.word(j).position
	if pos != noPosition {
		j++
	}
	w := r.word(j)
	if w.season == 0 || r.verbLike(j) || w.name == "spring" && r.is(j-1, "arab") {
		return moment{}, false
	}
	s := w.season
	e := j + 1
	k := r.skip(e, "of", "in")
	inYear := func(y int) (moment, bool) {
		m := period(season, midnight(y, 3*(s-20), 1))
		return m, m.from.valid() && m.to.valid()
	}
	if y, f, ok := r.yearAt(k); ok && plausible(y) && pos == noPosition {
		m, ok := inYear(y)
		if r.mark(f, "-/") && r.at(f).glued && r.at(f+1).digits == 2 && r.at(f+1).num == (y+1)%100 {
			f += 2
		}
		m.end, m.year, m.why = f, y, "a season of a year"
		return m, ok
	}
	if q := r.skip(k, "the"); r.word(q).position != noPosition && r.is(q+1, "year") && pos == noPosition {
		if y, ok := r.relativeYear(q); ok {
			m, ok := inYear(y)
			m.end, m.relative, m.why = q+2, true, "seen from the document's date"
			return m, ok
		}
	}
	if pos == noPosition && !(j > i && r.leads(i-1) || r.leads(j-1)) {
		return moment{}, false
	}
	m := yearly(season, inYear)
	m.end = e
	return r.positioned(m, pos)
}

// positioned picks the year of a month, season or holiday by the word of
// position before it: last summer, next May, that winter.
func (r *reader) positioned(m moment, pos position) (moment, bool) {
	if pos == noPosition || m.inYear == nil {
		return m, true
	}
	end := m.end
	if pos == that || pos == same {
		if r.named.unit == noUnit {
			n := unknown(m.unit, whyNoAnchor)
			n.end, n.relative = end, true
			return n, true
		}
		y, _, _ := r.named.from.date()
		n := m.in(y)
		n.relative, n.anchored = true, true
		n.why = either(n.known, "in the year of the date named before", n.why)
		return n, true
	}
	if pos == following && r.named.unit != noUnit {
		y, _, _ := r.named.from.date()
		n := m.in(y)
		if n.known && n.from <= r.named.to {
			n = m.in(y + 1)
		}
		n.relative, n.anchored = true, true
		n.why = either(n.known, "seen from the date named before", n.why)
		return n, true
	}
	if !r.dated {
		n := unknown(m.unit, whyUndated)
		n.end, n.relative = end, true
		return n, true
	}
	y, _, _ := r.now.date()
	var n moment
	switch pos {
	case this:
		n = m.in(y)
		if m.unit == season && n.known && n.from > r.now+180 {
			n = m.in(y - 1)
		}
	case last, past, previous:
		n = m.in(y)
		for n.known && n.to >= r.now {
			y--
			n = m.in(y)
		}
	default:
		n = m.in(y)
		for n.known && n.from <= r.now {
			y++
			n = m.in(y)
		}
	}
	n.relative = true
	n.why = either(n.known, "seen from the document's date", n.why)
	return n, true
}

// dayNumber reads the day of a month that is not named: the 18th, the 4th day
// of the month.
func (r *reader) dayNumber(i int) (moment, bool) {
	if !r.is(i, "the") {
		return moment{}, false
	}
	n, e := r.ordinalAt(i + 1)
	if n < 1 || n > 31 {
		return moment{}, false
	}
	k := e
	if r.is(k, "day") {
		k++
	}
	if q := r.skip(k, "of"); k > e || q > k || r.word(q).position != noPosition || r.is(q, "the") {
		if m, ok := r.relativePeriod(q); ok && m.unit == month {
			d := m.then(dayUnit, func(m moment) (moment, bool) { return nthDay(m, n) })
			d.end = m.end
			return d, true
		}
	}
	if !r.at(i+1).ordinal || !r.is(i-1, "on", "until", "till", "by", "before", "after", "since", "around") || k > e ||
		r.tag(e) == annotate.NOUN || r.tag(e) == annotate.ADJ || r.properAt(e) {
		return moment{}, false
	}
	m := r.nearestDay(i, n)
	m.end = e
	return m, true
}

// nthDay returns day n of a month.
func nthDay(m moment, n int) (moment, bool) {
	d := m.from + day(n-1)
	return fixed(dayUnit, d, d), n >= 1 && d <= m.to
}

// nearestDay returns the nearest day n of a month, before now or behind it as
// the verb of lexeme i tells.
func (r *reader) nearestDay(i, n int) moment {
	step := -1
	if r.future(i) {
		step = 1
	}
	return r.fromNow(dayUnit, func(d day) (day, day) {
		for d != r.now+day(step*366) {
			if _, _, k := d.date(); k == n {
				break
			}
			d += day(step)
		}
		return d, d
	})
}
