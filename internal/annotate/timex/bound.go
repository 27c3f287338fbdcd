package timex

import (
	"onrecord/internal/annotate"
	"onrecord/internal/edtf"
)

// bound reads what has one end: since 2014, until Friday, before the summer,
// after May 5, by the end of the year, 2018 or later.
func (r *reader) bound(i int) (moment, bool) {
	how, j := r.boundWord(i)
	if how == noBound {
		return r.orLater(i)
	}
	if r.is(j, "at") && r.is(j+1, "least") {
		j += 2
	}
	if r.is(i, "as") && r.is(i+1, "of") && !r.future(i) {
		return moment{}, false // as of Friday: on that day
	}
	p, ok := r.side(j)
	if !ok || r.is(i, "by", "before", "after") && r.is(j, "now") {
		return moment{}, false
	}
	if how == startsOn && r.is(i, "from") {
		if !r.is(r.skip(p.end, "and"), "on", "onwards", "onward", "onwards") {
			return moment{}, false
		}
		p.end = r.skip(p.end, "and") + 1
	}
	if p.kind != annotate.TimexDate && p.kind != annotate.TimexTime {
		return moment{}, false
	}
	if (how == startsAfter || how == endsBefore) && r.attributive(j, p) {
		return moment{}, false
	}
	end, start, part := p.end, p.partStart, p.partEnd
	p = r.resolve(p, i)
	m := moment{end: end, relative: p.relative, unit: p.unit, open: true, why: p.why}
	if !p.known {
		return m, true
	}
	m.known, m.from, m.to = true, p.from, p.to
	switch how {
	case startsOn:
		m.written = first(p) + "/.."
		if r.is(i, "since") && r.dated && p.from <= r.now {
			m.written, m.to, m.open = edtf.Between(first(p), r.now.edtf()), r.now, false
		}
	case endsOn:
		if start {
			m.to, p.to = p.from, p.from
		}
		m.written = "../" + lastOf(p)
	case startsAfter:
		if m.from, m.written = p.to+1, sideAfter(p)+"/.."; start {
			m.from, m.written = p.from, p.from.edtf()+"/.."
		}
	case endsBefore:
		if m.to = p.from - 1; part {
			m.to = p.to
		}
		m.written = "../" + sideBefore(p, part)
	}
	m.why = "bounded on one side"
	return m, true
}

// attributive says whether the point p at i stands before a noun that the bound
// is about: "after last year's flood", "before the May 5 deadline".
func (r *reader) attributive(i int, p moment) bool {
	if r.mark(p.end, "'") && r.is(p.end+1, "s") {
		return true
	}
	switch r.tag(p.end) {
	case annotate.NOUN, annotate.ADJ, annotate.PROPN:
		return r.is(i, "the") && p.unit <= month && p.weekday == 0 && !r.mark(p.end, ".,;")
	}
	return false
}

// first and lastOf write a side of an interval as precisely as p is.
func first(p moment) edtf.Date {
	if s := side(p.from, p.to); s != "" {
		return s
	}
	return p.from.edtf()
}

func lastOf(p moment) edtf.Date {
	if s := side(p.from, p.to); s != "" {
		return s
	}
	return p.to.edtf()
}

// sideAfter writes what follows p: the year behind a year, else the day.
func sideAfter(p moment) edtf.Date {
	if p.unit == year || p.unit == month {
		if s := side(p.from, p.to); len(s) == 4 || len(s) == 7 {
			n := period(p.unit, p.to+1)
			return side(n.from, n.to)
		}
	}
	return (p.to + 1).edtf()
}

func sideBefore(p moment, part bool) edtf.Date {
	if part {
		return p.to.edtf()
	}
	if p.unit == year || p.unit == month {
		if s := side(p.from, p.to); len(s) == 4 || len(s) == 7 {
			n := period(p.unit, p.from-1)
			return side(n.from, n.to)
		}
	}
	return (p.from - 1).edtf()
}

// bounding is which end a bound sets.
type bounding uint8

const (
	noBound bounding = iota
	startsOn
	startsAfter
	endsOn
	endsBefore
)

// boundWord returns which bound the words at i set, and the place behind them.
func (r *reader) boundWord(i int) (bounding, int) {
	switch {
	case r.is(i, "since"):
		return startsOn, i + 1
	case r.is(i, "from"):
		return startsOn, i + 1
	case r.is(i, "starting", "beginning") && !r.is(i+1, "of"):
		return startsOn, r.skip(i+1, "on", "in", "from")
	case r.is(i, "as") && r.is(i+1, "of", "from") && !r.verbLike(i+2):
		return startsOn, i + 2
	case r.is(i, "as") && r.is(i+1, "early") && r.is(i+2, "as"):
		return startsOn, i + 3
	case r.is(i, "as") && r.is(i+1, "late") && r.is(i+2, "as"):
		return endsOn, i + 3
	case r.is(i, "until", "till", "by"):
		return endsOn, i + 1
	case r.is(i, "up") && r.is(i+1, "to", "until"):
		return endsOn, i + 2
	case r.is(i, "no") && r.is(i+1, "later") && r.is(i+2, "than"):
		return endsOn, i + 3
	case r.is(i, "before"):
		return endsBefore, i + 1
	case r.is(i, "earlier") && r.is(i+1, "than"):
		return endsBefore, i + 2
	case r.is(i, "after", "beyond"):
		return startsAfter, i + 1
	case r.is(i, "through") && (r.is(i+1, "at") && r.is(i+2, "least") || r.at(i+1).digits > 0 || r.word(i+1).weekday > 0 || r.word(i+1).month > 0):
		return endsOn, i + 1
	case r.is(i, "later") && r.is(i+1, "than"):
		return startsAfter, i + 2
	}
	return noBound, i
}

// orLater reads 2018 or later.
func (r *reader) orLater(i int) (moment, bool) {
	p, ok := r.point(i)
	if !ok || !r.is(p.end, "or", "and") || !r.is(p.end+1, "later", "earlier", "onwards", "onward") || r.is(p.end, "and") && !r.is(p.end+1, "onwards", "onward") {
		return moment{}, false
	}
	end := p.end + 2
	if p = r.resolve(p, i); !p.known {
		return moment{}, false
	}
	m := moment{end: end, relative: p.relative, unit: p.unit, open: true, known: true, from: p.from, to: p.to, why: "bounded on one side"}
	if r.is(end-1, "earlier") {
		m.written = "../" + lastOf(p)
	} else {
		m.written = first(p) + "/.."
	}
	return m, true
}
