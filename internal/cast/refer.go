package cast

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// recent is what was referred to of late, in reading order.
type recent struct {
	refs []past
	last map[record.ActorID]place // where each actor was last referred to
}

// past is a reference with its place.
type past struct {
	at   place
	head int
	kind annotate.MentionKind
	ids  []record.ActorID
}

// refer makes the references of a passage in reading order, so that each may
// look back on those before it.
func (k *Cast) refer(p *Passage) {
	titled := p.titled()
	chains := k.chains(p)
	for i := 0; i < len(p.Forms); i++ {
		if n := p.NameOf(i); n != nil {
			if n.First == i {
				k.referName(p, n)
			}
			continue
		}
		switch p.Tags[i] {
		case annotate.NOUN, annotate.PROPN:
			if !titled[i] {
				k.referNoun(p, i, chains)
			}
		case annotate.PRON, annotate.DET:
			k.referPronoun(p, i, chains)
		}
	}
}

// titled marks the tokens that stand before a name as its title.
func (p *Passage) titled() []bool {
	t := make([]bool, len(p.Forms))
	for k := range p.names {
		n := &p.names[k]
		for i := n.start; i < n.First; i++ {
			t[i] = true
		}
	}
	return t
}

// note adds a reference and remembers it.
func (k *Cast) note(p *Passage, r Reference) {
	p.Add(r)
	at := place{p.number, r.First}
	for _, id := range r.Actors {
		k.Mention(id, p.Span(r.First, r.End))
		k.recent.last[id] = at
	}
	k.recent.refs = append(k.recent.refs, past{at: at, head: r.Head, kind: r.Kind, ids: r.Actors})
}

// referName makes the reference of a name.
func (k *Cast) referName(p *Passage, n *Name) {
	if !k.inStory(p, n.First) || n.Class == annotate.Person && n.Cluster < 0 || n.weak && n.Class != annotate.Person {
		return
	}
	if n.Actor == "" && n.Cluster < 0 && n.Class != annotate.Person {
		k.referUnknown(p, n)
		return
	}
	ids := k.Named(n)
	if len(ids) == 0 {
		return
	}
	if n.Use == register.Capital && !p.acts(n) || n.Use == register.Demonym {
		return
	}
	k.note(p, Reference{First: n.start, End: n.End, Head: p.Top(n.start, n.End), Kind: annotate.Name, Actors: ids})
	if n.End-n.First > 1 && k.isOrgan(n.Actor) {
		k.referOwner(p, n)
	}
	if n.Use != register.Adjective {
		k.alias(ids[0], p.Text(n.First, n.End))
	}
}

// referOwner makes the reference of the country whose name is a part of that of
// its organ: of "Ukraine" in "Ukraine's parliament".
func (k *Cast) referOwner(p *Passage, n *Name) {
	country := k.countryOf(n.Actor)
	for i := n.First; i < n.End; i++ {
		for end := n.End - 1; end > i; end-- {
			m, hits := k.reg.Match(p.Forms[:end], i)
			for _, h := range hits {
				if h.Actor.ID == country && h.Use != register.Capital {
					k.note(p, Reference{First: i, End: i + m, Head: p.Top(i, i+m), Kind: annotate.Name, Actors: []record.ActorID{country}})
					return
				}
			}
		}
	}
}

// inStory says whether token i is in the story rather than in a line about who
// wrote it.
func (k *Cast) inStory(p *Passage, i int) bool {
	switch p.Blocks[p.Block(i)].Kind {
	case annotate.Byline, annotate.Boilerplate, annotate.Dateline:
		return false
	}
	return true
}

// referUnknown makes the reference of an organization or group that the
// register does not know: one actor for all mentions of one name.
func (k *Cast) referUnknown(p *Passage, n *Name) {
	id := k.OfWords(p.Text(n.First, n.End), kindOf(n.Class))
	n.Actor = id
	k.note(p, Reference{First: n.First, End: n.End, Head: p.Top(n.First, n.End), Kind: annotate.Name, Actors: []record.ActorID{id}})
}

