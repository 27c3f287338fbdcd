package pledge

import (
	"slices"
	"strconv"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/edtf"
	"onrecord/internal/record"
)

// times reads the expressions of time of the sentence: how long and when it is
// given, and when it came to the status.
func (m *mention) times() {
	end := m.sentenceEnd(m.top())
	for i := m.sentenceStart(m.top()); i < end; i++ {
		k := m.held[i]
		if k == 0 {
			continue
		}
		x := m.Timexes[k-1]
		m.timex(x)
		i = max(i, x.End-1)
	}
}

// timex puts an expression of time where it belongs: the length or the period of
// the gift, or the time of its status. What lies ahead is never the time of the
// status.
func (m *mention) timex(x annotate.Timex) {
	before := m.lowerOf(x.First - 1)
	if x.First > 0 && m.inAmount(x.First-1) && !m.isGiven(x.First-1) {
		return // of another sum: up from $315 million last year
	}
	switch x.Type {
	case annotate.TimexDuration:
		if m.duration == "" && x.Duration != "" && m.lasts(x, before) {
			m.duration = x.Duration
			m.shows(x)
		}
	case annotate.TimexDate, annotate.TimexTime:
		if x.Date != "" {
			m.date(x, before)
		}
	}
}

// lasts says whether a length, behind the word before, is that of the gift. One
// that stands before a noun is that noun's: "a two-day meeting" tells nothing of
// what is promised there.
func (m *mention) lasts(x annotate.Timex, before string) bool {
	i := m.outer(x.First, x.End)
	switch h := m.Head(i); {
	case h < x.End || m.Relations[i] != "amod" && m.Relations[i] != "compound" && m.Relations[i] != "nmod" && m.Relations[i] != "nummod":
	case !m.isVerbal(h) && m.sentenceEnd(i) > h && !m.isStep(h):
		return m.ofThing(x)
	}
	return m.concerns(x) && (slices.Contains(lasting, before) || m.isDuring(x))
}

// lasting lists the words before a duration by which it is the gift's.
var lasting = []string{"over", "for", "during", "within", "a"}

// concerns says whether an expression of time hangs on a thing or predicate of m.
func (m *mention) concerns(x annotate.Timex) bool { return m.ofThing(x) || m.ofChain(x) }

// date takes a date, behind the word before, as period of the gift or time of
// its status.
func (m *mention) date(x annotate.Timex, before string) {
	if d := m.deadline(x); d != "" && m.duration == "" && m.concerns(x) {
		m.duration = d
	}
	thing := m.ofThing(x) && (m.isLater(x.Date) || !x.Date.IsDay() && before != "since" && !x.Relative)
	if x.Relative && x.Date.IsDay() && m.isLater(x.Date) && m.isPast(m.top()) {
		return // a day to come of what is past: wrongly resolved
	}
	given := m.state.status == record.Delivered && !m.state.negated
	later := m.isLater(x.Date) || strings.HasPrefix(string(x.Date), "../") && !given
	switch {
	case later && !thing && m.isDecision():
	case (thing || later) && m.period == "" && (thing || m.ofChain(x)):
		m.period = m.until(x, before)
		m.shows(x)
	case m.time == "" && !later && m.ofChain(x):
		m.time = x.Date
		m.shows(x)
	}
}

// isDecision says whether what is to come is no gift but that one agrees on it:
// "expects leaders to agree on the pledge in July".
func (m *mention) isDecision() bool {
	return m.state.status == record.Proposed && slices.ContainsFunc(m.chain, func(s step) bool {
		return s.class == verb && s.frame == frameGive && s.status == record.Agreed
	})
}

