package cast

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// chains tells, of each chain of mentions of a passage, which of them are no
// pronouns.
type chains struct {
	mention []int32         // of each token: the mention that it heads, -1 for none
	heads   map[int][]int32 // of each chain: the heads of its names and noun phrases, ascending
}

func (k *Cast) chains(p *Passage) *chains {
	if len(p.Mentions) == 0 {
		return nil
	}
	c := &chains{mention: make([]int32, len(p.Forms)), heads: map[int][]int32{}}
	for i := range c.mention {
		c.mention[i] = -1
	}
	for i, m := range p.Mentions {
		if c.mention[m.Head] < 0 {
			c.mention[m.Head] = int32(i)
		}
		if m.Kind != annotate.Pronoun {
			c.heads[m.Chain] = append(c.heads[m.Chain], int32(m.Head))
		}
	}
	for _, h := range c.heads {
		slices.Sort(h)
	}
	return c
}

// chainOf returns whom the chain of the mention headed by token i means: by the
// mention before it that is nearest and known, else the next name. A link of
// less than sure counts for nothing.
func (k *Cast) chainOf(p *Passage, i int, c *chains, sure float32, fits func(record.ActorID) bool) []record.ActorID {
	if c == nil || c.mention[i] < 0 {
		return nil
	}
	m := &p.Mentions[c.mention[i]]
	if m.Score < sure {
		return nil
	}
	heads := c.heads[m.Chain]
	at, _ := slices.BinarySearch(heads, int32(i))
	for j := at - 1; j >= 0 && j > at-maxBack; j-- {
		if r := p.Headed[heads[j]]; r >= 0 && p.Refs[r].Kind != annotate.Pronoun && k.allFit(p.Refs[r].Actors, m, fits) {
			return p.Refs[r].Actors
		}
	}
	for _, h := range heads[at:min(at+1, len(heads))] {
		if n := p.NameOf(int(h)); n != nil {
			if ids := k.Named(n); len(ids) == 1 && fits(ids[0]) {
				return ids
			}
		}
	}
	return nil
}

// allFit says whether a pronoun may mean all of some actors.
func (k *Cast) allFit(ids []record.ActorID, m *annotate.Mention, fits func(record.ActorID) bool) bool {
	if len(ids) != 1 && !m.Plural {
		return false
	}
	for _, id := range ids {
		if !fits(id) {
			return false
		}
	}
	return len(ids) > 0
}

// chained reads a noun phrase that no rule knows by its chain: "the lawyer".
func (k *Cast) chained(p *Passage, i int, c *chains) (Reference, bool) {
	if c == nil || c.mention[i] < 0 {
		return Reference{}, false
	}
	m := p.Mentions[c.mention[i]]
	if m.Kind != annotate.Nominal || m.Plural {
		return Reference{}, false
	}
	ids := k.chainOf(p, i, c, sureNominal, func(id record.ActorID) bool {
		return (k.Actor(id).Kind == record.Person) == (m.Class == annotate.Person)
	})
	if len(ids) == 0 || !Definite(p.Low[m.First]) && p.Tags[m.First] != annotate.PRON {
		return Reference{}, false
	}
	return Reference{First: m.First, End: m.End, Head: i, Kind: annotate.Nominal, Actors: ids}, true
}

// sureNominal is how sure the link of a noun phrase to its chain must be.
const sureNominal = 0.6

