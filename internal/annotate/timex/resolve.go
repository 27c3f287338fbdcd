package timex

// farAhead is how many days ahead a day without a year is at most: "to leave a
// Sept. 11 memorial" the day after means the one that was.
const farAhead = 300

// nearFactor is how many times nearer the coming month or season must be than
// the one that was, where no verb tells which is meant.
const nearFactor = 4

// resolve picks the year of what has none.
func (r *reader) resolve(m moment, at int) moment {
	if m.inYear == nil {
		return m
	}
	end, kind, about := m.end, m.kind, m.about
	if !r.dated {
		n := unknown(m.unit, whyUndated)
		n.end, n.kind, n.relative, n.about = end, kind, true, about
		return n
	}
	y, _, _ := r.now.date()
	n := m.in(y)
	told := r.direction(at)
	if r.is(at, "since") {
		told = looksBack
	}
	ahead := told == looksAhead || told == mayLookAhead
	switch {
	case n.known && ahead && n.to < r.now:
		later := m.in(y + 1)
		if told == looksAhead && (m.unit > dayUnit || later.from-r.now < farAhead) || later.from-r.now < r.now-n.to {
			n = later
		}
	case n.known && !ahead && n.from > r.now:
		before := m.in(y - 1)
		if told == looksBack || (n.from-r.now)*nearFactor > r.now-before.to {
			n = before
		}
	case !n.known && n.why == whyNoDay: // 29 February
		for k := 1; k <= 8 && !n.known; k++ {
			n = m.in(y - k)
			if ahead {
				n = m.in(y + k)
			}
		}
	}
	if !n.known && n.why == whyOther {
		for _, k := range []int{y, y - 1, y + 1} {
			if n = m.in(k); n.known {
				break
			}
		}
	}
	n.end, n.kind, n.relative, n.about = end, kind, true, about
	n.why = either(n.known, "the year nearest to the document's date", n.why)
	return n
}