// deadline returns how long a stretch is that is told as a length from now:
// "within 12 months", "over the next four years".
func (m *mention) deadline(x annotate.Timex) edtf.Duration {
	near := false
	for k := x.First; k < x.End; k++ {
		switch m.lower(k) {
		case "within", "next", "coming":
			near = true
		}
	}
	if !near || x.End < x.First+3 {
		return ""
	}
	n := m.Lemmas[x.End-2]
	if k := slices.Index(small, n); k >= 0 {
		n = strconv.Itoa(k + 1)
	} else if _, err := strconv.Atoi(n); err != nil {
		return ""
	}
	unit := map[string]string{"day": "D", "week": "W", "month": "M", "year": "Y"}[m.Lemmas[x.End-1]]
	if unit == "" {
		return ""
	}
	return edtf.Duration("P" + n + unit)
}

// small are the numbers that news writes as words.
var small = []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// isPast says whether verb i is in the simple past.
func (p *passage) isPast(i int) bool {
	return p.isParticiple(i) && p.Lemmas[i] != p.lower(i) && p.Child(i, "aux") < 0 && !strings.HasSuffix(p.lower(i), "s")
}

// shows adds an expression of time, with its preposition, to the evidence.
func (m *mention) shows(x annotate.Timex) {
	first := x.First
	if first > m.sentenceStart(first) && m.Tags[first-1] == annotate.ADP {
		first--
	}
	m.evidence = append(m.evidence, m.span(first, x.End))
}

// isDuring says whether the words of the expression themselves say "over".
func (m *mention) isDuring(x annotate.Timex) bool {
	w := m.lower(x.First)
	return w == "over" || w == "for" || strings.HasSuffix(m.lower(x.End-1), "-year") || m.Relations[m.outer(x.First, x.End)] == "amod" || m.Relations[m.outer(x.First, x.End)] == "compound"
}

// until makes the period of a date: "by 2030" and "until 2027" are open at the
// left.
func (m *mention) until(x annotate.Timex, before string) edtf.Date {
	if (before == "by" || before == "until" || before == "till" || before == "through") && !strings.Contains(string(x.Date), "/") {
		return edtf.Between("", x.Date)
	}
	return x.Date
}

// isLater says whether d begins after the article appeared.
func (m *mention) isLater(d edtf.Date) bool {
	from, to := d.Days()
	_, published := m.article.Published.Days()
	if published == "" {
		return false
	}
	if from == "" {
		return to > published
	}
	return from > published || to > published && len(d) == 4
}

// ofThing says whether the expression hangs on one of the things.
func (m *mention) ofThing(x annotate.Timex) bool {
	h := m.Head(m.outer(x.First, x.End))
	return h >= 0 && !m.isVerbal(h) && slices.ContainsFunc(m.things, func(t thing) bool {
		return h == t.head || h == t.noun || h >= t.first && h < t.end
	})
}

// ofChain says whether the verb that rules the expression is one of the chain's
// predicates, or stands above them.
func (m *mention) ofChain(x annotate.Timex) bool {
	i := m.outer(x.First, x.End)
	for range maxClimb {
		if i = m.Head(i); i < 0 {
			return false
		}
		if m.isStep(i) {
			return true
		}
		if m.isVerbal(i) {
			return m.Above(i, m.top()) && !m.isApart(i) || m.has(i, sum) && m.Above(m.top(), i)
		}
	}
	return false
}

// isApart says whether the clause of m has a time of its own against the verb i
// above: it is relative, or opened by a word of time or reason ("days after China
// offered a loan").
func (m *mention) isApart(i int) bool {
	k := m.top()
	for range maxClimb {
		switch m.Relations[k] {
		case "acl":
			return true
		case "advcl":
			if c := m.Child(k, "mark", "case"); c >= 0 && c < k && m.lower(c) != "to" {
				return true
			}
		}
		if k = m.Head(k); k < 0 || k == i {
			return false
		}
	}
	return false
}

// said returns when m was said, where saying it is what gives it its status.
func (m *mention) said() edtf.Date {
	if m.state.status >= record.Delivered && m.state.status != record.Refused {
		return ""
	}
	for _, s := range m.told() {
		if s.Said.IsDay() && s.SaidBasis == record.Spoken {
			return s.Said
		}
	}
	return ""
}
