package pledge

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// roles are the actors of a pledge.
type roles struct {
	proposers, donors, beneficiaries []record.ActorID
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
	p.owner(x, &r)
	p.inherit(chain, &r)
	r.beneficiaries = without(r.beneficiaries, r.donors)
	return r
}

// parties adds what step k of a chain tells.
func (p *passage) parties(chain []step, k int, x thing, r *roles) {
	s := chain[k]
	switch s.frame {
	case frameGive, frameIntend, frameSay:
		if len(r.donors) > 0 && s.frame != frameGive {
			return
		}
		if len(r.donors) == 0 {
			p.give(r, p.doers(p.giver(chain, k)))
		}
		if s.class == verb && p.isPassive(s.at) { // Sudan was promised $2bn
			if n := p.Child(s.at, "nsubj"); n >= 0 && n != s.from {
				r.beneficiaries = add(r.beneficiaries, p.receivers(p.actors(n))...)
			}
		}
		if s.class == verb {
			r.beneficiaries = add(r.beneficiaries, p.indirect(s)...)
		}
	case frameTake:
		r.beneficiaries = add(r.beneficiaries, p.receivers(p.doers(p.subject(s.at)))...)
		p.give(r, p.actors(p.Oblique(s.at, "from")))
		p.give(r, p.actors(p.Oblique(x.head, "from")))
	case framePropose, frameAsk:
		p.propose(chain, k, r)
	}
}

// give adds actors as donors, and the persons among them as those who say so.
func (p *passage) give(r *roles, ids []record.ActorID) {
	donors, speakers := p.givers(ids)
	r.donors = add(r.donors, donors...)
	r.proposers = add(r.proposers, speakers...)
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
		return
	}
	if len(r.donors) == 0 {
		p.appoint(r, p.actors(p.addressee(s)))
	}
	pleads := s.class == noun || p.Is(s.at, "ask", "request", "seek", "appeal", "plead", "beg", "need")
	if k == 0 && pleads && len(r.beneficiaries) == 0 { // asked Germany for tanks: for themselves
		for _, id := range p.receivers(proposers) {
			if p.isCountry(id) && !share([]record.ActorID{p.whole(id)}, p.wholes(r.donors)) && p.goal(chain, thing{head: s.from, end: s.from + 1}) == nil {
				r.beneficiaries = add(r.beneficiaries, id)
			}
		}
	}
}

// appoint adds those who are to give but do not speak.
func (p *passage) appoint(r *roles, ids []record.ActorID) {
	donors, _ := p.givers(ids)
	r.donors = add(r.donors, donors...)
}

// known leaves out who is nobody in particular.
func (w *people) known(ids []record.ActorID) []record.ActorID {
	var out []record.ActorID
	for _, id := range ids {
		if w.byID[id] != nil {
			out = append(out, id)
		}
	}
	return out
}

func (w *people) wholes(ids []record.ActorID) []record.ActorID {
	var out []record.ActorID
	for _, id := range ids {
		out = append(out, w.whole(id))
	}
	return out
}

// addressee returns whom an asking predicate asks.
func (p *passage) addressee(s step) int {
	if s.class == verb && p.isPassive(s.at) {
		return p.Child(s.at, "nsubj")
	}
	for _, j := range p.Children(s.at) {
		k := int(j)
		if k < s.at || k == s.from && !p.isVerbal(k) {
			continue
		}
		switch p.Relations[k] {
		case "obj", "iobj":
			if len(p.actors(k)) > 0 {
				return k
			}
		case "obl", "nmod":
			if slices.Contains([]string{"on", "upon", "from", "to", "of", ""}, p.Preposition(k)) && len(p.actors(k)) > 0 {
				return k
			}
		}
	}
	if s.from >= 0 && p.isVerbal(s.from) { // urged that Germany send
		if n := p.Child(s.from, "nsubj"); n > s.at {
			return n
		}
	}
	if s.frame == frameAsk && s.class == verb { // from donors
		if k := p.Oblique(s.from, "from"); k >= 0 {
			return k
		}
	}
	return -1
}

// giver returns who does what step k of a chain says.
func (p *passage) giver(chain []step, k int) int {
	s := chain[k]
	if s.class == noun {
		if who := p.ownerOf(s.at); who >= 0 {
			return who
		}
		return p.Oblique(s.at, "by", "from")
	}
	if p.isPassive(s.at) {
		return p.Agent(s.at)
	}
	if n := p.nsubj(s.at); n >= 0 {
		return n
	}
	if k+1 < len(chain) {
		switch up := chain[k+1]; up.frame {
		case frameAsk:
			return p.addressee(up)
		case framePropose, frameBar:
			return -1
		default:
			return p.giver(chain, k+1)
		}
	}
	return p.subject(s.at)
}

// doers returns the actors of the subject i. A pronoun that is the subject of
// what somebody says means the one who says it, where nothing else is known or
// it is one of several who say it: "Denmark and Norway said they would send".
func (p *passage) doers(i int) []record.ActorID {
	if i >= 0 && p.has(i, goods) {
		return nil
	}
	ids := p.actors(i)
	if i < 0 || p.Tags[i] != annotate.PRON || p.Relations[i] != "nsubj" {
		return ids
	}
	v := p.Head(i)
	if v < 0 || p.Relations[v] != "ccomp" || p.Head(v) < 0 {
		return ids
	}
	n := p.nsubj(p.Head(v))
	if n < 0 || n > i && p.Head(v) < v {
		return ids
	}
	said := p.actors(n)
	for _, id := range ids {
		if !slices.Contains(said, id) {
			return ids
		}
	}
	switch p.lower(i) {
	case "it", "they", "he", "she", "we", "i":
		return said
	}
	return ids
}

