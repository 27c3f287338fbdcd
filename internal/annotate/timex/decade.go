package timex

// decadeDate reads the 1990s, the '90s, the nineties, the early twenty-tens.
func (r *reader) decadeDate(i int) (moment, bool) {
	j := r.skip(i, "the")
	first, e, ok := r.decadeDigits(i, j)
	if !ok {
		first, e, ok = r.decadeWords(i, j)
	}
	if !ok {
		return moment{}, false
	}
	m := period(decade, midnight(first, 1, 1))
	m.end, m.year, m.why = e, first, "a decade of the calendar"
	return m, true
}

// decadeDigits reads the digits of a decade at j: 1990s, 1990's, '90s, 90s.
func (r *reader) decadeDigits(i, j int) (first, end int, ok bool) {
	k := j
	if r.mark(k, "'") {
		k++
	}
	x := r.at(k)
	if x.digits == 0 || x.num%10 != 0 || x.grouped {
		return 0, i, false
	}
	end = k + 1
	if !x.plural {
		if r.mark(end, "'") {
			end++
		}
		if !r.is(end, "s") {
			return 0, i, false
		}
		end++
	}
	switch {
	case x.digits == 4 && plausible(x.num):
		return x.num, end, true
	case x.digits == 2 && (k > i || r.is(i-1, "in")):
		return decadeOf(x.num), end, true
	}
	return 0, i, false
}

// decadeWords reads a decade in words at j: nineties, nineteen seventies,
// twenty-tens, noughties.
func (r *reader) decadeWords(i, j int) (first, end int, ok bool) {
	high, e := r.below100(j)
	if high >= 18 && high <= 20 {
		e = r.hyphen(e)
	} else {
		high, e = 0, j
	}
	d := r.word(e).decade
	switch {
	case d < 0, high == 0 && j == i, r.is(i-1, "his", "her", "their"):
		return 0, i, false
	case high > 0:
		return high*100 + d, e + 1, true
	}
	return decadeOf(d), e + 1, true
}

// decadeOf gives a decade its century: the twenties are those of this one, the
// thirties those of the last.
func decadeOf(d int) int {
	if d < 30 {
		return 2000 + d
	}
	return 1900 + d
}

// centuryDate reads the 19th century, counted as historians do in hundreds.
func (r *reader) centuryDate(i int) (moment, bool) {
	n, j := r.ordinalAt(r.skip(i, "the"))
	if j = r.hyphen(j); n < 1 || n > 22 || !r.is(j, "century") {
		return moment{}, false
	}
	m := period(century, midnight(max((n-1)*100, 1), 1, 1))
	m.end, m.why = j+1, "a century of the calendar"
	return m, true
}
