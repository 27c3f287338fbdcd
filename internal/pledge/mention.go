package pledge

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// mention is one place in an article that tells of a pledge.
type mention struct {
	*passage
	sentence int
	things   []thing
	chain    []step
	state    state
	roles
	details
	aside    bool // in a relative clause: what was before
	part     bool // named as a part of a whole
	isFirm   bool // it, or a clause about its thing, is firm
	definite bool // its thing points at something told of
}

// mentions returns what sentence s of the passage tells of pledges.
func (p *passage) mentions(s int, amounts, numbers []int) []*mention {
	var out []*mention
	var last []step // the chain of the thing before
	for _, x := range p.things(p.Sentences[s], amounts, numbers) {
		main := p.chain(x.head)
		if len(main) == 0 && x.giver >= 0 {
			main = last // and Norway 3bn
		}
		if len(main) == 0 && len(x.amounts) > 0 {
			main = p.before(x)
		}
		if len(main) > 0 {
			last = main
		}
		out = p.put(out, p.mention(s, main, x, false))
		for _, c := range p.relatives(x) {
			m := p.mention(s, c, x, true)
			if m != nil && m.state.status == record.Delivered && !m.state.negated && p.isRecord(x) {
				m.aside, m.state.status, m.state.why = false, record.Pledged, superlative
			}
			out = p.put(out, m)
		}
	}
	for _, m := range out { // a firm promise of a thing makes other words on it firm
		m.isFirm = slices.ContainsFunc(out, func(n *mention) bool { return n.things[0].head == m.things[0].head && n.firm() })
	}
	return p.respectively(out)
}

// before returns the chain of the verb right before thing x, but for names
// and determiners, where the tree has hung the thing elsewhere ("offered Pakistan
// a package said to be worth …").
func (p *passage) before(x thing) []step {
	for k := x.first - 1; k >= max(p.sentenceStart(x.first), x.first-6); k-- {
		switch p.Tags[k] {
		case annotate.DET, annotate.ADJ, annotate.NOUN, annotate.PROPN, annotate.PRON, annotate.PART:
		case annotate.VERB:
			e := p.predicate(k)
			if e == nil || p.isPassive(k) || !e.firm && (p.Child(k, "obj") >= 0 || e.frame != frameGive && e.frame != frameSay && e.frame != framePropose) {
				return nil
			}
			return append([]step{{k, x.head, p.asTold(k, e)}}, p.chain(k)...)
		default:
			return nil
		}
	}
	return nil
}

// superlative is why what "has been given" is only pledged.
const superlative = "superlative"

// isRecord says whether thing x, or what it is in, is the greatest of its kind:
// "the largest package of equipment that Britain has given" is a new one, which
// the relative clause only compares.
func (p *passage) isRecord(x thing) bool {
	for _, h := range []int{x.head, p.Head(x.head)} {
		if h < 0 || !p.isNominal(h) {
			continue
		}
		for _, j := range p.Children(h) {
			if p.Tags[j] == annotate.ADJ && int(j) < h && (p.Is(int(j), "largest", "biggest", "large", "big", "great", "greatest") && strings.HasSuffix(p.lower(int(j)), "est")) {
				return true
			}
		}
	}
	return false
}

// put adds m to the mentions of its sentence, to one of the same clause if there
// is one.
func (p *passage) put(out []*mention, m *mention) []*mention {
	if m == nil {
		return out
	}
	if k := slices.IndexFunc(out, m.holds); k >= 0 {
		m.things = slices.Concat(out[k].things, m.things)
		out[k] = m
		return out
	}
	if k := slices.IndexFunc(out, m.sameClause); k >= 0 {
		out[k].join(m)
		return out
	}
	return append(out, m)
}

// holds says whether n, told before, is a part of what m gives: the vehicles of "a
// package that Britain has given, including 400 vehicles and 60 boats".
func (m *mention) holds(n *mention) bool {
	return n.part && !m.part && m.chain[0].at == n.chain[0].at && n.is(goods) && !n.hasSum()
}

// says whether a word stands in sentence s.
func (p *passage) says(s int, word string) bool {
	for i := p.Sentences[s].First; i < p.Sentences[s].End; i++ {
		if p.lower(i) == word {
			return true
		}
	}
	return false
}