// nsubj returns the subject that hangs on verb i, the antecedent of a relative
// pronoun; -1 if it has none of its own or that is the thing.
func (p *passage) nsubj(i int) int {
	n := -1
	for _, j := range p.Children(i) {
		if p.Relations[j] == "nsubj" && (n < 0 || int(j) < i && p.Tags[j] != annotate.DET) {
			n = int(j)
		}
	}
	if n >= 0 && p.refs[n] == 0 && p.isRelative(n) && p.Relations[i] == "acl" {
		return p.Head(i)
	}
	return n
}

// subject returns the subject of verb i, or that of the clause to which it is
// an adjunct or a conjunct ("urged members to give more, proposing a package").
func (p *passage) subject(i int) int {
	for range maxClimb {
		if n := p.nsubj(i); n >= 0 {
			return n
		}
		switch p.Relations[i] {
		case "conj", "advcl", "xcomp", "ccomp", "parataxis":
		default:
			return -1
		}
		if i = p.Head(i); i < 0 || !p.isVerbal(i) && p.Tags[i] != annotate.ADJ {
			return -1
		}
		if p.isPassive(i) {
			return -1
		}
	}
	return -1
}

// ownerOf returns whose the predicate noun i is.
func (p *passage) ownerOf(i int) int {
	owner, named := p.possessor(i)
	if owner >= 0 {
		return owner
	}
	if named >= 0 && p.isRegistered(named) {
		return named
	}
	if h := p.Head(i); h >= 0 && p.has(h, light) && p.isVerbal(h) && (p.Relations[i] == "obj" || p.Relations[i] == "obl") && !p.isPassive(h) {
		return p.subject(h)
	}
	return -1
}

// goals lists the prepositions behind which stands who gets something.
var goals = []string{"to", "for", "toward", "towards"}

// indirect returns who gets what the verb of step s gives, by what hangs on it.
func (p *passage) indirect(s step) []record.ActorID {
	var out []record.ActorID
	for _, j := range p.Children(s.at) {
		k := int(j)
		if k < s.at || k == s.from {
			continue
		}
		switch p.Relations[k] {
		case "iobj", "obj":
			if len(p.alone(k)) == 0 {
				continue
			}
		case "obl", "nmod":
			if !slices.Contains(goals, p.Preposition(k)) {
				continue
			}
		default:
			continue
		}
		out = add(out, p.receivers(p.actors(k))...)
	}
	return out
}

// goal returns who gets thing x, by what stands behind it: to or for a name, in
// its phrase or further on in the clause.
func (p *passage) goal(chain []step, x thing) []record.ActorID {
	heads := []int{x.head, x.noun}
	for _, s := range chain {
		if s.class == noun {
			heads = append(heads, s.at)
		}
	}
	if ids := p.goalOf(heads...); len(ids) > 0 {
		return ids
	}
	return p.goalBehind(x.end)
}

// goalOf returns who stands behind to or for on one of heads.
func (p *passage) goalOf(heads ...int) []record.ActorID {
	for _, h := range heads {
		if h < 0 {
			continue
		}
		for _, j := range p.Children(h) {
			if r := p.Relations[j]; (r == "nmod" || r == "obl") && slices.Contains(goals, p.Preposition(int(j))) {
				if ids := p.receivers(p.actors(int(j))); len(ids) > 0 {
					return ids
				}
			}
		}
	}
	return nil
}

// goalBehind reads on from token i to the end of the clause for "to" or "for"
// and a name, where the tree has hung it elsewhere.
func (p *passage) goalBehind(i int) []record.ActorID {
	for end := min(p.sentenceEnd(i-1), i+12); i < end; i++ {
		switch {
		case p.Tags[i] == annotate.VERB && p.Relations[i] != "amod", p.Tags[i] == annotate.PUNCT && p.Word(i) == ";":
			return nil
		case p.Tags[i] == annotate.ADP && slices.Contains(goals, p.lower(i)):
			if h := p.Head(i); h > i && h < i+6 {
				if ids := p.receivers(p.actors(h)); len(ids) > 0 {
					return ids
				}
			}
		}
	}
	return nil
}

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
				p.appoint(r, without(p.alone(named), r.beneficiaries))
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

// inherit fills what is not told from the clause to which a proposal is an
// adjunct: "urged NATO members to enhance their support for Ukraine, proposing
// a package".
func (p *passage) inherit(chain []step, r *roles) {
	if len(chain) == 0 {
		return
	}
	top := chain[len(chain)-1]
	if top.frame != framePropose && top.frame != frameAsk || top.class != verb {
		return
	}
	i := top.at
	switch p.Relations[i] {
	case "advcl", "conj", "parataxis":
		i = p.Head(i)
	default:
		return
	}
	if i < 0 {
		return
	}
	e := p.predicate(i)
	if e == nil || e.frame != frameAsk {
		return
	}
	up := step{at: i, from: p.Child(i, "xcomp", "ccomp"), entry: e}
	if len(r.donors) == 0 {
		p.appoint(r, p.actors(p.addressee(up)))
	}
	if len(r.beneficiaries) == 0 && up.from >= 0 && up.from < top.at {
		_, end := p.Subtree(up.from)
		r.beneficiaries = without(p.goalWithin(up.from, min(end, top.at)), r.donors)
	}
}

// goalWithin returns the first name behind to or for among tokens first to end.
func (p *passage) goalWithin(first, end int) []record.ActorID {
	for i := first; i < end; i++ {
		if p.Tags[i] == annotate.ADP && slices.Contains(goals, p.lower(i)) {
			if h := p.Head(i); h > i {
				if ids := p.receivers(p.actors(h)); len(ids) > 0 {
					return ids
				}
			}
		}
	}
	return nil
}
