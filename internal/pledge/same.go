package pledge

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// apart says whether m is about other actors than g, or about what was given as
// against what is proposed.
func (g *group) apart(m *mention) bool {
	return g.isYardstick(m) || apart(g.donors, m.donors) && !share(m.wholes(g.donors), m.wholes(m.donors)) ||
		apart(g.beneficiaries, m.beneficiaries) && !share(m.wholes(g.beneficiaries), m.wholes(m.beneficiaries))
}

// isYardstick says whether one of m and g is what was given before and the other
// what is to be given: "the allies have given 40 billion a year" is the yardstick
// of the proposal of 40 billion a year, not its fulfilment.
func (g *group) isYardstick(m *mention) bool {
	if m.definite || !m.hasSum() {
		return false
	}
	given := m.state.status == record.Delivered && !m.state.negated
	all := func(status record.Status) bool {
		return !slices.ContainsFunc(g.recent(), func(n *mention) bool { return n.state.status != status || n.state.negated })
	}
	return given && all(record.Proposed) || m.state.status == record.Proposed && all(record.Delivered)
}

func (g *group) sharesSum(m *mention) bool {
	for _, a := range m.sums() {
		if slices.ContainsFunc(g.amounts, func(b record.Amount) bool { return sameSum(a, b) }) {
			return true
		}
	}
	return false
}

// isAnother says whether the words set a sum apart from those before: "another
// $800 million".
func (m *mention) isAnother() bool {
	return slices.ContainsFunc(m.things, func(x thing) bool {
		return m.lower(x.first) == "another" || x.first > 0 && m.lower(x.first-1) == "another"
	})
}

// sameSum says whether two sums are of one value; a currency that one of them
// leaves open may be the other's.
func sameSum(a, b record.Amount) bool {
	return (a.Value == b.Value && a.Low == b.Low && a.High == b.High || bounds(a, b) || bounds(b, a)) && (a.Currency == b.Currency || a.Unit == b.Unit || a.Currency == "" || b.Currency == "")
}

// bounds says whether a bounds the sum that b tells ("up to 35 billion", "35
// billion").
func bounds(a, b record.Amount) bool {
	return a.Value == "" && b.Value != "" && (a.Low == b.Value || a.High == b.Value)
}

func (g *group) sharesCount(m *mention) bool {
	for _, a := range m.counts() {
		if slices.ContainsFunc(g.items, func(b record.Item) bool {
			return a.Value != "" && a.Value == b.Value && (lastWord(a.What) == lastWord(b.What) || firstName(a.What) == firstName(b.What))
		}) {
			return true
		}
	}
	return false
}

// sameKind says whether m tells again of the same goods or aid from the same
// donors to the same beneficiaries.
func (g *group) sameKind(m *mention) bool {
	if len(m.donors) == 0 || len(m.beneficiaries) == 0 || !share(g.donors, m.donors) || !share(g.beneficiaries, m.beneficiaries) {
		return false
	}
	return slices.ContainsFunc(m.things, func(x thing) bool {
		for k := x.first; k < x.end; k++ {
			if m.has(k, goods|aid) && g.names(m.Lemmas[k]) {
				return true
			}
		}
		return false
	})
}

// recent returns the last mentions.
func (g *group) recent() []*mention { return g.mentions[max(0, len(g.mentions)-memory):] }

// names says whether one of the pledge's things is called by a noun.
func (g *group) names(lemma string) bool {
	for _, m := range g.recent() {
		for _, x := range m.things {
			for k := x.first; k < x.end; k++ {
				if m.Lemmas[k] == lemma {
					return true
				}
			}
		}
	}
	return false
}

// reach is how many sentences back "the package" may find what it means where
// the noun is another one ("the initiative").
const reach = 6

// meant says whether the definite phrase or pronoun x of sentence s means the
// pledge: by its chain of mentions, by the same noun anywhere before, or by a
// noun for pledges near by.
func (g *group) meant(p *passage, s int, x thing) bool {
	last := g.mentions[len(g.mentions)-1]
	if last.passage == p {
		if last.sentence == s && slices.ContainsFunc(last.things, func(y thing) bool { return y.head == x.head }) {
			return true
		}
		if last.sentence == s && slices.ContainsFunc(last.things, func(y thing) bool { return y.head > x.head }) {
			return false
		}
		if e := p.entity(x.head); e >= 0 && slices.ContainsFunc(g.recent(), func(m *mention) bool { return m.passage == p && m.means(e) }) {
			return true
		}
	}
	if x.pronoun && !last.aside && p.startsSentence(x.head) && last.passage == p && s-last.sentence <= 2 && p.has(p.Head(x.head), aim) {
		return true // It is meant to …
	}
	if x.pronoun || x.noun < 0 {
		return false
	}
	if p.isContrasted(x) && g.news.state.status != record.Withdrawn {
		return false
	}
	if g.names(p.Lemmas[x.noun]) {
		return true
	}
	near := last.passage == p && s-last.sentence <= reach
	return near && p.has(x.noun, anaphor) && (len(g.amounts) > 0 || g.mentions[0].isKind() || !p.has(x.noun, money))
}

// isContrasted says whether a phrase sets its thing apart from the one told of
// last: "the first plan".
func (p *passage) isContrasted(x thing) bool {
	for k := x.first; k < x.end; k++ {
		if p.Tags[k] != annotate.ADJ {
			continue
		}
		switch p.lower(k) {
		case "first", "second", "third", "original", "initial", "earlier", "previous", "former", "old", "other", "different":
			return true
		}
	}
	return false
}

// startsSentence says whether token i is the first word of its sentence.
func (p *passage) startsSentence(i int) bool { return i == p.sentenceStart(i) }

// isHeadline says whether the pledge is told first in a headline, which sums up
// what the article then tells.
func (g *group) isHeadline() bool {
	m := g.mentions[0]
	b := m.Sentences[m.sentence].Block
	return len(g.mentions) == 1 && b >= 0 && b < len(m.Blocks) && m.Blocks[b].Kind == annotate.Headline
}

// means says whether one of the things of m belongs to chain e of mentions.
func (m *mention) means(e int) bool {
	return slices.ContainsFunc(m.things, func(x thing) bool {
		return m.passage.entity(x.head) == e || x.noun >= 0 && m.passage.entity(x.noun) == e
	})
}

// entity returns the chain of the mention that token i heads, -1 for none.
func (p *passage) entity(i int) int {
	k, ok := slices.BinarySearchFunc(p.Mentions, i, func(m annotate.Mention, i int) int { return cmp.Compare(m.First, i+1) })
	_ = ok
	for k--; k >= 0 && p.Mentions[k].First > i-12; k-- {
		if p.Mentions[k].Head == i {
			return p.Mentions[k].Chain
		}
	}
	return -1
}

func lastWord(s string) string {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == ' ' {
			return s[i+1:]
		}
	}
	return s
}

// firstName is the first word; of a model, one or several: "F-16" of "F-16s".
func firstName(s string) string {
	if s = firstWord(s); strings.ContainsAny(s, "0123456789") {
		return strings.TrimSuffix(s, "s")
	}
	return s
}

func firstWord(s string) string {
	for i := range len(s) {
		if s[i] == ' ' {
			return s[:i]
		}
	}
	return s
}
