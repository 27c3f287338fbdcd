package link

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// speak finds who says a statement by its source.
func (k *linker) speak(c *account, all []account) {
	if c.Act == record.Gloss || len(c.from.Source) == 0 || c.cue < 0 {
		return
	}
	for _, t := range c.p.tops(c.from.Source) {
		ids, why := k.sourceOf(c, t, all)
		for _, id := range ids {
			if !slices.Contains(c.Speakers, id) {
				c.Speakers = append(c.Speakers, id)
			}
		}
		if len(ids) > 0 {
			c.because("speaker: " + why)
		}
	}
}

// tops returns the words of a source that stand for somebody: those on which
// the others hang, and what is joined to them by "and".
func (p *passage) tops(source []int) []int {
	var tops []int
	add := func(i int) {
		if !slices.Contains(tops, i) {
			tops = append(tops, i)
		}
	}
	for _, i := range source {
		if holds(source, p.Head(i)) || p.Tags[i] == annotate.PUNCT || p.Tags[i] == annotate.ADP || p.Tags[i] == annotate.DET || p.Tags[i] == annotate.CCONJ || p.Tags[i] == annotate.PART {
			continue
		}
		if k := p.outermost(i, source); k >= 0 && slices.ContainsFunc(tops, func(t int) bool { return t >= p.refs[k].First && t < p.refs[k].End }) {
			continue
		}
		for _, j := range p.Coordinated(i) {
			if holds(source, j) && (j == i || !p.possessive(j)) {
				add(j)
			}
		}
		for _, k := range p.listed(p.outermost(i, source)) {
			if holds(source, p.refs[k].Head) {
				add(p.refs[k].Head)
			}
		}
	}
	slices.Sort(tops)
	return tops
}

// listed returns the references that a list goes on with behind reference k,
// whatever the tree says: "Biden" + "and President Zelensky", "France" + ",
// Germany and Italy". Without "and" there is no list.
func (p *passage) listed(k int) []int {
	if k < 0 {
		return nil
	}
	_, end := p.bounds(p.refs[k].First)
	var list []int
	and := false
	for at := p.refs[k].End; at+1 < end && !and && (p.low[at] == "," || p.low[at] == "and"); {
		for at+1 < end && (p.low[at] == "," || p.low[at] == "and" || p.Tags[at] == annotate.DET) {
			and = and || p.low[at] == "and"
			at++
		}
		next := p.begins(at)
		if next < 0 || p.possessive(p.refs[next].End-1) || p.refs[next].Kind == annotate.Pronoun {
			return nil
		}
		list = append(list, next)
		at = p.refs[next].End
	}
	if !and {
		return nil
	}
	return list
}

// begins returns the largest reference that begins with token i, or with the
// article before it; -1 for none.
func (p *passage) begins(i int) int {
	best := -1
	for k := int(p.holder[i]); k >= 0; k = p.over(k) {
		if f := p.refs[k].First; f == i || f == i-1 && p.Tags[f] == annotate.DET {
			best = k
		}
	}
	return best
}

// outermost returns the largest reference that holds token i and lies within a
// source; -1 for none.
func (p *passage) outermost(i int, source []int) int {
	first, last := source[0], source[len(source)-1]
	best := -1
	for k := p.at(i); k >= 0; k = p.over(k) {
		if r := &p.refs[k]; r.First >= first && r.End <= last+1 {
			best = k
		}
	}
	return best
}

// over returns the smallest reference that is larger than another and holds
// it; -1 for none. References are in order, so that one that holds another
// stands before it.
func (p *passage) over(k int) int {
	r := &p.refs[k]
	for j := k - 1; j >= 0 && j > k-maxNested; j-- {
		if q := &p.refs[j]; q.First <= r.First && q.End >= r.End && q.End-q.First > r.End-r.First {
			return j
		}
	}
	return -1
}

// maxNested bounds how many references one may hold.
const maxNested = 8

// sourceOf returns whom word t of a source means, and by which rule.
func (k *linker) sourceOf(c *account, t int, all []account) ([]record.ActorID, string) {
	p := c.p
	if r := p.outermost(t, c.from.Source); r >= 0 && (p.refs[r].Head == t || p.refs[r].Kind == annotate.Name || p.at(t) == r) {
		ref := &p.refs[r]
		return ref.Actors, ref.Kind.String() + " “" + p.text(ref.First, ref.End) + "”"
	}
	if h := p.headed[t]; h >= 0 {
		ref := &p.refs[h]
		return ref.Actors, ref.Kind.String() + " “" + p.text(ref.First, ref.End) + "”"
	}
	if n := p.namedAfter(t, c.from.Source); n != nil {
		if ids := k.named(n); len(ids) > 0 {
			return ids, "name “" + p.text(n.first, n.end) + "”"
		}
	}
	if carrierTable.class(p.low[t]) != "" {
		if ids := k.author(p, t); len(ids) > 0 {
			return ids, "whose “" + p.words[t] + "” it is"
		}
		return nil, ""
	}
	if n := p.nameOf(t); n != nil && n.use == register.Demonym && n.actor != "" {
		a := k.people0(p, n)
		return []record.ActorID{a}, "people “" + p.text(n.first, n.end) + "”"
	}
	class := anonymousTable.class(p.low[t])
	if class == "" && k.isOffice(p, t) {
		class = "voice"
	}
	if class != "" && (p.Tags[t] == annotate.NOUN || p.Tags[t] == annotate.PROPN || p.Tags[t] == annotate.ADJ) {
		return k.unnamed(c, t, class)
	}
	return nil, ""
}

