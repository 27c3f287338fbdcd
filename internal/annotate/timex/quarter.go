package timex

// halfOrQuarter reads a half or a quarter of a year: the first half of 2024, the
// third quarter, Q3 2024, 2017 H2, last year's fourth quarter.
func (r *reader) halfOrQuarter(i int) (moment, bool) {
	if u, n, e := r.quarterName(i); u != noUnit {
		return r.quarterOf(i, e, u, n)
	}
	if u, n, e := r.quarterWords(r.skip(i, "the")); u == quarter || u == half && r.is(i, "the") && r.halfOfYear(e) {
		return r.quarterOf(i, e, u, n)
	}
	m, ok := r.point(i)
	if !ok || m.unit != year {
		return moment{}, false
	}
	u, n, e := r.quarterName(r.hyphen(m.end))
	if r.mark(m.end, "'") && r.is(m.end+1, "s") {
		u, n, e = r.quarterWords(m.end + 2)
	}
	if u == noUnit {
		return moment{}, false
	}
	q := m.then(u, inItsYear(u, n))
	q.end = e
	return q, true
}

// quarterOf reads the year behind the quarter n that ends at e.
func (r *reader) quarterOf(i, e int, u unit, n int) (moment, bool) {
	k := r.skip(r.hyphen(e), "of", "in")
	if y, f, ok := r.yearAt(k); ok && plausible(y) {
		m := partOfYear(u, n, y)
		m.end, m.year = f, y
		return m, true
	}
	m, ok := r.point(k)
	if (!ok || m.unit != year) && r.is(k, "the") && r.is(k+1, "year") {
		m, ok = r.bareUnit(k)
	}
	if ok && m.unit == year {
		return m.then(u, inItsYear(u, n)), true
	}
	if k > e && r.is(k-1, "of") {
		return moment{}, false
	}
	m = yearly(u, func(y int) (moment, bool) { return partOfYear(u, n, y), true })
	m.end = e
	return m, true
}

// quarterWords reads first half and third quarter.
func (r *reader) quarterWords(i int) (u unit, n, end int) {
	n, e := r.ordinalAt(i)
	switch {
	case n >= 1 && n <= 4 && r.is(e, "quarter"):
		return quarter, n, e + 1
	case n >= 1 && n <= 2 && r.is(e, "half"):
		return half, n, e + 1
	}
	return noUnit, 0, i
}

// halfOfYear says whether what stands at e, behind a half, may make it one of a
// year and not of a match.
func (r *reader) halfOfYear(e int) bool {
	return e >= r.end || r.is(e, "of", "this", "last", "next")
}

// quarterName reads Q3 and H1.
func (r *reader) quarterName(i int) (u unit, n, end int) {
	x := r.at(i + 1)
	if x.digits != 1 || !x.glued || i >= r.end {
		return noUnit, 0, i
	}
	switch r.letters(i) {
	case "Q", "q":
		u = quarter
	case "H", "h":
		u = half
	}
	if u == noUnit || x.num < 1 || x.num > 12/u.months() || x.ordinal || r.unitGlued(i+2) {
		return noUnit, 0, i
	}
	return u, x.num, i + 2
}

// partOfYear returns the nth half or quarter of a year.
func partOfYear(u unit, n, y int) moment {
	k := u.months()
	m := fixed(u, midnight(y, 1+(n-1)*k, 1), midnight(y, 1+n*k, 1)-1)
	m.why = "a part of a year"
	return m
}

// inItsYear returns what makes of a year its nth half or quarter.
func inItsYear(u unit, n int) func(moment) (moment, bool) {
	return func(m moment) (moment, bool) {
		y, _, _ := m.from.date()
		return partOfYear(u, n, y), true
	}
}
