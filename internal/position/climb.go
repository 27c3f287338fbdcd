package position

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/codebook"
	"onrecord/internal/record"
)

// maxClimb is how many words above a hit are looked at.
const maxClimb = 12

// view is a side that somebody takes in the words of one hit.
type view struct {
	hit     *codebook.Hit
	holders []record.ActorID // nil: who says it
	sign    int              // for is 1, against -1, unclear 0
	why     []string
	verbs   []int // predicates from the hit up, on which conditions hang
	terms   []int // heads of what it must be: "must be voluntary"
	outlet  bool  // told in the outlet's own voice, whoever the entry is of
}

// climber goes from a hit up the tree.
type climber struct {
	*passage
	hit      *codebook.Hit
	speakers []record.ActorID
	inside   func(i int) bool // words that belong to the entry: content and cue

	sign     int  // of what was climbed; 0 while nothing gave it one
	active   bool // something took a side
	unclear  bool // something left it open
	offense  bool // the hit names what offends its issue
	last     attitude
	why      []string
	verbs    []int
	terms    []int
	reported []view // of others than who says it
}

// climb returns the sides that the words of hit h take: those that they report
// of others, and behind them that of who says them.
func (p *passage) climb(h *codebook.Hit, speakers []record.ActorID, inside func(int) bool) []view {
	c := &climber{passage: p, hit: h, speakers: speakers, inside: inside}
	c.start()
	below, i := -1, p.top(h)
	skip := h.Side != codebook.Neither && !c.offense // its own words took their side
	for range maxClimb {
		if !inside(i) && below >= 0 {
			break
		}
		c.step(i, below, skip || i >= int(h.First) && i < int(h.End))
		if c.leaves(i) {
			break
		}
		skip = p.Relations[i] == "conj"
		below, i = i, p.Head(i)
		if i < 0 {
			break
		}
	}
	if p.asked(int(h.First)) {
		c.unclear = true
	}
	out := c.reported
	if len(out) == 0 || c.active || c.unclear || c.offense {
		out = append(out, view{hit: h, sign: c.result(), why: c.why, verbs: c.verbs, terms: c.terms})
	}
	return out
}

// start takes the side of the codebook's wording.
func (c *climber) start() {
	c.offense = c.offends()
	switch {
	case c.offense:
		c.because("what offends it named")
		return
	case c.hit.Side == codebook.For:
		c.sign, c.active = 1, true
		c.because("wording for it")
		if c.no() {
			c.sign = -1
			c.because("denied")
		}
	case c.hit.Side == codebook.Against:
		c.sign, c.active = -1, true
		c.because("wording against it")
	}
	if c.hit.Side != codebook.Neither && attitudes[c.Lemmas[c.top(c.hit)]] == against {
		c.last = against // who refuses to condemn is not for what is condemned
	}
	if c.hit.Side == codebook.Neither && clauses.Has("ill", c.Lemmas[c.top(c.hit)]) {
		c.unclear = true // whoever condemns a crime may be for what it offends
		c.because("an ill named")
	}
	if c.named() {
		c.unclear = true
		c.because("somebody else's word")
	}
}

// named says whether the hit's words are named as somebody else's word: "the
// so-called peace plan".
func (c *climber) named() bool {
	low := make([]string, 0, 4)
	first, _ := c.sentence(int(c.hit.First))
	for i := max(first, int(c.hit.First)-4); i < int(c.hit.First); i++ {
		if c.Tags[i] != annotate.PUNCT || c.low(i) == "-" {
			low = append(low, c.low(i))
		}
	}
	for end := len(low); end > 0 && end > len(low)-1; end-- {
		if classes, start := clauses.Ending(low, 0, end); start < end && slices.Contains(classes, "so-called") {
			return true
		}
	}
	return false
}

