package cast

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/edtf"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// recall finds whom a surname or another single name means: the latest person
// of the article whom it fits; else, with a reason, one of the register.
func (k *Cast) recall(p *Passage, n *Name) {
	if len(n.persons) == 0 {
		for _, a := range k.reg.Surname(p.Text(n.First, n.End), k.published) {
			n.persons = append(n.persons, a.ID)
		}
	}
	words := p.Low[n.First:n.End]
	c := k.latest(words, &n.title)
	if d := k.described(p, n, words); d >= 0 {
		c = d
	}
	if id := k.byTitle(n); id != "" && (c < 0 || k.people[c].id != id) && (c < 0 || !k.posted(c, &n.title)) {
		n.Cluster = k.person(id)
		k.join(p, n.Cluster, n, k.postsOf(p, n))
		return
	}
	switch {
	case c == unclear:
		return
	case c >= 0:
		n.Cluster = c
		if g := n.title.gender(); k.people[c].gender == register.Unknown {
			k.people[c].gender = g
		}
		if len(n.title.rules) > 0 {
			k.people[c].add(n.title)
		}
		return
	}
	if id := k.current(n); id != "" {
		n.Cluster = k.person(id)
		k.join(p, n.Cluster, n, k.postsOf(p, n))
		return
	}
	if n.weak || len(n.title.rules) == 0 && !p.personal(n) {
		return
	}
	k.people = append(k.people, human{last: none})
	n.Cluster = len(k.people) - 1
	k.join(p, n.Cluster, n, k.postsOf(p, n))
}

// described returns the person of the article whom a surname with an apposition
// means: "Khan, the spokesperson,"; -1 for none.
func (k *Cast) described(p *Passage, n *Name, words []string) int {
	o, ok := k.apposed(p, n)
	if !ok || o.isTitle() {
		return -1
	}
	for _, c := range k.calledBy(words) {
		for i := range k.people[c].posts {
			if q := &k.people[c].posts[i]; q.Former == o.Former && q.sameRole(&o) {
				return int(c)
			}
		}
	}
	return -1
}

// personal says whether a single name stands where persons do: it does
// something, has something, or is said to be one by what follows.
func (p *Passage) personal(n *Name) bool {
	i := p.Top(n.First, n.End)
	switch p.Relations[i] {
	case "nsubj":
		return true
	case "conj", "appos":
		return p.PersonAfter(p.Head(i)) != nil
	}
	return p.Possessive(n.End - 1)
}

// unclear is the answer where two persons fit equally.
const unclear = -2

// latest returns the person mentioned last so far whom words fit, else the
// first who is named at all; -1 for none, unclear where two were last named in
// one sentence.
func (k *Cast) latest(words []string, title *Office) int {
	best, next := -1, -1
	g := title.gender()
	may := k.calledBy(words)
	known := slices.ContainsFunc(may, func(c int32) bool { return k.people[c].gender == g })
	for _, c := range may {
		h := &k.people[c]
		if g != register.Unknown && h.gender != g && (h.gender != register.Unknown || known) {
			continue
		}
		switch {
		case h.last == none:
			if next < 0 {
				next = int(c)
			}
		case best < 0 || k.people[best].last.before(h.last):
			best = int(c)
		}
	}
	if best < 0 {
		return next
	}
	if c := k.familiar(may, best); c >= 0 {
		return c
	}
	for _, c := range may {
		h := &k.people[c]
		if int(c) == best || h.last == none || !k.oneSentence(h.last, k.people[best].last) || !h.full || !k.people[best].full || h.kin(&k.people[best], title) {
			continue
		}
		switch b := &k.people[best]; {
		case b.bare > 0 && h.bare == 0:
			return best
		case h.bare > 0 && b.bare == 0:
			return int(c)
		}
		return unclear
	}
	return best
}

// familiar returns the person whom the article has called by the surname alone
// before another of the same surname, the latest, was named; -1 for none.
func (k *Cast) familiar(may []int32, latest int) int {
	if k.people[latest].bare > 0 {
		return -1
	}
	for _, c := range may {
		if int(c) != latest && k.people[c].bare > 1 {
			return int(c)
		}
	}
	return -1
}

// kin says whether a title tells the two apart.
func (h *human) kin(o *human, title *Office) bool {
	g := title.gender()
	return g != register.Unknown && h.gender != o.gender
}

// oneSentence says whether two places are in one sentence.
func (k *Cast) oneSentence(a, b place) bool {
	return a.passage == b.passage && k.Passages[a.passage].SentenceOf(a.token) == k.Passages[b.passage].SentenceOf(b.token)
}

