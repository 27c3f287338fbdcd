package cast

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/register"
	"onrecord/internal/text"
)

// Actor returns the actor of the register with this id as it stands in the
// article, made if it is not there yet.
func (k *Cast) Actor(id record.ActorID) *record.Actor {
	if i, ok := k.drafts[id]; ok {
		return &k.Actors[i]
	}
	a := record.Actor{ID: id}
	if e := k.reg.Actor(id); e != nil {
		a.Name, a.Kind, a.PartOf, a.ISO3, a.Wikidata = e.Name, e.Kind, e.PartOf, e.ISO3, e.Wikidata
		a.Offices = k.offices(e)
	}
	return k.draft(a)
}

func (k *Cast) draft(a record.Actor) *record.Actor {
	k.drafts[a.ID] = len(k.Actors)
	k.Actors = append(k.Actors, a)
	return &k.Actors[len(k.Actors)-1]
}

// offices returns the posts that a person of the register holds on the
// document's day, and those that are over of one who holds none.
func (k *Cast) offices(e *register.Actor) []record.Office {
	if e.Kind != record.Person {
		return nil
	}
	now, before := k.reg.OfficesOn(e.ID, k.published)
	byRank(now)
	byRank(before)
	var out []record.Office
	for _, t := range now {
		out = append(out, record.Office{Title: t.Title, Of: t.Of, On: k.published})
	}
	if len(now) > 0 {
		return out
	}
	for _, t := range before {
		out = append(out, record.Office{Title: t.Title, Of: t.Of, On: k.published, Former: true})
	}
	return out
}

// Provisional makes an actor that the register does not know. Its id is that of
// the document with the slug of its name, numbered where two have one.
func (k *Cast) Provisional(name string, kind record.ActorKind, partOf record.ActorID) *record.Actor {
	name = strings.Join(strings.Fields(name), " ")
	base := record.ActorID(k.document.ID + "-" + slug(name))
	id := base
	for n := 2; k.slugs[id]; n++ {
		id = base + record.ActorID("-"+strconv.Itoa(n))
	}
	k.slugs[id] = true
	return k.draft(record.Actor{ID: id, Name: name, Kind: kind, PartOf: partOf, Provisional: true})
}

// slug writes a name in lower-case letters, digits and hyphens, without
// diacritics. Letters of other scripts stay.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	return cmp.Or(b.String(), "actor")
}

// identifyPeople gives each person of the article its actor.
func (k *Cast) identifyPeople() {
	for c := range k.people {
		h := &k.people[c]
		if h.id != "" {
			k.Actor(h.id)
		} else {
			h.id = k.Provisional(h.name, record.Person, "").ID
		}
		k.byID[h.id] = c
	}
	for c := range k.people {
		h := &k.people[c]
		for i := range h.posts { // whose persons' they are is known only now
			if o := &h.posts[i]; len(o.Owners) == 0 && o.p != nil {
				o.Owners = k.owned(o.p, *o).Owners
			}
		}
		k.addPosts(k.Actor(h.id), h)
	}
}

// addPosts adds the offices that the words give to a person whose register
// entry tells none, and marks those that the words call former.
func (k *Cast) addPosts(a *record.Actor, h *human) {
	if !a.Provisional && len(a.Offices) > 0 {
		return
	}
	for _, o := range h.posts {
		if len(o.words) == 0 || o.onlyForm() {
			continue
		}
		of := record.ActorID("")
		if len(o.Owners) == 1 {
			of = o.Owners[0]
		}
		at := slices.IndexFunc(a.Offices, func(q record.Office) bool { return strings.EqualFold(q.Title, o.words) })
		switch {
		case at < 0:
			a.Offices = append(a.Offices, record.Office{Title: o.words, Of: of, On: k.published, Former: o.Former})
		case a.Offices[at].Of == "":
			a.Offices[at].Of = of
		}
	}
}

// onlyForm says whether a title is a form of address alone: "Mr.".
func (o *Office) onlyForm() bool { return o.isTitle() && o.gender() != register.Unknown }

