package pledge

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// owner reads the names before the noun of thing x: "Germany's €5bn package for
// Ukraine", "US aid", "the Ukraine aid package". An adjective or abbreviation
// names who gives, a country's name who gets; a possessor gives where somebody
// else gets.
func (p *passage) owner(x thing, r *roles) {
	for _, n := range []int{x.noun, x.head} {
		if n < 0 || p.Tags[n] == annotate.PRON {
			continue
		}
		owner, named := p.possessor(n)
		switch {
		case owner >= 0 && len(r.donors) == 0 && len(r.beneficiaries) > 0:
			p.appoint(r, without(p.actors(owner), r.beneficiaries))
		case owner >= 0 && len(r.beneficiaries) == 0 && len(r.donors) > 0:
			r.beneficiaries = without(p.receivers(p.actors(owner)), r.donors)
		case named >= 0 && !p.isRegistered(named):
		case named >= 0 && p.givesByName(named):
			if len(r.donors) == 0 {
				ids := p.alone(named)
				if p.Tags[named] == annotate.ADJ { // Belgian military aid
					ids = add(nil, p.wholes(ids)...)
				}
				p.appoint(r, without(ids, r.beneficiaries))
			}
		case named >= 0 && len(r.beneficiaries) == 0:
			r.beneficiaries = without(p.receivers(p.alone(named)), r.donors)
		}
	}
}

// isRegistered says whether the name at token i is one of the register: another
// is as likely that of a thing ("NASAMS munitions").
func (p *passage) isRegistered(i int) bool {
	return !slices.ContainsFunc(p.alone(i), func(id record.ActorID) bool {
		return p.article.Register != nil && p.article.Register.Actor(id) == nil
	})
}

// givesByName says whether the name before a noun of giving is rather the
// giver's: an adjective ("German tanks") or all capitals ("US aid", "EU funds").
func (p *passage) givesByName(i int) bool {
	if p.Tags[i] == annotate.ADJ {
		return true
	}
	w := p.Word(i)
	for k := range len(w) {
		if w[k] >= 'a' && w[k] <= 'z' {
			return false
		}
	}
	return true
}
