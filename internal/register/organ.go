package register

import (
	"slices"
	"strings"

	"onrecord/internal/record"
)

// pattern is an organ that every country has: its government, its army. Only
// those whose names are their own stand in the files; the others are made by
// rule, and Match finds them by the country's name with one of the nouns:
// "Ukrainian parliament", "Ukraine's parliament", "parliament of Ukraine".
type pattern struct {
	suffix record.ActorID // "parliament": ids are COUNTRY-parliament
	name   string         // "Parliament of"
	nouns  []string
}

// noOrgans marks a country whose organs are not made.
const noOrgans = -1

func (p *parser) startOrgan(id, name string) {
	r := p.register
	for i := range r.patterns {
		if string(r.patterns[i].suffix) == id {
			if name != "" {
				p.errorf("doubled id %s; leave out \"= %s\" to add nouns to it", id, name)
				return
			}
			p.kind, p.noun = organ, i
			return
		}
	}
	if name == "" {
		p.errorf("no organ is called %s; write organ %s = NAME OF", id, id)
		return
	}
	p.kind, p.noun = organ, len(r.patterns)
	r.patterns = append(r.patterns, pattern{suffix: record.ActorID(id), name: name})
}

// addOrgans gives each country its organs: those of the files, by their ids,
// and new ones. In r.organs those of one country stand in a row, in the order of
// the patterns.
func (r *Register) addOrgans() {
	n := len(r.patterns)
	if n == 0 {
		return
	}
	countries := 0
	for i := range r.actors {
		if r.actors[i].Kind == record.Country && r.actors[i].organs != noOrgans {
			countries++
		}
	}
	r.organs = make([]int32, 0, countries*n)
	for i, known := 0, len(r.actors); i < known; i++ {
		if r.actors[i].Kind == record.Country && r.actors[i].organs != noOrgans {
			r.organsOf(i)
		}
	}
}

// organsOf makes the organs of the country with index i.
func (r *Register) organsOf(i int) {
	r.actors[i].organs = int32(len(r.organs))
	for _, p := range r.patterns {
		c := r.actors[i]
		id := c.ID + "-" + p.suffix
		j, ok := r.byID[id]
		if !ok {
			j = int32(len(r.actors))
			r.byID[id] = j
			r.actors = append(r.actors, Actor{ID: id, Kind: record.Organization, PartOf: c.ID})
		}
		a := &r.actors[j]
		if a.Name == "" {
			a.Name = organName(p.name, &c)
			a.Names = append(a.Names, Name{a.Name, Canonical})
		}
		if a.PartOf == "" {
			a.PartOf = c.ID
		}
		r.organs = append(r.organs, j)
	}
}

func organName(pattern string, of *Actor) string {
	if of.Article != "" {
		return pattern + " " + of.Article + " " + of.Name
	}
	return pattern + " " + of.Name
}

// Organ returns the organ of a country that a noun means: "army" of ukraine is
// ukraine-armed-forces. It is "" where the noun means none.
func (r *Register) Organ(of record.ActorID, noun string) record.ActorID {
	c := r.Actor(of)
	if c == nil || c.Kind != record.Country || c.organs == noOrgans {
		return ""
	}
	if i := r.pattern(noun); i >= 0 {
		return r.actors[r.organs[int(c.organs)+i]].ID
	}
	return ""
}

// IsOrgan says whether a noun means an organ that countries have.
func (r *Register) IsOrgan(noun string) bool { return r.pattern(noun) >= 0 }

// pattern is the number of the organ that a noun means, -1 for none.
func (r *Register) pattern(noun string) int {
	return slices.IndexFunc(r.patterns, func(p pattern) bool {
		return slices.ContainsFunc(p.nouns, func(n string) bool { return strings.EqualFold(n, noun) })
	})
}
