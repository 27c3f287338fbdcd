package link

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// chains tells, of each chain of mentions of a passage, which names are in it.
type chains struct {
	mention []int32         // of each token: the mention that it heads, -1 for none
	named   map[int][]int32 // of each chain: the heads of its mentions that are names, ascending
}

func (k *linker) chains(p *passage) *chains {
	if len(p.Mentions) == 0 {
		return nil
	}
	c := &chains{mention: make([]int32, len(p.words)), named: map[int][]int32{}}
	for i := range c.mention {
		c.mention[i] = -1
	}
	for i, m := range p.Mentions {
		if c.mention[m.Head] < 0 {
			c.mention[m.Head] = int32(i)
		}
		if n := p.nameOf(m.Head); n != nil && (n.cluster >= 0 || n.actor != "") && m.Kind == annotate.Name {
			c.named[m.Chain] = append(c.named[m.Chain], int32(m.Head))
		}
	}
	return c
}

// chainOf returns whom the chain of the mention headed by token i names: by the
// name before it that is nearest, else the next one.
func (k *linker) chainOf(p *passage, i int, c *chains, fits func(record.ActorID) bool) []record.ActorID {
	if c == nil || c.mention[i] < 0 {
		return nil
	}
	named := c.named[p.Mentions[c.mention[i]].Chain]
	at, _ := slices.BinarySearch(named, int32(i))
	for j := at - 1; j >= 0; j-- {
		if ids := k.named(p.nameOf(int(named[j]))); len(ids) == 1 && fits(ids[0]) {
			return ids
		}
	}
	if at < len(named) {
		if ids := k.named(p.nameOf(int(named[at]))); len(ids) == 1 && fits(ids[0]) {
			return ids
		}
	}
	return nil
}

// chained reads a noun phrase that no rule knows by its chain: "the lawyer".
func (k *linker) chained(p *passage, i int, c *chains) (Reference, bool) {
	if c == nil || c.mention[i] < 0 {
		return Reference{}, false
	}
	m := p.Mentions[c.mention[i]]
	if m.Kind != annotate.Nominal || m.Score < sureNominal || m.Plural {
		return Reference{}, false
	}
	ids := k.chainOf(p, i, c, func(id record.ActorID) bool {
		return k.ensure(id).Kind == record.Person == (m.Class == annotate.Person)
	})
	if len(ids) == 0 || indefinite(p.low[m.First]) {
		return Reference{}, false
	}
	return Reference{First: m.First, End: m.End, Head: i, Kind: annotate.Nominal, Actors: ids}, true
}

// sureNominal is how sure the link of a noun phrase to its chain must be.
const sureNominal = 0.6

// referPronoun makes the reference of a pronoun of the third person or of a
// relative one.
func (k *linker) referPronoun(p *passage, i int, c *chains) {
	var ids []record.ActorID
	switch p.low[i] {
	case "he", "him", "his", "himself":
		ids = k.somebody(p, i, c, register.Male)
	case "she", "her", "hers", "herself":
		ids = k.somebody(p, i, c, register.Female)
	case "it", "its", "itself":
		ids = k.chainOf(p, i, c, func(id record.ActorID) bool { return k.ensure(id).Kind != record.Person })
	case "they", "them", "their", "themselves":
		if ids = k.chainOf(p, i, c, func(id record.ActorID) bool { return true }); ids == nil {
			ids = k.several(p, i)
		}
	case "who", "which", "that", "whose":
		ids = k.antecedent(p, i)
	}
	if len(ids) > 0 {
		k.note(p, Reference{First: i, End: i + 1, Head: i, Kind: annotate.Pronoun, Actors: ids})
	}
}

// somebody returns the person of a pronoun: by its chain, else the person whom
// the last sentences leave no choice but.
func (k *linker) somebody(p *passage, i int, c *chains, g register.Gender) []record.ActorID {
	fits := func(id record.ActorID) bool {
		j, ok := k.byID[id]
		return ok && (k.people[j].gender == g || k.people[j].gender == register.Unknown)
	}
	if ids := k.chainOf(p, i, c, fits); ids != nil {
		return ids
	}
	return k.nearest(p, i, fits)
}

// maxSentences is how many sentences back a pronoun may look.
const maxSentences = 3

// nearest returns the person who fits in the sentence of token i before it,
// else in one of those before: the last one who is a subject, else the only one.
func (k *linker) nearest(p *passage, i int, fits func(record.ActorID) bool) []record.ActorID {
	n := len(k.recent.refs) - 1
	for back := 0; back <= maxSentences && back <= p.SentenceOf(i); back++ {
		sentence := p.SentenceOf(i) - back
		var subject, only []record.ActorID
		many := false
		for ; n >= 0; n-- {
			r := &k.recent.refs[n]
			if r.at.passage != p.index || p.SentenceOf(r.at.token) < sentence {
				break
			}
			if len(r.ids) != 1 || !fits(r.ids[0]) {
				continue
			}
			if subject == nil && p.Relations[r.head] == "nsubj" && (back > 0 || r.kind != annotate.Pronoun || true) {
				subject = r.ids
			}
			many = many || only != nil && only[0] != r.ids[0]
			only = r.ids
		}
		switch {
		case subject != nil:
			return subject
		case only != nil && !many:
			return only
		case many:
			return nil
		}
	}
	return nil
}

// several returns whom "they" means without a chain: those who together are the
// subject of the sentence or of the one before.
func (k *linker) several(p *passage, i int) []record.ActorID {
	for n := len(k.recent.refs) - 1; n >= 0; n-- {
		r := &k.recent.refs[n]
		if r.at.passage != p.index || p.SentenceOf(r.at.token) < p.SentenceOf(i)-1 {
			return nil
		}
		if p.Relations[r.head] != "nsubj" {
			continue
		}
		if ids := p.joint(r.head); len(ids) > 1 {
			return ids
		}
		return nil
	}
	return nil
}

// joint returns all whom a head and what is joined to it by "and" mean; nil if
// one of them is unknown.
func (p *passage) joint(head int) []record.ActorID {
	var all []record.ActorID
	for _, j := range p.Coordinated(head) {
		ids := p.actors(j)
		if len(ids) == 0 {
			return nil
		}
		for _, id := range ids {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	return all
}

// antecedent returns whom the noun means that a relative pronoun stands for.
func (k *linker) antecedent(p *passage, i int) []record.ActorID {
	v := i
	for range 4 {
		if v = p.Head(v); v < 0 || v < i && p.Tags[v] == annotate.VERB {
			return nil
		}
		if p.Relations[v] == "acl" {
			h := p.Head(v)
			if h >= 0 && h < i {
				return p.actors(h)
			}
			return nil
		}
	}
	return nil
}
