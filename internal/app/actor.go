package app

import (
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// mostShown is how many actors of one name are shown.
const mostShown = 10

// Show prints what the register knows of an actor, or of all actors that a name
// means.
func (o Register) Show(s Streams, name string) error {
	r, err := o.load(s)
	if err != nil {
		return err
	}
	found := r.Find(name, edtf.Date(o.On))
	switch {
	case len(found) == 0:
		return usage("nobody in the register is called %q", name)
	case len(found) > mostShown:
		return usage("%d actors are called so or begin so; onrecord register find %q lists them", len(found), name)
	}
	p := &sheet{w: s.Stdout}
	shown := map[record.ActorID]bool{}
	for _, f := range found {
		if shown[f.Actor.ID] {
			continue
		}
		if len(shown) > 0 {
			p.row("")
		}
		shown[f.Actor.ID] = true
		o.actor(p, r, f.Actor)
	}
	return p.err
}

// actor prints one actor.
func (o Register) actor(p *sheet, r *register.Register, a *register.Actor) {
	p.label = ""
	p.row("%s", a.Name)
	p.field("id", "%s", a.ID)
	p.field("kind", "%s", kindLine(a))
	if codes := strings.Join(strings.Fields(a.ISO2+" "+a.ISO3+" "+a.Wikidata), " "); codes != "" {
		p.field("codes", "%s", codes)
	}
	for u := register.Variant; u <= register.Seat; u++ {
		if names := namesOf(a, u); names != "" {
			p.field(u.String(), "%s", names)
		}
	}
	if len(a.Called) > 0 {
		p.field("called", "%s", strings.Join(a.Called, ", "))
	}
	for _, of := range r.PartOf(a.ID) {
		p.field("part of", "%s (%s)", actorName(r, of), of)
	}
	for _, id := range r.Parts(a.ID) {
		p.field("parts", "%s (%s)", actorName(r, id), id)
	}
	for _, id := range a.Fights {
		p.field("fights", "%s (%s)", actorName(r, id), id)
	}
	o.offices(p, r, a)
	o.members(p, r, a)
	if a.Position.File != "" {
		p.field("file", "%s", a.Position)
	}
}

func kindLine(a *register.Actor) string {
	s := a.Kind.String()
	switch {
	case a.Gender == register.Female:
		s += ", female"
	case a.Gender == register.Male:
		s += ", male"
	case a.Outlet:
		s += ", outlet"
	}
	return s
}

// namesOf lists the names of one use.
func namesOf(a *register.Actor, u register.Use) string {
	if u == register.Surname {
		return strings.Join(a.Surnames, ", ")
	}
	var s []string
	for _, n := range a.Names {
		if n.Use == u {
			s = append(s, n.Text)
		}
	}
	return strings.Join(s, ", ")
}

// offices prints the offices of a person, and who held those of another actor.
func (o Register) offices(p *sheet, r *register.Register, a *register.Actor) {
	on := edtf.Date(o.On)
	for _, t := range r.Offices(a.ID) {
		if on == "" || t.Term.Overlaps(on) {
			p.field("offices", "%-22s %s of %s (%s)", t.Term, t.Title, actorName(r, t.Of), t.Source)
		}
	}
	for _, t := range r.History("", a.ID) {
		if on == "" || t.Term.Overlaps(on) {
			p.field("held by", "%-22s %s, %s (%s)", t.Term, actorName(r, t.Person), t.Title, t.Source)
		}
	}
}

// members prints who belongs to an actor, or what a country belongs to, a line
// for each term.
func (o Register) members(p *sheet, r *register.Register, a *register.Actor) {
	label := "members"
	if a.Kind == record.Country {
		label = "member of"
	}
	if a.Kind == record.Group && o.On != "" {
		if all := r.Members(a.ID, edtf.Date(o.On)); len(all) > 0 {
			p.field(label, "%-22s %s", o.On, nameList(r, all))
		}
		return
	}
	var term edtf.Date
	var ids []record.ActorID
	flush := func() {
		if len(ids) > 0 {
			p.field(label, "%-22s %s", term, nameList(r, ids))
		}
		ids = nil
	}
	for _, m := range r.Memberships(a.ID) {
		if o.On != "" && !m.Term.Overlaps(edtf.Date(o.On)) {
			continue
		}
		if m.Term != term {
			flush()
		}
		term = m.Term
		if m.Of == a.ID {
			ids = append(ids, m.Country)
		} else {
			ids = append(ids, m.Of)
		}
	}
	flush()
}

func nameList(r *register.Register, ids []record.ActorID) string {
	s := make([]string, len(ids))
	for i, id := range ids {
		s[i] = actorName(r, id)
	}
	return strings.Join(s, ", ")
}
