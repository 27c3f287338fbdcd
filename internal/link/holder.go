package link

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// office reads an office that stands for its holder without a name, whose words
// end with token i: "the alliance's chief", "the French president", "the
// minister".
func (k *linker) office(p *passage, first, i int) (Reference, bool) {
	if p.Relations[i] == "compound" && p.Head(i) > i {
		return Reference{}, false
	}
	if p.low[i] == "counterpart" {
		return k.counterpart(p, first, i)
	}
	o, ok := p.officeEnding(first, i+1)
	if !ok || o.onlyForm() || p.entityIs(i, annotate.Person) || k.continues(p, o) {
		return Reference{}, false
	}
	o = k.owned(p, o)
	ids := k.holderOf(p, &o)
	if len(ids) == 0 {
		return Reference{}, false
	}
	end := o.end
	if o.ownerEnd > o.end {
		end = o.ownerEnd
	}
	r := k.nominal(p, min(o.first, o.ownerFirst), end, ids)
	r.Head = i
	return r, true
}

// counterpart reads "Baerbock's French counterpart", "his Polish counterpart":
// who holds the same office in another country.
func (k *linker) counterpart(p *passage, first, i int) (Reference, bool) {
	n := p.nameOf(i - 1)
	if n == nil || n.use != register.Adjective || n.actor == "" || n.first-1 < first {
		return Reference{}, false
	}
	at := n.first - 1
	if p.low[at] == "'s" {
		at--
	}
	whose := p.actors(at)
	if len(whose) != 1 {
		return Reference{}, false
	}
	for _, t := range k.officesOn(whose[0]) {
		o := office{rules: []officeRule{{roles: []register.Role{t.Role}}}, owners: []record.ActorID{n.actor}}
		if ids := k.holders(&o); len(ids) == 1 {
			r := k.nominal(p, n.first, i+1, ids)
			r.Head = i
			return r, true
		}
	}
	return Reference{}, false
}

// continues says whether the words go on to a longer office: "secretary" of
// "secretary general".
func (k *linker) continues(p *passage, o office) bool {
	_, e := p.bounds(o.first)
	for end := o.end + 1; end <= min(o.end+3, e); end++ {
		if q, ok := p.officeEnding(o.first, end); ok && q.first <= o.first && !q.isTitle() {
			return true
		}
	}
	return false
}

// holderOf returns whom an office means: the person whom an apposition names,
// else the holder by the register, else the latest of the article of whom such
// a post was told.
func (k *linker) holderOf(p *passage, o *office) []record.ActorID {
	if n := p.apposedName(o); n != nil && !o.plural {
		return k.named(n)
	}
	start := min(o.first, o.ownerFirst)
	start = p.left(start, max(o.end, o.ownerEnd))
	switch {
	case indefinite(p.low[start]):
		return nil
	case len(o.owners) > 0:
		return k.ownedHolder(p, o)
	case o.owned:
		return nil
	case o.plural:
		return nil
	case !definite(p.low[start]) && !(p.Tags[o.first] == annotate.PROPN):
		return nil
	}
	return k.lastHolder(p, o)
}

// indefinite says whether a word before a noun says that it means nobody known.
func indefinite(w string) bool {
	switch w {
	case "a", "an", "any", "every", "no", "another", "each", "some", "one", "next", "future":
		return true
	}
	return false
}

// apposedName returns the person's name that an office stands beside, parted by
// a comma: "NATO's chief, Jens Stoltenberg", "Lahbib, Belgium's minister".
func (p *passage) apposedName(o *office) *name {
	s, e := p.bounds(o.first)
	end := max(o.end, o.ownerEnd)
	if end+1 < e && p.low[end] == "," {
		if n := p.nameOf(end + 1); n != nil && n.start == end+1 && n.cluster >= 0 && p.closes(n.end, e) {
			return n
		}
	}
	first := p.appositionStart(s, min(o.first, o.ownerFirst))
	if first-2 >= s && p.low[first-1] == "," {
		if n := p.nameOf(first - 2); n != nil && n.cluster >= 0 && n.end == first-1 {
			return n
		}
	}
	return nil
}

// closes says whether a sentence ends at token i or a mark parts it there.
func (p *passage) closes(i, end int) bool {
	return i >= end || p.Tags[i] == annotate.PUNCT || p.Tags[i] == annotate.VERB || p.Tags[i] == annotate.AUX
}

// ownedHolder returns who holds an office whose owner is known. Of several
// holders of what the words put in the singular only one that the article names
// counts.
func (k *linker) ownedHolder(p *passage, o *office) []record.ActorID {
	ids := k.holders(o)
	if len(ids) == 1 && !o.plural || o.plural && len(ids) > 1 && len(ids) == len(o.owners) {
		return ids
	}
	if o.plural {
		return nil
	}
	for n := len(k.recent.refs) - 1; n >= 0 && n > len(k.recent.refs)-maxLook; n-- {
		r := &k.recent.refs[n]
		if len(r.ids) == 1 && (slices.Contains(ids, r.ids[0]) || len(ids) == 0 && k.toldPost(r.ids[0], o)) {
			return r.ids
		}
	}
	return nil
}

