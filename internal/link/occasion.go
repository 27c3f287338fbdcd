package link

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/cast"
	"onrecord/internal/edtf"
	"onrecord/internal/record"
)

// setting is where and when somebody speaks, as it carries over from one
// statement to the next.
type setting struct {
	speakers []record.ActorID
	audience []record.ActorID
	occasion string
	venue    record.ActorID
	said     edtf.Date
	basis    record.SaidBasis
	text     string
	passage  int
	sentence int
	block    int
}

// circumstances says when, where, on what occasion and to whom statements are
// made. What the words of one tell holds for the same speaker's next ones until
// another speaker, occasion or date comes.
//
//	In an interview with the BBC published on Saturday, Stoltenberg reiterated …
//	He stressed that …                            the same interview
//	Earlier in the week, Stoltenberg urged …      another date: no more
func (k *linker) circumstances(all []account) {
	var now *setting
	for i := range all {
		c := &all[i]
		if c.cue < 0 {
			continue
		}
		k.audience(c)
		dated := k.date(c)
		k.hedge(c)
		if c.Act == record.Gloss || c.outer >= 0 {
			continue
		}
		k.findOccasion(c)
		switch {
		case c.Occasion != "" || c.Venue != "":
			c.sameSentence(all, dated)
			now = c.setting()
		case now == nil:
		case !slices.Equal(now.speakers, c.Speakers) && len(c.Speakers) > 0, dated, c.Background && c.Act != record.Repeat:
			if !c.inside(now) {
				now = nil
			}
		case len(c.Speakers) > 0 && c.follows(now):
			c.carry(now)
			now.passage, now.sentence, now.block = c.p.Number(), c.p.SentenceOf(c.cue), c.p.Block(c.cue)
		}
	}
}

// setting is what a statement tells of its circumstances.
func (c *account) setting() *setting {
	s := &setting{
		speakers: c.Speakers, audience: c.Audience, occasion: c.Occasion, venue: c.Venue, passage: c.p.Number(),
		sentence: c.p.SentenceOf(c.cue), block: c.p.Block(c.cue),
	}
	if c.SaidBasis != record.Reported {
		s.said, s.basis, s.text = c.Said, c.SaidBasis, c.SaidText
	}
	return s
}

// inside says whether a statement stands in the sentence of a setting: a side
// remark that ends nothing.
func (c *account) inside(s *setting) bool {
	return c.p.Number() == s.passage && c.p.SentenceOf(c.cue) == s.sentence && !slices.Equal(c.Speakers, s.speakers)
}

// maxCarry is how many sentences may lie between two statements of one setting.
const maxCarry = 4

// follows says whether a statement is near enough to a setting to be in it. A
// post or a letter does not reach into another paragraph.
func (c *account) follows(s *setting) bool {
	if c.p.Number() != s.passage || c.p.SentenceOf(c.cue)-s.sentence > maxCarry {
		return false
	}
	switch s.occasion {
	case "letter", "call", "meeting":
		if len(c.Audience) > 0 && !slices.Equal(c.Audience, s.audience) {
			return false
		}
	}
	switch s.occasion {
	case "post", "letter", "statement", "report", "article":
		return c.p.Block(c.cue) == s.block
	}
	return true
}

// carry gives a statement the setting of the one before.
func (c *account) carry(s *setting) {
	c.Occasion, c.Venue = s.occasion, s.venue
	if s.said != "" && c.SaidBasis == record.Reported {
		c.Said, c.SaidBasis, c.SaidText = s.said, s.basis, s.text
	}
	if c.p.SentenceOf(c.cue) != s.sentence {
		c.because("occasion: carried on from the same speaker's sentence before")
	}
}

// sameSentence gives what the words tell of one statement to those of the same
// speaker before it in its sentence that tell nothing of their own.
func (c *account) sameSentence(all []account, dated bool) {
	for i := c.number - 1; i >= 0; i-- {
		b := &all[i]
		if b.p != c.p || b.cue < 0 || c.p.SentenceOf(b.cue) != c.p.SentenceOf(c.cue) {
			return
		}
		if b.Occasion == "" && b.Venue == "" && b.outer < 0 && len(b.Speakers) > 0 && slices.Equal(b.Speakers, c.Speakers) {
			b.carry(c.setting())
		}
	}
}

