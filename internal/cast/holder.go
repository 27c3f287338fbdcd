package cast

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// office reads an office that stands for its holder without a name, whose words
// end with token i: "the alliance's chief", "the French president", "the
// minister".
func (k *Cast) office(p *Passage, first, i int) (Reference, bool) {
	if p.Relations[i] == "compound" && p.Head(i) > i {
		return Reference{}, false
	}
	if p.Low[i] == "counterpart" {
		return k.counterpart(p, first, i)
	}
	o, ok := p.Office(first, i+1)
	if !ok || o.onlyForm() || p.entityIs(i, annotate.Person) || k.continues(p, o) {
		return Reference{}, false
	}
	o = k.owned(p, o)
	ids := k.holderOf(p, &o)
	if len(ids) == 0 {
		return Reference{}, false
	}
	end := o.End
	if o.ownerEnd > o.End {
		end = o.ownerEnd
	}
	r := k.nominal(p, min(o.First, o.ownerFirst), end, ids)
	r.Head = i
	return r, true
}

// counterpart reads "Baerbock's French counterpart", "his Polish counterpart":
// who holds the same office in another country.
func (k *Cast) counterpart(p *Passage, first, i int) (Reference, bool) {
	n := p.NameOf(i - 1)
	if n == nil || n.Use != register.Adjective || n.Actor == "" || n.First-1 < first {
		return Reference{}, false
	}
	at := n.First - 1
	if p.Low[at] == "'s" {
		at--
	}
	whose := p.Of(at)
	if len(whose) != 1 {
		return Reference{}, false
	}
	for _, t := range k.OfficesOn(whose[0]) {
		o := Office{rules: []officeRule{{roles: []register.Role{t.Role}}}, Owners: []record.ActorID{n.Actor}}
		if ids := k.holders(&o); len(ids) == 1 {
			r := k.nominal(p, n.First, i+1, ids)
			r.Head = i
			return r, true
		}
	}
	return Reference{}, false
}

// continues says whether the words go on to a longer office: "secretary" of
// "secretary general".
func (k *Cast) continues(p *Passage, o Office) bool {
	_, e := p.Bounds(o.First)
	for end := o.End + 1; end <= min(o.End+3, e); end++ {
		if q, ok := p.Office(o.First, end); ok && q.First <= o.First && !q.isTitle() {
			return true
		}
	}
	return false
}

