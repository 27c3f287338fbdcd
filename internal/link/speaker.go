package link

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/cast"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// speak finds who says a statement by its source.
func (k *linker) speak(c *account) {
	if c.mute || c.Act == record.Gloss || len(c.from.Source) == 0 || c.cue < 0 || c.p.isRead(c.cue) {
		return
	}
	for _, top := range c.p.tops(c.from.Source) {
		for _, t := range top {
			ids, why := k.sourceOf(c, t)
			for _, id := range ids {
				if !slices.Contains(c.Speakers, id) {
					c.Speakers = append(c.Speakers, id)
				}
			}
			if len(ids) > 0 {
				c.because("speaker: " + why)
			}
		}
		if len(c.Speakers) > 0 {
			return
		}
	}
}

// isRead says whether a cue is a noun of which the outlet tells what it shows:
// the "remarks" of "his remarks underline".
func (p passage) isRead(cue int) bool {
	h := p.Head(cue)
	return p.Tags[cue] == annotate.NOUN && p.Relations[cue] == "nsubj" && h >= 0 && clauseTable.Has("reading", p.Lemmas[h])
}

// tops returns the words of a source that stand for somebody: those on which
// the others hang, each with what is joined to it by "and". In a source that
// the tree takes apart the first who is somebody counts.
func (p passage) tops(source []int) [][]int {
	var tops, modifiers [][]int
	for _, i := range source {
		if cast.Among(source, p.Head(i)) || !nominal(p.Tags[i]) {
			continue
		}
		if p.before(i, source) {
			modifiers = append(modifiers, []int{i})
			continue
		}
		top := []int{i}
		add := func(j int) {
			if cast.Among(source, j) && !slices.Contains(top, j) && !p.Possessive(j) && !p.relative(i, j) {
				top = append(top, j)
			}
		}
		for _, j := range p.Coordinated(i) {
			add(j)
		}
		for _, k := range p.Listed(p.Outermost(i, source)) {
			add(p.Refs[k].Head)
		}
		slices.Sort(top)
		if n := len(tops); n > 0 && p.Low[i-1] == "and" && cast.Among(source, i-1) {
			tops[n-1] = append(tops[n-1], top...)
			continue
		}
		tops = append(tops, top)
	}
	return append(tops, modifiers...)
}

// before says whether the word at token i stands before the one that the source
// is about: the "Clinton" of "Clinton's campaign manager".
func (p passage) before(i int, source []int) bool {
	end := i + 1
	if k := p.Outermost(i, source); k >= 0 {
		end = p.Refs[k].End
	}
	if p.Possessive(end - 1) {
		end++
	}
	return end < len(p.Tags) && cast.Among(source, end) && (p.Tags[end] == annotate.NOUN || p.Tags[end] == annotate.PROPN)
}

// nominal says whether a word of this part of speech may stand for somebody.
func nominal(t annotate.UPOS) bool {
	switch t {
	case annotate.PUNCT, annotate.ADP, annotate.DET, annotate.CCONJ, annotate.PART, annotate.ADV, annotate.VERB, annotate.AUX:
		return false
	}
	return true
}

// relative says whether a relative pronoun stands between tokens i and j.
func (p passage) relative(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if w := p.Low[k]; w == "who" || w == "which" || w == "whose" {
			return true
		}
	}
	return false
}

// trust is how far a mention is believed that names its speaker by its kind:
// what of the statement's score stays. Rough, and calibrated on nothing.
var trust = [...]record.Score{annotate.Name: 1, annotate.Nominal: 0.95, annotate.Pronoun: 0.9}

// refers returns whom a mention in a source means.
func (c *account) refers(r *Reference) ([]record.ActorID, string) {
	c.Score *= trust[r.Kind]
	return r.Actors, r.Kind.String() + " “" + c.p.Text(r.First, r.End) + "”"
}

// sourceOf returns whom word t of a source means, and by which rule.
func (k *linker) sourceOf(c *account, t int) ([]record.ActorID, string) {
	p := c.p
	if r := p.Outermost(t, c.from.Source); r >= 0 && (p.Refs[r].Head == t || p.Refs[r].Kind == annotate.Name || p.At(t) == r) {
		return c.refers(&p.Refs[r])
	}
	if h := p.Headed[t]; h >= 0 {
		return c.refers(&p.Refs[h])
	}
	if n := p.namedAfter(t, c.from.Source); n != nil {
		if ids := k.Named(n); len(ids) > 0 {
			return ids, "name “" + p.Text(n.First, n.End) + "”"
		}
	}
	if class := carrierTable.Class(p.Low[t]); class != "" {
		if class != "report" && clauseTable.Has("reading", p.Lemmas[c.predicate]) {
			return nil, ""
		}
		if ids := k.author(p, t); len(ids) > 0 {
			return ids, "whose “" + p.Forms[t] + "” it is"
		}
		return nil, ""
	}
	if n := p.NameOf(t); n != nil && n.Use == register.Demonym && n.Actor != "" {
		a := k.People(p.Passage, n)
		return []record.ActorID{a}, "people “" + p.Text(n.First, n.End) + "”"
	}
	class := cast.Unnamed(p.Low[t])
	if class == "" && k.isOffice(p, t) {
		class = "voice"
	}
	if class != "" && (p.Tags[t] == annotate.NOUN || p.Tags[t] == annotate.PROPN || p.Tags[t] == annotate.ADJ) {
		return k.unnamed(c, t, class)
	}
	if ids, why := k.another(c, t); len(ids) > 0 {
		return ids, why
	}
	return k.capitalized(c, t)
}

