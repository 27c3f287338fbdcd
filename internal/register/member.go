package register

import (
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/record"
)

// Member is a membership of a country in an organization over a time.
type Member struct {
	Of, Country record.ActorID
	Term        edtf.Date
}

// unions finds memberships from both sides.
type unions struct{ of, country map[record.ActorID][]int32 }

func (r *Register) indexMembers() unions {
	u := unions{map[record.ActorID][]int32{}, map[record.ActorID][]int32{}}
	for i, m := range r.members {
		u.of[m.Of] = append(u.of[m.Of], int32(i))
		u.country[m.Country] = append(u.country[m.Country], int32(i))
	}
	return u
}

// Members returns the members of an organization, or of a group of countries,
// on a date, in the order of the files; of an unknown date, nobody. A group
// that is part of an organization and lists nobody (nato-members) has that
// one's members.
func (r *Register) Members(of record.ActorID, on edtf.Date) []record.ActorID {
	d := days(on)
	if d == (term{}) {
		return nil
	}
	at := r.unions().of[of]
	if a := r.Actor(of); len(at) == 0 && a != nil && a.Kind == record.Group {
		at = r.unions().of[a.PartOf]
	}
	var all []record.ActorID
	for _, i := range at {
		if r.spans[i].overlaps(d) {
			all = append(all, r.members[i].Country)
		}
	}
	return all
}

// MemberOf returns the organizations and groups that list a country as their
// member on a date, in the order of the files.
func (r *Register) MemberOf(country record.ActorID, on edtf.Date) []record.ActorID {
	d := days(on)
	if d == (term{}) {
		return nil
	}
	var all []record.ActorID
	for _, i := range r.unions().country[country] {
		if r.spans[i].overlaps(d) {
			all = append(all, r.members[i].Of)
		}
	}
	return all
}

// Memberships returns all memberships of an organization, or all of a country,
// over time, in the order of the files.
func (r *Register) Memberships(id record.ActorID) []Member {
	at := r.unions().of[id]
	if a := r.Actor(id); a != nil && a.Kind == record.Country {
		at = r.unions().country[id]
	}
	all := make([]Member, len(at))
	for n, i := range at {
		all[n] = r.members[i]
	}
	return all
}

// nounTable finds actors by the nouns that may mean them, and by what they are part of.
type nounTable struct {
	called map[string][]record.ActorID
	parts  map[record.ActorID][]record.ActorID
	roles  map[string][]Role
}

func (r *Register) indexNouns() nounTable {
	t := nounTable{map[string][]record.ActorID{}, map[record.ActorID][]record.ActorID{}, map[string][]Role{}}
	for i := range r.actors {
		a := &r.actors[i]
		for _, n := range a.Called {
			t.called[strings.ToLower(n)] = append(t.called[strings.ToLower(n)], a.ID)
		}
		if a.PartOf != "" {
			t.parts[a.PartOf] = append(t.parts[a.PartOf], a.ID)
		}
	}
	for _, n := range r.roles {
		t.roles[strings.ToLower(n.noun)] = append(t.roles[strings.ToLower(n.noun)], n.role)
	}
	return t
}

// Called returns the actors that a common noun, or a few words, may mean once
// they were named, in the order of the files: "alliance" the nato and others.
// The slice may not be changed.
func (r *Register) Called(noun string) []record.ActorID {
	return r.nouns().called[strings.ToLower(noun)]
}

// Parts returns the actors that are part of an actor, in the order of the
// files, the organs made by rule last. The slice may not be changed.
func (r *Register) Parts(of record.ActorID) []record.ActorID { return r.nouns().parts[of] }

// PartOf returns what an actor is part of, then what that is part of, and so on.
func (r *Register) PartOf(id record.ActorID) []record.ActorID {
	var chain []record.ActorID
	for a := r.Actor(id); a != nil && a.PartOf != ""; a = r.Actor(a.PartOf) {
		chain = append(chain, a.PartOf)
	}
	return chain
}

// roleNoun is a noun for a role: "foreign minister".
type roleNoun struct {
	noun string
	role Role
}

// RolesOf returns the roles that a title may mean, in the order of the files:
// "foreign minister", "president". The slice may not be changed.
func (r *Register) RolesOf(title string) []Role { return r.nouns().roles[strings.ToLower(title)] }

func (p *parser) startRole(id string) {
	for i, r := range Roles {
		if string(r) == id {
			p.kind, p.noun = role, i
			return
		}
	}
	p.errorf("unknown role %q; the roles are %s", id, roleList())
}
