package pledge

import (
	"slices"
	"strings"

	"onrecord/internal/record"
	"onrecord/internal/text"
)

// roles are the actors of a pledge.
type roles struct {
	proposers, donors, beneficiaries []record.ActorID
	above                            []text.Span // clauses that tell some of them
}

// roles finds who proposes, gives and gets thing x, whose predicates are chain.
func (p *passage) roles(chain []step, x thing) roles {
	var r roles
	for k := range chain {
		p.parties(chain, k, x, &r)
	}
	if len(r.beneficiaries) == 0 {
		r.beneficiaries = p.goal(chain, x)
	}
	p.lend(chain, x, &r)
	p.owner(x, &r)
	p.inherit(chain, &r)
	r.beneficiaries = without(r.beneficiaries, r.donors)
	return r
}

// lend parts those who agree on a loan: of an organization and a country, joined,
// the country gets it ("The IMF and Argentina reached an agreement on …").
func (p *passage) lend(chain []step, x thing, r *roles) {
	if len(r.donors) < 2 || len(r.beneficiaries) > 0 || x.noun < 0 || !p.has(x.noun, aid|money) {
		return
	}
	if !slices.ContainsFunc(chain, func(s step) bool { return s.status == record.Agreed && s.frame == frameGive }) {
		return
	}
	var lenders, countries []record.ActorID
	for _, id := range r.donors {
		if p.byID[id].Kind == record.Country {
			countries = append(countries, id)
		} else {
			lenders = append(lenders, id)
		}
	}
	if len(lenders) > 0 && len(countries) > 0 {
		r.donors, r.beneficiaries = lenders, countries
	}
}

// parties adds what step k of a chain tells.
func (p *passage) parties(chain []step, k int, x thing, r *roles) {
	s := chain[k]
	switch s.frame {
	case frameGive, frameIntend, frameSay:
		p.giving(chain, k, r)
	case frameCome:
		r.beneficiaries = add(r.beneficiaries, p.receivers(p.actors(p.Child(s.at, "obj")))...)
		r.beneficiaries = add(r.beneficiaries, p.receivers(p.actors(p.Oblique(s.at, "in", "to", "for", "at")))...)
		p.give(r, p.actors(p.Oblique(x.head, "from")))
	case frameTake:
		r.beneficiaries = add(r.beneficiaries, p.receivers(p.doers(p.subject(s.at)))...)
		p.give(r, p.actors(p.Oblique(s.at, "from")))
		p.give(r, p.actors(p.Oblique(x.head, "from")))
	case frameBar:
		if k > 0 && chain[k-1].frame == frameAsk && s.class == verb && len(r.donors) == 0 { // rejected a request
			p.give(r, p.doers(p.giver(chain, k)))
		}
	case framePropose, frameAsk:
		p.propose(chain, k, r)
	}
}

// giving adds who gives at step k of a chain, and who gets.
func (p *passage) giving(chain []step, k int, r *roles) {
	s := chain[k]
	switch {
	case k > 0 && p.whom(s, chain[k-1].at) >= 0:
		r.proposers = add(r.proposers, p.known(p.doers(p.subject(s.at)))...)
		return
	case len(r.donors) == 0 && s.status == record.Withdrawn && p.isIdea(s.from):
		_, speakers := p.givers(p.doers(p.giver(chain, k)))
		r.proposers = add(r.proposers, speakers...)
		if len(speakers) == 0 {
			p.give(r, p.doers(p.giver(chain, k)))
		}
	case len(r.donors) == 0:
		p.give(r, p.doers(p.giver(chain, k)))
	case s.frame != frameGive:
		return
	}
	if s.class != verb {
		return
	}
	if s.frame == frameGive && p.isPassive(s.at) { // Sudan was promised $2bn
		if n := p.Child(s.at, "nsubj"); n >= 0 && n != s.from {
			r.beneficiaries = add(r.beneficiaries, p.receivers(p.actors(n))...)
		}
	}
	r.beneficiaries = add(r.beneficiaries, p.indirect(s)...)
}

// isIdea says whether token i is no gift but what somebody has in mind: who drops
// a plan or a figure has proposed it.
func (p *passage) isIdea(i int) bool {
	return p.has(i, figures) || p.Is(i, "plan", "proposal", "idea", "scheme")
}

// give adds actors as donors, and the persons among them as those who say so.
func (p *passage) give(r *roles, ids []record.ActorID) {
	donors, speakers := p.givers(ids)
	r.donors = add(r.donors, donors...)
	r.proposers = add(r.proposers, speakers...)
}

