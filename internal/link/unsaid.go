package link

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/cast"
	"onrecord/internal/record"
)

// unsaid says whether the words tell that something was not said, or not yet, or
// only if or perhaps, and which word tells it. Such a statement has no speaker.
// Who keeps silent about something, though, does so.
//
//	Nor has Kenya said that it would send troops     unsaid
//	Unless Seoul agrees to talks                     unsaid
//	Critics will reply that                          unsaid
//	Kenya did not say whether it would send troops   an act of Kenya's
//	Kenya has not ruled out sending troops           an act of Kenya's
func (c *account) unsaid() (string, bool) {
	v := c.predicate
	if c.Act == record.Gloss || c.cue < 0 || c.p.Tags[v] != annotate.VERB {
		return "", false
	}
	if w, ok := c.nobody(); ok {
		return w, true
	}
	if w, ok := c.condition(); ok {
		return w, true
	}
	v = c.uttered()
	if !clauseTable.Has("utter", c.p.Lemmas[v]) {
		return "", false
	}
	if w, ok := c.denied(v); ok {
		return w, !c.silent(v) && (c.Act != record.Refuse && c.Act != record.Deny || c.tells())
	}
	w, ok := c.possible(v)
	return w, ok && !c.silent(v)
}

// tells says whether the content is a clause, what would be said, rather than
// what is refused: "did not say that", but "did not respond to questions".
func (c *account) tells() bool {
	p := c.p
	if len(c.from.Content) == 0 {
		return false
	}
	return p.Low[c.from.Content[0]] == "that" || p.Relations[p.TopOf(c.from.Content)] == "ccomp"
}

// uttered returns the last verb of the cue: the "admit" of "would have to
// admit".
func (c *account) uttered() int {
	for _, i := range slices.Backward(c.from.Cue) {
		if c.p.Tags[i] == annotate.VERB {
			return i
		}
	}
	return c.predicate
}

// nobody says whether the subject of the cue is nobody.
func (c *account) nobody() (string, bool) {
	s := c.p.Subject(c.predicate)
	if s < 0 || cast.Among(c.from.Content, s) {
		return "", false
	}
	if w := c.p.Low[s]; w == "nobody" || w == "none" || w == "no-one" {
		return w, true
	}
	for _, j := range c.p.Children(s) {
		if int(j) < s && c.p.Low[j] == "no" {
			return "no", !clauseTable.Has("indeed", c.p.Low[s])
		}
	}
	return "", false
}

// condition says whether the clause of the cue is one of "if", and by which
// word.
func (c *account) condition() (string, bool) {
	p, v := c.p, c.predicate
	for _, j := range p.Children(v) {
		i := int(j)
		if p.Relations[i] != "mark" || i > v || v-i > maxCondition || cast.Among(c.from.Content, i) || cast.Among(c.from.Cue, i) {
			continue
		}
		if w := p.Low[i]; clauseTable.Has("condition", w) && !p.parted(i, v) && !p.quotedApart(i, v) {
			return w, true
		}
	}
	return "", false
}

// maxCondition is how far before a verb its "if" may stand.
const maxCondition = 12

// parted says whether a comma stands right behind token i or right before token
// v: "if, as he says,".
func (p passage) parted(i, v int) bool { return p.Low[i+1] == "," || p.Low[v-1] == "," }

// quotedApart says whether one of two tokens stands in quotation marks and the
// other does not.
func (p passage) quotedApart(i, v int) bool { return p.Quoted(i) != p.Quoted(v) }

// denied says whether a word denies the verb of the cue, and which.
func (c *account) denied(v int) (string, bool) {
	p := c.p
	for _, j := range p.Children(v) {
		if i := int(j); i < v && !cast.Among(c.from.Content, i) && clauseTable.Has("denial", p.Low[i]) && !clauseTable.Has("notonly", p.Low[i+1]) {
			return p.Low[i], true
		}
	}
	if p.Low[max(v-1, 0)] == "without" { // "without saying that"
		return "without", true
	}
	if v > 1 && p.Low[v-1] == "of" && p.Low[v-2] == "short" {
		return "short of", true
	}
	return "", false
}

// possible says whether an auxiliary makes the verb of the cue one of what may
// or will be: "will reply", "would have to admit", "is to report".
func (c *account) possible(v int) (string, bool) {
	p := c.p
	if s := p.Subject(v); s >= 0 && (p.Low[s] == "i" || p.Low[s] == "we") {
		return "", false // "I would say": who says so says it
	}
	for p.Relations[v] == "conj" && p.Low[v] == p.Lemmas[v] && p.Child(v, "nsubj", "aux") < 0 && p.Head(v) >= 0 && p.Head(v) < v {
		v = p.Head(v) // "have to pay or admit"
	}
	to := false
	for range 2 {
		for _, j := range p.Children(v) {
			switch i := int(j); {
			case i > v || cast.Among(c.from.Content, i):
			case p.Relations[i] == "mark" && p.Low[i] == "to":
				to = true
			case p.Relations[i] == "aux" && clauseTable.Has("modal", p.Low[i]):
				return p.Low[i], !p.perfect(v, i)
			case p.Relations[i] == "aux" && p.Lemmas[i] == "be" && to || p.Relations[i] == "aux" && p.Lemmas[i] == "be" && p.Low[i+1] == "to":
				return p.Low[i] + " to", true
			}
		}
		h := p.Head(v)
		if p.Relations[v] != "xcomp" || h < 0 || !to {
			return "", false
		}
		if clauseTable.Has("duty", p.Low[h]) {
			return p.Low[h], true
		}
		if p.Lemmas[h] != "have" && p.Lemmas[h] != "need" && p.Lemmas[h] != "be" && p.Lemmas[h] != "go" {
			return "", false
		}
		v = h
	}
	return "", false
}

// perfect says whether "have" follows the auxiliary at token i before the verb
// v: what "must have said" or "would later have said" tells is left to the
// reader.
func (p passage) perfect(v, i int) bool {
	for j := i + 1; j < v; j++ {
		if p.Lemmas[j] == "have" && p.Tags[j] == annotate.AUX && p.Relations[j] == "aux" {
			return true
		}
	}
	return false
}

// silent says whether the source keeps something back: what it does not say is
// "whether" or "what", or it says only so much.
func (c *account) silent(v int) bool {
	p := c.p
	end := min(v+3, len(p.Low))
	for i := v + 1; i < end; i++ {
		if clauseTable.Has("question", p.Low[i]) {
			_, denied := c.denied(v)
			return denied
		}
	}
	return v+1 < end && p.Low[v+1] == "only"
}

// silence keeps a statement that nobody made from having a speaker.
func (c *account) silence() {
	if w, ok := c.unsaid(); ok {
		c.mute, c.Hedged = true, true
		c.because("hedged: not said, by “" + w + "”")
	}
}
