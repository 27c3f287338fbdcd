package pledge

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// stands says whether the mention is clear enough to be a pledge of its own;
// lexicon.txt has the words. Without a public actor nothing is.
//
//	a sum            of aid, or firmly promised, or with a donor and a beneficiary
//	counted goods    with a donor or a beneficiary
//	aid, an aid package, goods without a number
//	                 with both, or with one of them where the words are firm
//	a part of a sum  with a beneficiary of its own
func (m *mention) stands() bool {
	donor := slices.ContainsFunc(m.donors, m.isPublic) || m.hasSum() && m.byPublic()
	getter := slices.ContainsFunc(m.beneficiaries, m.isPublic)
	proposer := slices.ContainsFunc(m.proposers, m.isPublic)
	if !donor && !getter && !proposer || m.part && !getter {
		return false
	}
	if share(m.wholes(m.donors), m.wholes(m.beneficiaries)) {
		return false
	}
	if len(m.things) == 1 && m.things[0].pronoun {
		return false
	}
	if m.things[0].share {
		return donor && (getter || m.isFirm || m.state.status == record.Agreed)
	}
	both := (donor || proposer || len(m.donors) > 0) && getter
	bad := m.state.status >= record.Delayed
	switch {
	case m.hasSum():
		return m.isKind() || both || m.isFirm && (donor || getter || m.state.status == record.Proposed) || m.is(goods) || m.is(container) && getter
	case m.hasCount():
		return donor || getter
	case m.isKind():
		return both || (donor || getter) && (m.isFirm || bad && m.hasVerb())
	case both && (m.is(money) || bad && m.is(container)):
		return true
	case m.is(goods):
		return both || bad && m.isRefusal()
	}
	return false
}

// isElse says whether what a chain tells of goods is something else than giving:
// an invasion ("sent troops to"), trade or a siege ("cut gas supplies"), a purchase
// ("paid 2 billion for missiles").
func (p *passage) isElse(chain []step, x thing, st state) bool {
	first, top := chain[0], chain[len(chain)-1]
	if p.Is(first.at, "pay", "spend") && p.has(p.Oblique(first.at, "for"), goods) {
		return true
	}
	if x.noun < 0 || len(x.amounts) > 0 {
		return false
	}
	isForce := p.has(x.noun, force) || p.Is(x.noun, "carrier") && p.lowerOf(x.noun-1) == "aircraft"
	if isForce && first.status == record.Delivered && first.class == verb && (st.status == record.Delivered || first.at == top.at && p.mood(top.at).progressive) {
		return true
	}
	for k := x.first; k < x.end; k++ {
		if p.has(k, trade) || p.has(k, siege) && (st.status == record.Reduced || st.status == record.Withdrawn || st.status == record.Delayed) {
			return true
		}
	}
	return false
}

// hasVerb says whether a verb is among the predicates.
func (m *mention) hasVerb() bool {
	return slices.ContainsFunc(m.chain, func(s step) bool { return s.class == verb })
}

// isRefusal says whether a registered actor does not give what it could, so
// that no beneficiary need be told: "ruled out sending warships".
func (m *mention) isRefusal() bool {
	if len(m.chain) < 2 && m.state.status != record.Refused || m.state.negated {
		return false
	}
	return slices.ContainsFunc(m.donors, func(id record.ActorID) bool {
		return m.isPublic(id) && (m.article.Register == nil || m.article.Register.Actor(id) != nil)
	})
}

// byPublic says whether who acts is public though nobody in particular: "rich
// nations", "donors", or somebody who bars a gift.
func (m *mention) byPublic() bool {
	for k, s := range m.chain {
		who := -1
		switch {
		case s.class != verb:
			continue
		case s.frame == frameGive:
			who = m.giver(m.chain, k)
		case s.frame == frameBar && m.isPassive(s.at):
			who = m.Agent(s.at)
		default:
			who = m.subject(s.at)
		}
		if who >= 0 && (m.has(who, organ) && m.Tags[who] == annotate.NOUN && m.Is(who, "nation", "country", "donor", "state", "government", "ally", "member") || s.frame == frameBar && slices.ContainsFunc(m.actors(who), m.isPublic)) {
			return true
		}
	}
	return false
}
