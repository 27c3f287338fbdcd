package link

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// account is a statement while it is completed, with where it stands.
type account struct {
	*record.Statement
	p         *passage
	number    int // in the article
	from      *annotate.Attribution
	cue       int // the word of the cue on which the others hang, -1 for none
	predicate int // the verb of the cue's clause; cue where there is none
	outer     int // the statement in whose content this one stands, -1 for none
}

// attribute completes the statements.
func (k *linker) attribute() {
	k.arrange()
	all := make([]account, len(k.a.Statements))
	for i := range all {
		all[i] = k.accountOf(i)
	}
	for i := range all {
		k.speak(&all[i], all)
	}
	for i := range all {
		k.speakWithout(&all[i], all)
	}
	for i := range all {
		k.speakFirst(&all[i], all)
	}
	k.arrange()
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
	p := k.passages[o.Passage]
	c := account{Statement: &k.a.Statements[i], p: p, number: i, from: &p.Attributions[o.Attribution], cue: -1, predicate: -1, outer: -1}
	if len(p.Tags) < len(p.Tokens) {
		return c
	}
	if len(c.from.Cue) > 0 {
		c.cue = p.topOf(c.from.Cue)
		c.predicate = p.verbOf(c.cue)
	}
	at := c.cue
	if at < 0 && len(c.from.Content) > 0 {
		at = c.from.Content[0]
	}
	if at >= 0 {
		s := &k.a.said[p.index]
		for _, x := range s.content[s.first[at]:s.first[at+1]] {
			if int(x) != i {
				c.outer = int(x)
				break
			}
		}
	}
	return c
}

// topOf returns the word of a set on which the others hang: the first verb
// whose head is outside it, else the first such word.
func (p *passage) topOf(tokens []int) int {
	top := -1
	for _, i := range tokens {
		if p.Tags[i] == annotate.PUNCT && len(tokens) > 1 || holds(tokens, p.Head(i)) {
			continue
		}
		if p.Tags[i] == annotate.VERB {
			return i
		}
		if top < 0 {
			top = i
		}
	}
	if top < 0 {
		return tokens[0]
	}
	return top
}

// verbOf returns word i if it is a verb, else the verb over it; i if there is
// none.
func (p *passage) verbOf(i int) int {
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

// holds says whether an ascending list has i.
func holds(list []int, i int) bool {
	_, ok := slices.BinarySearch(list, i)
	return ok
}

// because adds a reason.
func (c *account) because(why string) { c.Why = append(slices.Clip(c.Why), why) }