// isOffice says whether an office ends with token t.
func (k *linker) isOffice(p *passage, t int) bool {
	s, _ := p.bounds(t)
	_, ok := p.officeEnding(s, t+1)
	return ok
}

// author returns whose a statement, letter or speech is: "the ministry's
// statement", "a letter from Macron", "a Kremlin statement".
func (k *linker) author(p *passage, t int) []record.ActorID {
	for _, j := range p.Children(t) {
		i := int(j)
		switch p.Relations[i] {
		case "nmod", "compound", "amod", "obl", "nmod:poss":
		default:
			continue
		}
		prep := p.Preposition(i)
		if i > t && !slices.Contains([]string{"of", "from", "by"}, prep) {
			continue
		}
		if ids := p.joint(i); len(ids) > 0 && k.speaks(ids) {
			return ids
		}
	}
	return nil
}

// speaks says whether actors are such as speak: not the outlet of a poll.
func (k *linker) speaks(ids []record.ActorID) bool {
	return !slices.ContainsFunc(ids, k.isOutlet)
}

// people0 returns the actor of a people that speaks: "Ukrainians".
func (k *linker) people0(p *passage, n *name) record.ActorID {
	words := p.text(n.first, n.end)
	id, ok := k.unknowns["people "+words]
	if !ok {
		id = k.provisional(words, record.Group, n.actor).ID
		k.unknowns["people "+words] = id
	}
	k.mention(id, p.span(n.first, n.end))
	return id
}

// speakWithout finds the speaker of a statement without a source: the subject
// of its cue, else, where a quotation goes on, who spoke just before.
func (k *linker) speakWithout(c *account, all []account) {
	if c.Act == record.Gloss || len(c.from.Source) > 0 || len(c.Speakers) > 0 || c.cue < 0 {
		return
	}
	p := c.p
	if s := p.Subject(c.predicate); s >= 0 && !p.Passive(c.predicate) && !holds(c.from.Content, s) {
		if ids := p.joint(s); len(ids) > 0 {
			c.Speakers = slices.Clone(ids)
			c.because("speaker: subject “" + p.words[s] + "” of the cue")
			return
		}
	}
	if c.predicate >= 0 && p.Passive(c.predicate) {
		if a := p.Agent(c.predicate); a >= 0 {
			if ids := p.joint(a); len(ids) > 0 {
				c.Speakers = slices.Clone(ids)
				c.because("speaker: agent “" + p.words[a] + "” of the cue")
			}
		}
		return
	}
	if c.number == 0 || c.Manner == record.Indirect {
		return
	}
	b := &all[c.number-1]
	if b.p == p && b.cue >= 0 && len(b.Speakers) > 0 && p.SentenceOf(c.cue)-p.SentenceOf(b.cue) <= 1 && p.block(c.cue)-p.block(b.cue) <= 1 {
		c.Speakers = slices.Clone(b.Speakers)
		c.because("speaker: goes on from the sentence before")
		c.Score *= carried
	}
}

// carried is what a speaker costs in score who is taken from another sentence.
const carried = 0.8

// speakFirst finds the speaker of a statement in somebody's quotation whose
// source is "I" or "we".
func (k *linker) speakFirst(c *account, all []account) {
	if c.Act == record.Gloss || len(c.Speakers) > 0 || c.outer < 0 || len(c.from.Source) != 1 {
		return
	}
	if w := c.p.low[c.from.Source[0]]; w != "i" && w != "we" {
		return
	}
	if ids := all[c.outer].Speakers; len(ids) > 0 && all[c.outer].Act != record.Gloss {
		c.Speakers = slices.Clone(ids)
		c.because("speaker: “" + c.p.words[c.from.Source[0]] + "” in what they say")
	}
}

// firstPersons makes references of the pronouns of the first person in what is
// quoted: "I" is who speaks, "we" those for whom they speak, if the words tell.
func (k *linker) firstPersons(c *account) {
	if c.Act == record.Gloss || c.Manner == record.Indirect || len(c.Speakers) == 0 {
		return
	}
	p := c.p
	for _, i := range c.from.Content {
		if p.Tags[i] != annotate.PRON && p.Tags[i] != annotate.DET || p.headed[i] >= 0 {
			continue
		}
		var ids []record.ActorID
		switch p.low[i] {
		case "i", "me", "my", "mine", "myself":
			if len(c.Speakers) == 1 {
				ids = c.Speakers
			}
		case "we", "us", "our", "ours", "ourselves":
			ids = c.OnBehalfOf
			if len(ids) == 0 && k.kindIs(c.Speakers, record.Organization, record.Country, record.Group) {
				ids = c.Speakers
			}
		}
		if len(ids) > 0 {
			p.add(Reference{First: i, End: i + 1, Head: i, Kind: annotate.Pronoun, Actors: slices.Clone(ids)})
			for _, id := range ids {
				k.mention(id, p.span(i, i+1))
			}
		}
	}
}

// kindIs says whether all actors are of one of the kinds.
func (k *linker) kindIs(ids []record.ActorID, kinds ...record.ActorKind) bool {
	for _, id := range ids {
		if !slices.Contains(kinds, k.ensure(id).Kind) {
			return false
		}
	}
	return len(ids) > 0
}