// Named returns whom a name means.
func (k *Cast) Named(n *Name) []record.ActorID {
	switch {
	case n.Cluster >= 0 && k.people[n.Cluster].id != "":
		return []record.ActorID{k.people[n.Cluster].id}
	case n.Actor != "":
		return []record.ActorID{n.Actor}
	}
	return nil
}

// Mention notes that words mean an actor.
func (k *Cast) Mention(id record.ActorID, at text.Span) {
	a := k.Actor(id)
	a.Mentions = append(a.Mentions, at)
}

// Describe notes how the article calls an actor without its name.
func (k *Cast) Describe(id record.ActorID, words string) {
	a := k.Actor(id)
	if words = strings.Join(strings.Fields(words), " "); !slices.Contains(a.DescribedAs, words) {
		a.DescribedAs = append(a.DescribedAs, words)
	}
}

// alias notes a name of an actor that is not its own.
func (k *Cast) alias(id record.ActorID, words string) {
	a := k.Actor(id)
	if words = strings.Join(strings.Fields(words), " "); words != a.Name && !slices.Contains(a.Aliases, words) {
		a.Aliases = append(a.Aliases, words)
	}
}

// Arrange puts the references of all passages in order and indexes them anew.
func (k *Cast) Arrange() {
	for _, p := range k.Passages {
		slices.SortStableFunc(p.Refs, func(a, b Reference) int {
			return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.End, a.End))
		})
		p.reindex()
	}
}

// Finish puts references and actors in order, with all that actors are part
// of. Of those without a mention it keeps those that are used.
func (k *Cast) Finish(used func(record.ActorID) bool) {
	k.Arrange()
	for i := range k.Actors {
		a := &k.Actors[i]
		slices.SortFunc(a.Mentions, func(x, y text.Span) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End)) })
		a.Mentions = slices.Compact(a.Mentions)
	}
	k.Actors = slices.DeleteFunc(k.Actors, func(a record.Actor) bool { return len(a.Mentions) == 0 && !used(a.ID) })
	k.addWholes()
	slices.SortStableFunc(k.Actors, func(a, b record.Actor) int { return cmp.Compare(firstMention(&a), firstMention(&b)) })
}

// addWholes adds what the article's actors are part of, and whose offices they
// hold: a record must be able to name them.
func (k *Cast) addWholes() {
	have := map[record.ActorID]bool{}
	for i := range k.Actors {
		have[k.Actors[i].ID] = true
	}
	add := func(id record.ActorID) {
		if id == "" || have[id] || k.reg.Actor(id) == nil {
			return
		}
		have[id] = true
		delete(k.drafts, id)
		k.Actor(id)
	}
	for i := 0; i < len(k.Actors); i++ {
		add(k.Actors[i].PartOf)
		for _, o := range k.Actors[i].Offices {
			add(o.Of)
		}
	}
}

// firstMention is the byte where an actor is first mentioned, the largest there
// is for one without a mention.
func firstMention(a *record.Actor) int {
	if len(a.Mentions) == 0 {
		return int(^uint(0) >> 1)
	}
	return a.Mentions[0].Start
}

// kindOf is the kind of actor that a class of entity makes.
func kindOf(c annotate.EntityClass) record.ActorKind {
	switch c {
	case annotate.Person:
		return record.Person
	case annotate.Organization:
		return record.Organization
	case annotate.Group:
		return record.Group
	}
	return record.OtherActor
}

// People returns the actor of a people that speaks: "Ukrainians".
func (k *Cast) People(p *Passage, n *Name) record.ActorID {
	words := p.Text(n.First, n.End)
	id, ok := k.unknowns["people "+words]
	if !ok {
		id = k.Provisional(words, record.Group, n.Actor).ID
		k.unknowns["people "+words] = id
	}
	k.Mention(id, p.Span(n.First, n.End))
	return id
}

// IsOutlet says whether an actor publishes news.
func (k *Cast) IsOutlet(id record.ActorID) bool {
	if e := k.reg.Actor(id); e != nil {
		return e.Outlet
	}
	i, ok := k.drafts[id]
	if !ok || k.Actors[i].Kind != record.Organization {
		return false
	}
	return outletNames[strings.ToLower(strings.TrimPrefix(k.Actors[i].Name, "The "))]
}
