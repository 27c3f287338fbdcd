package register

import (
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/record"
)

func (p *parser) current() *Actor { return &p.register.actors[p.actor] }

// each calls f for each of the values with commas between them.
func (p *parser) each(v string, f func(string)) {
	for more := true; more; {
		var one string
		one, v, more = strings.Cut(v, ",")
		if one = strings.TrimSpace(one); one == "" {
			p.errorf("an empty value between commas; remove a comma")
			continue
		}
		f(one)
	}
}

func (p *parser) names(v string, u Use) {
	a := p.current()
	if a.Names == nil {
		a.Names = make([]Name, 0, strings.Count(v, ",")+3)
	}
	p.each(v, func(s string) { a.Names = append(a.Names, Name{s, u}) })
}

func (p *parser) also(v string) {
	if p.kind == nobody {
		p.each(v, func(s string) { p.register.nobody = append(p.register.nobody, s) })
		return
	}
	p.names(v, Variant)
}

func (p *parser) surname(v string) {
	a := p.current()
	p.each(v, func(s string) { a.Surnames = append(a.Surnames, s) })
}

func (p *parser) gender(v string) {
	switch v {
	case "female":
		p.current().Gender = Female
	case "male":
		p.current().Gender = Male
	default:
		p.errorf("unknown gender %q; write female or male, or leave the line out", v)
	}
}

// codes reads ISO 3166 codes and a Wikidata id, told apart by their shape.
func (p *parser) codes(v string) {
	a := p.current()
	for _, c := range strings.Fields(v) {
		switch {
		case len(c) == 2 && p.kind == country && capitals(c):
			a.ISO2 = c
		case len(c) == 3 && p.kind == country && capitals(c):
			a.ISO3 = c
		case len(c) > 1 && c[0] == 'Q' && c[1] != '0' && strings.Trim(c[1:], "0123456789") == "":
			a.Wikidata = c
		default:
			p.errorf("code %q is malformed; write a country's two and three letters of ISO 3166, or Q and the number of Wikidata", c)
		}
	}
}

func (p *parser) part(v string) {
	a := p.current()
	if a.PartOf != "" && string(a.PartOf) != v {
		p.errorf("%s is part of %s already; name one whole", a.ID, a.PartOf)
		return
	}
	a.PartOf = record.ActorID(v)
	p.refer(a.PartOf, "part", false)
}

func (p *parser) fights(v string) {
	a := p.current()
	p.each(v, func(s string) {
		a.Fights = append(a.Fights, record.ActorID(s))
		p.refer(record.ActorID(s), "fights", false)
	})
}

// members reads "belgium 1949-08-24/.., finland 2023-04-04/..".
func (p *parser) members(v string) {
	of := p.current().ID
	p.each(v, func(s string) {
		id, when, _ := strings.Cut(s, " ")
		m := Member{Of: of, Country: record.ActorID(id), Term: edtf.Date(strings.TrimSpace(when))}
		if t, ok := p.term(m.Term); ok {
			p.register.members = append(p.register.members, m)
			p.register.spans = append(p.register.spans, t)
			p.refer(m.Country, "members", true)
		}
	})
}

func (p *parser) outlet(v string) {
	if v != "yes" {
		p.errorf("outlet is %q; write yes, or leave the line out", v)
		return
	}
	p.current().Outlet = true
}

func (p *parser) article(v string) {
	if v != "the" {
		p.errorf("article is %q; write the, or leave the line out", v)
		return
	}
	p.current().Article = v
}

func (p *parser) organs(v string) {
	if v != "none" {
		p.errorf("organs is %q; write none, or leave the line out", v)
		return
	}
	p.current().organs = noOrgans
}

func (p *parser) called(v string) {
	switch p.kind {
	case organ:
		p.each(v, func(s string) {
			p.register.patterns[p.noun].nouns = append(p.register.patterns[p.noun].nouns, s)
		})
	case role:
		p.each(v, func(s string) {
			p.register.roles = append(p.register.roles, roleNoun{s, Roles[p.noun]})
		})
	case words:
		p.each(v, func(s string) { p.register.fighters = append(p.register.fighters, s) })
	default:
		a := p.current()
		p.each(v, func(s string) { a.Called = append(a.Called, s) })
	}
}

func capitals(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}
