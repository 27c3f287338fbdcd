package pledge

import (
	"slices"

	"onrecord/internal/record"
)

// ledger collects the pledges of an article.
type ledger struct {
	groups []*group
	open   []*mention // without a beneficiary, which may be the article's
}

// takeAll adds the mentions of a sentence, first those that are clear by
// themselves, so that others may mean them: "has not paid the $100m it pledged".
func (l *ledger) takeAll(mentions []*mention) {
	for _, m := range mentions {
		m.detail()
		if m.stands() {
			l.take(m)
		}
	}
	for _, m := range mentions {
		if !m.stands() {
			l.take(m)
		}
	}
}

// take adds a mention to the pledge that it means, or opens one, if it is clear
// enough.
func (l *ledger) take(m *mention) {
	g := l.find(m)
	if g == nil {
		l.context(m)
		if !m.stands() {
			if m.isOpen() {
				l.open = append(l.open, m)
			}
			return
		}
		g = &group{}
		l.groups = append(l.groups, g)
	}
	g.add(m)
}

// context gives a sum without a beneficiary that of the pledge told just before
// in the same paragraph: "Donors pledged 2bn for Sudan. Britain gave 110m."
func (l *ledger) context(m *mention) {
	if !m.hasSum() && !m.hasCount() || len(m.beneficiaries) > 0 || len(m.donors) == 0 || m.part || m.aside || len(l.groups) == 0 || m.chain[0].class != verb || m.chain[0].frame != frameGive || m.state.status > record.Delivered {
		return
	}
	if slices.ContainsFunc(m.things, func(x thing) bool { return m.forWhat(x) != "" || len(m.aims) > 0 }) {
		return
	}
	last := l.groups[len(l.groups)-1]
	n := last.mentions[len(last.mentions)-1]
	if n.passage != m.passage || m.Sentences[n.sentence].Block != m.Sentences[m.sentence].Block || m.sentence-n.sentence > 2 || n.state.status > record.Delivered {
		return
	}
	if m.hasCount() && !m.hasSum() && !m.firm() && !share(m.donors, last.donors) {
		return
	}
	m.beneficiaries = without(last.beneficiaries, m.donors)
}

// memory is how many pledges back a mention may find its own, and how many
// mentions of one are looked at: so that time stays linear in the document.
const memory = 64

// find returns the pledge that m means, nil for a new one.
func (l *ledger) find(m *mention) *group {
	for k := len(l.groups) - 1; k >= max(0, len(l.groups)-memory); k-- {
		g := l.groups[k]
		if g.apart(m) {
			continue
		}
		switch {
		case m.hasSum():
			if g.sharesSum(m) && !m.isAnother() || len(g.amounts) == 0 && g.isHeadline() && g.sameKind(m) {
				return g
			}
		case m.hasCount():
			if g.sharesCount(m) || !g.isCounted() && g.isHeadline() && g.sameKind(m) {
				return g
			}
		default:
			if g.news.state.status == record.Withdrawn && m.state.status < record.Delayed && !m.isBare() {
				continue
			}
			if m.definite && slices.ContainsFunc(m.things, func(x thing) bool { return g.meant(m.passage, m.sentence, x) }) || g.sameKind(m) {
				return g
			}
		}
	}
	return nil
}

// isBare says whether m tells no more of its thing than that it is planned or
// promised, by its noun: "the plan".
func (m *mention) isBare() bool { return len(m.chain) == 1 && m.chain[0].class == noun }

// note adds a remark to the pledge that it means, if it means one.
func (l *ledger) note(r *remark) {
	for k := len(l.groups) - 1; k >= max(0, len(l.groups)-memory); k-- {
		if g := l.groups[k]; g.meant(r.passage, r.sentence, r.thing) {
			g.note(r)
			return
		}
	}
}
