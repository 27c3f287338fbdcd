package link

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// account is a statement while it is completed, with where it stands.
type account struct {
	*record.Statement
	p         passage
	number    int // in the article
	from      *annotate.Attribution
	cue       int  // the word of the cue on which the others hang, -1 for none
	predicate int  // the verb of the cue's clause; cue where there is none
	outer     int  // the statement in whose content this one stands, -1 for none
	remarks   bool // its occasion is told by "remarks" alone
	mute      bool // it was not said, or not yet: it has no speaker
}

// attribute completes the statements.
func (k *linker) attribute() {
	all := make([]account, len(k.a.Statements))
	for i := range all {
		all[i] = k.accountOf(i)
	}
	for i := range all {
		all[i].silence()
	}
	for i := range all {
		k.speak(&all[i])
	}
	for i := range all {
		k.speakWithout(&all[i], all)
	}
	for i := range all {
		k.speakFirst(&all[i], all)
	}
	k.Arrange()
	k.a.refer(k.Cast)
	k.circumstances(all)
	for i := range all {
		if all[i].Act == record.Gloss {
			continue
		}
		k.onBehalf(&all[i])
		k.about(&all[i])
	}
	for i := range all {
		k.firstPersons(&all[i])
	}
}

func (k *linker) accountOf(i int) account {
	o := k.a.Origins[i]
	p := k.a.passages[o.Passage]
	c := account{Statement: &k.a.Statements[i], p: p, number: i, from: &p.Attributions[o.Attribution], cue: -1, predicate: -1, outer: -1}
	if !p.Read() {
		return c
	}
	if len(c.from.Cue) > 0 {
		c.cue = p.TopOf(c.from.Cue)
		c.predicate = p.verbOf(c.cue)
	}
	at := c.cue
	if at < 0 && len(c.from.Content) > 0 {
		at = c.from.Content[0]
	}
	if at >= 0 {
		base := k.a.bases[o.Passage]
		for _, x := range p.Holding(at) {
			if base+int(x) != i {
				c.outer = base + int(x)
				break
			}
		}
	}
	return c
}

// verbOf returns word i if it is a verb, else the verb over it; i if there is
// none.
func (p passage) verbOf(i int) int {
	v := i
	for range 6 {
		if v < 0 {
			return i
		}
		if p.Tags[v] == annotate.VERB {
			return v
		}
		v = p.Head(v)
	}
	return i
}

// because adds a reason.
func (c *account) because(why string) { c.Why = append(slices.Clip(c.Why), why) }