// appoint adds those who are to give but do not speak.
func (p *passage) appoint(r *roles, ids []record.ActorID) {
	donors, _ := p.givers(ids)
	r.donors = add(r.donors, donors...)
}

// propose adds who proposes or asks at step k, and whom.
func (p *passage) propose(chain []step, k int, r *roles) {
	s := chain[k]
	who := -1
	switch {
	case s.class == noun:
		who = p.ownerOf(s.at)
		if who < 0 && k == len(chain)-1 {
			who = p.Oblique(s.at, "by", "from")
		}
	case p.isPassive(s.at):
		who = p.Agent(s.at)
	default:
		who = p.subject(s.at)
	}
	proposers := p.known(p.doers(who))
	r.proposers = add(r.proposers, proposers...)
	if s.frame != frameAsk {
		p.ownProposal(chain, k, proposers, r)
		return
	}
	if len(r.donors) == 0 {
		p.appoint(r, p.actors(p.addressee(s)))
	}
	if s.class == verb && len(r.beneficiaries) == 0 {
		r.beneficiaries = p.askedFor(s)
	}
	if k == 0 && len(r.beneficiaries) == 0 {
		p.plead(chain, proposers, r)
	}
}

// plead makes beneficiaries of countries that ask, by themselves, for what they
// would get: "asked Germany for tanks".
func (p *passage) plead(chain []step, who []record.ActorID, r *roles) {
	s := chain[0]
	if len(r.donors) == 0 && p.Is(s.at, "seek") { // seeks money at home
		return
	}
	if s.class == verb && !p.Is(s.at, "ask", "request", "seek", "appeal", "plead", "beg") || p.goal(chain, thing{head: s.from, noun: -1, end: s.from + 1}) != nil {
		return
	}
	for _, id := range p.receivers(who) {
		if p.isCountry(id) && !slices.Contains(p.wholes(r.donors), p.whole(id)) {
			r.beneficiaries = add(r.beneficiaries, id)
		}
	}
}

// askedFor returns for whom the verb of step s asks: "requested for Yemen".
func (p *passage) askedFor(s step) []record.ActorID {
	for _, j := range p.Children(s.at) {
		if k := int(j); k > s.at && k != s.from && p.Relations[k] == "obl" && p.Preposition(k) == "for" {
			if ids := p.receivers(p.actors(k)); len(ids) > 0 {
				return ids
			}
		}
	}
	return nil
}

// ownProposal makes donors of a country or government that proposes giving:
// without another subject, what it proposes is to give itself.
func (p *passage) ownProposal(chain []step, k int, proposers []record.ActorID, r *roles) {
	if k == 0 || len(r.donors) > 0 || p.nsubj(chain[k-1].at) >= 0 || !strings.HasSuffix(p.lower(chain[k-1].at), "ing") {
		return
	}
	for _, id := range proposers {
		if a := p.byID[id]; a.Kind != record.Person && p.isCountry(id) {
			r.donors = add(r.donors, id)
		}
	}
}

// inherit fills what is not told from the clause to which a proposal is an
// adjunct: "urged NATO members to enhance their support for Ukraine, proposing
// a package".
func (p *passage) inherit(chain []step, r *roles) {
	if len(chain) == 0 {
		return
	}
	top := chain[len(chain)-1]
	if top.frame != framePropose && top.frame != frameAsk || top.class != verb || p.Relations[top.at] != "advcl" && p.Relations[top.at] != "conj" && p.Relations[top.at] != "parataxis" {
		return
	}
	i := p.Head(top.at)
	if i < 0 || i > top.at {
		return
	}
	e := p.predicate(i)
	if e == nil || e.frame != frameAsk {
		return
	}
	up := step{at: i, from: p.Child(i, "xcomp", "ccomp"), entry: e}
	known := len(r.donors) + len(r.beneficiaries)
	if len(r.donors) == 0 {
		p.appoint(r, p.actors(p.addressee(up)))
	}
	if len(r.beneficiaries) == 0 && up.from > i && up.from < top.at {
		_, end := p.Subtree(up.from)
		r.beneficiaries = without(p.goalWithin(up.from, min(end, top.at)), r.donors)
	}
	if len(r.donors)+len(r.beneficiaries) > known {
		r.above = append(r.above, p.span(i, top.at))
	}
}
