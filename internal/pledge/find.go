package pledge

import (
	"slices"

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
	aside     bool // in a relative clause: what was before
	definite  bool // its thing points at something told of
	statement []record.StatementID
	why       []string
}

// mentions returns what sentence s of the passage tells of pledges.
func (p *passage) mentions(s int, amounts, numbers []int) []*mention {
	var out []*mention
	for _, x := range p.things(p.Sentences[s], amounts, numbers) {
		chains := p.relatives(max(x.noun, x.head))
		main := p.chain(x.head)
		for _, c := range append([][]step{main}, chains...) {
			m := p.mention(s, c, x)
			if m == nil {
				continue
			}
			m.aside = len(c) > 0 && &c[0] != &main0(main)[0]
			if k := slices.IndexFunc(out, m.sameClause); k >= 0 {
				out[k].join(m)
				continue
			}
			out = append(out, m)
		}
	}
	return out
}

func main0(c []step) []step {
	if len(c) == 0 {
		return []step{{}}
	}
	return c
}

// mention judges thing x under a chain of predicates; nil if that is no pledge.
func (p *passage) mention(s int, chain []step, x thing) *mention {
	if len(chain) == 0 {
		return nil
	}
	st := p.judge(chain)
	if st.void {
		return nil
	}
	m := &mention{passage: p, sentence: s, things: []thing{x}, chain: chain, state: st}
	m.roles = p.roles(chain, x)
	if x.giver > chain[0].at && len(m.donors) > 0 {
		r := roles{}
		p.give(&r, p.alone(x.giver))
		if len(r.donors) > 0 {
			m.donors, m.proposers = r.donors, r.proposers
		}
	}
	m.definite = x.pronoun || p.isDefinite(x.head)
	return m
}

// sameClause says whether n is about the same giving as m: one nearest
// predicate, and nobody else who gets it.
func (m *mention) sameClause(n *mention) bool {
	return m.chain[0].at == n.chain[0].at && len(m.chain) == len(n.chain) && !apart(m.donors, n.donors) && !apart(m.beneficiaries, n.beneficiaries)
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
}

// hasSum says whether a sum is told.
func (m *mention) hasSum() bool {
	return slices.ContainsFunc(m.things, func(x thing) bool { return len(x.amounts) > 0 })
}

// hasCount says whether things are counted.
func (m *mention) hasCount() bool {
	return slices.ContainsFunc(m.things, func(x thing) bool { return len(x.numbers) > 0 })
}

// is says whether one of the things is of a list.
func (m *mention) is(in list) bool {
	return slices.ContainsFunc(m.things, func(x thing) bool { return x.noun >= 0 && m.has(x.noun, in) })
}

// isKind says whether a thing's phrase says that it is aid: "aid package".
func (m *mention) isKind() bool {
	return slices.ContainsFunc(m.things, func(x thing) bool {
		for k := x.first; k < x.end; k++ {
			if m.has(k, aid) && m.Tags[k] != annotate.VERB {
				return true
			}
		}
		return false
	})
}

// firm says whether a predicate of the chain makes a sum a pledge by itself.
func (m *mention) firm() bool {
	return slices.ContainsFunc(m.chain, func(s step) bool { return s.firm })
}

// stands says whether the mention is clear enough to be a pledge of its own;
// lexicon.txt has the words. Without a public actor nothing is.
//
//	a sum            of aid, or firmly promised, or with a donor and a beneficiary
//	counted goods    with a donor or a beneficiary
//	aid, an aid package, goods without a number
//	                 with both, or with one of them where the words are firm
func (m *mention) stands() bool {
	donor := slices.ContainsFunc(m.donors, m.isPublic)
	getter := slices.ContainsFunc(m.beneficiaries, m.isPublic)
	proposer := slices.ContainsFunc(m.proposers, m.isPublic)
	if !donor && !getter && !proposer {
		return false
	}
	if share(m.wholes(m.donors), m.wholes(m.beneficiaries)) {
		return false
	}
	if len(m.things) == 1 && m.things[0].pronoun {
		return false
	}
	both := (donor || proposer) && getter
	bad := m.state.status >= record.Delayed
	switch {
	case m.hasSum():
		return m.isKind() || both || m.firm() && (donor || getter) || m.is(goods) || m.is(container) && getter
	case m.hasCount():
		return donor || getter
	case m.isKind():
		return both || (donor || getter) && (m.firm() || bad)
	case m.is(goods):
		return both
	}
	return false
}