// findOccasion finds the occasion of a statement, and the outlet or gathering
// that is its venue, in the words around its cue.
func (k *linker) findOccasion(c *account) {
	p := c.p
	first, end := p.Bounds(c.cue)
	first, end = max(first, c.cue-maxReach), min(end, c.cue+maxReach)
	for i := first; i < end; i++ {
		if cast.Among(c.from.Content, i) {
			continue
		}
		if p.Tags[i] == annotate.NOUN || p.Tags[i] == annotate.PROPN {
			if c.Occasion == "" {
				k.occasionAt(c, first, i)
			}
		}
		k.venueAt(c, i)
	}
	if c.remarks && k.IsOutlet(c.Venue) && clauseTable.Has("tell", p.Lemmas[c.predicate]) {
		c.Occasion = "" // remarks to an outlet are no speech
		return
	}
	if c.Occasion != "" {
		return
	}
	switch {
	case slices.ContainsFunc(c.from.Cue, func(i int) bool { return p.Lemmas[i] == "tweet" || p.Lemmas[i] == "post" && p.Tags[i] == annotate.VERB }):
		c.Occasion = "post"
	case slices.ContainsFunc(c.from.Cue, func(i int) bool { return p.Lemmas[i] == "testify" }):
		c.Occasion = "hearing"
	default:
		return
	}
	c.because("occasion " + c.Occasion + ": the cue")
}

// maxReach is how many words from the cue the occasion may stand.
const maxReach = 80

// occasionAt looks whether the noun at token i names the occasion of the
// statement.
func (k *linker) occasionAt(c *account, first, i int) {
	p := c.p
	classes, start := occasionTable.Ending(p.Low, first, i+1)
	if len(classes) == 0 || !c.framed(i, start) {
		return
	}
	if n := p.NameOf(i); n != nil && n.End-n.First > i+1-start && !isGathering(p.Text(n.First, n.End)) { // "the Washington Post"
		return
	}
	if c.otherwise(classes[0], i) {
		return
	}
	if i+2 <= len(p.Low) {
		if _, longer := occasionTable.Ending(p.Low, first, i+2); longer <= start { // "conference call"
			return
		}
	}
	c.Occasion = classes[0]
	c.remarks = p.Low[i] == "remarks"
	c.because("occasion " + c.Occasion + ": “" + p.Text(start, i+1) + "”")
	to := p.Oblique(i, "with", "to")
	if n := p.nameAfter(i + 1); n != nil && to < 0 {
		to = p.Top(n.First, n.End)
	}
	if to >= 0 && !cast.Among(c.from.Content, to) {
		k.partner(c, i, to)
	}
}

// otherwise says whether the noun at token i names no occasion of this class
// here: a "call for" something is none by telephone, and an article of which an
// outlet tells is none of its source.
func (c *account) otherwise(class string, i int) bool {
	p := c.p
	switch class {
	case "call":
		return i+1 < len(p.Low) && (p.Low[i] == "call" || p.Low[i] == "calls") && (p.Low[i+1] == "for" || p.Low[i+1] == "on" || p.Low[i+1] == "to" && i+2 < len(p.Low) && p.Tags[i+2] == annotate.VERB)
	case "article":
		return clauseTable.Has("about", p.Lemmas[c.predicate])
	}
	return false
}

// nameAfter returns the name that stands with "with" at token i.
func (p passage) nameAfter(i int) *cast.Name {
	if i+2 >= len(p.Low) || p.Low[i] != "with" {
		return nil
	}
	if p.Tags[i+1] == annotate.DET {
		i++
	}
	return p.NameOf(i + 1)
}

// framed says whether the noun at token i stands to the cue as its occasion: in
// a phrase with "in", "at", "during" and the like, as what is told, or as the
// source.
func (c *account) framed(i, start int) bool {
	p := c.p
	if cast.Among(c.from.Source, i) {
		return carrierTable.Class(p.Low[i]) != "" && !cast.Among(c.from.Source, p.Head(i))
	}
	prep := p.Preposition(i)
	switch prep {
	case "in", "at", "during", "on", "via", "through", "by":
	case "over":
		return c.Occasion == "" && occasionTable.Class(p.Low[i]) == "call" && c.reaches(i)
	case "to", "before":
		return c.reaches(i) && p.Relations[i] == "obl"
	case "":
		if cast.Among(c.from.Cue, i) || clauseTable.Has("tell", p.Lemmas[c.predicate]) && start > c.predicate && start <= c.predicate+2 {
			return true
		}
		return (p.Relations[i] == "obj" || p.Relations[i] == "iobj") && p.Head(i) == c.predicate
	default:
		return false
	}
	return c.reaches(i)
}

