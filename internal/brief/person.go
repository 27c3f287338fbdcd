package brief

import (
	"slices"
	"strings"

	"onrecord/internal/export"
)

// person is what a brief tells of an actor.
type person struct {
	name, office, of string
	anonymous        bool // known by a description alone
	registered       bool // the register knows it
	human            bool
}

// meet keeps the longest name and the first office of actors.
func (m *Maker) meet(actors []export.Actor) {
	for _, a := range actors {
		p := m.people[a.ID]
		if len(a.Name) > len(p.name) {
			p.name = a.Name
		}
		p.anonymous, p.registered = a.Kind == "anonymous", p.registered || !a.Provisional
		p.human = p.human || a.Kind == "person"
		for _, o := range a.Offices {
			if p.office == "" && !o.Former {
				p.office, p.of = o.Title, value(o.Of)
			}
		}
		m.people[a.ID] = p
	}
}

// name is an actor in words; ids are for nobody's eyes, and one without a name
// is "". A description gets its article: "a diplomat".
func (b *builder) name(id string) string {
	p := b.people[id]
	name := plain(p.name)
	if p.office != "" && title(p.office) {
		return p.office + " " + name
	}
	switch {
	case p.anonymous:
		return described(name)
	case !p.human && definite(name):
		return "the " + name
	}
	return name
}

// definite says whether the name of a country or an organization takes an
// article.
func definite(name string) bool {
	for _, begin := range []string{"United ", "US ", "UK "} {
		if strings.HasPrefix(name, begin) {
			return true
		}
	}
	for _, end := range []string{" Union", " Republic", " States", " Nations", "Netherlands", "Philippines", " Emirates", " Ministry", " Commission", " Parliament"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// called is an actor as a user names it, by its name where it is an id.
func (b *builder) called(word string) string {
	for _, id := range []string{word, strings.ToLower(word)} {
		if n := b.name(id); n != "" {
			return n
		}
	}
	return plain(word)
}

// title says whether an office is one that stands before a name: "Prof.".
func title(office string) bool {
	switch strings.TrimSuffix(office, ".") {
	case "Dr", "Prof", "Professor", "Mr", "Mrs", "Ms", "Sir", "Dame":
		return true
	}
	return false
}

// described gives a description in the singular an article, unless it begins
// with a word that does its work.
func described(name string) string {
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	if first == "" || slices.Contains(determiners, first) || first[0] >= '0' && first[0] <= '9' {
		return strings.ToLower(name[:min(1, len(name))]) + name[min(1, len(name)):]
	}
	head, _, _ := strings.Cut(name, " from ")
	head, _, _ = strings.Cut(head, " of ")
	head, _, _ = strings.Cut(head, " in ")
	name = strings.ToLower(name[:1]) + name[1:]
	switch {
	case strings.HasSuffix(head, "s") || strings.HasSuffix(head, "people"):
		return name
	case strings.ContainsRune("aeio", rune(name[0])):
		return "an " + name
	}
	return "a " + name
}

var determiners = []string{"a", "an", "the", "one", "two", "three", "four", "five", "some", "several", "many", "few", "another", "other", "our", "his", "her", "their", "its", "this", "that"}

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
		if p := b.people[id]; p.office != "" && !b.introduced[id] && !title(p.office) {
			n += " (" + b.post(p) + ")"
		}
		b.introduced[id] = true
		out = append(out, n)
	}
	return list(out)
}

// post is an office in words: "Secretary General of NATO".
func (b *builder) post(p person) string {
	of := b.name(p.of)
	switch {
	case of == "" || strings.Contains(p.office, of) || strings.ToLower(p.office) == p.office:
		return p.office
	case strings.Contains(p.office, " of ") || strings.Contains(p.office, " for "):
		return p.office + ", " + of
	}
	return p.office + " of " + of
}

// known says whether it is clear who an actor is: the register has it, or it is
// a person with a name.
func (b *builder) known(id string) bool { return b.people[id].registered || b.people[id].human }

// holdsOffice says whether one of the actors holds an office.
func (b *builder) holdsOffice(ids []string) bool {
	for _, id := range ids {
		if p := b.people[id]; p.office != "" && p.registered {
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
