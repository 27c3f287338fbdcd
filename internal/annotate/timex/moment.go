package timex

import (
	"fmt"

	"onrecord/internal/annotate"
	"onrecord/internal/edtf"
)

// moment is an expression that was read: what it says, and which days it means
// once that is resolved.
type moment struct {
	end  int // the lexeme behind it
	kind annotate.TimexType
	unit unit // how precise it is

	known    bool // from and to are
	from, to day
	open     bool // has no first or no last day; written says which
	written  edtf.Date
	about    bool

	duration edtf.Duration
	length   []amount // of a duration

	year               int                           // as told; 0 if not
	inYear             func(year int) (moment, bool) // of what comes back every year and has no year here
	weekday            int                           // told beside it, or alone
	relative, anchored bool                          // seen from now; from the date named before
	loose              int                           // the weekday of one that the verb alone places
	today              bool                          // the document's own date
	partStart          bool                          // the beginning of something
	partEnd            bool                          // the end of something
	why                string
	point              bool // may stand at the side of a range
}

// amount is a number of units, in thousandths.
type amount struct {
	n int
	u unit
}

// date writes what a moment means.
func (m moment) date() edtf.Date {
	if !m.known {
		return ""
	}
	d := m.written
	if d == "" {
		d = write(m)
	}
	if m.about && d != "" {
		d += "~"
	}
	if !d.Valid() {
		return ""
	}
	return d
}

// write writes the days of m as precisely as they allow: an interval between
// months or years where it begins and ends with one.
func write(m moment) edtf.Date {
	if one := side(m.from, m.to); one != "" {
		return one
	}
	for _, u := range []unit{year, month} {
		f, f2 := u.around(m.from)
		t2, t := u.around(m.to)
		if f == m.from && t == m.to {
			return edtf.Between(side(f, f2), side(t2, t))
		}
	}
	return edtf.Between(m.from.edtf(), m.to.edtf())
}

// side writes the days from from to to as one date, "" where there is none.
func side(from, to day) edtf.Date {
	if !from.valid() || !to.valid() || from > to {
		return ""
	}
	y, m, _ := from.date()
	for _, u := range []unit{dayUnit, month, season, quarter, year, decade, century} {
		if f, t := u.around(from); f != from || t != to {
			continue
		}
		switch u {
		case dayUnit:
			return from.edtf()
		case month:
			return edtf.Date(fmt.Sprintf("%04d-%02d", y, m))
		case quarter:
			return edtf.Date(fmt.Sprintf("%04d-%02d", y, 33+(m-1)/3))
		case season:
			return edtf.Date(fmt.Sprintf("%04d-%02d", y, 20+m/3))
		case year:
			return edtf.Date(fmt.Sprintf("%04d", y))
		case decade:
			return edtf.Date(fmt.Sprintf("%03dX", y/10))
		case century:
			return edtf.Date(fmt.Sprintf("%02dXX", y/100))
		}
	}
	return ""
}

// fixed returns the moment of unit u from from to to.
func fixed(u unit, from, to day) moment {
	return moment{unit: u, known: true, from: from, to: to, point: true}
}

// period returns the period of unit u that holds d.
func period(u unit, d day) moment {
	from, to := u.around(d)
	return fixed(u, from, to)
}

// unknown returns a moment without days, and why.
func unknown(u unit, why string) moment { return moment{unit: u, why: why, point: true} }

// yearly returns the moment that f makes of a year.
func yearly(u unit, f func(year int) (moment, bool)) moment {
	return moment{unit: u, inYear: f, point: true}
}

// in fixes the year of a moment that has none.
func (m moment) in(year int) moment {
	if m.inYear == nil {
		return m
	}
	n, ok := m.inYear(year)
	if !ok {
		n = unknown(m.unit, whyNoDay)
	}
	n.end, n.kind, n.weekday, n.about, n.year, n.point, n.partStart, n.partEnd = m.end, m.kind, m.weekday, m.about, year, m.point, m.partStart, m.partEnd
	if n.known && n.weekday > 0 && n.from == n.to && n.from.weekday() != n.weekday {
		n.known, n.why = false, whyOther
	}
	return n
}

// then applies f to the days of a moment, now or once its year is known.
func (m moment) then(u unit, f func(moment) (moment, bool)) moment {
	if inYear := m.inYear; inYear != nil {
		n := yearly(u, func(year int) (moment, bool) {
			inner, ok := inYear(year)
			if !ok {
				return inner, false
			}
			return f(inner)
		})
		n.end = m.end
		return n
	}
	if !m.known {
		n := unknown(u, m.why)
		n.end, n.relative = m.end, m.relative
		return n
	}
	n, ok := f(m)
	if !ok {
		n = unknown(u, whyNoDay)
	}
	n.end, n.relative, n.anchored, n.point, n.year = m.end, m.relative, m.anchored, true, m.year
	return n
}
