package register

import (
	"slices"
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/record"
)

// nearYears is how long before and after an office its holder is the first
// whom a surname brings to mind.
const nearYears = 3

// surnames finds persons by the key of a surname.
type surnames map[string][]int32

func (r *Register) indexSurnames() surnames {
	m := make(surnames, len(r.tenures)+1)
	var key []byte
	add := func(s string, i int32) {
		key, _ = appendKey(key[:0], s)
		if had := m[string(key)]; !slices.Contains(had, i) {
			m[string(key)] = append(had, i)
		}
	}
	for i := range r.actors {
		a := &r.actors[i]
		if a.Kind != record.Person {
			continue
		}
		for _, s := range a.Surnames {
			add(s, int32(i))
		}
		if len(a.Surnames) > 0 {
			continue
		}
		for _, n := range a.Names {
			if n.Use == Canonical || n.Use == Variant {
				add(n.Text[lastWord(n.Text, len(n.Text)):], int32(i))
			}
		}
	}
	for i := range r.actors {
		if a := &r.actors[i]; a.Kind == record.Person {
			addDouble(a, int32(i), add)
		}
	}
	return m
}

// addDouble adds the last two words of a name of three or more, by which people
// with two family names are called: López Obrador.
func addDouble(a *Actor, i int32, add func(string, int32)) {
	last := lastWord(a.Name, len(a.Name))
	if last == 0 {
		return
	}
	if two := lastWord(a.Name, last-1); two > 0 {
		add(a.Name[two:], i)
	}
}

// lastWord returns where the last word of s[:end] begins.
func lastWord(s string, end int) int { return strings.LastIndexByte(s[:end], ' ') + 1 }

// Surname returns the persons with a surname, in any spelling that the
// register has: first those in office on the date, then those in office three
// years around it, then the others.
func (r *Register) Surname(name string, on edtf.Date) []*Actor {
	var buf [64]byte
	key, _ := appendKey(buf[:0], name)
	found := r.persons()[string(key)]
	if len(found) == 0 {
		return nil
	}
	all := make([]*Actor, 0, len(found))
	d := days(on)
	for near := range 3 {
		for _, i := range found {
			if r.nearness(&r.actors[i], d) == near {
				all = append(all, &r.actors[i])
			}
		}
	}
	return all
}

// nearness is 0 for a person in office at d, 1 for one in office around it, 2
// for others.
func (r *Register) nearness(a *Actor, d term) int {
	if d == (term{}) {
		return 2
	}
	near := 2
	for _, t := range r.terms[a.tenures[0]:a.tenures[1]] {
		switch {
		case t.overlaps(d):
			return 0
		case t.within(nearYears, d):
			near = 1
		}
	}
	return near
}
