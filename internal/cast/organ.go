package cast

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// organ reads a part of a country or organization whose words end with token i:
// "Moscow's foreign ministry", "the current leadership in Kyiv", "NATO allies".
// Without an owner it is the one of that kind that was last referred to.
func (k *Cast) organ(p *Passage, first, i int) (Reference, bool) {
	classes, start := organTable.Ending(p.Low, first, i+1)
	if len(classes) == 0 {
		start, classes = k.ministry(p, first, i)
	}
	if len(classes) == 0 || p.Tags[i] != annotate.NOUN && p.Tags[i] != annotate.PROPN {
		return Reference{}, false
	}
	_, end := p.Bounds(i)
	if i+1 < end && p.Relations[i] == "compound" && p.Head(i) > i && !p.speaksFor(p.Head(i)) {
		return Reference{}, false
	}
	if o, ok := p.Office(first, min(i+2, end)); ok && o.First <= i && o.End > i+1 { // "cabinet secretary"
		return Reference{}, false
	}
	owners, from := k.OwnerLeft(p, first, start)
	to := i + 1
	if from == start {
		if owners, to = k.ownerRight(p, i+1, end); to == i+1 {
			owners, to = k.ownerSeat(p, i+1, end, classes)
		}
	}
	if from == start && to == i+1 {
		if start > first && Definite(p.Low[start-1]) {
			if c := k.speakerCountry(p, start); c != "" && !slices.Contains(classes, "leadership") {
				if id := k.organOf(c, classes); id != "" {
					return k.nominal(p, start, i+1, []record.ActorID{id}), true
				}
			}
			return k.organAgain(p, start, i+1, classes)
		}
		return Reference{}, false
	}
	var ids []record.ActorID
	for _, o := range owners {
		if id := k.organOf(o, classes); id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return Reference{}, false
	}
	r := k.nominal(p, min(from, start), to, ids)
	r.Head = i
	return r, true
}

// ministry reads the nouns for organs that only the register has: "health
// ministry", "central bank". The class is the noun itself.
func (k *Cast) ministry(p *Passage, first, i int) (start int, classes []string) {
	if !nounTable.Has("organ", p.Low[i]) {
		return i + 1, nil
	}
	for s := max(first, i-2); s <= i; s++ {
		noun := strings.Join(p.Low[s:i+1], " ")
		if k.reg.IsOrgan(noun) {
			return s, []string{"=" + noun}
		}
	}
	return i + 1, nil
}

// speaksFor says whether the noun at token i is somebody of the body before it:
// "government officials", "army chief".
func (p *Passage) speaksFor(i int) bool {
	return len(officeTable[p.Lemmas[i]]) > 0 || anonymousTable.Class(p.Low[i]) == "voice" || p.NameOf(i) != nil
}

// organOf returns the part of an owner that a class of words means.
func (k *Cast) organOf(owner record.ActorID, classes []string) record.ActorID {
	a := k.reg.Actor(owner)
	if a == nil {
		return ""
	}
	country := k.countryOf(owner)
	if a.Kind == record.Person {
		if country = k.countryFor(owner); country == "" {
			return k.forcesOf(owner, classes)
		}
	}
	for _, c := range classes {
		switch {
		case c == "members" || c == "leadership" && a.Kind == record.Organization && country == "":
			if id := owner + "-members"; k.reg.Actor(id) != nil {
				return id
			}
		case c == "office":
			if a.Kind == record.Person && country != "" && k.heads(owner, country) {
				return country + "-government"
			}
		case c == "presidency":
			if a.Kind == record.Country {
				return owner + "-government"
			}
		case c == "self":
			if a.Kind == record.Group && country == "" {
				return owner
			}
		case c[0] == '=':
			if id := k.reg.Organ(country, c[1:]); id != "" {
				return id
			}
		case country != "":
			if id := country + record.ActorID("-"+c); k.reg.Actor(id) != nil {
				return id
			}
		}
	}
	return ""
}

