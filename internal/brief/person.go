package brief

import (
	"strings"

	"onrecord/internal/export"
)

// person is what a brief tells of an actor.
type person struct {
	name, office, of string
	anonymous        bool
}

// meet keeps the longest name and the first office of actors.
func (m *Maker) meet(actors []export.Actor) {
	for _, a := range actors {
		p := m.people[a.ID]
		if len(a.Name) > len(p.name) {
			p.name = a.Name
		}
		p.anonymous = a.Kind == "anonymous"
		for _, o := range a.Offices {
			if p.office == "" && !o.Former {
				p.office, p.of = o.Title, value(o.Of)
			}
		}
		m.people[a.ID] = p
	}
}

// name is an actor in words; ids are for nobody's eyes, and one without a name
// is "".
func (b *builder) name(id string) string {
	return plain(b.people[id].name)
}

// names lists actors.
func (b *builder) names(ids []string) string {
	var out []string
	for _, id := range ids {
		if n := b.name(id); n != "" {
			out = append(out, n)
		}
	}
	return list(out)
}

// introduce names actors, those that were not named before with their office:
// "Jens Stoltenberg (Secretary General, NATO)".
func (b *builder) introduce(ids []string) string {
	var out []string
	for _, id := range ids {
		n := b.name(id)
		if n == "" {
			continue
		}
		if p := b.people[id]; p.office != "" && !b.introduced[id] {
			n += " (" + p.office
			if of := b.name(p.of); of != "" && !strings.Contains(p.office, of) {
				n += ", " + of
			}
			n += ")"
		}
		b.introduced[id] = true
		out = append(out, n)
	}
	return list(out)
}

// holdsOffice says whether one of the actors holds an office.
func (b *builder) holdsOffice(ids []string) bool {
	for _, id := range ids {
		if b.people[id].office != "" {
			return true
		}
	}
	return false
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