// isOffice says whether an office ends with token t.
func (k *linker) isOffice(p passage, t int) bool {
	s, _ := p.Bounds(t)
	_, ok := p.Office(s, t+1)
	return ok
}

// author returns whose a statement, letter or speech is: "the ministry's
// statement", "a letter from Macron", "a Kremlin statement".
func (k *linker) author(p passage, t int) []record.ActorID {
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
		if ids := p.Joint(i); len(ids) > 0 && k.speaks(ids) {
			return ids
		}
	}
	return nil
}

// speaks says whether actors are such as speak: not the outlet of a poll.
func (k *linker) speaks(ids []record.ActorID) bool {
	return !slices.ContainsFunc(ids, k.IsOutlet)
}

// speakWithout finds the speaker of a statement without a source: the subject
// of its cue, else, where a quotation goes on, who spoke just before.
func (k *linker) speakWithout(c *account, all []account) {
	if c.mute || c.Act == record.Gloss || len(c.from.Source) > 0 || len(c.Speakers) > 0 || c.cue < 0 {
		return
	}
	p := c.p
	if s := p.Subject(c.predicate); s >= 0 && !p.Passive(c.predicate) && !cast.Among(c.from.Content, s) {
		if ids := p.Joint(s); len(ids) > 0 {
			c.Speakers = slices.Clone(ids)
			c.because("speaker: subject “" + p.Forms[s] + "” of the cue")
			return
		}
	}
	if c.predicate >= 0 && p.Passive(c.predicate) {
		if a := p.Agent(c.predicate); a >= 0 {
			if ids := p.Joint(a); len(ids) > 0 {
				c.Speakers = slices.Clone(ids)
				c.because("speaker: agent “" + p.Forms[a] + "” of the cue")
			}
		}
		return
	}
	if c.number == 0 || c.Manner == record.Indirect {
		return
	}
	b := &all[c.number-1]
	if b.p == p && b.cue >= 0 && len(b.Speakers) > 0 && p.SentenceOf(c.cue)-p.SentenceOf(b.cue) <= 1 && p.Block(c.cue)-p.Block(b.cue) <= 1 {
		c.Speakers = slices.Clone(b.Speakers)
		c.because("speaker: goes on from the sentence before")
		c.Score *= carried
	}
}

// carried is what a speaker costs in score who is taken from another sentence.
const carried = 0.8

// speakFirst finds the speaker of a statement whose source is "I" or "we": who
// is quoted, else whose statement or speech the document is as a whole.
func (k *linker) speakFirst(c *account, all []account) {
	if c.mute || c.Act == record.Gloss || len(c.Speakers) > 0 || len(c.from.Source) != 1 {
		return
	}
	w := c.p.Low[c.from.Source[0]]
	if w != "i" && w != "we" {
		return
	}
	if c.outer < 0 {
		if ids := k.voice(); len(ids) > 0 {
			c.Speakers = ids
			c.because("speaker: “" + c.p.Forms[c.from.Source[0]] + "” in a document of theirs")
		}
		return
	}
	if ids := all[c.outer].Speakers; len(ids) > 0 && all[c.outer].Act != record.Gloss {
		c.Speakers = slices.Clone(ids)
		c.because("speaker: “" + c.p.Forms[c.from.Source[0]] + "” in what they say")
	}
}

// maxTitle is within how many words of a document it says whose statement it is.
const maxTitle = 24

// voice returns whose statement, speech or letter the document is: "Statement
// from President Biden on …", "Remarks by the Vice President".
func (k *linker) voice() []record.ActorID {
	if len(k.a.passages) == 0 {
		return nil
	}
	p := k.a.passages[0]
	for i := 0; i+1 < len(p.Low) && i < maxTitle; i++ {
		if w := p.Low[i+1]; carrierTable.Class(p.Low[i]) == "" || w != "by" && w != "from" {
			continue
		}
		for j := i + 2; j < len(p.Low) && j < i+6; j++ {
			if ids := p.Of(j); len(ids) == 1 && p.Begins(j) >= 0 {
				return slices.Clone(p.Refs[p.Begins(j)].Actors)
			}
		}
	}
	return nil
}

// firstPersons makes references of the pronouns of the first person in what is
// quoted: "I" is who speaks, "we" those for whom they speak, if the words tell.
func (k *linker) firstPersons(c *account) {
	if c.Act == record.Gloss || c.Manner == record.Indirect || len(c.Speakers) == 0 {
		return
	}
	p := c.p
	for _, i := range c.from.Content {
		if p.Tags[i] != annotate.PRON && p.Tags[i] != annotate.DET || p.Headed[i] >= 0 {
			continue
		}
		var ids []record.ActorID
		switch p.Low[i] {
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
			p.Add(Reference{First: i, End: i + 1, Head: i, Kind: annotate.Pronoun, Actors: slices.Clone(ids)})
			for _, id := range ids {
				k.Mention(id, p.Span(i, i+1))
			}
		}
	}
}

// kindIs says whether all actors are of one of the kinds.
func (k *linker) kindIs(ids []record.ActorID, kinds ...record.ActorKind) bool {
	for _, id := range ids {
		if !slices.Contains(kinds, k.Actor(id).Kind) {
			return false
		}
	}
	return len(ids) > 0
}