// step reads word i, on which below hangs. quiet words take no side of their
// own, but can be denied and demanded.
func (c *climber) step(i, below int, quiet bool) {
	verb := c.Tags[i] == annotate.VERB || c.Tags[i] == annotate.ADJ || c.Tags[i] == annotate.AUX
	if verb {
		c.verbs = append(c.verbs, i)
	}
	a := neutral
	if below >= 0 && !quiet {
		a = c.attitude(i, below, c.hit)
		c.turn(a, i, below)
	} else if below < 0 && !quiet && verb {
		a = makes
	}
	mood := c.mood(i)
	switch mood {
	case "must":
		if c.sign == 0 && a == neutral && below >= 0 && !c.brings(i) && c.Relations[below] == "nsubj" {
			c.terms, c.unclear = c.Coordinated(i), true
			c.because("only told how it must be")
		}
		c.demanded(i)
	case "will":
		if c.last != unmakes || c.sign != 0 {
			c.demanded(i)
		}
	case "may":
		switch {
		case !c.only(i):
			c.unclear = true
			c.because("only possible: " + c.Word(i))
		case below >= 0 && clauses.Has("means", c.Preposition(below)):
			c.sign, c.active = 1, true
			c.because("the only means")
		}
	}
	if c.denied(i, c.hit) && !c.keeps(i, mood) {
		c.deny(i, a)
	}
	if c.noneDoes(i, c.hit) && below >= 0 {
		c.unclear = true
		c.because("none does")
	}
	if c.supposed(i) {
		c.unclear = true
		c.because("supposed")
	}
	if mood != "must" {
		c.others(i, a)
	}
}

// turn takes the attitude of word i.
func (c *climber) turn(a attitude, i, below int) {
	sign := func(s int) {
		if c.sign == 0 {
			c.sign = 1
		}
		c.sign *= s
	}
	switch a {
	case neutral:
		return
	case want, demand, push:
		sign(1)
		c.active = true
	case against:
		sign(-1)
		c.active = true
	case refuse:
		if c.last == against || c.last == refuse || c.last == neutral && c.hit.Side == codebook.Against {
			c.unclear = true
		}
		sign(-1)
		c.active = true
	case makes:
		sign(1)
	case unmakes:
		sign(-1)
	case open:
		if c.Relations[below] == "ccomp" {
			return // it only tells
		}
		c.unclear = c.unclear || !c.active || c.Tags[i] == annotate.VERB
	case doubt:
		c.unclear = true
	}
	c.last = a
	c.because(c.Word(i))
}

// demanded is a clause that says what must be, or is meant to be.
func (c *climber) demanded(i int) {
	if c.sign == 0 {
		if own := i >= int(c.hit.First) && i < int(c.hit.End) && c.Tags[i] == annotate.VERB; c.last == neutral && !own && !c.brings(i) {
			return
		}
		c.sign = 1
	}
	c.active = true
}

// brings says whether word i brings something about: what has to be brought
// about is demanded, what has to be of some kind is not.
func (c *climber) brings(i int) bool {
	a := attitudes[c.Lemmas[i]]
	return a == makes || a == unmakes || a.sided()
}

// deny is a denial of word i, whose attitude is a.
func (c *climber) deny(i int, a attitude) {
	c.because("denied")
	switch {
	case a == want:
		c.sign = -c.sign
	case a == makes, a == neutral && c.hit.Side == codebook.Neither && i < int(c.hit.End):
		if c.sign == 0 {
			c.sign = 1
		}
		c.sign = -c.sign
		c.last = refuse
	case a == neutral && c.last == neutral && c.hit.Side == codebook.Neither:
	default:
		c.unclear = true
	}
}

// no says whether the words of a hit hold a denial that is not the wording's own:
// "make no concessions".
func (c *climber) no() bool {
	for i := int(c.hit.First); i < int(c.hit.End); i++ {
		if w := c.low(i); clauses.Has("deny", w) && !slices.Contains(strings.Fields(c.book.Issues[c.hit.Issue].Terms[c.hit.Term].Text), w) {
			return true
		}
	}
	return false
}

// keeps says whether word i is wording that ends something, and that is not to
// be: "will not lift the sanctions", "urged them not to withdraw". That is for it.
func (c *climber) keeps(i int, mood string) bool {
	if c.hit.Side != codebook.Against || !inHit(c.hit, i) || attitudes[c.Lemmas[i]] != unmakes {
		return false
	}
	meant := mood == "will" || mood == "must"
	if meant || c.infinitive(i) {
		c.sign, c.active = 1, meant
		c.because("not to be ended")
		return true
	}
	return false
}

// inHit says whether a hit covers token i.
func inHit(h *codebook.Hit, i int) bool { return int(h.First) <= i && i < int(h.End) }

