package cast

import (
	"slices"
	"strings"

	"onrecord/internal/record"
	"onrecord/internal/register"
)

// doubtful says whether a name means an actor only with evidence that the
// article does not have.
func (k *Cast) doubtful(id record.ActorID) bool {
	words, ok := ambiguousNames[string(id)]
	return ok && !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(k.document.Text, w) })
}

// hyphenated says whether a nationality is a part of one that is no actor's:
// "African-American", "Cuban-Americans", but not "Russian-American talks".
func (p *Passage) hyphenated(i, end int, h register.Entry) bool {
	if h.Use != register.Adjective && h.Use != register.Demonym {
		return false
	}
	if end+1 < len(p.Low) && p.Low[end] == "-" && strings.HasPrefix(p.Low[end+1], "american") {
		return end+2 >= len(p.Low) || !placeTable.Has("relation", p.Lemmas[end+2])
	}
	return i > 1 && strings.HasPrefix(p.Low[i], "american") && p.Low[i-1] == "-" && (end >= len(p.Low) || !placeTable.Has("relation", p.Lemmas[end]))
}

// settle decides between the actors that have one name: for the one that the
// article names, or whose people or parts it names, without a doubt.
func (k *Cast) settle() {
	for _, p := range k.Passages {
		for i := range p.names {
			n := &p.names[i]
			if n.Actor != "" && len(n.rivals) == 0 {
				k.noteNamed(n.Actor, place{p.number, n.First})
			}
			if len(n.persons) == 1 {
				for _, t := range k.reg.Offices(n.persons[0]) {
					k.noteNamed(t.Of, place{p.number, n.First})
				}
			}
		}
	}
	for _, p := range k.Passages {
		for i := range p.names {
			n := &p.names[i]
			if len(n.rivals) == 0 {
				continue
			}
			if !k.evident(n.Actor) {
				if r := slices.IndexFunc(n.rivals, k.evident); r >= 0 {
					n.Actor = n.rivals[r]
				}
			}
		}
	}
	for _, p := range k.Passages {
		for _, n := range p.names {
			if n.Actor != "" {
				k.noteNamed(n.Actor, place{p.number, n.First})
			}
		}
	}
}

// evident says whether the article names an actor, or the country whose organ
// it is, without a doubt.
func (k *Cast) evident(id record.ActorID) bool {
	_, ok := k.named0[id]
	if !ok {
		_, ok = k.named0[k.countryOf(id)]
	}
	return ok
}
