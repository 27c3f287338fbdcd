package pledge

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/internal/record"
	"onrecord/internal/text"
)

// group is one pledge with all its mentions, in the order of the text.
type group struct {
	mentions []*mention
	news     *mention // that tells the latest status
	roles
	purpose  string
	aims     []text.Span
	binding  string
	amounts  []record.Amount
	items    []record.Item
	evidence []text.Span // of remarks
}

// add merges a mention into the pledge.
func (g *group) add(m *mention) {
	g.mentions = append(g.mentions, m)
	g.proposers = add(g.proposers, m.proposers...)
	if len(g.donors) == 0 || !m.definite {
		for _, id := range m.donors {
			if !slices.Contains(m.wholes(g.donors), m.whole(id)) {
				g.donors = append(g.donors, id)
			}
		}
	}
	g.beneficiaries = add(g.beneficiaries, without(m.beneficiaries, g.donors)...)
	if g.purpose == "" || g.purpose == "aid" && m.purpose != "" {
		g.purpose = m.purpose
	}
	g.aims = add(g.aims, m.aims...)
	g.binding = cmp.Or(g.binding, m.binding)
	g.addSums(m.sums())
	g.addCounts(m.counts())
	if g.news == nil || newer(m, g.news) {
		g.news = m
	}
}

// addCounts adds things that are not there yet. A number makes the same thing
// without one superfluous.
func (g *group) addCounts(more []record.Item) {
	for _, c := range more {
		known := func(b record.Item) bool {
			return (lastWord(b.What) == lastWord(c.What) || isModel(b.What) && firstName(b.What) == firstName(c.What)) && (b.Value == c.Value && b.Low == c.Low && b.High == c.High || !isNumber(c))
		}
		if slices.ContainsFunc(g.items, known) {
			continue
		}
		bare := func(b record.Item) bool { return !isNumber(b) && lastWord(b.What) == lastWord(c.What) }
		if k := slices.IndexFunc(g.items, bare); k >= 0 {
			g.items[k] = c
			continue
		}
		g.items = append(g.items, c)
	}
}

// isModel says whether the first word of a thing's name is that of a model.
func isModel(what string) bool { return strings.ContainsAny(firstWord(what), "0123456789") }

func isNumber(i record.Item) bool { return i.Value+i.Low+i.High != "" }

// isCounted says whether a number of things is told.
func (g *group) isCounted() bool { return slices.ContainsFunc(g.items, isNumber) }

// addSums adds sums that are not there yet and points equivalents at theirs.
func (g *group) addSums(more []record.Amount) {
	place := make([]int, len(more))
	for k, a := range more {
		place[k] = slices.IndexFunc(g.amounts, func(b record.Amount) bool { return sameSum(a, b) })
		if place[k] >= 0 {
			continue
		}
		if a.EquivalentOf >= 0 {
			a.EquivalentOf = place[a.EquivalentOf]
		}
		place[k] = len(g.amounts)
		g.amounts = append(g.amounts, a)
	}
}

// stage ranks the statuses by how far a pledge has come, where no time tells
// which is news; 5 may come after any other.
var stage = [...]int{
	record.Proposed: 0, record.Pledged: 1, record.Agreed: 2, record.Allocated: 3, record.Delivered: 5,
	record.Delayed: 5, record.Reduced: 5, record.Refused: 5, record.Withdrawn: 5,
}

// newer says whether a, which stands behind b or before it, tells the later
// news: what is recalled is older, a later time is newer, and without times
// what comes later in the life of a pledge, then in the text.
func newer(a, b *mention) bool {
	if a.old() != b.old() {
		return b.old()
	}
	_, ta := a.time.Days()
	_, tb := b.time.Days()
	if ta != "" && tb != "" && ta != tb {
		return ta > tb
	}
	return stage[a.state.status] >= stage[b.state.status] && !a.state.negated
}

func (g *group) note(r *remark) {
	first := g.mentions[0]
	first.conditions = add(first.conditions, r.hangs...)
	first.duration = cmp.Or(first.duration, r.duration)
	g.aims = add(g.aims, r.aims...)
	items := r.contents.counts()
	g.addCounts(items)
	if g.binding == "" {
		m := &mention{passage: r.passage, chain: []step{{at: r.verb}}, details: details{aims: r.aims}}
		g.binding = m.bindingAims()
	}
	evidence := r.span(min(r.thing.first, r.verb), max(r.thing.end, r.verb+1))
	for _, s := range slices.Concat(r.aims, r.hangs) {
		evidence = evidence.Cover(s)
	}
	for _, i := range items {
		evidence = evidence.Cover(i.Span)
	}
	g.evidence = append(g.evidence, evidence)
}
