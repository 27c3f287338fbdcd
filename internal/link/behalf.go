package link

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/cast"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// onBehalf says for whom a statement is made. A spokesperson speaks for whom the
// office is; who heads a body or holds another office in it speaks for it when
// the words do: it is the subject of what is said, or "we" are.
func (k *linker) onBehalf(c *account) {
	for _, id := range c.Speakers {
		of, why := k.bodyOf(c, id)
		if of == "" || of == id || slices.Contains(c.OnBehalfOf, of) {
			continue
		}
		c.OnBehalfOf = append(c.OnBehalfOf, of)
		c.because("on behalf: " + why)
	}
}

// bodyOf returns for whom one speaker speaks.
func (k *linker) bodyOf(c *account, id record.ActorID) (record.ActorID, string) {
	a := k.Actor(id)
	if of := k.spokenFor(a); of != "" {
		return of, "spokesperson"
	}
	for _, o := range a.Offices {
		if o.Former || o.Of == "" {
			continue
		}
		for _, body := range append([]record.ActorID{o.Of}, k.a.Register.PartOf(o.Of)...) {
			if k.subjectIs(c, body) {
				return body, o.Title + ", and the content is about it"
			}
		}
	}
	if !c.p.saysWe(c.from.Source) && (c.Manner == record.Indirect || !c.p.saysWe(c.from.Content)) {
		return "", ""
	}
	for _, t := range k.OfficesOn(id) {
		return t.Of, t.Title + ", and “we”"
	}
	for _, o := range k.Posts(id) {
		if !o.Former && o.Public() && len(o.Owners) == 1 {
			return o.Owners[0], "an office, and “we”"
		}
	}
	return "", ""
}

// spokenFor returns for whom a spokesperson speaks, "" for others.
func (k *linker) spokenFor(a *record.Actor) record.ActorID {
	if a.Provisional && a.Kind == record.Anonymous && slices.ContainsFunc(k.unnameds, func(u unnamed) bool { return u.id == a.ID && isSpokesperson(u.head) }) {
		return a.PartOf
	}
	for _, t := range k.OfficesOn(a.ID) {
		if t.Is(register.Spokesperson) {
			return t.Of
		}
	}
	for _, o := range k.Posts(a.ID) {
		if !o.Former && len(o.Owners) == 1 && o.Has(register.Spokesperson) {
			return o.Owners[0]
		}
	}
	return ""
}

func isSpokesperson(lemma string) bool {
	return lemma == "spokesman" || lemma == "spokeswoman" || lemma == "spokesperson"
}

// subjectIs says whether what is said has a body, or a part of it, as its
// subject or as the owner of what it is about: "said NATO would", "reaffirmed
// NATO's commitment".
func (k *linker) subjectIs(c *account, body record.ActorID) bool {
	p := c.p
	for _, i := range c.from.Content {
		if cast.Among(c.from.Content, p.Head(i)) {
			continue
		}
		for _, s := range []int{p.Subject(i), p.owner(i)} {
			if s < 0 || !cast.Among(c.from.Content, s) {
				continue
			}
			if slices.ContainsFunc(p.Of(s), func(id record.ActorID) bool { return id == body || k.organOrSelf(id, body) }) {
				return true
			}
		}
	}
	return false
}

// organOrSelf says whether an actor is an organ of a body that acts for it.
func (k *linker) organOrSelf(id, body record.ActorID) bool {
	a := k.a.Register.Actor(id)
	return a != nil && a.PartOf == body && a.Kind == record.Organization
}

// owner returns the possessive before a noun, -1 for none.
func (p passage) owner(i int) int {
	for _, j := range p.Children(i) {
		if int(j) < i && (p.Relations[j] == "nmod" || p.Relations[j] == "nmod:poss") {
			return int(j)
		}
	}
	return -1
}

// saysWe says whether the first person plural is in a content.
func (p passage) saysWe(content []int) bool {
	for _, i := range content {
		switch p.Low[i] {
		case "we", "our", "us", "ours":
			if p.Tags[i] == annotate.PRON || p.Tags[i] == annotate.DET {
				return true
			}
		}
	}
	return false
}

// about lists the public actors of whom a content speaks, but for who speaks.
func (k *linker) about(c *account) {
	content := c.from.Content
	for i := 0; i < len(content); {
		j := i + 1
		for j < len(content) && content[j] == content[j-1]+1 {
			j++
		}
		for _, id := range k.a.ActorsIn(c.p.Number(), content[i], content[j-1]+1) {
			if k.isPublic(id) && !slices.Contains(c.About, id) && !slices.Contains(c.Speakers, id) {
				c.About = append(c.About, id)
			}
		}
		i = j
	}
}

// isPublic is IsPublic while the actors are not yet in order.
func (k *linker) isPublic(id record.ActorID) bool {
	if e := k.a.Register.Actor(id); e != nil {
		return !k.IsOutlet(id)
	}
	a := k.Actor(id)
	return a.Kind != record.Anonymous && (len(a.Offices) > 0 || a.PartOf != "")
}
