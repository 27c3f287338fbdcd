package timex

import "onrecord/internal/annotate"

// set reads a repeated time: every Monday, annually, twice a week, 40 billion a
// year, Mondays.
func (r *reader) set(i int) (moment, bool) {
	if w := r.word(i); w.often != noUnit && !(r.capital(i) && i > r.first && r.tag(i) == annotate.PROPN) {
		return r.repeated(w.often, 1000, i+1), true
	}
	if w := r.word(i); w.weekday > 0 && !w.ambiguous && w.name[len(w.name)-1] == 's' && w.name[len(w.name)-2] == 'y' {
		return r.repeated(week, 1000, i+1), true
	}
	if r.is(i, "every", "each") {
		return r.every(i)
	}
	j := i
	switch {
	case r.is(i, "once", "twice", "thrice"):
		j = i + 1
	case r.is(i+1, "times") && (r.word(i).number > 0 || r.at(i).digits > 0):
		j = i + 2
	}
	if j > i {
		j = r.skip(j, "every", "each", "per", "a", "an")
		if u := r.word(j).unit; u != noUnit && !r.word(j).plural && r.is(j-1, "every", "each", "per", "a", "an") {
			return r.repeated(u, 1000, j+1), true
		}
		return moment{}, false
	}
	if r.is(i, "a", "an", "per") && r.perUnit(i) {
		return r.repeated(r.word(i+1).unit, 1000, i+2), true
	}
	return moment{}, false
}

// perUnit says whether "a year" at i tells how often: behind a number, a sum or
// what is counted, with nothing behind it that makes it a length.
func (r *reader) perUnit(i int) bool {
	w := r.word(i + 1)
	if w.unit == noUnit || w.plural || len(w.name) == 1 || r.is(i+2, "ago", "later", "earlier", "before", "after", "from", "and") || r.mark(i+2, "-") {
		return false
	}
	if r.is(i, "per") {
		return true
	}
	if w.ordinal > 0 {
		return false
	}
	switch r.tag(i - 1) {
	case annotate.NUM, annotate.SYM:
		return r.at(i-1).digits != 4 || r.at(i-1).grouped
	case annotate.NOUN:
		return r.numberBefore(i - 1)
	}
	return r.mark(i-1, "%)") || r.word(i-1).number >= 100
}

// numberBefore says whether one of the three words up to i is a number.
func (r *reader) numberBefore(i int) bool {
	for k := i; k > i-4 && k >= r.first; k-- {
		if r.at(k).digits > 0 || r.word(k).number >= 0 || r.tag(k) == annotate.NUM {
			return true
		}
	}
	return false
}

// every reads every Monday, every two weeks, each year, every other day.
func (r *reader) every(i int) (moment, bool) {
	j := r.skip(i+1, "other", "single")
	if w := r.word(j); w.weekday > 0 && (!w.ambiguous || r.capital(j)) {
		return r.repeated(week, 1000, j+1), true
	}
	if w := r.word(j); w.season > 0 || w.month > 0 && r.capital(j) {
		return r.repeated(year, 1000, j+1), true
	}
	if n, e := r.ordinalAt(j); n > 1 && r.word(e).unit != noUnit {
		return r.repeated(r.word(e).unit, n*1000, e+1), true
	}
	if u := r.word(j).unit; u != noUnit && (!r.word(j).plural || j > i+1) && r.word(j).ordinal == 0 {
		n := 1000
		if r.is(i+1, "other") {
			n = 2000
		}
		return r.repeated(u, n, j+1), true
	}
	length, e, ok := r.lengthAt(j)
	if !ok || r.is(j, "a", "an") || j > i+1 {
		return moment{}, false
	}
	m := r.duration(length, e)
	m.kind = annotate.TimexSet
	m.why = either(m.duration != "", "how often", whyVague)
	return m, true
}

func (r *reader) repeated(u unit, n, end int) moment {
	return moment{end: end, kind: annotate.TimexSet, duration: iso([]amount{{n, u}}), why: "how often"}
}

// oldest is the greatest age that is believed of a bare number.
const oldest = 115

// age reads 34-year-old, 34 years old, aged 34, the age of 34, and the bare
// number behind a name: "Anna Sand, 34, said".
func (r *reader) age(i int) (moment, bool) {
	if r.is(i, "aged") || r.is(i, "age") {
		j := r.skip(i+1, "of", "between")
		if n, e, ok := r.countAt(j); ok && n > 0 && n <= 1000*oldest && !r.is(j, "a", "an") && r.word(e).unit == noUnit {
			return r.aged(n, year, e), true
		}
		return moment{}, false
	}
	if x := r.at(i); x.digits > 0 && x.digits < 4 && r.mark(i-1, ",") && r.mark(i+1, ",.") && !r.decimal(i+1) && x.num >= 1 && x.num <= oldest && !x.grouped && !x.glued && r.personBefore(i-2) {
		return r.aged(1000*x.num, year, i+1), true
	}
	n, e, ok := r.countAt(i)
	if !ok || n <= 0 {
		return moment{}, false
	}
	u := r.hyphen(e)
	w := r.word(u)
	if w.unit < dayUnit || w.unit > year {
		return moment{}, false
	}
	k := r.hyphen(u + 1)
	if r.is(k, "old", "olds") {
		return r.aged(n, w.unit, k+1), true
	}
	return moment{}, false
}

func (r *reader) aged(n int, u unit, end int) moment {
	return moment{end: end, kind: annotate.TimexAge, duration: iso([]amount{{n, u}}), why: "an age"}
}

// personBefore says whether lexeme i ends the name of a person.
func (r *reader) personBefore(i int) bool {
	t := r.at(i).token
	if t < 0 {
		return false
	}
	k := r.nameAt(t)
	return k < len(r.l.Entities) && r.l.Entities[k].Class == annotate.Person && r.l.Entities[k].End == t+1 && r.l.Entities[k].First <= t
}

// clock reads a time of day, to keep it apart from numbers: 3 p.m., 10:30, noon.
func (r *reader) clock(i int) (moment, bool) {
	x := r.at(i)
	e := i
	if x.digits == 1 || x.digits == 2 {
		e = i + 1
		minutes := r.mark(e, ":.") && r.at(e).glued && r.at(e+1).digits == 2 && r.at(e+1).glued && r.at(e+1).num < 60 && x.num <= 24
		colon := minutes && r.mark(e, ":")
		if minutes {
			e += 2
		}
		half, ok := r.halfDay(e)
		switch {
		case ok && x.num <= 12:
			e = half
		case !colon || x.glued || r.at(e).glued && r.mark(e, ":") || r.is(i-1, "record"):
			return moment{}, false
		}
		if e < r.end && (r.letters(e) == "GMT" || r.letters(e) == "EST" || r.letters(e) == "UTC" || r.letters(e) == "ET") {
			e++
		}
	} else if r.is(i, "noon", "midnight") {
		e = i + 1
	}
	if e == i {
		return moment{}, false
	}
	return moment{end: e, kind: annotate.TimexTime, why: "a time of day"}, true
}

// halfDay reads a.m. and p.m. in their spellings.
func (r *reader) halfDay(i int) (end int, ok bool) {
	if r.is(i, "am", "pm", "a.m.", "p.m.") {
		return i + 1, true
	}
	if c := r.letters(i); (c == "a" || c == "p" || c == "A" || c == "P") && r.mark(i+1, ".") && (r.letters(i+2) == "m" || r.letters(i+2) == "M") {
		if r.mark(i+3, ".") {
			return i + 4, true
		}
		return i + 3, true
	}
	return i, false
}
