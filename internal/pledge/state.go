package pledge

import (
	"onrecord/internal/record"
)

// state is what a chain of predicates says of a gift.
type state struct {
	status   record.Status
	known    bool // a predicate has told the status
	negated  bool
	possible bool
	past     bool // told as earlier than the rest: "had promised"
	void     bool // no pledge after all
	why      string
	by       int  // the step that decided
	said     bool // a predicate of announcing is among them
	promised bool // a noun of promising is among the predicates
}

// judge folds the predicates of a chain, from the nearest to the thing to the
// farthest, into a state.
//
//	deliver → refuse          refused: the outer one decides
//	deliver, with will        pledged
//	deliver, with has yet to  delayed
//	send → plan, with no      proposed, negated
//	deny ← promise            pledged, negated
func (p *passage) judge(chain []step) state {
	var s state
	for k, x := range chain {
		before := s
		p.fold(&s, x)
		if s.status != before.status || s.known != before.known || s.negated != before.negated {
			s.by = k
		}
		p.modify(&s, x)
		if s.void {
			return s
		}
	}
	if len(chain) == 0 || !s.known {
		s.void = true
		return s
	}
	for _, x := range chain {
		s.void = s.void || p.supposes(x.at)
	}
	s.void = s.void || p.isUnsaid(chain[len(chain)-1])
	if top := chain[len(chain)-1].at; p.isHypothetical(top) || p.isQuestion(top) || p.Relations[top] == "csubj" {
		s.void = true
	}
	return s
}

// fold lets predicate x decide over what the ones below it have told.
func (p *passage) fold(s *state, x step) {
	bad := s.known && s.status >= record.Delayed
	switch x.frame {
	case frameKeep:
		return
	case frameDeny:
		s.negated = !s.negated
		return
	case frameFail:
		if s.status == record.Pledged { // failed to keep a promise
			s.status = record.Delivered
		}
		s.negated = !s.negated
		return
	case frameVoid:
		s.void = true
		return
	case frameSay:
		s.said = s.said || !x.over
		if s.known && s.status != record.Proposed || s.negated {
			return
		}
	case frameIntend, framePropose, frameAsk:
		if bad { // considers cutting: nothing has come of it yet
			s.void = !x.settled
			return
		}
		if s.said && x.frame == frameIntend { // is set to announce
			s.status = record.Proposed
			return
		}
		if s.promised && x.frame == frameIntend && !p.Is(x.at, "expect", "hope", "want", "wish") { // intends to meet its promise
			s.status = record.Pledged
			return
		}
	case frameBar:
		if p.isSaying(x.from) { // rejected claims
			s.negated = !s.negated
			return
		}
		if s.known && s.status == record.Proposed && x.class == noun {
			return
		}
	case frameGive:
		if bad && x.status < record.Delayed { // agreed to cut: that is what happens
			return
		}
	}
	if x.silent {
		return
	}
	s.promised = s.promised || x.class == noun && x.firm
	s.status, s.known = x.status, true
}

// isSaying says whether token i is a noun for what is said: "reports".
func (p *passage) isSaying(i int) bool {
	e := p.predicate(i)
	return e != nil && e.class == noun && e.frame == frameKeep && !e.way
}

// modify lets the helpers and negations of predicate x change what it tells.
func (p *passage) modify(s *state, x step) {
	not := p.isNegated(x.at)
	switch {
	case x.class == noun:
		s.negated = s.negated != not
		return
	case p.hasYet(x.at):
		s.await(x)
		return
	}
	m := p.mood(x.at)
	s.past = s.past || m.had && !p.isReported(x.at) // in reported speech it only shifts back
	switch {
	case x.status == record.Refused && not && p.Is(x.at, "rule"): // does not rule out
		s.status, s.possible = record.Proposed, true
	case m.may:
		s.mayBe(x, not)
	case x.frame == frameSay && !x.over && !not:
	case m.future && s.known && s.status < record.Delayed:
		s.foresee(x, not)
	case m.would && s.known && s.status >= record.Delayed:
		s.void = true
	case m.would && s.known && p.isReported(x.at):
		s.foresee(x, not)
	case m.would && s.known:
		s.status, s.negated = record.Proposed, s.negated != not
	case m.progressive && s.known && s.status == record.Delivered && !not:
		s.status = record.Pledged
	default:
		s.negated = s.negated != not
	}
}

// await changes what is told of something that has yet to happen: what is to be
// given is late, what is to be decided is proposed.
func (s *state) await(x step) {
	switch {
	case s.status == record.Delivered || s.status == record.Pledged && x.frame == frameGive:
		s.status, s.why = record.Delayed, "yet to"
	case s.status < record.Delayed:
		s.status = record.Proposed
	default:
		s.void = true
	}
}

// mayBe changes what is told as possible: what may be given is proposed; that
// one may ask, or give less, or not, is no pledge.
func (s *state) mayBe(x step, not bool) {
	s.void = x.frame == frameAsk || x.frame == framePropose || s.known && s.status >= record.Delayed || not
	s.status, s.possible = record.Proposed, true
}

// foresee changes what is told of the future: what will be given is pledged,
// what will be pledged or agreed is proposed; what will not is refused.
func (s *state) foresee(x step, not bool) {
	switch {
	case not:
		s.status = record.Refused
	case s.status == record.Delivered, s.status == record.Allocated && !x.vote:
		s.status = record.Pledged
	case s.status == record.Pledged && (x.frame == frameSay || x.frame == frameGive && !x.firm):
	default:
		s.status = record.Proposed
	}
}