// referPronoun makes the reference of a pronoun of the third person or of a
// relative one.
func (k *Cast) referPronoun(p *Passage, i int, c *chains) {
	var ids []record.ActorID
	switch p.Low[i] {
	case "he", "him", "his", "himself":
		ids = k.somebody(p, i, c, register.Male)
	case "she", "her", "hers", "herself":
		ids = k.somebody(p, i, c, register.Female)
	case "it", "its", "itself":
		if !p.idle(i) {
			ids = k.chainOf(p, i, c, sureThing, func(id record.ActorID) bool { return k.Actor(id).Kind != record.Person })
		}
	case "they", "them", "their", "themselves":
		if ids = k.chainOf(p, i, c, sureThing, func(id record.ActorID) bool { return true }); ids == nil {
			ids = k.together(p, i)
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
func (k *Cast) somebody(p *Passage, i int, c *chains, g register.Gender) []record.ActorID {
	fits := func(id record.ActorID) bool {
		j, ok := k.byID[id]
		return ok && (k.people[j].gender == g || k.people[j].gender == register.Unknown)
	}
	ids := k.chainOf(p, i, c, 0, fits)
	if ids == nil {
		ids = k.nearest(p, i, fits)
	}
	before := k.spokeBefore(p, i, fits)
	if before == nil || ids != nil && before[0] == ids[0] {
		return ids
	}
	if p.interrupts(i) || ids != nil && k.goesOn(p, i, ids[0], before[0], g) {
		return before
	}
	return ids
}

// interrupts says whether the pronoun at token i is the source of words in whose
// midst it stands: it is none of those whom they name. "In return, he said, the
// president had assured him".
func (p *Passage) interrupts(i int) bool {
	if p.source[i] < 0 {
		return false
	}
	c := p.Attributions[p.source[i]].Content
	if len(c) == 0 || c[0] > i || c[len(c)-1] < i || Among(c, i) {
		return false
	}
	s := p.SentenceOf(i)
	at, _ := slices.BinarySearch(c, i)
	return p.SentenceOf(c[at-1]) == s && p.SentenceOf(c[at]) == s
}

// spokeBefore returns who is the source of the attribution before the one whose
// source is the pronoun at token i, if that is at most two sentences before.
func (k *Cast) spokeBefore(p *Passage, i int, fits func(record.ActorID) bool) []record.ActorID {
	for x := int(p.source[i]) - 1; x >= 0 && x > int(p.source[i])-maxBack; x-- {
		a := &p.Attributions[x]
		if len(a.Source) == 0 || a.Source[0] >= i || Among(a.Content, i) {
			continue
		}
		if p.SentenceOf(i)-p.SentenceOf(a.Source[0]) > 2 {
			return nil
		}
		if ids := p.Of(p.TopOf(a.Source)); len(ids) == 1 && fits(ids[0]) {
			return ids
		}
		return nil
	}
	return nil
}

// goesOn says whether "he said" rather means who spoke before than the one whom
// its chain means: because that one was last named in what was said before, or
// not since, while the gender of the other is known to fit.
func (k *Cast) goesOn(p *Passage, i int, chained, before record.ActorID, g register.Gender) bool {
	if p.source[i] < 0 || p.Quoted(i) {
		return false
	}
	last, spoke := k.recent.last[chained], k.recent.last[before]
	if last.passage != p.number || spoke.passage != p.number {
		return false
	}
	if p.Quoted(last.token) && !p.Quoted(spoke.token) {
		return true
	}
	c := k.byID[before]
	return k.people[c].gender == g && p.SentenceOf(last.token) < p.SentenceOf(spoke.token)
}

// Quoted says whether token i stands in quotation marks.
func (p *Passage) Quoted(i int) bool {
	at := p.Tokens[i].Start
	n, _ := slices.BinarySearchFunc(p.Quotes, at, func(q annotate.Quote, at int) int {
		if q.Start <= at {
			return -1
		}
		return 1
	})
	for j := n - 1; j >= 0 && j >= n-4; j-- {
		if q := p.Quotes[j]; at >= q.Start && at < q.End {
			return true
		}
	}
	return false
}

// MaxSentences is how many sentences back a pronoun may look.
const MaxSentences = 3

// nearest returns the person who fits in the sentence of token i before it,
// else in one of those before: the last one who is a subject, else the only one.
func (k *Cast) nearest(p *Passage, i int, fits func(record.ActorID) bool) []record.ActorID {
	n := len(k.recent.refs) - 1
	for back := 0; back <= MaxSentences && back <= p.SentenceOf(i); back++ {
		sentence := p.SentenceOf(i) - back
		var subject, only []record.ActorID
		many := false
		for ; n >= 0; n-- {
			r := &k.recent.refs[n]
			if r.at.passage != p.number || p.SentenceOf(r.at.token) < sentence {
				break
			}
			if len(r.ids) != 1 || !fits(r.ids[0]) {
				continue
			}
			if subject == nil && p.Relations[r.head] == "nsubj" {
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

// sureThing is how sure the link of "it" or "they" to its chain must be.
const sureThing = 0.6

// idle says whether "it" at token i rather means a thing or nothing: "It is a
// mistake", "it seems".
func (p *Passage) idle(i int) bool {
	h := p.Head(i)
	if h >= 0 && p.Tags[h] == annotate.VERB && nounTable.Has("idle", p.Lemmas[h]) {
		return true
	}
	return p.Relations[i] == "expl" || h >= 0 && p.Relations[i] == "nsubj" && p.Tags[h] == annotate.NOUN && p.Child(h, "cop") >= 0
}

// together returns whom "they" at token i mean without a chain: those who
// together are the subject of one of the last sentences, if no other subject in
// the plural comes between.
func (k *Cast) together(p *Passage, i int) []record.ActorID {
	if p.Relations[i] != "nsubj" {
		return nil
	}
	s := p.SentenceOf(i)
	for j := i - 1; j >= 0 && s-p.SentenceOf(j) <= MaxSentences; j-- {
		if p.Relations[j] != "nsubj" || p.Low[j] == "they" && p.Headed[j] < 0 {
			continue
		}
		if ids := p.Joint(j); len(ids) > 1 {
			return ids
		}
		if ids := p.met(j); len(ids) > 1 {
			return ids
		}
		if p.Tags[j] == annotate.NOUN && p.Lemmas[j] != p.Low[j] && p.mainClause(j) {
			return nil
		}
	}
	return nil
}

// mainClause says whether the predicate over token j is no part of another.
func (p *Passage) mainClause(j int) bool {
	h := p.Head(j)
	return h < 0 || p.Head(h) < 0 || p.Relations[h] == "conj" || p.Relations[h] == "parataxis"
}

// met returns the subject at token j with whom it met, of a verb of meeting.
func (p *Passage) met(j int) []record.ActorID {
	v := p.Head(j)
	if v < 0 || !nounTable.Has("meet", p.Lemmas[v]) {
		return nil
	}
	o := p.Oblique(v, "with", "to")
	if o < 0 {
		o = p.Child(v, "obj")
	}
	if o < 0 || len(p.Joint(o)) == 0 || len(p.Joint(j)) == 0 {
		return nil
	}
	return append(slices.Clone(p.Joint(j)), p.Joint(o)...)
}

// Joint returns all whom a head and what is joined to it by "and" mean; nil if
// one of them is unknown.
func (p *Passage) Joint(head int) []record.ActorID {
	var all []record.ActorID
	for _, j := range p.Coordinated(head) {
		ids := p.Of(j)
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

// antecedent returns whom the noun means that a relative pronoun stands for; if
// that is unknown, whom the mention right before it means.
func (k *Cast) antecedent(p *Passage, i int) []record.ActorID {
	v := i
	for range 4 {
		if v = p.Head(v); v < 0 || v < i && p.Tags[v] == annotate.VERB {
			break
		}
		if p.Relations[v] != "acl" {
			continue
		}
		if h := p.Head(v); h >= 0 && h < i {
			if ids := p.Of(h); len(ids) > 0 {
				return ids
			}
		}
		break
	}
	if p.Low[i] != "who" {
		return nil
	}
	if i > 0 && p.Low[i-1] == "," {
		i--
	}
	if n := p.NameOf(i - 1); n != nil && n.Class == annotate.Person {
		return k.Named(n)
	}
	return nil
}
