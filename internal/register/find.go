package register

import (
	"slices"
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/record"
)

// Found is an actor that a query may mean.
type Found struct {
	Actor  *Actor
	Why    string  // "its id", "name", "short", "surname", "office", "begins so"
	Name   string  // the name that fits; "" for an office or an id
	Office *Tenure // that fits; nil for none
}

// Find returns whom a query may mean: an id; else a name, whole, case and
// diacritics aside; a surname; or an office, as in "foreign minister of Norway",
// "NATO chief", "Norway's prime minister", held on the date, or at any time if
// the date is unknown. Only if there is none of them, the actors with a name
// that begins with the query.
func (r *Register) Find(query string, on edtf.Date) []Found {
	query = strings.TrimSpace(query)
	if a := r.Actor(record.ActorID(query)); a != nil {
		return []Found{{Actor: a, Why: "its id"}}
	}
	key := strings.TrimPrefix(keyOf(query), "the ")
	if key == "" {
		return nil
	}
	found := r.named(key, func(name string) bool { return name == key })
	found = append(found, r.surnamed(query, on, found)...)
	found = append(found, r.holders(query, on)...)
	if len(found) > 0 {
		return found
	}
	return r.named(key, func(name string) bool { return strings.HasPrefix(name, key) })
}

func keyOf(s string) string {
	b, _ := appendKey(nil, s)
	return string(b)
}

// named returns the actors with a name that fits, the best use of each.
func (r *Register) named(key string, fits func(string) bool) []Found {
	var all []Found
	for i := range r.actors {
		a := &r.actors[i]
		best := -1
		for j, n := range a.Names {
			if fits(strings.TrimPrefix(keyOf(n.Text), "the ")) && (best < 0 || n.Use.order() < a.Names[best].Use.order()) {
				best = j
			}
		}
		if best < 0 {
			continue
		}
		f := Found{Actor: a, Why: a.Names[best].Use.String(), Name: a.Names[best].Text}
		if keyOf(f.Name) != key && keyOf(f.Name) != "the "+key {
			f.Why = "begins so"
		}
		all = append(all, f)
	}
	slices.SortStableFunc(all, func(a, b Found) int { return useOrder(a.Why) - useOrder(b.Why) })
	return all
}

func useOrder(why string) int {
	if i := slices.Index(uses[:], why); i >= 0 {
		return Use(i).order()
	}
	return len(uses)
}

// surnamed returns the persons with a surname that are not yet found.
func (r *Register) surnamed(query string, on edtf.Date, had []Found) []Found {
	var all []Found
	for _, a := range r.Surname(query, on) {
		if !slices.ContainsFunc(had, func(f Found) bool { return f.Actor == a }) {
			all = append(all, Found{Actor: a, Why: Surname.String(), Name: query})
		}
	}
	return all
}

// holders returns who holds the office that a query names.
func (r *Register) holders(query string, on edtf.Date) []Found {
	words := strings.Fields(strings.NewReplacer("'s ", " 's ", "’s ", " 's ", "s' ", "s 's ").Replace(query))
	for i := 1; i < len(words); i++ {
		title, of := words[i:], words[:i]
		if words[i] == "of" || words[i] == "for" {
			title, of = words[:i], words[i+1:]
		}
		if found := r.officeFound(trimTitle(title), r.whole(of), on); len(found) > 0 {
			return found
		}
	}
	return nil
}

func trimTitle(words []string) string {
	if len(words) > 0 && words[0] == "'s" {
		words = words[1:]
	}
	return strings.TrimPrefix(strings.Join(words, " "), "the ")
}

// whole returns the actors that all of the words name, else those that are called
// so.
func (r *Register) whole(words []string) []record.ActorID {
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	key := keyOf(strings.Join(words, " "))
	if key == "" {
		return nil
	}
	var all []record.ActorID
	for _, f := range r.named(key, func(name string) bool { return name == key }) {
		government := f.Actor.ID + "-government"
		switch {
		case f.Actor.Kind == record.Person:
		case f.Why == Seat.String() && r.Actor(government) != nil:
			all = append(all, government)
		default:
			all = append(all, f.Actor.ID)
		}
	}
	if len(all) == 0 {
		return r.Called(key)
	}
	return all
}

// officeFound returns who held an office of one of the actors, by the title that
// they bore or by a role that the title may mean; if nobody did, of what they
// are part of ("Pentagon spokesman").
func (r *Register) officeFound(title string, of []record.ActorID, on edtf.Date) []Found {
	var all []Found
	var wholes []record.ActorID
	for _, id := range of {
		if a := r.Actor(id); a.PartOf != "" {
			wholes = append(wholes, a.PartOf)
		}
		for _, t := range r.History("", id) {
			if strings.EqualFold(t.Title, title) && r.heldOn(&t, on) {
				all = append(all, Found{Actor: r.Actor(t.Person), Why: "office", Office: &t})
			}
		}
		for _, role := range r.RolesOf(title) {
			for _, t := range r.History(role, id) {
				if r.heldOn(&t, on) && !slices.ContainsFunc(all, func(f Found) bool { return f.Actor.ID == t.Person && f.Office.Term == t.Term }) {
					all = append(all, Found{Actor: r.Actor(t.Person), Why: "office", Office: &t})
				}
			}
		}
	}
	if len(all) == 0 && len(wholes) > 0 {
		return r.officeFound(title, wholes, on)
	}
	return all
}

// heldOn says whether an office was held on a date; on an unknown one, at any
// time.
func (r *Register) heldOn(t *Tenure, on edtf.Date) bool {
	return on == "" || days(t.Term).overlaps(days(on))
}