// reaches says whether a word hangs on the cue's clause: over nouns, or over a
// verb like "speaking" that accompanies it.
func (c *account) reaches(i int) bool {
	p := c.p
	h := i
	for range 8 {
		if h = p.Head(h); h < 0 {
			return false
		}
		if h == c.cue || h == c.predicate || cast.Among(c.from.Cue, h) {
			return true
		}
		if v := p.Sharer(c.predicate); v >= 0 && h == v {
			return true
		}
		if p.Tags[h] == annotate.VERB && !speaking(p.Lemmas[h]) {
			return false
		}
	}
	return false
}

// speaking says whether a verb goes along with a cue: "Speaking at a rally, he
// said".
func speaking(lemma string) bool {
	switch lemma {
	case "speak", "talk", "address", "appear", "write", "testify", "give", "hold", "post", "publish", "air", "broadcast", "release":
		return true
	}
	return false
}

// partner says what the other side of an occasion is: the outlet of an
// interview, the one to whom a letter goes.
func (k *linker) partner(c *account, noun, to int) {
	p := c.p
	ids := p.Joint(to)
	if len(ids) != 1 {
		return
	}
	switch {
	case c.Occasion == "interview" && p.Preposition(to) != "to":
		if k.IsOutlet(ids[0]) || k.Actor(ids[0]).Kind == record.Organization {
			k.setVenue(c, ids[0], p.Text(to, to+1))
		}
	case (c.Occasion == "letter" || c.Occasion == "call" || c.Occasion == "meeting") && !slices.Equal(ids, c.Speakers):
		k.hear(c, ids, "“"+p.Forms[noun]+"”")
	}
}

func (k *linker) setVenue(c *account, id record.ActorID, words string) {
	if c.Venue == "" && !slices.Contains(c.Speakers, id) {
		c.Venue = id
		c.because("venue: “" + words + "”")
	}
}

// venueAt looks whether the mention headed by token i is the outlet or the
// gathering where the statement is made.
func (k *linker) venueAt(c *account, i int) {
	p := c.p
	h := p.Headed[i]
	if c.Venue != "" || h < 0 || cast.Among(c.from.Source, i) || p.Refs[h].Kind != annotate.Name || len(p.Refs[h].Actors) != 1 {
		return
	}
	id := p.Refs[h].Actors[0]
	if !c.reaches(i) && !c.told(i) {
		return
	}
	if o := p.Head(i); p.Possessive(i) && o > i { // "the BBC's program"
		i = o
	}
	prep := p.Preposition(i)
	words := p.Text(p.Refs[h].First, p.Refs[h].End)
	switch {
	case k.IsOutlet(id):
		switch prep {
		case "with", "to", "on", "for", "in", "by", "at", "":
			if prep == "by" && !c.printed(i) || prep == "" && !c.told(i) {
				return
			}
			k.setVenue(c, id, words)
		}
	case (prep == "at" || prep == "before" || prep == "in") && isGathering(words):
		k.setVenue(c, id, words)
		if c.Occasion == "" {
			c.Occasion = gathering(words)
		}
	}
}

// told says whether the word at token i is whom the cue tells.
func (c *account) told(i int) bool {
	if !clauseTable.Has("tell", c.p.Lemmas[c.predicate]) {
		return false
	}
	if n := c.p.NameOf(i); n != nil && (n.First == c.predicate+1 || n.First == c.predicate+2 && c.p.Tags[c.predicate+1] == annotate.DET) {
		return true
	}
	r := c.p.Relations[i]
	return (r == "obj" || r == "iobj" || r == "obl") && (c.p.Head(i) == c.predicate || c.p.Head(i) == c.cue)
}

// printed says whether the word at token i publishes what is said: "published
// by the Guardian".
func (c *account) printed(i int) bool {
	h := c.p.Head(i)
	return h >= 0 && clauseTable.Has("publish", c.p.Lemmas[h])
}

// isGathering says whether a name is of a meeting rather than of a body.
func isGathering(words string) bool { return gathering(words) != "" }

func gathering(words string) string {
	low := strings.ToLower(words)
	for _, g := range [...]struct{ end, occasion string }{
		{"conference", "conference"},
		{"summit", "summit"},
		{"forum", "conference"},
		{"assembly", "session"},
		{"congress", "session"},
		{"convention", "conference"},
		{"dialogue", "conference"},
	} {
		if strings.HasSuffix(low, g.end) && len(low) > len(g.end) {
			return g.occasion
		}
	}
	return ""
}
