package cast

import (
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// Name is a name in a passage, before and after it is known whose it is.
type Name struct {
	First, End int // tokens, without titles
	start      int // with titles and what else stands before
	Class      annotate.EntityClass
	Use        register.Use
	Actor      record.ActorID   // "" for none or not known yet
	persons    []record.ActorID // that the register calls so
	Cluster    int              // of a person: index into the Cast's people; -1 for none
	title      Office           // before it; no rules if there is none
	rivals     []record.ActorID // others that the register calls so
	weak       bool             // no stage calls it a name: it counts only where a person is called so already
}

// findNames finds the names of a passage: what the register knows, and what
// the entity stage found. Longer ones come first where two overlap.
func (k *Cast) findNames(p *Passage) {
	for i := 0; i < len(p.Forms); {
		n, ok := k.nameAt(p, i)
		if !ok {
			i++
			continue
		}
		n.start = n.First
		for j := n.First; j < n.End; j++ {
			p.nameAt[j] = int32(len(p.names))
		}
		p.names = append(p.names, n)
		i = n.End
	}
}

// nameAt reads the name that begins at token i.
func (k *Cast) nameAt(p *Passage, i int) (Name, bool) {
	var entity *annotate.Entity
	if e := p.entity[i]; e >= 0 {
		entity = &p.Entities[e]
	}
	if entity == nil && !capital(p.Forms[i]) {
		return Name{}, false
	}
	hits, end := k.match(p, i)
	if entity != nil && entity.Class == annotate.Person && entity.First <= i {
		if n, ok := k.personAt(p, i, entity, hits, end); ok {
			return n, true
		}
	}
	if end > i && !k.swallowed(p, i, end, entity, hits) {
		if n, ok := k.known(p, i, end, hits); ok {
			return n, true
		}
	}
	if p.currency(i) {
		return Name{}, false
	}
	if entity != nil && (entity.First == i && p.Low[i] != "the" || entity.First == i-1 && p.Low[i-1] == "the") {
		return k.unknown(p, i, entity.End, entity)
	}
	return Name{}, false
}

// currency says whether token i is the code of a currency beside a number: "EUR
// 500 million".
func (p *Passage) currency(i int) bool {
	if !nounTable.Has("currency", p.Low[i]) || p.Forms[i] != strings.ToUpper(p.Forms[i]) {
		return false
	}
	return i+1 < len(p.Tags) && p.Tags[i+1] == annotate.NUM || i > 0 && (p.Tags[i-1] == annotate.NUM || p.Low[i-1] == "million" || p.Low[i-1] == "billion")
}

// personAt reads a person's name out of an entity, behind titles that the
// entity holds. A single word that is a country's name and no person's is left
// to known.
func (k *Cast) personAt(p *Passage, i int, e *annotate.Entity, hits []register.Entry, end int) (Name, bool) {
	first, last := i, e.End
	for last > first+1 && (p.Low[last-1] == "'s" || p.Tags[last-1] == annotate.PUNCT && p.Low[last-1] != ".") {
		last--
	}
	n := Name{Class: annotate.Person, Cluster: -1}
	if ids := persons(hits); len(ids) > 0 && end >= last {
		n.First, n.End, n.persons, n.Use = first, end, ids, hits[0].Use
		return n, true
	}
	for first < last-1 && (p.Tags[first] == annotate.DET || len(officeTable[p.Low[first]]) > 0 || p.Low[first] == ".") {
		first++
		if hits, end := k.match(p, first); end >= last {
			if ids := persons(hits); len(ids) > 0 {
				n.First, n.End, n.persons, n.Use = first, end, ids, hits[0].Use
				return n, true
			}
		}
	}
	n.First, n.End = first, last
	if first == i && end == last && len(hits) > 0 && len(persons(hits)) == 0 {
		return Name{}, false
	}
	if first > 0 && locative(p.Low[first-1]) {
		return Name{}, false
	}
	if last-first > 1 {
		n.persons = k.withoutInitials(p, first, last)
		return n, true
	}
	if len(officeTable[p.Low[first]]) > 0 && !p.addressed(first) || !capital(p.Forms[first]) {
		return Name{}, false
	}
	n.Use = register.Surname
	return n, true
}

// locative says whether a preposition stands before places, not persons.
func locative(w string) bool {
	switch w {
	case "in", "near", "at", "outside", "around", "across", "throughout", "inside":
		return true
	}
	return false
}

// withoutInitials returns the persons whom a name means in the register without
// what stands between its first word and its last: "Donald J. Trump".
func (k *Cast) withoutInitials(p *Passage, first, last int) []record.ActorID {
	if suffix(p.Low[last-1]) || p.Low[last-1] == "." && last-first > 2 && suffix(p.Low[last-2]) {
		last--
	}
	if last-first < 3 {
		return nil
	}
	for _, w := range p.Forms[first+1 : last-1] {
		if len(w) > 2 {
			return nil
		}
	}
	words := []string{p.Forms[first], p.Forms[last-1]}
	n, hits := k.reg.Match(words, 0)
	if n != len(words) {
		return nil
	}
	return persons(hits)
}

// addressed says whether a form of address stands before token i: "Mr. King".
func (p *Passage) addressed(i int) bool {
	if i > 0 && p.Low[i-1] == "." {
		i--
	}
	return i > 0 && (officeTable.Has("male", p.Low[i-1]) || officeTable.Has("female", p.Low[i-1]))
}

// addSurnames makes names of the words that no stage calls names but that are
// the surname of a person of the article.
func (k *Cast) addSurnames(p *Passage) {
	surnames := map[string]bool{}
	for c := range k.people {
		if h := &k.people[c]; h.full {
			surnames[h.surname()] = true
			for _, s := range h.known {
				surnames[s] = true
			}
		}
	}
	var names []Name
	for i := 0; i < len(p.Forms); i++ {
		if n := p.NameOf(i); n != nil {
			if n.First == i {
				names = append(names, *n)
			}
			continue
		}
		if capital(p.Forms[i]) && surnames[p.Low[i]] && (p.Tags[i] == annotate.PROPN || p.Tags[i] == annotate.NOUN && k.inHeadline(p, i)) {
			names = append(names, Name{First: i, End: i + 1, start: i, Class: annotate.Person, Use: register.Surname, Cluster: -1, weak: true})
		}
	}
	p.setNames(names)
}

// inHeadline says whether token i is in a headline.
func (k *Cast) inHeadline(p *Passage, i int) bool {
	return p.Blocks[p.Block(i)].Kind == annotate.Headline
}

// setNames replaces the names of a passage.
func (p *Passage) setNames(names []Name) {
	p.names = names
	for k := range names {
		for i := names[k].First; i < names[k].End; i++ {
			p.nameAt[i] = int32(k)
		}
	}
}

// swallowed says whether what the register knows at i is only a part of a
// longer name: "Bank of England", "Kyiv Independent", "Jordan Peterson".
func (k *Cast) swallowed(p *Passage, i, end int, e *annotate.Entity, hits []register.Entry) bool {
	if e == nil || len(hits) == 0 {
		return false
	}
	switch e.Class {
	case annotate.Organization, annotate.Other:
		if e.End <= end && (e.First >= i || e.First == i-1 && p.Low[i-1] == "the") {
			return false
		}
		return !k.organAhead(p, end, e.End) && !p.common(end, e.End) && !p.Possessive(end-1) && (e.First < i || hits[0].Use != register.Demonym)
	case annotate.Person:
		return e.End-e.First > end-i && e.First+1 < e.End
	case annotate.Place:
		return e.End > end && capital(p.Forms[end]) || e.First < i && !direction(p.Low[e.First])
	}
	return false
}

// direction says whether a word before a country's name means a part of it.
func direction(w string) bool {
	switch w {
	case "east", "eastern", "west", "western", "north", "northern", "south", "southern", "central", "northeast", "northwest", "southeast",
		"southwest", "northeastern", "northwestern", "southeastern", "southwestern", "mainland", "the", "neighboring", "neighbouring", "upper", "lower":
		return true
	}
	return false
}

// common says whether all words from first to end, of which there are some, are
// in lower case: the "party" of a party's name.
func (p *Passage) common(first, end int) bool {
	for i := first; i < end; i++ {
		if p.Low[i] != p.Forms[i] {
			return false
		}
	}
	return first < end
}

// organAhead says whether the words from at to end are those of an organ: the
// "Foreign Ministry" of "Russian Foreign Ministry".
func (k *Cast) organAhead(p *Passage, at, end int) bool {
	for e := end; e > at; e-- {
		if classes, s := organTable.Ending(p.Low, at, e); len(classes) > 0 && s == at {
			return true
		}
		if classes, s := officeTable.Ending(p.Low, at, e); len(classes) > 0 && s == at {
			return true
		}
	}
	return false
}

// known makes the name of register hits.
func (k *Cast) known(p *Passage, i, end int, hits []register.Entry) (Name, bool) {
	n := Name{First: i, End: end, start: i, Cluster: -1, Use: hits[0].Use}
	if ids := persons(hits); len(ids) > 0 && len(ids) == len(hits) {
		n.Class, n.persons = annotate.Person, ids
		n.weak = n.Use == register.Surname
		return n, p.Tags[i] == annotate.PROPN || end > i+1
	}
	h, ok := k.choose(p, i, end, hits)
	if !ok {
		return n, false
	}
	if i > 0 && p.Forms[i-1] == "New" || k.doubtful(h.Actor.ID) || p.hyphenated(i, end, h) {
		return n, false
	}
	n.Actor, n.Use, n.Class = h.Actor.ID, h.Use, classOf(h)
	for _, r := range hits {
		if r.Use == h.Use && r.Actor != h.Actor {
			n.rivals = append(n.rivals, r.Actor.ID)
		}
	}
	return n, true
}

// classOf is the class of entity that a hit would be.
func classOf(h register.Entry) annotate.EntityClass {
	switch {
	case h.Use == register.Adjective || h.Use == register.Demonym:
		return annotate.Group
	case h.Use == register.Capital, h.Actor.Kind == record.Country:
		return annotate.Place
	case h.Actor.Kind == record.Group:
		return annotate.Group
	}
	return annotate.Organization
}

// choose takes one of several actors of one name that are no persons: by the
// way of naming that the part of speech asks for, then by the register's order.
func (k *Cast) choose(p *Passage, i, end int, hits []register.Entry) (register.Entry, bool) {
	adjective := p.Tags[end-1] == annotate.ADJ || p.Tags[end-1] == annotate.PROPN && p.Relations[end-1] == "amod"
	plural := strings.HasSuffix(p.Low[end-1], "s")
	best, rank := register.Entry{}, -1
	for _, h := range hits {
		if h.Actor.Kind == record.Person {
			continue
		}
		r := 2
		switch h.Use {
		case register.Canonical, register.Short, register.Variant:
			r = 4
		case register.Adjective:
			if adjective {
				r = 5
			} else if plural {
				r = 0
			}
		case register.Demonym:
			r = 1
			if plural && !adjective {
				r = 5
			}
		}
		if r > rank {
			best, rank = h, r
		}
	}
	return best, rank >= 0
}

// unknown makes a name of an entity that the register does not know: of an
// organization or of the members of a group.
func (k *Cast) unknown(p *Passage, first, end int, e *annotate.Entity) (Name, bool) {
	for end > first+1 && p.Low[end-1] == "'s" {
		end--
	}
	n := Name{First: first, End: end, start: first, Class: e.Class, Cluster: -1}
	switch e.Class {
	case annotate.Organization:
		if end == first+2 && organTable.Has("government", p.Low[first+1]) && len(k.reg.Surname(p.Forms[first], k.published)) > 0 {
			n.End, n.Class, n.Use = first+1, annotate.Person, register.Surname // "Biden" + "Administration"
			return n, true
		}
		return n, p.named(first, end, e.Score)
	case annotate.Place, annotate.Other: // a person's surname, perhaps
		n.weak = true
		return n, end-first == 1
	case annotate.Group:
		return n, strings.HasSuffix(p.Low[end-1], "s") && p.Tags[end-1] != annotate.ADJ
	}
	return n, false
}

// sureName is how sure the name of a single word must be that is no
// abbreviation.
const sureName = 0.6

// named says whether words are the name of an organization rather than a part
// of a sentence in a headline, or somebody's office.
func (p *Passage) named(first, end int, score float32) bool {
	for i := first; i < end; i++ {
		switch p.Tags[i] {
		case annotate.VERB, annotate.AUX, annotate.PRON:
			return false
		}
	}
	last := p.Low[end-1]
	if len(officeTable[last]) > 0 || anonymousTable.Has("voice", last) {
		return false
	}
	return end > first+1 || p.Forms[first] == strings.ToUpper(p.Forms[first]) && len(last) > 1 || p.Tags[first] == annotate.PROPN && score >= sureName
}

// capital says whether a word begins with a capital letter.
func capital(w string) bool {
	for _, r := range w {
		return r >= 'A' && r <= 'Z' || r > 0x7f && strings.ToLower(string(r)) != string(r)
	}
	return false
}