// others notes whose stance word i tells if it has a subject, an owner or an
// agent of its own that is not who speaks.
func (c *climber) others(i int, a attitude) {
	wording := c.hit.Side != codebook.Neither && i >= int(c.hit.First) && i < int(c.hit.End)
	if !a.sided() && a != open && a != doubt && !wording || !c.active && !c.unclear {
		return
	}
	if clauses.Has("needs", c.Lemmas[i]) {
		return // what somebody needs is what the speaker thinks
	}
	who := c.whose(i)
	if len(who) == 0 || slices.Equal(who, c.speakers) || len(who) == 1 && slices.Contains(c.speakers, who[0]) {
		return
	}
	c.reported = append(c.reported, view{hit: c.hit, holders: who, sign: c.result(), why: slices.Clone(c.why), verbs: slices.Clone(c.verbs)})
	c.active, c.unclear, c.last = false, false, neutral
}

// whose returns the actors whose attitude word i is.
func (c *climber) whose(i int) []record.ActorID {
	if c.Tags[i] == annotate.NOUN || c.Tags[i] == annotate.PROPN {
		for _, j := range c.Children(i) {
			r := c.Relations[j]
			if (r == "nmod" || r == "amod" || r == "compound") && (int(j) < i || slices.Contains(ownership, c.Preposition(int(j)))) {
				if who := c.meant(int(j)); len(who) > 0 {
					return who
				}
			}
		}
		if c.Child(i, "cop") < 0 {
			return nil
		}
	}
	if j := c.Agent(i); j >= 0 {
		return c.meant(j)
	}
	if c.Child(i, "aux") >= 0 && c.passive(i) {
		return nil
	}
	j := c.Subject(i)
	if j < 0 || c.own(j) || !c.inside(j) {
		return nil
	}
	var out []record.ActorID
	for _, k := range c.Coordinated(j) {
		out = append(out, c.meant(k)...)
	}
	return out
}

var ownership = []string{"of", "from", "by", "among", "in"}

// passive says whether the verb i is passive, as far as its helpers tell.
func (c *climber) passive(i int) bool {
	for _, j := range c.Children(i) {
		if c.Relations[j] == "aux" && c.Lemmas[j] == "be" && c.low(i) != c.Lemmas[i] && len(c.low(i)) > 3 && c.low(i)[len(c.low(i))-3:] != "ing" {
			return true
		}
	}
	return false
}

// result is the side that was climbed to.
func (c *climber) result() int {
	switch {
	case c.unclear:
		return 0
	case c.offense && (c.hit.Side == codebook.For || c.active && c.sign < 0):
		return 1
	case !c.active, c.offense:
		return 0
	}
	return c.sign
}

// offends says whether the hit names what offends its issue: an ill, or force,
// that wording for the issue names too ("unprovoked invasion" speaks for borders,
// and so does whoever condemns an invasion).
func (c *climber) offends() bool {
	lemma := c.Lemmas[c.top(c.hit)]
	if c.hit.Side == codebook.Against || !clauses.Has("ill", lemma) && !clauses.Has("force", lemma) {
		return false
	}
	for i := range c.book.Issues[c.hit.Issue].Terms {
		t := &c.book.Issues[c.hit.Issue].Terms[i]
		if t.Side == codebook.For && strings.Contains(t.Text, lemma) && blames(t.Text) {
			return true
		}
	}
	return false
}

// blames says whether wording speaks for its issue by what it calls bad.
func blames(wording string) bool {
	for w := range strings.FieldsFuncSeq(wording, func(c rune) bool { return c < 'a' || c > 'z' }) {
		if clauses.Has("blame", w) {
			return true
		}
	}
	return false
}

// leaves says whether what is above word i does not rule it: a relative clause,
// a clause beside, another sentence.
func (c *climber) leaves(i int) bool {
	switch c.Relations[i] {
	case "parataxis", "root", "list", "appos":
		return true
	case "advcl":
		return !c.joined(i)
	case "obl", "nmod":
		return c.aside(i)
	case "acl":
		return c.Child(i, "nsubj") >= 0
	}
	return false
}

// joined says whether a preposition joins the clause of word i to what is above
// it: "warned against sending", "stopped short of calling".
func (c *climber) joined(i int) bool {
	for _, j := range c.Children(i) {
		if r := c.Relations[j]; (r == "mark" || r == "case") && int(j) < i && clauses.Has("joins", c.low(int(j))) {
			return true
		}
	}
	return false
}

func (c *climber) because(why string) {
	if !slices.Contains(c.why, why) {
		c.why = append(c.why, why)
	}
}
