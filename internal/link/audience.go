package link

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/cast"
	"onrecord/internal/record"
)

// audience says to whom a statement is made: whom the cue tells, urges or asks,
// or to whom it is said. Reporters are nobody, and an outlet is a venue.
func (k *linker) audience(c *account) {
	p := c.p
	if c.predicate < 0 || c.Act == record.Gloss {
		return
	}
	tells := clauseTable.Has("tell", p.Lemmas[c.predicate])
	if tells {
		k.toldNext(c)
	}
	for _, j := range p.Children(c.predicate) {
		i := int(j)
		if cast.Among(c.from.Source, i) || cast.Among(c.from.Content, i) && (p.Relations[i] != "obj" && p.Relations[i] != "iobj" || p.Child(c.predicate, "xcomp", "ccomp") < 0) {
			continue
		}
		switch prep := p.Preposition(i); p.Relations[i] {
		case "obj", "iobj":
			if !tells {
				continue
			}
		case "obl", "nmod":
			if prep != "to" && (prep != "" || !tells || i < c.predicate || p.IsTime(i)) {
				continue
			}
		default:
			continue
		}
		if clauseTable.Has("reporters", p.Low[i]) || p.Preposition(i) == "" && p.behindPreposition(i) {
			continue
		}
		k.hear(c, p.Joint(i), "“"+p.Forms[i]+"”")
	}
}

// toldNext reads whom the words right behind the cue name, whatever the tree
// says: "told Putin", "told parliament", which is that of the speaker's country.
func (k *linker) toldNext(c *account) {
	p := c.p
	i := c.predicate + 1
	for i < len(p.Low) && p.Tags[i] == annotate.DET {
		i++
	}
	if i >= len(p.Low) || p.SentenceOf(i) != p.SentenceOf(c.predicate) || cast.Among(c.from.Source, i) {
		return
	}
	if p.Low[i] == "parliament" && len(p.Of(i)) == 0 && len(c.Speakers) == 1 {
		if id := k.OrganFor(c.Speakers[0], "parliament"); id != "" {
			k.hear(c, []record.ActorID{id}, "“parliament”")
		}
		return
	}
	if r := p.Begins(i); r >= 0 && (!cast.Among(c.from.Content, i) || p.Child(c.predicate, "xcomp") >= 0) && !p.Possessive(p.Refs[r].End-1) {
		if h := p.Refs[r].Head; p.Relations[h] != "compound" && p.Relations[h] != "amod" && p.Refs[r].Kind == annotate.Name {
			words := p.Text(p.Refs[r].First, p.Refs[r].End)
			if ids := p.Refs[r].Actors; i == c.predicate+1 && len(ids) == 1 && k.Actor(ids[0]).Provisional && k.Actor(ids[0]).Kind == record.Organization {
				k.setVenue(c, ids[0], words) // an outlet that nobody lists: "told LBCI"
				return
			}
			k.hear(c, p.Refs[r].Actors, "“"+words+"”")
		}
	}
}

// behindPreposition says whether the mention that token i heads stands behind a
// preposition that the tree gives to another word.
func (p passage) behindPreposition(i int) bool {
	if h := p.Headed[i]; h >= 0 {
		i = p.Refs[h].First
	}
	if i > 0 && p.Tags[i-1] == annotate.DET {
		i--
	}
	return i > 0 && p.Tags[i-1] == annotate.ADP && p.Low[i-1] != "to"
}

// hear adds to whom a statement is made. Outlets and who speaks are left out.
func (k *linker) hear(c *account, ids []record.ActorID, words string) {
	told := false
	for _, id := range ids {
		if id == c.Venue || k.IsOutlet(id) || slices.Contains(c.Speakers, id) || slices.Contains(c.Audience, id) || k.Actor(id).Kind == record.Anonymous {
			continue
		}
		c.Audience = append(c.Audience, id)
		told = true
	}
	if told {
		c.because("audience: " + words)
	}
}