// forcesOf returns the armed group that a person leads, for whom "his forces"
// stand.
func (k *Cast) forcesOf(id record.ActorID, classes []string) record.ActorID {
	if !slices.Contains(classes, "self") {
		return ""
	}
	for _, t := range k.OfficesOn(id) {
		if a := k.reg.Actor(t.Of); a != nil && a.Kind == record.Group {
			return t.Of
		}
	}
	return ""
}

// heads says whether a person is head of state or government of a country.
func (k *Cast) heads(id, country record.ActorID) bool {
	for _, t := range k.OfficesOn(id) {
		if t.Of == country && leads(t) {
			return true
		}
	}
	return false
}

// countryFor returns the country for which a person of the register holds an
// office on the document's day, "" for none or several.
func (k *Cast) countryFor(id record.ActorID) record.ActorID {
	var found record.ActorID
	for _, t := range k.OfficesOn(id) {
		c := k.countryOf(t.Of)
		if c == "" || c == found || t.Of != c && !strings.HasPrefix(string(t.Of), string(c)+"-") {
			continue
		}
		if found != "" {
			return ""
		}
		found = c
	}
	return found
}

// OrganFor returns the organ that a noun means of the country for which a
// person holds an office: the "parliament" of a minister; "" for none.
func (k *Cast) OrganFor(id record.ActorID, noun string) record.ActorID {
	c := k.countryFor(id)
	if c == "" {
		return ""
	}
	return k.reg.Organ(c, noun)
}

// homeland reads "his country": that for which the person holds an office.
func (k *Cast) homeland(p *Passage, i int) (Reference, bool) {
	if !nounTable.Has("homeland", p.Low[i]) || i == 0 || p.Tags[i-1] != annotate.PRON {
		return Reference{}, false
	}
	ids := p.Of(i - 1)
	if len(ids) != 1 {
		return Reference{}, false
	}
	c := k.countryFor(ids[0])
	if c == "" {
		return Reference{}, false
	}
	return Reference{First: i - 1, End: i + 1, Head: i, Kind: annotate.Nominal, Actors: []record.ActorID{c}}, true
}

// ownerSeat reads "in Moscow" behind a government or leadership.
func (k *Cast) ownerSeat(p *Passage, at, end int, classes []string) (owners []record.ActorID, to int) {
	if at+1 >= end || p.Low[at] != "in" || !slices.ContainsFunc(classes, governs) {
		return nil, at
	}
	n := p.NameOf(at + 1)
	if n == nil || n.First != at+1 || n.Use != register.Capital || n.Actor == "" {
		return nil, at
	}
	return []record.ActorID{n.Actor}, n.End
}

// governs says whether a class of organ sits in the capital.
func governs(class string) bool {
	return class == "government" || class == "leadership" || class == "parliament"
}

// organAgain reads "the government", "the army": the one of the kind that the
// article has had so far, or that its last two sentences have. "The
// administration" is that of the United States.
func (k *Cast) organAgain(p *Passage, first, end int, classes []string) (Reference, bool) {
	var found record.ActorID
	for n := len(k.recent.refs) - 1; n >= 0 && n > len(k.recent.refs)-MaxLook; n-- {
		r := &k.recent.refs[n]
		for _, id := range r.ids {
			if id == found || !k.isAgain(id, classes, p.Low[end-1]) {
				continue
			}
			if found != "" {
				return Reference{}, false
			}
			found = id
			if r.at.passage == p.number && p.SentenceOf(first)-p.SentenceOf(r.at.token) <= 1 {
				return k.nominal(p, first, end, []record.ActorID{found}), true
			}
		}
	}
	if found == "" {
		return Reference{}, false
	}
	return k.nominal(p, first, end, []record.ActorID{found}), true
}

// isAgain says whether a noun without an owner may mean an organ of one of
// the classes.
func (k *Cast) isAgain(id record.ActorID, classes []string, noun string) bool {
	if noun == "administration" && id != "united-states-government" {
		return false
	}
	for _, c := range classes {
		if c == "leadership" && noun == "leaders" {
			c = "members"
		}
		if c[0] == '=' {
			continue
		}
		if c != "self" && strings.HasSuffix(string(id), "-"+c) && (k.isOrgan(id) || c == "members") {
			return true
		}
	}
	return false
}