// called says whether a person may be called by words alone: the end of the
// full name, else its first word.
func (h *human) called(words []string) bool {
	if slices.Contains(h.known, strings.Join(words, " ")) {
		return true
	}
	full := h.words
	if len(full) > 2 && suffix(full[len(full)-1]) {
		full = full[:len(full)-1]
	}
	if len(words) > len(full) {
		return false
	}
	return slices.Equal(words, full[len(full)-len(words):]) || slices.Equal(words, full[:len(words)])
}

// learnGenders takes the genders of persons whom the register does not know from
// the mentions that name them, where they agree.
func (k *Cast) learnGenders() {
	for _, p := range k.Passages {
		for _, m := range p.Mentions {
			n := p.NameOf(m.Head)
			if m.Kind != annotate.Name || n == nil || n.Cluster < 0 {
				continue
			}
			h := &k.people[n.Cluster]
			switch {
			case h.gender != register.Unknown:
			case m.Gender == annotate.Female:
				h.gender = register.Female
			case m.Gender == annotate.Male:
				h.gender = register.Male
			}
		}
	}
}

// surname returns the last word of a person's name.
func (h *human) surname() string { return lastWord(h.words) }

// lastWord returns the last word of a name but for "Jr." and its like.
func lastWord(w []string) string {
	if len(w) > 2 && suffix(w[len(w)-1]) {
		w = w[:len(w)-1]
	}
	return w[len(w)-1]
}

// posted says whether the words gave a person the post of a title before, or
// the title tells of none.
func (k *Cast) posted(c int, title *Office) bool {
	for _, o := range k.people[c].posts {
		for _, r := range o.rules {
			for _, q := range title.rules {
				if len(r.roles) > 0 && slices.Equal(r.roles, q.roles) {
					return true
				}
			}
		}
	}
	return false
}

// person returns the person of the article with this id, a new one if there is
// none.
func (k *Cast) person(id record.ActorID) int {
	if c, ok := k.byID[id]; ok {
		return c
	}
	h := human{id: id, last: none}
	c := len(k.people)
	if a := k.reg.Actor(id); a != nil {
		h.gender = a.Gender
		for _, s := range a.Surnames {
			s = plain(s)
			h.known = append(h.known, s)
			w := s[strings.LastIndexByte(s, ' ')+1:]
			k.byWord[w] = append(k.byWord[w], int32(c))
		}
	}
	k.people = append(k.people, h)
	k.byID[id] = c
	return c
}

// byTitle returns the one person of the register of this surname who held, on
// the document's day, the office of the title before it: "President Biden".
func (k *Cast) byTitle(n *Name) record.ActorID {
	if len(n.title.rules) == 0 || n.title.isTitle() {
		return ""
	}
	var found record.ActorID
	for _, id := range n.persons {
		if k.holds(id, &n.title) {
			if found != "" && found != id {
				return ""
			}
			found = id
		}
	}
	return found
}

// current returns the one person of the register of this surname who is at the
// head of a country or an organization on the document's day; else the one who holds another office, of a
// country or body that the article names; else the one who held or will hold one within nearYears of it.
func (k *Cast) current(n *Name) record.ActorID {
	if len(n.persons) == 1 && slices.ContainsFunc(k.OfficesOn(n.persons[0]), k.prominent) {
		return n.persons[0]
	}
	if id := k.only(n.persons, k.OfficesOn); id != "" || k.published == "" {
		return id
	}
	return k.only(n.persons, k.officesNear)
}

// prominent says whether a post makes its holder known by the surname alone: at
// the head of a country or of an international organization.
func (k *Cast) prominent(t register.Tenure) bool {
	return leads(t) || t.Is(register.Chief) && k.countryOf(t.Of) == ""
}

// leads says whether a post is at the head of a state or a government.
func leads(t register.Tenure) bool {
	return t.Is(register.HeadOfState) || t.Is(register.HeadOfGovernment)
}

// only returns the one of persons who has one of the offices that the article
// lets one think of; "" for none or several.
func (k *Cast) only(persons []record.ActorID, offices func(record.ActorID) []register.Tenure) record.ActorID {
	var found record.ActorID
	for _, id := range persons {
		for _, t := range offices(id) {
			if !k.mentioned(t.Of) {
				continue
			}
			if found != "" && found != id {
				return ""
			}
			found = id
		}
	}
	return found
}

// nearYears is how many years an office may be away to be thought of with a
// bare surname.
const nearYears = 4

// officesNear returns the offices of a person as head of state or government
// within nearYears of the document's day.
func (k *Cast) officesNear(id record.ActorID) []register.Tenure {
	from, to, ok1, ok2 := k.published.Bounds()
	if !ok1 || !ok2 {
		return nil
	}
	around := edtf.Between(edtf.Of(from.AddDate(-nearYears, 0, 0)), edtf.Of(to.AddDate(1, 0, 0)))
	var near []register.Tenure
	for _, t := range k.reg.Offices(id) {
		if leads(t) && t.Term.Overlaps(around) {
			near = append(near, t)
		}
	}
	return near
}