// OfWords returns the actor that the register does not know and that these words
// name, made if it is not there yet.
func (k *Cast) OfWords(words string, kind record.ActorKind) record.ActorID {
	key := plain(strings.Join(strings.Fields(words), " "))
	id, ok := k.unknowns[key]
	if !ok {
		id = k.Provisional(words, kind, "").ID
		k.unknowns[key] = id
	}
	return id
}

// referNoun makes the reference of a common noun that means somebody: an
// organ, an office, a body that was named, two that were.
func (k *Cast) referNoun(p *Passage, i int, chains *chains) {
	s, _ := p.Bounds(i)
	r, ok := k.organ(p, s, i)
	if !ok {
		r, ok = k.office(p, s, i)
	}
	if !ok {
		r, ok = k.homeland(p, i)
	}
	if !ok {
		if ids := k.called(p, i); len(ids) > 0 {
			r, ok = k.nominal(p, i, i+1, ids), true
		}
	}
	if !ok {
		r, ok = k.both(p, i)
	}
	if !ok {
		r, ok = k.chained(p, i, chains)
	}
	if !ok {
		return
	}
	k.note(p, r)
	for _, id := range r.Actors {
		if len(r.Actors) == 1 && !k.isOrgan(id) {
			k.Describe(id, p.Text(r.First, r.End))
		}
	}
}

// isOrgan says whether an actor is a part of a country, which has no name but
// such descriptions.
func (k *Cast) isOrgan(id record.ActorID) bool {
	a := k.reg.Actor(id)
	return a != nil && a.Kind != record.Person && k.countryOf(id) != "" && k.countryOf(id) != id
}

// nominal is the reference of a noun phrase whose last word is before end, with
// the words before it that belong to it.
func (k *Cast) nominal(p *Passage, first, end int, ids []record.ActorID) Reference {
	first = p.left(first, end)
	if s, _ := p.Bounds(first); first > s && p.Tags[first-1] == annotate.DET {
		first--
	}
	return Reference{First: first, End: end, Head: p.Top(first, end), Kind: annotate.Nominal, Actors: ids}
}

// called returns the body that a common noun with "the" means, of those that
// were named, or whose members it means: the latest.
func (k *Cast) called(p *Passage, i int) []record.ActorID {
	if p.Tags[i] != annotate.NOUN && p.Tags[i] != annotate.PROPN {
		return nil
	}
	s, _ := p.Bounds(i)
	words, first := p.Low[i], i
	may := k.reg.Called(words)
	if i > s {
		if longer := k.reg.Called(p.Low[i-1] + " " + words); len(longer) > 0 {
			may, first = longer, i-1
		}
	}
	if first == s || !Definite(p.Low[first-1]) {
		return nil
	}
	if len(may) == 0 {
		return k.outfit(p, i)
	}
	best := none
	var id record.ActorID
	for _, m := range may {
		at, ok := k.recent.last[m]
		if a := k.reg.Actor(m); !ok && a != nil && a.Kind == record.Group { // "the allies", once NATO was named
			at, ok = k.recent.last[a.PartOf]
		}
		if ok && best.before(at) {
			best, id = at, m
		}
	}
	if id == "" {
		return k.outfit(p, i)
	}
	return []record.ActorID{id}
}

// outfit returns the armed group, party or movement that "the group" or "the
// rebels" means: the one that was last referred to.
func (k *Cast) outfit(p *Passage, i int) []record.ActorID {
	if !nounTable.Has("outfit", p.Low[i]) {
		return nil
	}
	for n := len(k.recent.refs) - 1; n >= 0 && n > len(k.recent.refs)-MaxLook; n-- {
		for _, id := range k.recent.refs[n].ids {
			a := k.reg.Actor(id)
			if a != nil && a.Kind == record.Group && !strings.HasSuffix(string(id), "-members") && !strings.HasSuffix(string(id), "-countries") && id != "the-west" {
				return []record.ActorID{id}
			}
		}
	}
	return nil
}

