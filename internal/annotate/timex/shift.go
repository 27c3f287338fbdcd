package timex

import "onrecord/internal/annotate"

// shifted reads what lies a length of time from something: two weeks ago, three
// years later, in two weeks, 3 days from today, two days after Friday, within 9
// months, the day before.
func (r *reader) shifted(i int) (moment, bool) {
	j := r.skip(i, "more", "less")
	if j > i {
		j = r.skip(j, "than")
	}
	in, within := r.is(j, "in"), r.is(j, "within")
	if in || within {
		j++
	}
	j = r.skip(j, "about", "around", "nearly", "almost", "just", "only")
	if within && r.is(r.skip(j, "the"), "next") {
		length, e, ok := r.lengthAt(r.skip(j, "the") + 1)
		return r.withinFrom(length, e, ok)
	}
	length, e, ok := r.shiftLength(j)
	if !ok {
		return moment{}, false
	}
	if m, ok := r.shiftByWord(i, e, length); ok {
		return m, true
	}
	if m, ok := r.shiftFrom(i, e, length, within || r.is(i, "less")); ok {
		return m, true
	}
	switch k := r.skip(e+1, "s"); {
	case in && r.mark(e, "'") && r.is(k, "time"): // in two weeks' time
		return r.shift(length, 1, r.nowMoment(), k+1), true
	case r.is(j, "the") || !r.future(i) || r.is(i-1, "time", "first"):
		return moment{}, false
	case within:
		return r.withinFrom(length, e, true)
	}
	return r.shift(length, 1, r.nowMoment(), e), in
}

// shiftLength reads the length that something is shifted by, bare units and
// "the day before" among them.
func (r *reader) shiftLength(j int) (length []amount, end int, ok bool) {
	if length, end, ok = r.lengthAt(j); ok {
		return length, end, true
	}
	if w := r.word(j); w.plural && w.unit >= dayUnit {
		return []amount{{-1, w.unit}}, j + 1, r.is(j+1, "ago", "later", "earlier")
	}
	if w := r.word(j + 1); r.is(j, "the") && w.unit >= dayUnit && !w.plural && r.is(j+2, "before", "after", "earlier") {
		return []amount{{1000, w.unit}}, j + 2, w.unit == dayUnit || r.bare(j+3)
	}
	return nil, j, false
}

// shiftByWord reads the word behind a length: ago, later, earlier, hence.
func (r *reader) shiftByWord(i, e int, length []amount) (moment, bool) {
	switch {
	case r.is(e, "ago"):
		return r.shift(length, -1, r.nowMoment(), e+1), true
	case r.is(e, "hence"):
		return r.shift(length, 1, r.nowMoment(), e+1), true
	case r.is(e, "from") && r.is(e+1, "now"):
		return r.shift(length, 1, r.nowMoment(), e+2), true
	case r.is(e, "in") && r.is(e+1, "the") && r.is(e+2, "future"):
		return r.shift(length, 1, r.nowMoment(), e+3), true
	case r.is(e, "later") && !r.is(e+1, "this", "today", "than"), r.is(e, "after") && r.bare(e+1):
		return r.shift(length, 1, r.anchor(i), e+1), true
	case r.is(e, "earlier") && !r.is(e+1, "than"), r.is(e, "before") && r.bare(e+1):
		return r.shift(length, -1, r.anchor(i), e+1), true
	}
	return moment{}, false
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
		a.anchored, a.relative, a.inYear, a.written, a.why = true, true, nil, "", "seen from the date named before"
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
	case r.is(e, "from") && r.isRate(i, e):
		return moment{}, false
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

// isRate says whether the length at lexeme i, which ends at e, tells how often, so
// that what follows is the stretch over which: "2 billion a year from 2025 to
// 2028".
func (r *reader) isRate(i, e int) bool {
	if e != i+2 || !r.is(i, "a", "an") {
		return false
	}
	k := e + 1
	for k < e+5 && !r.is(k, "to", "until", "through", "till") && !r.mark(k, ",.;–-") {
		k++
	}
	return r.is(k, "to", "until", "through", "till")
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
		m.from, m.to = min(u, year).around(from) // a decade ago is a year
	}
	m.about = !exact && u >= week
	if u < dayUnit {
		m.from, m.to = a.from, a.to
	}
	return m
}

// withinFrom returns the time from now until a length has gone by.
func (r *reader) withinFrom(length []amount, end int, ok bool) (moment, bool) {
	if !ok || length[0].n < 0 || length[0].u < dayUnit {
		return moment{}, false
	}
	m := r.fromNow(dayUnit, func(d day) (day, day) {
		to := d
		for _, x := range length {
			if x.n > 0 && x.n <= maxUnits {
				to = to.add(x.n/1000, x.u)
			}
		}
		return d, max(d, to-1)
	})
	m.end = end
	return m, true
}
