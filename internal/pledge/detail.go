package pledge

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/edtf"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// details are what a mention tells beside who and how much.
type details struct {
	duration   edtf.Duration
	period     edtf.Date
	time       edtf.Date
	purpose    string
	aims       []text.Span
	conditions []text.Span
	binding    string
	evidence   text.Span
}

// detail fills in what the clause of m tells beside who and how much.
func (m *mention) detail() {
	m.evidence = m.clause()
	m.times()
	m.purpose = m.purposeOf()
	m.aims = m.aimsOf()
	m.conditions = m.conditionsOf()
	m.binding = m.bindingOf()
}

// top is the outermost predicate of m.
func (m *mention) top() int { return m.chain[len(m.chain)-1].at }

// clause returns the words of m: from the first to the last of its actors,
// predicates and things.
func (m *mention) clause() text.Span {
	first, end := m.things[0].first, m.things[0].end
	grow := func(a, b int) { first, end = min(first, a), max(end, b) }
	for _, x := range m.things {
		grow(x.first, x.end)
	}
	for _, s := range m.chain {
		grow(s.at, s.at+1)
		for _, j := range m.Children(s.at) {
			k := int(j)
			switch m.Relations[k] {
			case "nsubj", "iobj", "obj", "aux", "advmod":
				if k >= m.sentenceStart(s.at) && k < m.sentenceEnd(s.at) && m.near(k, s.at) {
					a, b := m.short(k)
					grow(a, b)
				}
			case "obl", "nmod":
				if slices.Contains(goals, m.Preposition(k)) {
					grow(k, k+1)
				}
			}
		}
	}
	for _, x := range m.things {
		if g := m.goalToken(x); g >= 0 {
			grow(g, g+1)
		}
	}
	return m.span(first, end)
}

func (m *mention) near(k, at int) bool { return k-at < 25 && at-k < 25 }

// short returns the phrase of token k without the clauses behind it.
func (m *mention) short(k int) (first, end int) {
	first, end = m.phrase(k)
	return first, end
}

// goalToken returns the name of who gets thing x, by what hangs on it.
func (p *passage) goalToken(x thing) int {
	for _, h := range []int{x.head, x.noun} {
		if h < 0 {
			continue
		}
		for _, j := range p.Children(h) {
			if r := p.Relations[j]; (r == "nmod" || r == "obl") && slices.Contains(goals, p.Preposition(int(j))) && int(j) > h {
				return int(j)
			}
		}
	}
	return -1
}

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

func (m *mention) timex(x annotate.Timex) {
	before := m.lowerOf(x.First - 1)
	switch x.Type {
	case annotate.TimexDuration:
		if m.duration == "" && x.Duration != "" && (m.ofThing(x) || m.ofChain(x)) && (before == "over" || before == "for" || before == "during" || before == "within" || before == "a" || m.isDuring(x)) {
			m.duration = x.Duration
		}
	case annotate.TimexDate, annotate.TimexTime:
		if x.Date == "" {
			return
		}
		thing := m.ofThing(x) && (m.isLater(x.Date) || !x.Date.IsDay() && before != "since" && !x.Relative)
		later := m.isLater(x.Date) || strings.HasPrefix(string(x.Date), "../") && (m.state.status != record.Delivered || m.state.negated)
		switch {
		case (thing || later) && m.period == "" && (thing || m.ofChain(x)):
			m.period = m.until(x, before)
		case m.time == "" && m.ofChain(x):
			m.time = x.Date
		}
	}
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
		if slices.ContainsFunc(m.chain, func(s step) bool { return s.at == i }) {
			return true
		}
		if m.isVerbal(i) {
			return m.Above(i, m.top()) || m.has(i, sum) && m.Above(m.top(), i)
		}
	}
	return false
}

// purposeOf returns what the gift is for, as the words have it: the kind of aid
// ("military aid"), else what stands behind "for" and is nobody ("for the
// reconstruction of Gaza"), else "aid".
func (m *mention) purposeOf() string {
	plain := ""
	if x := m.things[0]; x.share {
		return m.sharedAim(x)
	}
	for _, x := range m.things {
		for k := x.end - 1; k >= x.first; k-- {
			if m.Tags[k] == annotate.VERB || !m.has(k, aid) && !m.Is(k, "support", "funding", "financing") || m.held[k] > 0 {
				continue
			}
			first := m.modifiers(k, x.first)
			if first < k {
				return m.span(first, k+1).Of(m.Document.Text)
			}
			if plain == "" && m.has(k, aid) && !m.Is(k, "loan", "grant", "donation") {
				plain = m.span(k, k+1).Of(m.Document.Text)
			}
		}
	}
	for _, x := range m.things {
		if f := m.forWhat(x); f != "" {
			return f
		}
	}
	return plain
}

