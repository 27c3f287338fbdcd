package pledge

import (
	"strings"

	"onrecord/internal/annotate"
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
		if s.known && s.status != record.Proposed || s.negated {
			return
		}
	case frameIntend, framePropose, frameAsk:
		if bad { // considers cutting: nothing has come of it yet
			s.void = !x.plan
			return
		}
		if s.promised && x.frame == frameIntend { // intends to meet its promise
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
	if x.class == noun {
		s.negated = s.negated != not
		return
	}
	if p.hasYet(x.at) {
		switch {
		case s.status == record.Delivered || s.status == record.Pledged && x.frame == frameGive:
			s.status = record.Delayed
			s.why = "yet to"
		case s.status < record.Delayed:
			s.status = record.Proposed
		default:
			s.void = true
		}
		return
	}
	m := p.mood(x.at)
	if m.had && !p.isReported(x.at) { // in reported speech it only shifts back
		s.past = true
	}
	switch {
	case x.frame == frameGive && x.status == record.Refused && not && p.Is(x.at, "rule"): // does not rule out
		s.status, s.possible = record.Proposed, true
	case m.may:
		if x.frame == frameAsk || x.frame == framePropose {
			s.void = true
			return
		}
		if s.known && s.status >= record.Delayed || not {
			s.void = true
			return
		}
		s.status, s.possible = record.Proposed, true
	case x.frame == frameSay && !x.over && !not:
	case m.future && s.known && s.status < record.Delayed:
		p.foresee(s, x, not)
	case m.would && s.known:
		if s.status >= record.Delayed {
			s.void = true
			return
		}
		if p.isReported(x.at) {
			p.foresee(s, x, not)
			return
		}
		s.status = record.Proposed
		s.negated = s.negated != not
	case m.progressive && s.known && s.status == record.Delivered && !not:
		s.status = record.Pledged
	default:
		s.negated = s.negated != not
	}
}

// foresee changes what is told of the future: what will be given is pledged,
// what will be pledged or agreed is proposed; what will not is refused.
func (p *passage) foresee(s *state, x step, not bool) {
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

// mood is what the helpers of a verb say.
type mood struct{ future, would, may, had, progressive bool }

func (p *passage) mood(i int) mood {
	var m mood
	be := false
	for _, j := range p.Children(i) {
		k := int(j)
		if k > i || p.Relations[k] != "aux" && p.Relations[k] != "cop" {
			continue
		}
		switch p.Lemmas[k] {
		case "will", "shall":
			m.future = true
		case "would":
			m.would = true
		case "may", "might", "could", "can", "should", "must", "ought":
			m.may = true
		case "have":
			m.had = m.had || p.lower(k) == "had" || p.lower(k) == "'d"
		case "be":
			be = true
		}
	}
	w := p.lower(i)
	m.progressive = be && strings.HasSuffix(w, "ing") && p.Tags[i] == annotate.VERB
	if p.heads(i) {
		m.future = true
	}
	if p.lowerOf(i-1) == "to" && i >= 2 { // is to send, is going to send
		h := p.Head(i)
		if p.lower(i-2) == "going" || p.Is(i-2, "be") && (h == i-2 || h < 0 || p.Head(i-2) == i) {
			m.future = true
		}
	}
	return m
}

// heads says whether verb i is the infinitive of a headline: "Germany to send
// tanks".
func (p *passage) heads(i int) bool {
	if i == 0 || p.lowerOf(i-1) != "to" {
		return false
	}
	if p.Relations[i] == "root" {
		return p.nsubj(i) >= 0
	}
	h := p.Head(i)
	return p.Relations[i] == "acl" && h >= 0 && p.refs[h] > 0 && p.Head(h) < 0
}

// isUnsaid says whether the outermost predicate of a chain is an infinitive
// that nothing known rules: a purpose, or an unknown verb's complement, of which
// nobody says that it is so.
func (p *passage) isUnsaid(x step) bool {
	if x.class != verb || p.lowerOf(x.at-1) != "to" || p.hasYet(x.at) || p.heads(x.at) {
		return false
	}
	m := p.mood(x.at)
	return !m.future && p.Child(x.at, "aux", "nsubj") < 0
}

// isNegated says whether predicate i is denied by a word of its own.
func (p *passage) isNegated(i int) bool {
	for _, j := range p.Children(i) {
		k := int(j)
		switch p.Lemmas[k] {
		case "not", "n't", "never", "neither", "nor":
			if k < i {
				return true
			}
		case "no":
			if k < i && p.Relations[k] == "det" {
				return true
			}
		case "long":
			if k < i && p.lowerOf(k-1) == "no" { // no longer
				return true
			}
		}
		if p.Relations[k] == "nsubj" && k < i {
			switch p.lower(k) {
			case "nobody", "none", "neither":
				return true
			}
			if d := p.Child(k, "det"); d >= 0 && p.lower(d) == "no" {
				return true
			}
		}
		if p.Relations[k] == "aux" && p.Is(k, "cannot") {
			return true
		}
	}
	return false
}

// hasYet says whether verb i is still to come: "has yet to deliver".
func (p *passage) hasYet(i int) bool {
	for k := i - 1; k > i-4 && k >= p.sentenceStart(i); k-- { // has not yet delivered
		if p.lower(k) == "yet" && (p.Is(k-1, "not", "n't") || p.lowerOf(k-1) == "n't") {
			return true
		}
	}
	return p.lowerOf(i-1) == "to" && p.lowerOf(i-2) == "yet" || p.lowerOf(i-1) == "be" && p.lowerOf(i-2) == "to" && p.lowerOf(i-3) == "yet"
}

// isHypothetical says whether the clause of token i, or one above it, only
// supposes: "if Germany sent", "whether to send".
func (p *passage) isHypothetical(i int) bool {
	for range maxClimb {
		if p.supposes(i) {
			return true
		}
		if i = p.Head(i); i < 0 {
			return false
		}
	}
	return false
}

// supposes says whether a word of supposing opens the clause of token i.
func (p *passage) supposes(i int) bool {
	for _, j := range p.Children(i) {
		k := int(j)
		if k < i && (p.Relations[k] == "mark" || p.Relations[k] == "advmod") {
			switch p.lower(k) {
			case "if", "whether", "unless", "until", "once":
				return true
			}
		}
	}
	return false
}

// isQuestion says whether the sentence of token i asks.
func (p *passage) isQuestion(i int) bool {
	end := p.sentenceEnd(i)
	for k := end - 1; k >= max(end-2, p.sentenceStart(i)); k-- {
		if p.Word(k) == "?" {
			return true
		}
	}
	return false
}

// isReported says whether token i stands in what somebody says: under a verb
// with a complement, or in an attribution's content.
func (p *passage) isReported(i int) bool {
	for k := range p.Attributions {
		c := p.Attributions[k].Content
		if len(c) > 0 && c[0] <= i && i <= c[len(c)-1] {
			return true
		}
	}
	return p.Relations[i] == "ccomp"
}
