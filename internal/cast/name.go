package cast

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// classOf is the class of entity that a hit would be.
func classOf(h register.Entry) annotate.EntityClass {
	switch {
	case h.Use == register.Adjective || h.Use == register.Demonym:
		return annotate.Group
	case h.Use == register.Capital, h.Actor.Kind == record.Country:
		return annotate.Place
	case h.Actor.Kind == record.Group:
		return annotate.Group
	}
	return annotate.Organization
}

// choose takes one of several actors of one name that are no persons: by the
// way of naming that the part of speech asks for, then by the register's order.
func (k *Cast) choose(p *Passage, i, end int, hits []register.Entry) (register.Entry, bool) {
	adjective := p.Tags[end-1] == annotate.ADJ || p.Tags[end-1] == annotate.PROPN && p.Relations[end-1] == "amod"
	plural := strings.HasSuffix(p.Low[end-1], "s")
	best, rank := register.Entry{}, -1
	for _, h := range hits {
		if h.Actor.Kind == record.Person {
			continue
		}
		r := 2
		switch h.Use {
		case register.Canonical, register.Short, register.Variant:
			r = 4
		case register.Adjective:
			if adjective {
				r = 5
			} else if plural {
				r = 0
			}
		case register.Demonym:
			r = 1
			if plural && !adjective {
				r = 5
			}
		}
		if r > rank {
			best, rank = h, r
		}
	}
	return best, rank >= 0
}

// unknown makes a name of an entity that the register does not know: of an
// organization or of the members of a group.
func (k *Cast) unknown(p *Passage, first, end int, e *annotate.Entity) (Name, bool) {
	for end > first+1 && p.Low[end-1] == "'s" {
		end--
	}
	n := Name{First: first, End: end, start: first, Class: e.Class, Cluster: -1}
	switch e.Class {
	case annotate.Organization:
		if end == first+2 && organTable.Has("government", p.Low[first+1]) && len(k.reg.Surname(p.Forms[first], k.published)) > 0 {
			n.End, n.Class, n.Use = first+1, annotate.Person, register.Surname // "Biden" + "Administration"
			return n, true
		}
		return n, p.named(first, end, e.Score)
	case annotate.Place, annotate.Other: // a person's surname, perhaps
		n.weak = true
		return n, end-first == 1
	case annotate.Group:
		return n, strings.HasSuffix(p.Low[end-1], "s") && p.Tags[end-1] != annotate.ADJ
	}
	return n, false
}

// sureName is how sure the name of a single word must be that is no
// abbreviation.
const sureName = 0.6

// named says whether words are the name of an organization rather than a part
// of a sentence in a headline, or somebody's office.
func (p *Passage) named(first, end int, score float32) bool {
	for i := first; i < end; i++ {
		switch p.Tags[i] {
		case annotate.VERB, annotate.AUX, annotate.PRON:
			return false
		}
	}
	last := p.Low[end-1]
	if len(officeTable[last]) > 0 || anonymousTable.Has("voice", last) {
		return false
	}
	return end > first+1 || p.Forms[first] == strings.ToUpper(p.Forms[first]) && len(last) > 1 || p.Tags[first] == annotate.PROPN && score >= sureName
}

// capital says whether a word begins with a capital letter.
func capital(w string) bool {
	for _, r := range w {
		return r >= 'A' && r <= 'Z' || r > 0x7f && strings.ToLower(string(r)) != string(r)
	}
	return false
}
