package amount

import (
	"sort"

	"onrecord/internal/annotate"
)

// addNumber adds the number that begins with atom i, if one does, and returns
// the atom from which to read on. A number within an expression of time is
// none.
func (r *reader) addNumber(i int) int {
	if n, ok := r.ordinal(i); ok {
		if !r.timed(n.first, n.end) {
			r.put(&n, annotate.Number{Value: decimal(n.value), Ordinal: true}, n.end)
		}
		return n.end
	}
	if end, ok := r.percentOf(i); ok {
		return end
	}
	n, ok := r.numeral(i)
	if !ok {
		return i + 1
	}
	low, high, end := r.span(&n, false)
	n.end = end
	out := annotate.Number{}
	if e, ok := r.percent(end); ok {
		n.end, out.Unit = e, "%"
		if m, ok := r.percentTo(&n); high == nil && ok {
			n.end, high = m.end, m.value
		}
	}
	if r.timed(n.first, n.end) || out.Unit == "" && r.pronoun(&n) {
		return n.end
	}
	c := r.around(n.first, n.end)
	out.Value, out.Low, out.High = bounds(low, high, &c)
	out.About = c.about || n.vague()
	r.put(&n, out, c.end)
	return n.end
}

// percentTo reads the second percentage of a range of two: "10% to 15%".
func (r *reader) percentTo(n *numeral) (m numeral, ok bool) {
	k, ok := r.connector(n.first, n.end)
	if !ok {
		return m, false
	}
	if m, ok = r.numeral(k); !ok || m.vague() || n.vague() || n.value.Sign() < 0 || n.value.Cmp(m.value) >= 0 {
		return m, false
	}
	m.end, ok = r.percent(m.end)
	return m, ok
}

// put adds a number with the thing that it counts, which may begin with atom
// next.
func (r *reader) put(n *numeral, out annotate.Number, next int) {
	out.Span, out.First, out.End = r.cover(n.first, n.end)
	if k := len(r.Numbers); k > 0 && r.Numbers[k-1].Span.End > out.Start {
		return
	}
	if k := len(r.Amounts); k > 0 && r.Amounts[k-1].Span.End > out.Start {
		return
	}
	if !r.within(out.First) && !n.share && !r.labels(n) && !r.inName(out.First, out.End) {
		out.What = r.what(&out, r.tokenAt(next))
	}
	r.Numbers = append(r.Numbers, out)
}

// within says whether a token is part of what the number before it counts: the
// 2 of "14 Challenger 2 tanks".
func (r *reader) within(token int) bool {
	if len(r.Numbers) == 0 {
		return false
	}
	w := r.Numbers[len(r.Numbers)-1].What
	return w[0] <= token && token < w[1]
}

// percentOf reads "percent of 20", which forms ask for.
func (r *reader) percentOf(i int) (end int, ok bool) {
	e, ok := r.percent(i)
	if !ok || r.atoms[i].kind != letters || !r.is(e, "of") || i > 0 && r.counts(i-1) {
		return i, false
	}
	n, ok := r.cardinal(e + 1)
	if !ok || n.end < len(r.atoms) && r.atoms[n.end].kind != mark || r.startsMoney(n.end) {
		return i, false
	}
	n.first = i
	r.put(&n, annotate.Number{Value: decimal(n.value), Unit: "%"}, n.end)
	return n.end, true
}

// ordinal reads "third", "21st", "twenty-first".
func (r *reader) ordinal(i int) (n numeral, ok bool) {
	a := &r.atoms[i]
	n = numeral{first: i, end: i + 1, ordinal: true}
	if a.word.role != ordinal && a.word.role != ten {
		return n, false
	}
	if _, ok := r.fraction(i); ok {
		return n, false
	}
	switch {
	case a.kind == figures && a.word.role == ordinal:
		n.value, ok = r.value(a)
		return n, ok
	case a.word.role == ordinal && !a.word.plural && r.adjective(i):
		n.value = bigInt(a.word.value)
		return n, true
	case a.word.role == ten:
		if d, ok := r.denominator(i); ok && !d.plural {
			n.value, n.end = bigInt(d.value), d.end
			return n, true
		}
		if k := r.joined(i + 1); r.role(k) == ordinal && r.atoms[k].word.value <= 2 && !r.atoms[k].word.plural {
			n.value, n.end = bigInt(a.word.value+r.atoms[k].word.value), k+1
			return n, true
		}
	}
	return n, false
}

// adjective says whether the word at atom i is used as an adjective, so that
// "first" is no adverb and "second" no length of time.
func (r *reader) adjective(i int) bool {
	if len(r.Tags) == 0 {
		return true
	}
	t := r.Tags[r.atoms[i].token]
	return t == annotate.ADJ || t == annotate.NUM
}

// timed says whether atoms first to end belong to an expression of time: it
// holds them, or goes on behind them. A time within a number ("five billion and
// three quarters") is none.
func (r *reader) timed(first, end int) bool {
	s, _, _ := r.cover(first, end)
	k := sort.Search(len(r.Timexes), func(k int) bool { return r.Timexes[k].Span.End > s.Start })
	for ; k < len(r.Timexes) && r.Timexes[k].Start < s.End; k++ {
		if t := r.Timexes[k]; t.Contains(s) || t.Span.End > s.End {
			return true
		}
	}
	return false
}

// pronoun says whether the number is the pronoun "one" or stands in "no one".
func (r *reader) pronoun(n *numeral) bool {
	if n.end != n.first+1 || !r.is(n.first, "one") {
		return false
	}
	if r.is(n.first-1, "no") || r.is(n.first-1, "any") || r.is(n.first-1, "every") || r.is(n.end, "another") {
		return true
	}
	return len(r.Tags) > 0 && r.Tags[r.atoms[n.first].token] != annotate.NUM
}

// labels says whether a noun before the number is labelled by it: "Article 5",
// "No. 10"; or figures are joined to others: 5-4, 2222/2222.
func (r *reader) labels(n *numeral) bool {
	for _, k := range [...]int{n.first - 1, n.end} {
		if k >= 0 && k+1 < len(r.atoms) && r.atoms[k].kind == mark && r.atoms[k+1].glued && (k < n.first || r.atoms[k].glued) {
			c := r.letter(&r.atoms[k])
			if (isHyphen(c) || c == '/' || c == ':') && (k < n.first && r.isFigures(k-1) || k >= n.end && r.isFigures(k+1)) {
				return true
			}
		}
	}
	return r.labelled(n.first) && (n.figures || r.is(n.first-1, "number"))
}

// labelled says whether a noun or sign that numbers label stands before atom i.
func (r *reader) labelled(i int) bool {
	k := i - 1
	if k > 0 && r.letter(&r.atoms[k]) == '.' && r.atoms[k].glued {
		k--
	}
	if k < 0 {
		return false
	}
	return r.letter(&r.atoms[k]) == '#' || r.atoms[k].kind == letters && surroundings.alone["label"][r.lower(k)]
}

// inName says whether a name goes beyond the tokens before first: "Group of
// Seven".
func (r *reader) inName(first, end int) bool {
	k := sort.Search(len(r.Entities), func(k int) bool { return r.Entities[k].End > first })
	return k < len(r.Entities) && r.Entities[k].First < first && r.Entities[k].End >= end
}

// tokenAt returns the token in which atom i begins, the one behind the sentence
// where there is none.
func (r *reader) tokenAt(i int) int {
	if i >= len(r.atoms) {
		return r.atoms[len(r.atoms)-1].token + 1
	}
	return r.atoms[i].token
}