// holderOf returns whom an office means: the person whom an apposition names,
// else the holder by the register, else the latest of the article of whom such
// a post was told.
func (k *Cast) holderOf(p *Passage, o *Office) []record.ActorID {
	if n := p.apposedName(o); n != nil && !o.plural {
		return k.Named(n)
	}
	start := min(o.First, o.ownerFirst)
	start = p.left(start, max(o.End, o.ownerEnd))
	switch {
	case indefinite(p.Low[start]), p.coming(start, o.First):
		return nil
	case len(o.Owners) > 0:
		return k.ownedHolder(p, o)
	case o.owned:
		return nil
	case o.plural:
		return nil
	case !Definite(p.Low[start]) && !(p.Tags[o.First] == annotate.PROPN):
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

// coming says whether a word from token first to end says that an office is not
// held yet: "the next secretary general".
func (p *Passage) coming(first, end int) bool {
	for i := first; i < end; i++ {
		switch p.Low[i] {
		case "next", "future", "incoming", "designated", "prospective":
			return true
		}
	}
	return false
}

// apposedName returns the person's name that an office stands beside, parted by
// a comma: "NATO's chief, Jens Stoltenberg", "Lahbib, Belgium's minister".
func (p *Passage) apposedName(o *Office) *Name {
	s, e := p.Bounds(o.First)
	end := max(o.End, o.ownerEnd)
	if end+1 < e && p.Low[end] == "," {
		if n := p.NameOf(end + 1); n != nil && n.start == end+1 && n.Cluster >= 0 && p.closes(n.End, e) {
			return n
		}
	}
	first := p.appositionStart(s, min(o.First, o.ownerFirst))
	if first-2 >= s && p.Low[first-1] == "," {
		if n := p.NameOf(first - 2); n != nil && n.Cluster >= 0 && n.End == first-1 {
			return n
		}
	}
	return nil
}

// closes says whether a sentence ends at token i or a mark parts it there.
func (p *Passage) closes(i, end int) bool {
	return i >= end || p.Tags[i] == annotate.PUNCT || p.Tags[i] == annotate.VERB || p.Tags[i] == annotate.AUX
}

// ownedHolder returns who holds an office whose owner is known. Of several
// holders of what the words put in the singular only one that the article names
// counts.
func (k *Cast) ownedHolder(p *Passage, o *Office) []record.ActorID {
	ids := k.holders(o)
	if len(ids) == 1 && !o.plural || o.plural && len(ids) > 1 && len(ids) == len(o.Owners) {
		return ids
	}
	if o.plural {
		return nil
	}
	for n := len(k.recent.refs) - 1; n >= 0 && n > len(k.recent.refs)-MaxLook; n-- {
		r := &k.recent.refs[n]
		if len(r.ids) == 1 && (slices.Contains(ids, r.ids[0]) || len(ids) == 0 && k.Told(r.ids[0], o)) {
			return r.ids
		}
	}
	return nil
}

// lastHolder returns the person of the article who was last referred to of
// those of whom the words or the register tell the post.
func (k *Cast) lastHolder(p *Passage, o *Office) []record.ActorID {
	for n := len(k.recent.refs) - 1; n >= 0 && n > len(k.recent.refs)-MaxLook; n-- {
		r := &k.recent.refs[n]
		if len(r.ids) != 1 {
			continue
		}
		if k.Told(r.ids[0], o) {
			if c := k.speakerCountry(p, o.First); c != "" && !o.Former && k.countryFor(r.ids[0]) != "" && k.countryFor(r.ids[0]) != c && r.kind != annotate.Pronoun {
				return k.holderIn(o, c)
			}
			return k.rather(n, o)
		}
	}
	return k.namedBody(o)
}

// rather returns whom the reference with index n means, or, where it is not the
// subject of its sentence, the subject if that has such a post too.
func (k *Cast) rather(n int, o *Office) []record.ActorID {
	r := &k.recent.refs[n]
	p := k.Passages[r.at.passage]
	if p.Relations[r.head] == "nsubj" && p.Relations[max(p.Head(r.head), 0)] != "acl" {
		return r.ids
	}
	for m := n - 1; m >= 0; m-- {
		q := &k.recent.refs[m]
		if q.at.passage != r.at.passage || p.SentenceOf(q.at.token) != p.SentenceOf(r.at.token) {
			break
		}
		if len(q.ids) == 1 && p.Relations[q.head] == "nsubj" && k.Told(q.ids[0], o) {
			return q.ids
		}
	}
	return r.ids
}

// speakerCountry returns the country for which whoever says the words at token
// i holds an office, "" if that is not known yet.
func (k *Cast) speakerCountry(p *Passage, i int) record.ActorID {
	for _, x := range p.Holding(i) {
		a := &p.Attributions[x]
		if len(a.Source) == 0 {
			continue
		}
		if ids := p.Of(p.TopOf(a.Source)); len(ids) == 1 {
			return k.countryFor(ids[0])
		}
	}
	return ""
}

// holderIn returns the holder of an office in a country, if the article names
// that person.
func (k *Cast) holderIn(o *Office, country record.ActorID) []record.ActorID {
	q := *o
	q.Owners = []record.ActorID{country}
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
func (k *Cast) namedBody(o *Office) []record.ActorID {
	if o.isTitle() || o.Former {
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
			q.Owners = []record.ActorID{id}
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

// Told says whether the words, or the register on the document's day, give
// a person the post.
func (k *Cast) Told(id record.ActorID, o *Office) bool {
	c, ok := k.byID[id]
	if !ok {
		return false
	}
	h := &k.people[c]
	told := false
	for i := range h.posts {
		q := &h.posts[i]
		if q.Former != o.Former || !strings.EqualFold(q.words, o.words) && !q.sameRole(o) {
			continue
		}
		if len(o.Owners) > 0 && len(q.Owners) > 0 && !slices.Equal(o.Owners, q.Owners) {
			return false
		}
		told = true
	}
	if told {
		return true
	}
	return k.reg.Actor(id) != nil && k.published != "" && k.holds(id, o)
}

// sameRole says whether two phrases may name one post: they have the same roles, or
// one is "minister" and the other a minister's.
func (o *Office) sameRole(q *Office) bool {
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