// mention judges thing x under a chain of predicates, of a relative clause if it
// is aside; nil if that is no pledge.
func (p *passage) mention(s int, chain []step, x thing, aside bool) *mention {
	if len(chain) == 0 || !aside && (p.isFraction(x) || p.isParted(chain[0].at, x.first)) {
		return nil
	}
	if s := chain[0]; x.noun >= 0 && p.has(x.noun, arms) && s.class == verb && s.frame == frameGive && (s.status == record.Withdrawn || s.status == record.Reduced) {
		return nil // withdrew its soldiers
	}
	st := p.judge(chain)
	if st.void || x.share && st.status > record.Agreed {
		return nil
	}
	if p.isElse(chain, x, st) {
		return nil
	}
	m := &mention{passage: p, sentence: s, things: []thing{x}, chain: chain, state: st, aside: aside, part: p.isPart(x)}
	m.roles = p.roles(chain, x)
	if x.giver > chain[0].at && len(m.donors) > 0 {
		r := roles{}
		p.give(&r, p.gapDonor(x.giver))
		m.donors, m.proposers = r.donors, r.proposers
	}
	if m.part {
		m.beneficiaries = without(p.goalOf(x.head, x.noun), m.donors)
	}
	m.things = append(m.things, p.packed(s, x)...)
	m.definite = x.pronoun || p.isAnaphor(x.head)
	return m
}

// top is the outermost predicate of m.
func (m *mention) top() int { return m.chain[len(m.chain)-1].at }

// isParted says whether a word of supposing stands between a predicate and its
// thing: the parser has then hung it too high ("will be halved unless donors
// provide $242m").
func (p *passage) isParted(at, first int) bool {
	for k := at + 1; k < first; k++ {
		switch p.lower(k) {
		case "if", "unless", "whether":
			return true
		}
	}
	return false
}

// isFraction says whether only a part of thing x is spoken of: "half of the
// $4bn".
func (p *passage) isFraction(x thing) bool {
	k := x.first - 1
	if p.lowerOf(k) == "the" {
		k--
	}
	if p.lowerOf(k) != "of" || k < 1 {
		return false
	}
	return p.Tags[k-1] == annotate.NUM || slices.Contains([]string{"half", "third", "quarter", "part", "percent", "most", "some", "%"}, p.lower(k-1))
}

// sameClause says whether m is about the same giving as n, told before it: one
// nearest predicate, and nobody else who gets it. Goods that are part of a sum
// are: "$570 million in aid, including 10 howitzers".
func (m *mention) sameClause(n *mention) bool {
	if m.chain[0].at != n.chain[0].at || m.aside != n.aside || n.part {
		return false
	}
	if m.part {
		return m.is(goods) && !m.hasSum()
	}
	return len(m.chain) == len(n.chain) && !apart(m.donors, n.donors) && !apart(m.beneficiaries, n.beneficiaries)
}

// apart says whether two lists are known and have nothing in common.
func apart(a, b []record.ActorID) bool { return len(a) > 0 && len(b) > 0 && !share(a, b) }

// join adds the things of n, of the same clause, to m.
func (m *mention) join(n *mention) {
	m.things = append(m.things, n.things...)
	m.donors = add(m.donors, n.donors...)
	m.proposers = add(m.proposers, n.proposers...)
	m.beneficiaries = add(m.beneficiaries, n.beneficiaries...)
	m.definite = m.definite && n.definite
	if n.state.why == superlative {
		m.state, m.aside = n.state, n.aside
	}
}

// hasSum says whether a sum is told.
func (m *mention) hasSum() bool {
	return slices.ContainsFunc(m.things, func(x thing) bool { return len(x.amounts) > 0 || x.like > 0 })
}

// hasCount says whether things are counted.
func (m *mention) hasCount() bool {
	return slices.ContainsFunc(m.things, func(x thing) bool { return len(x.numbers) > 0 })
}

// is says whether one of the things is of a list.
func (m *mention) is(in list) bool {
	return slices.ContainsFunc(m.things, func(x thing) bool { return x.noun >= 0 && m.has(x.noun, in) })
}

// isKind says whether a thing's phrase says that it is a gift: "aid package",
// "arms package".
func (m *mention) isKind() bool {
	return slices.ContainsFunc(m.things, func(x thing) bool {
		for k := x.first; k < x.end; k++ {
			if m.Tags[k] != annotate.VERB && (m.has(k, aid) || k != x.noun && m.has(x.noun, container) && m.has(k, goods)) {
				return true
			}
		}
		return false
	})
}

// firm says whether a predicate of the chain makes a sum a pledge by itself, or
// agrees to give.
func (m *mention) firm() bool {
	for k := 1; k < len(m.chain); k++ { // agreed to give
		if m.chain[k].status == record.Agreed && m.chain[k].class == verb && m.chain[k].frame == frameGive && m.chain[k-1].frame == frameGive {
			return true
		}
	}
	return slices.ContainsFunc(m.chain, func(s step) bool { return s.firm })
}

func (m *mention) old() bool { return m.state.past || m.aside }