// sharedAim returns what a share is committed to: "cut emissions", "defense".
func (m *mention) sharedAim(x thing) string {
	v := m.Head(x.head)
	if o := m.Child(v, "obj"); o >= 0 && o != x.head {
		_, end := m.phrase(o)
		return m.span(v, end).Of(m.Document.Text)
	}
	if o := m.Oblique(v, "on", "to", "for"); o >= 0 {
		first, end := m.phrase(o)
		return m.span(first, end).Of(m.Document.Text)
	}
	return ""
}

// modifiers returns the first of the words before noun k that tell its kind:
// adjectives and nouns that name nobody.
func (m *mention) modifiers(k, stop int) int {
	first := k
	for i := k - 1; i >= stop; i-- {
		switch {
		case m.refs[i] > 0 || m.held[i] > 0 || m.inAmount(i):
			return first
		case m.Tags[i] == annotate.ADJ && kindless[m.lower(i)]:
			return first
		case m.Tags[i] == annotate.ADJ, m.Tags[i] == annotate.NOUN:
			first = i
		case (m.Tags[i] == annotate.CCONJ || m.Tags[i] == annotate.PUNCT && (m.Word(i) == "-" || m.Word(i) == ",")) && i > stop:
			if m.Tags[i-1] != annotate.ADJ && m.Tags[i-1] != annotate.NOUN && m.Word(i-1) != "," || m.has(i-1, goods) || kindless[m.lower(i-1)] {
				return first
			}
		default:
			return first
		}
	}
	return first
}

// kindless lists adjectives that do not tell the kind of aid.
var kindless = map[string]bool{
	"new": true, "further": true, "additional": true, "more": true, "extra": true, "fresh": true, "comprehensive": true, "large": true, "big": true,
	"huge": true, "massive": true, "major": true, "significant": true, "such": true, "other": true, "much-needed": true, "same": true, "total": true,
	"latest": true, "recent": true, "initial": true, "annual": true, "full": true, "considerable": true, "proposed": true, "promised": true, "planned": true, "vital": true, "critical": true, "crucial": true, "next": true, "first": true,
	"second": true, "third": true, "last": true, "previous": true, "long-awaited": true, "delayed": true, "substantial": true, "immediate": true, "urgent": true,
}

// forWhat returns the words behind "for" or "towards" that hang on thing x and
// name nobody.
func (m *mention) forWhat(x thing) string {
	for _, h := range []int{x.noun, x.head, m.chain[0].at} {
		if h < 0 {
			continue
		}
		for _, j := range m.Children(h) {
			k := int(j)
			if k < h || m.Relations[k] != "nmod" && m.Relations[k] != "obl" || !slices.Contains([]string{"for", "toward", "towards"}, m.Preposition(k)) {
				continue
			}
			if m.isGiven(k) || m.has(k, goods|organ) || len(m.actors(k)) > 0 || m.held[k] > 0 || m.Tags[k] == annotate.PRON || m.inAmount(k) {
				continue
			}
			first, end := m.Subtree(k)
			if c := m.Child(k, "case"); c >= 0 && c < k {
				first = c + 1
			}
			return m.span(first, m.closed(first, end)).Of(m.Document.Text)
		}
	}
	return ""
}

// isGiven says whether token k is in one of the things.
func (m *mention) isGiven(k int) bool {
	return slices.ContainsFunc(m.things, func(x thing) bool { return k >= x.first && k < x.end || k == x.head || k == x.noun })
}

// closed shortens a phrase to before the first comma, bracket or verb in it.
func (m *mention) closed(first, end int) int {
	for i := first + 1; i < end; i++ {
		if m.Tags[i] == annotate.PUNCT && m.Word(i) != "-" && m.Word(i) != "–" {
			return i
		}
		if m.held[i] > 0 || m.Tags[i] == annotate.PRON && m.isRelative(i) {
			if m.Tags[i-1] == annotate.ADP {
				return max(i-1, first+1)
			}
			return i
		}
	}
	return end
}
