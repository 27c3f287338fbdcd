package cast

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/internal/record"
	"onrecord/internal/register"
)

// match returns whom the longest run of words from token i on names in the
// register, within the sentence, and where it ends.
func (k *Cast) match(p *Passage, i int) ([]register.Entry, int) {
	_, end := p.Bounds(i)
	n, hits := k.reg.Match(p.Forms[:end], i)
	return hits, i + n
}

// persons returns the persons among hits.
func persons(hits []register.Entry) []record.ActorID {
	var ids []record.ActorID
	for _, h := range hits {
		if h.Actor.Kind == record.Person {
			ids = append(ids, h.Actor.ID)
		}
	}
	return ids
}

// countryOf returns the country that an actor is or is part of, "" for none.
func (k *Cast) countryOf(id record.ActorID) record.ActorID {
	for range maxParts {
		a := k.reg.Actor(id)
		if a == nil {
			return ""
		}
		if a.Kind == record.Country {
			return id
		}
		id = a.PartOf
	}
	return ""
}

// maxParts bounds how deep parts may nest.
const maxParts = 8

// Within says whether an actor is another or a part of it.
func (k *Cast) Within(id, whole record.ActorID) bool {
	for range maxParts {
		if id == whole {
			return true
		}
		a := k.reg.Actor(id)
		if a == nil || a.PartOf == "" {
			return false
		}
		id = a.PartOf
	}
	return false
}

// OfficesOn returns the offices that a person holds on the document's day.
func (k *Cast) OfficesOn(id record.ActorID) []register.Tenure {
	now, _ := k.reg.OfficesOn(id, k.published)
	byRank(now)
	return now
}

// officesEver returns the offices that a person holds on the document's day, all
// that he or she ever held where the day is unknown.
func (k *Cast) officesEver(id record.ActorID) []register.Tenure {
	if k.published == "" {
		return k.reg.Offices(id)
	}
	return k.OfficesOn(id)
}

// byRank puts the offices of a state before those of a party or a group, else
// leaves the register's order.
func byRank(t []register.Tenure) {
	slices.SortStableFunc(t, func(a, b register.Tenure) int {
		return cmp.Compare(slices.Index(register.Roles[:], a.Role), slices.Index(register.Roles[:], b.Role))
	})
}

// ties returns the countries with which any office ties a person.
func (k *Cast) ties(id record.ActorID) []record.ActorID {
	var all []record.ActorID
	for _, t := range k.reg.Offices(id) {
		if c := k.countryOf(t.Of); c != "" && !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	return all
}

// holds says whether a person of the register holds an office on the document's
// day, or held it before where the words call it former; on an unknown day,
// ever.
func (k *Cast) holds(id record.ActorID, o *Office) bool {
	now, before := k.reg.OfficesOn(id, k.published)
	switch {
	case k.published == "":
		now = k.reg.Offices(id)
	case o.Former:
		now = before
	}
	for i := range now {
		if k.isPost(&now[i], o) {
			return true
		}
	}
	return false
}

// isPost says whether words may name a post.
func (k *Cast) isPost(t *register.Tenure, o *Office) bool {
	if !o.allows(t.Title) {
		return false
	}
	if len(o.Owners) > 0 && !slices.ContainsFunc(o.Owners, func(id record.ActorID) bool { return k.ownsPost(id, t.Of) }) {
		return false
	}
	for _, r := range o.rules {
		if !slices.ContainsFunc(r.roles, t.Is) && !(slices.Contains(r.roles, register.Minister) && slices.ContainsFunc(t.Roles, isMinister)) {
			continue
		}
		if len(r.owners) == 0 || slices.ContainsFunc(r.owners, func(id record.ActorID) bool { return k.Within(t.Of, id) }) {
			return true
		}
	}
	return false
}

// ownsPost says whether words that name an owner may mean a post of another
// actor: the same, a part of it, or the country whose government the owner is.
func (k *Cast) ownsPost(owner, of record.ActorID) bool {
	return k.Within(of, owner) || k.Within(owner, of)
}

// holders returns who holds an office on the document's day: those of the first
// meaning of the words that anybody has. Without an owner nobody does.
func (k *Cast) holders(o *Office) []record.ActorID {
	var all []record.ActorID
	if o.Former || k.published == "" {
		return nil
	}
	for _, r := range o.rules {
		for _, role := range r.roles {
			found := false
			for _, owner := range o.Owners {
				if len(r.owners) > 0 && !slices.Contains(r.owners, k.countryOf(owner)) && !slices.Contains(r.owners, owner) {
					continue
				}
				for _, id := range k.holdersOf(role, owner, o) {
					found = true
					if !slices.Contains(all, id) {
						all = append(all, id)
					}
				}
			}
			if found {
				return all
			}
		}
	}
	return all
}

// holdersOf returns who has a role with an owner, or, of a government or
// another organ, with the country itself.
func (k *Cast) holdersOf(role register.Role, owner record.ActorID, o *Office) []record.ActorID {
	var all []record.ActorID
	for range maxParts {
		for _, t := range k.reg.Holders(role, owner, k.published) {
			if !slices.Contains(all, t.Person) && o.allows(t.Title) {
				all = append(all, t.Person)
			}
		}
		a := k.reg.Actor(owner)
		if len(all) > 0 || a == nil || a.PartOf == "" || !strings.HasPrefix(string(owner), string(a.PartOf)+"-") {
			return all
		}
		owner = a.PartOf
	}
	return all
}

// allows says whether the words of an office may stand for a post of this
// title: "president" for none but a president's, "chief" for any.
func (o *Office) allows(title string) bool {
	w := strings.ToLower(o.words[strings.LastIndexByte(o.words, ' ')+1:])
	switch w {
	case "president", "presidents", "chancellor", "king", "queen", "emir", "sultan", "emperor", "chairman", "commissioner", "speaker", "director":
		return strings.Contains(strings.ToLower(title), strings.TrimSuffix(w, "s"))
	case "minister", "premier", "pm": // a president may head the government too
		return !strings.Contains(strings.ToLower(title), "president")
	}
	return true
}