// lastHolder returns the person of the article who was last referred to of
// those of whom the words or the register tell the post.
func (k *linker) lastHolder(p *passage, o *office) []record.ActorID {
	for n := len(k.recent.refs) - 1; n >= 0 && n > len(k.recent.refs)-maxLook; n-- {
		r := &k.recent.refs[n]
		if len(r.ids) != 1 {
			continue
		}
		if k.toldPost(r.ids[0], o) {
			if c := k.speakerCountry(p, o.first); c != "" && !o.former && k.countryFor(r.ids[0]) != "" && k.countryFor(r.ids[0]) != c && r.kind != annotate.Pronoun {
				return k.holderIn(o, c)
			}
			return k.rather(n, o)
		}
	}
	return k.namedBody(o)
}

// rather returns whom the reference with index n means, or, where it is not the
// subject of its sentence, the subject if that has such a post too.
func (k *linker) rather(n int, o *office) []record.ActorID {
	r := &k.recent.refs[n]
	p := k.passages[r.at.passage]
	if p.Relations[r.head] == "nsubj" && p.Relations[max(p.Head(r.head), 0)] != "acl" {
		return r.ids
	}
	for m := n - 1; m >= 0; m-- {
		q := &k.recent.refs[m]
		if q.at.passage != r.at.passage || p.SentenceOf(q.at.token) != p.SentenceOf(r.at.token) {
			break
		}
		if len(q.ids) == 1 && p.Relations[q.head] == "nsubj" && k.toldPost(q.ids[0], o) {
			return q.ids
		}
	}
	return r.ids
}

// speakerCountry returns the country for which whoever says the words at token
// i holds an office, "" if that is not known yet.
func (k *linker) speakerCountry(p *passage, i int) record.ActorID {
	s := &k.a.said[p.index]
	for _, x := range s.content[s.first[i]:s.first[i+1]] {
		a := &p.Attributions[k.a.Origins[x].Attribution]
		if len(a.Source) == 0 {
			continue
		}
		if ids := p.actors(p.topOf(a.Source)); len(ids) == 1 {
			return k.countryFor(ids[0])
		}
	}
	return ""
}

// holderIn returns the holder of an office in a country, if the article names
// that person.
func (k *linker) holderIn(o *office, country record.ActorID) []record.ActorID {
	q := *o
	q.owners = []record.ActorID{country}
	ids := k.holders(&q)
	if len(ids) != 1 {
		return nil
	}
	if _, ok := k.byID[ids[0]]; !ok {
		return nil
	}
	return ids
}

// namedBody reads "the secretary general" after its body alone was named: the
// one holder of such an office in the bodies that the article names.
func (k *linker) namedBody(o *office) []record.ActorID {
	if o.isTitle() || o.former {
		return nil
	}
	var found []record.ActorID
	for n := len(k.recent.refs) - 1; n >= 0 && n > len(k.recent.refs)-maxBack; n-- {
		for _, id := range k.recent.refs[n].ids {
			a := k.reg.Actor(id)
			if a == nil || a.Kind != record.Organization || k.countryOf(id) != "" {
				continue
			}
			q := *o
			q.owners = []record.ActorID{id}
			for _, h := range k.holders(&q) {
				if !slices.Contains(found, h) {
					found = append(found, h)
				}
			}
		}
	}
	if len(found) == 1 {
		return found
	}
	return nil
}

// maxBack is how many references back a body may be named.
const maxBack = 40

// toldPost says whether the words, or the register on the document's day, give
// a person the post.
func (k *linker) toldPost(id record.ActorID, o *office) bool {
	c, ok := k.byID[id]
	if !ok {
		return false
	}
	h := &k.people[c]
	told := false
	for i := range h.posts {
		q := &h.posts[i]
		if q.former != o.former || q.words != o.words && !q.sameRole(o) {
			continue
		}
		if len(o.owners) > 0 && len(q.owners) > 0 && !slices.Equal(o.owners, q.owners) {
			return false
		}
		told = true
	}
	if told {
		return true
	}
	return k.reg.Actor(id) != nil && k.a.Published != "" && k.holds(id, o)
}

// sameRole says whether two phrases may name one post: they have the same roles, or
// one is "minister" and the other a minister's.
func (o *office) sameRole(q *office) bool {
	for _, r := range o.rules {
		for _, s := range q.rules {
			for _, role := range s.roles {
				if slices.Equal(r.roles, s.roles) || role == "minister" && slices.ContainsFunc(r.roles, isMinister) {
					return true
				}
			}
		}
	}
	return false
}