// Definite says whether a word before a noun says that it is known.
func Definite(w string) bool { return w == "the" || w == "this" || w == "that" }

// both reads "the two leaders", "both sides": the two persons or countries that
// the last sentences name, if the last who name two name no more.
func (k *Cast) both(p *Passage, i int) (Reference, bool) {
	class := groupTable.Class(p.Low[i])
	s, _ := p.Bounds(i)
	if class == "" || i == s || !(p.Low[i-1] == "two" && i-1 > s && Definite(p.Low[i-2]) || p.Low[i-1] == "both") {
		return Reference{}, false
	}
	ids := k.lastTwo(p, i, class)
	if len(ids) != 2 {
		return Reference{}, false
	}
	return k.nominal(p, i, i+1, ids), true
}

// lastTwo returns the two actors of a class whom the last of the sentences before
// token i names together; if none does, those of the last sentences, if they are
// two.
func (k *Cast) lastTwo(p *Passage, i int, class string) []record.ActorID {
	self := p.SentenceOf(i)
	if ids := k.inSentences(p, self, i, class); len(ids) == 2 {
		return ids
	}
	for s := self - 1; s >= 0 && s > self-maxTwo; s-- {
		if ids := k.jointIn(p, s, class); len(ids) == 2 {
			return ids
		}
		if ids := k.inSentences(p, s, p.Sentences[s].End, class); len(ids) == 2 {
			return ids
		}
	}
	var all []record.ActorID
	for s := self - 1; s >= 0 && s >= self-MaxSentences; s-- {
		for _, id := range k.inSentences(p, s, p.Sentences[s].End, class) {
			if !slices.Contains(all, id) {
				all = append([]record.ActorID{id}, all...)
			}
		}
		if len(all) >= 2 {
			return all
		}
	}
	return nil
}

// jointIn returns the two actors of a class who together are a subject in
// sentence s.
func (k *Cast) jointIn(p *Passage, s int, class string) []record.ActorID {
	for j := p.Sentences[s].First; j < p.Sentences[s].End; j++ {
		if p.Relations[j] != "nsubj" {
			continue
		}
		ids := p.Joint(j)
		if len(ids) == 2 && k.isOf(ids[0], class) && k.isOf(ids[1], class) {
			return ids
		}
	}
	return nil
}

// inSentences returns the actors of a class whom sentence s names before token
// end, in order.
func (k *Cast) inSentences(p *Passage, s, end int, class string) []record.ActorID {
	var ids []record.ActorID
	for j := p.Sentences[s].First; j < end; j++ {
		h := p.Headed[j]
		if h < 0 {
			continue
		}
		for _, id := range p.Refs[h].Actors {
			if k.isOf(id, class) && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// maxTwo is how many sentences "the two" may look back over.
const maxTwo = 8

// isOf says whether an actor is of a class of group.txt.
func (k *Cast) isOf(id record.ActorID, class string) bool {
	kind := k.Actor(id).Kind
	switch class {
	case "leaders":
		return kind == record.Person && slices.ContainsFunc(k.officesEver(id), func(t register.Tenure) bool {
			return leads(t) || t.Is(register.Chief) || t.Is(register.SupremeLeader) || t.Is(register.Leader)
		})
	case "men", "women":
		c, ok := k.byID[id]
		return ok && k.people[c].gender != map[string]register.Gender{"men": register.Female, "women": register.Male}[class]
	case "ministers":
		return kind == record.Person && slices.ContainsFunc(k.officesEver(id), func(t register.Tenure) bool { return isMinister(t.Role) })
	case "persons":
		return kind == record.Person
	case "countries":
		return kind == record.Country
	}
	return kind == record.Country || kind == record.Group
}

// MaxLook is how many references back a word may look for what it means.
const MaxLook = 300
