package pledge

import (
	"cmp"
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/amount"
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

// reach is how many sentences back "the package" may find what it means where
// the noun is another one ("the initiative").
const reach = 6

// ledger collects the pledges of an article.
type ledger struct {
	groups []*group
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
	if !m.hasSum() && !(m.hasCount() && m.firm()) || len(m.beneficiaries) > 0 || len(m.donors) == 0 || m.part || m.aside || len(l.groups) == 0 || m.chain[0].class != verb || m.chain[0].frame != frameGive || m.state.status > record.Delivered {
		return
	}
	if slices.ContainsFunc(m.things, func(x thing) bool { return m.forWhat(x) != "" || len(m.aims) > 0 }) {
		return
	}
	last := l.groups[len(l.groups)-1]
	n := last.mentions[len(last.mentions)-1]
	if n.passage != m.passage || m.Sentences[n.sentence].Block != m.Sentences[m.sentence].Block || m.sentence-n.sentence > 2 || len(last.amounts)+len(last.items) == 0 || n.state.status > record.Delivered {
		return
	}
	m.beneficiaries = without(last.beneficiaries, m.donors)
}

// find returns the pledge that m means, nil for a new one.
func (l *ledger) find(m *mention) *group {
	for k := len(l.groups) - 1; k >= 0; k-- {
		g := l.groups[k]
		if g.apart(m) {
			continue
		}
		switch {
		case m.hasSum():
			if g.sharesSum(m) && !m.isAnother() {
				return g
			}
		case m.hasCount():
			if g.sharesCount(m) {
				return g
			}
		default:
			if m.definite && slices.ContainsFunc(m.things, func(x thing) bool { return g.meant(m.passage, m.sentence, x) }) || g.sameKind(m) {
				return g
			}
		}
	}
	return nil
}

// apart says whether m is about other actors than g.
func (g *group) apart(m *mention) bool {
	return apart(g.donors, m.donors) && !share(m.wholes(g.donors), m.wholes(m.donors)) ||
		apart(g.beneficiaries, m.beneficiaries) && !share(m.wholes(g.beneficiaries), m.wholes(m.beneficiaries))
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
	return a.Value == b.Value && a.Low == b.Low && a.High == b.High && (a.Currency == b.Currency || a.Unit == b.Unit || a.Currency == "" || b.Currency == "")
}

func (g *group) sharesCount(m *mention) bool {
	for _, a := range m.counts() {
		if slices.ContainsFunc(g.items, func(b record.Item) bool {
			return a.Value != "" && a.Value == b.Value && (lastWord(a.What) == lastWord(b.What) || firstWord(a.What) == firstWord(b.What))
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
	return slices.ContainsFunc(m.things, func(x thing) bool { return x.noun >= 0 && g.names(m.Lemmas[x.noun]) })
}

// names says whether one of the pledge's things is called by a noun.
func (g *group) names(lemma string) bool {
	for _, m := range g.mentions {
		for _, x := range m.things {
			if x.noun >= 0 && m.Lemmas[x.noun] == lemma || m.Lemmas[x.head] == lemma {
				return true
			}
		}
	}
	return false
}

// meant says whether the definite phrase or pronoun x of sentence s means the
// pledge: by its chain of mentions, by the same noun anywhere before, or by a
// noun for pledges near by.
func (g *group) meant(p *passage, s int, x thing) bool {
	last := g.mentions[len(g.mentions)-1]
	if last.passage == p {
		if last.sentence == s && slices.ContainsFunc(last.things, func(y thing) bool { return y.head >= x.head }) {
			return false
		}
		if e := p.entity(x.head); e >= 0 && slices.ContainsFunc(g.mentions, func(m *mention) bool { return m.passage == p && m.means(e) }) {
			return true
		}
	}
	if x.pronoun || x.noun < 0 {
		return false
	}
	if g.names(p.Lemmas[x.noun]) {
		return true
	}
	near := last.passage == p && s-last.sentence <= reach
	return near && p.has(x.noun, anaphor) && (len(g.amounts) > 0 || g.mentions[0].isKind() || !p.has(x.noun, money))
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

// add merges a mention into the pledge.
func (g *group) add(m *mention) {
	g.mentions = append(g.mentions, m)
	g.proposers = add(g.proposers, m.proposers...)
	g.donors = add(g.donors, m.donors...)
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

// addCounts adds things that are not there yet.
func (g *group) addCounts(more []record.Item) {
	for _, c := range more {
		if !slices.ContainsFunc(g.items, func(b record.Item) bool { return b.Value == c.Value && lastWord(b.What) == lastWord(c.What) }) {
			g.items = append(g.items, c)
		}
	}
}

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

func (m *mention) old() bool { return m.state.past || m.aside }

// sums returns the sums of m, as the record has them.
func (m *mention) sums() []record.Amount {
	var out []record.Amount
	at := map[int]int{} // index in Amounts to index in out
	for _, x := range m.things {
		for _, k := range x.amounts {
			if _, ok := at[k]; ok {
				continue
			}
			a := m.Amounts[k]
			r := newsworthy(a)
			r.Hedge = m.hedge(a.Hedge)
			if e, ok := at[a.EquivalentOf]; ok && a.EquivalentOf >= 0 {
				r.EquivalentOf = e
			}
			at[k] = len(out)
			out = append(out, r)
		}
	}
	return out
}

// newsworthy makes a sum of the record out of one of the text, in the currency
// that news in English means by a bare unit: dollars are those of the United
// States.
func newsworthy(a annotate.Amount) record.Amount {
	r := record.Amount{
		Span: a.Span, Value: a.Value, Currency: a.Currency, Unit: a.Unit, Low: a.Low, High: a.High, About: a.About, Per: a.Per, EquivalentOf: -1,
	}
	if r.Currency != "" {
		return r
	}
	code, places := amount.News(a.Unit)
	r.Currency = code
	if places != 0 {
		r.Value, r.Low, r.High = amount.Shift(r.Value, places), amount.Shift(r.Low, places), amount.Shift(r.High, places)
	}
	return r
}

// hedge returns the words at tokens.
func (m *mention) hedge(tokens []int) string {
	if len(tokens) == 0 {
		return ""
	}
	return m.span(tokens[0], tokens[len(tokens)-1]+1).Of(m.Document.Text)
}

// counts returns the things of m that are counted, and goods without a number.
func (m *mention) counts() []record.Item {
	var out []record.Item
	for _, x := range m.things {
		for _, k := range x.numbers {
			n := m.Numbers[k]
			n.What = m.shared(k)
			if x.share {
				what := m.span(n.End-1, x.end)
				out = append(out, record.Item{Span: n.Cover(what), Value: n.Value, Low: n.Low, High: n.High, About: n.About, What: what.Of(m.Document.Text)})
				continue
			}
			out = append(out, record.Item{
				Span: n.Cover(m.span(n.What[0], max(x.end, n.What[1]))), Value: n.Value, Low: n.Low, High: n.High, About: n.About,
				What: m.span(n.What[0], max(x.end, n.What[1])).Of(m.Document.Text),
			})
		}
		if len(x.numbers) == 0 && len(x.amounts) == 0 && x.noun >= 0 && m.has(x.noun, goods) {
			s := m.span(m.bare(x), x.end)
			out = append(out, record.Item{Span: s, What: s.Of(m.Document.Text)})
		}
	}
	return out
}

// bare returns the first word of the phrase of x that is no determiner.
func (m *mention) bare(x thing) int {
	i := x.first
	for i < x.noun && (m.Tags[i] == annotate.DET || m.Tags[i] == annotate.CCONJ || m.Tags[i] == annotate.ADP || m.Tags[i] == annotate.PRON || m.Tags[i] == annotate.PUNCT || m.Tags[i] == annotate.PART || m.refs[i] > 0 && m.Tags[i] != annotate.PROPN) {
		i++
	}
	return i
}

func lastWord(s string) string {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == ' ' {
			return s[i+1:]
		}
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
