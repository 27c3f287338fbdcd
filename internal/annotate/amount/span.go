package amount

import "math/big"

// connector steps over what makes a range of two numbers: a dash between
// figures, "to" without "from", "and" with "between", "or". first and end are
// the atoms of the number before it.
func (r *reader) connector(first, end int) (next int, ok bool) {
	if end+1 >= len(r.atoms) {
		return end, false
	}
	switch c := r.letter(&r.atoms[end]); {
	case isHyphen(c):
		tight := r.atoms[end].glued && r.atoms[end+1].glued
		return end + 1, tight || c == '–' && !r.atoms[end].glued && !r.atoms[end+1].glued && r.isFigures(end+1)
	case r.is(end, "to"):
		return end + 1, !r.is(first-1, "from")
	case r.role(end) == conjunction:
		return end + 1, r.is(first-1, "between")
	case r.is(end, "or"):
		return end + 1, true
	}
	return end, false
}

// span reads the range that begins with n, or n alone; high is nil then. Of
// sums whose currency stands before the figures ("$3 to 5 billion") the second
// number must carry a scale, because it may count something else ("$50 to 100
// families").
func (r *reader) span(n *numeral, prefixed bool) (low, high *big.Rat, end int) {
	low, end = n.value, n.end
	k, ok := r.connector(n.first, end)
	if prefixed {
		k, ok = r.connector(n.first-1, end)
	}
	if !ok || n.vague() || n.fraction || r.labelled(n.first) || r.timed(n.first, n.end) {
		return low, nil, end
	}
	dash := isHyphen(r.letter(&r.atoms[end]))
	if dash && !r.isFigures(k) && n.figures {
		return low, nil, end
	}
	m, ok := r.numeral(k)
	if !ok || m.vague() || m.fraction || m.first != k || m.figures != n.figures {
		return low, nil, end
	}
	if prefixed && !dash && (m.scale == 0 || n.scale > 0) {
		return low, nil, end
	}
	if dash && m.end < len(r.atoms) && isHyphen(r.letter(&r.atoms[m.end])) && r.isFigures(m.end+1) { // 555-1234-1
		return low, nil, end
	}
	if dash && n.first > 0 && isHyphen(r.letter(&r.atoms[n.first-1])) && r.atoms[n.first].glued {
		return low, nil, end
	}
	s, ok := shared(low, n.scale, m.value, m.scale)
	if !ok || r.year(k-2) && r.year(k) {
		return low, nil, end
	}
	n.scale = m.scale
	return s, m.value, m.end
}

// year says whether atom i is figures written as years are.
func (r *reader) year(i int) bool {
	return r.isFigures(i) && isYear(r.text[r.atoms[i].start:r.atoms[i].end])
}

// shared gives the first number of a range the scale of the second where it has
// none and is the smaller for it: 10-15 billion. ok is false where the first is
// not below the second.
func shared(low *big.Rat, lowScale int, high *big.Rat, highScale int) (*big.Rat, bool) {
	if lowScale == 0 && highScale > 0 {
		if s := scaled(low, highScale); s.Cmp(high) < 0 {
			low = s
		}
	}
	return low, low.Cmp(high) < 0
}

// isPercent says whether a sign or word of percent stands at atom i.
func (r *reader) isPercent(i int) bool { _, ok := r.percent(i); return ok }

// percent steps over "%", "percent", "per cent"; percentage points are things
// that are counted.
func (r *reader) percent(i int) (end int, ok bool) {
	i = r.joined(i)
	switch {
	case i >= len(r.atoms):
		return i, false
	case r.letter(&r.atoms[i]) == '%', r.letter(&r.atoms[i]) == '٪':
		end = i + 1
	case r.role(i) == percent:
		end = i + 1
	case r.is(i, "per") && r.is(i+1, "cent"):
		end = i + 2
	default:
		return i, false
	}
	return end, !r.is(r.joined(end), "point") && !r.is(r.joined(end), "points")
}
