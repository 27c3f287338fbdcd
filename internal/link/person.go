package link

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/edtf"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// human is a person of the article: all names that mean the same one.
type human struct {
	id     record.ActorID // in the register; "" for one whom it does not know
	name   string         // the longest that the article gives
	words  []string       // of that name, in lower case
	full   bool           // a name of two words or more was given
	gender register.Gender
	posts  []office // that the words give
	bare   int      // how often the surname alone meant the person so far
	last   place    // of the latest mention so far, in the pass that resolves surnames
}

// place is a token of a passage.
type place struct{ passage, token int }

// none is the place of nothing.
var none = place{-1, -1}

func (a place) before(b place) bool {
	return a.passage < b.passage || a.passage == b.passage && a.token < b.token
}

// findPeople says which person each name of one means: full names first, then
// surnames, which mean the latest whom they fit.
func (k *linker) findPeople() {
	for _, p := range k.passages {
		for i := range p.names {
			n := &p.names[i]
			n.start = n.first
			if n.class != annotate.Person {
				continue
			}
			k.readTitle(p, n)
			if n.end-n.first > 1 && !particle(p.low[n.first]) || len(n.persons) > 0 && n.use != register.Surname {
				k.introduce(p, n)
			}
		}
	}
	for _, p := range k.passages {
		if len(p.Tags) == len(p.Tokens) {
			k.addSurnames(p)
		}
		for i := range p.names {
			n := &p.names[i]
			k.takeForPerson(p, n)
			if n.class == annotate.Person && n.cluster < 0 {
				k.recall(p, n)
			}
			if n.cluster >= 0 {
				h := &k.people[n.cluster]
				h.last = place{p.index, n.first}
				if n.end-n.first == 1 && h.full {
					h.bare++
				}
			}
		}
	}
}

// takeForPerson mends the class of a single word that is no actor's name in the
// register but was a person's in the article, or is the surname of one in or
// around an office.
func (k *linker) takeForPerson(p *passage, n *name) {
	if n.class == annotate.Person || n.actor != "" || n.end-n.first != 1 {
		return
	}
	words := p.low[n.first:n.end]
	if !slices.ContainsFunc(k.people, func(h human) bool { return h.called(words) }) && len(k.reg.Surname(p.words[n.first], k.a.Published)) == 0 {
		return
	}
	n.class, n.use = annotate.Person, register.Surname
	k.readTitle(p, n)
}

// particle says whether a surname may begin with this word: "von der Leyen".
func particle(w string) bool {
	switch w {
	case "von", "van", "de", "der", "bin", "al", "el", "ben", "di", "du", "da", "le", "la", "dos":
		return true
	}
	return false
}

// readTitle reads what stands before a person's name: "French President".
func (k *linker) readTitle(p *passage, n *name) {
	s, _ := p.bounds(n.first)
	at := n.first
	if at > s && p.low[at-1] == "." {
		at--
	}
	if at == s {
		return
	}
	o, ok := p.officeEnding(s, at)
	if ok {
		o = k.owned(p, o)
		n.title = o
		n.start = min(o.ownerFirst, o.first)
		n.start = p.left(n.start, n.end)
		return
	}
	n.start = p.left(n.first, n.end)
}

// introduce finds or makes the person of a full name.
func (k *linker) introduce(p *passage, n *name) {
	posts := k.postsOf(p, n)
	id := k.fitting(n.persons, posts)
	words := p.low[n.first:n.end]
	for c := range k.people {
		h := &k.people[c]
		if id != "" && h.id == id || id == "" && h.id == "" && h.full && sameName(h.words, words) && !k.apart(h, posts) {
			k.join(p, c, n, posts)
			return
		}
	}
	k.people = append(k.people, human{id: id, last: none})
	k.join(p, len(k.people)-1, n, posts)
}

// join adds a name to a person.
func (k *linker) join(p *passage, c int, n *name, posts []office) {
	h := &k.people[c]
	n.cluster = c
	if words := p.low[n.first:n.end]; len(words) > len(h.words) {
		h.name, h.words, h.full = p.text(n.first, n.end), slices.Clone(words), len(words) > 1
	}
	if a := k.reg.Actor(h.id); a != nil {
		h.gender = a.Gender
	} else if h.gender == register.Unknown && len(n.title.rules) > 0 {
		h.gender = n.title.gender()
	}
	h.posts = append(h.posts, posts...)
}

// sameName says whether two full names may be of one person: the last words are
// the same and the first ones agree, an initial with what it begins.
//
//	Hillary Clinton, Hillary Rodham Clinton   yes
//	J. Smith, John Smith                      yes
//	Anna Smith, John Smith                    no
func sameName(a, b []string) bool {
	if len(a) > 2 && suffix(a[len(a)-1]) {
		a = a[:len(a)-1]
	}
	if len(b) > 2 && suffix(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	if a[len(a)-1] != b[len(b)-1] {
		return false
	}
	x, y := strings.TrimSuffix(a[0], "."), strings.TrimSuffix(b[0], ".")
	return x == y || len(x) == 1 && strings.HasPrefix(y, x) || len(y) == 1 && strings.HasPrefix(x, y)
}

// suffix says whether a word follows a surname: "Jr."
func suffix(w string) bool {
	switch w {
	case "jr", "jr.", "sr", "sr.", "ii", "iii", "iv":
		return true
	}
	return false
}

// apart says whether a person of the same name with these posts is another.
func (k *linker) apart(h *human, posts []office) bool {
	for _, o := range posts {
		for _, q := range h.posts {
			if len(o.owners) > 0 && len(q.owners) > 0 && k.countryOf(o.owners[0]) != k.countryOf(q.owners[0]) && o.former == q.former && k.countryOf(o.owners[0]) != "" && k.countryOf(q.owners[0]) != "" {
				return true
			}
		}
	}
	return false
}

// fitting returns which of several persons of the register a full name means
// whose bearer the words give posts; "" where none fits or several do.
func (k *linker) fitting(persons []record.ActorID, posts []office) record.ActorID {
	var fit []record.ActorID
	for _, id := range persons {
		if !k.contradicts(id, posts) {
			fit = append(fit, id)
		}
	}
	if len(fit) == 1 {
		return fit[0]
	}
	var now []record.ActorID
	for _, id := range fit {
		if len(k.officesOn(id)) > 0 {
			now = append(now, id)
		}
	}
	if len(now) == 1 {
		return now[0]
	}
	return ""
}

// contradicts says whether posts cannot be those of a person of the register:
// they are of a country with which no office ties the person.
func (k *linker) contradicts(id record.ActorID, posts []office) bool {
	ties := k.ties(id)
	if len(ties) == 0 {
		return false
	}
	for _, o := range posts {
		for _, owner := range o.owners {
			if c := k.countryOf(owner); c != "" && !slices.Contains(ties, c) {
				return true
			}
		}
	}
	return false
}

// postsOf returns the posts that the words give the bearer of a name: the title
// before it and the apposition behind it.
func (k *linker) postsOf(p *passage, n *name) []office {
	var posts []office
	if len(n.title.rules) > 0 {
		posts = append(posts, n.title)
	}
	if o, ok := k.apposed(p, n); ok {
		posts = append(posts, o)
	}
	return posts
}

// apposed reads the office behind a name: "Lahbib, Belgium's foreign minister,".
func (k *linker) apposed(p *passage, n *name) (office, bool) {
	_, e := p.bounds(n.first)
	if n.end+1 >= e || p.low[n.end] != "," {
		return office{}, false
	}
	for end := n.end + 2; end <= min(n.end+9, e); end++ {
		w := end - 1
		if p.Tags[w] == annotate.PUNCT || p.Tags[w] == annotate.VERB || p.Tags[w] == annotate.AUX || p.Tags[w] == annotate.ADP {
			break
		}
		o, ok := p.officeEnding(n.end+1, end)
		if !ok || o.plural {
			continue
		}
		if longer, more := p.officeEnding(n.end+1, min(end+1, e)); more && longer.first <= o.first && end < e {
			continue
		}
		o = k.owned(p, o)
		first := p.appositionStart(n.end+1, min(o.first, o.ownerFirst))
		for longer := end + 1; longer <= min(end+3, e); longer++ {
			if q, ok := p.officeEnding(n.end+1, longer); ok && q.first <= o.first {
				o = k.owned(p, q)
			}
		}
		return o, first == n.end+1 && p.personAfter(o.end) == nil
	}
	return office{}, false
}

// appositionStart goes left over determiners and adjectives to at.
func (p *passage) appositionStart(at, i int) int {
	for i > at && (p.modifier(i-1) || p.Tags[i-1] == annotate.DET) {
		i--
	}
	return i
}

// personAfter returns the person's name that begins right at token i.
func (p *passage) personAfter(i int) *name {
	if n := p.nameOf(i); n != nil && n.first == i && n.class == annotate.Person {
		return n
	}
	return nil
}

// recall finds whom a surname or another single name means: the latest person
// of the article whom it fits; else, with a reason, one of the register.
func (k *linker) recall(p *passage, n *name) {
	if len(n.persons) == 0 {
		for _, a := range k.reg.Surname(p.text(n.first, n.end), k.a.Published) {
			n.persons = append(n.persons, a.ID)
		}
	}
	words := p.low[n.first:n.end]
	at := place{p.index, n.first}
	c := k.latest(words, &n.title, at)
	if id := k.byTitle(n); id != "" && (c < 0 || k.people[c].id != id) && (c < 0 || !k.posted(c, &n.title)) {
		n.cluster = k.person(id)
		k.join(p, n.cluster, n, k.postsOf(p, n))
		return
	}
	switch {
	case c == unclear:
		return
	case c >= 0:
		n.cluster = c
		if len(n.title.rules) > 0 {
			k.people[c].posts = append(k.people[c].posts, n.title)
		}
		return
	}
	if id := k.current(n); id != "" {
		n.cluster = k.person(id)
		k.join(p, n.cluster, n, k.postsOf(p, n))
		return
	}
	if n.weak || len(n.title.rules) == 0 && !p.personal(n) {
		return
	}
	k.people = append(k.people, human{last: none})
	n.cluster = len(k.people) - 1
	k.join(p, n.cluster, n, k.postsOf(p, n))
}

// personal says whether a single name stands where persons do: it does
// something, has something, or is said to be one by what follows.
func (p *passage) personal(n *name) bool {
	i := p.top(n.first, n.end)
	switch p.Relations[i] {
	case "nsubj":
		return true
	case "conj", "appos":
		return p.personAfter(p.Head(i)) != nil
	}
	return p.possessive(n.end - 1)
}

// unclear is the answer where two persons fit equally.
const unclear = -2

// latest returns the person mentioned last before at whom words fit, else the
// first who is named at all; -1 for none, unclear where two were last named in
// one sentence.
func (k *linker) latest(words []string, title *office, at place) int {
	best, next := -1, -1
	for c := range k.people {
		h := &k.people[c]
		if !h.called(words) || title.gender() != register.Unknown && h.gender != register.Unknown && title.gender() != h.gender {
			continue
		}
		switch {
		case h.last == none:
			if next < 0 {
				next = c
			}
		case best < 0 || k.people[best].last.before(h.last):
			best = c
		}
	}
	if best < 0 {
		return next
	}
	if c := k.familiar(words, best); c >= 0 {
		return c
	}
	for c := range k.people {
		h := &k.people[c]
		if c != best && h.last != none && h.called(words) && k.oneSentence(h.last, k.people[best].last) && h.full && k.people[best].full && !h.kin(&k.people[best], title) {
			return unclear
		}
	}
	return best
}

// familiar returns the person whom the article has called by the surname alone
// before another of the same surname, the latest, was named; -1 for none.
func (k *linker) familiar(words []string, latest int) int {
	if k.people[latest].bare > 0 {
		return -1
	}
	for c := range k.people {
		if h := &k.people[c]; c != latest && h.bare > 1 && h.called(words) {
			return c
		}
	}
	return -1
}

// kin says whether a title tells the two apart.
func (h *human) kin(o *human, title *office) bool {
	g := title.gender()
	return g != register.Unknown && h.gender != o.gender
}

// oneSentence says whether two places are in one sentence.
func (k *linker) oneSentence(a, b place) bool {
	return a.passage == b.passage && k.passages[a.passage].SentenceOf(a.token) == k.passages[b.passage].SentenceOf(b.token)
}

// called says whether a person may be called by words alone: the end of the
// full name, else its first word.
func (h *human) called(words []string) bool {
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
func (k *linker) learnGenders() {
	for _, p := range k.passages {
		for _, m := range p.Mentions {
			n := p.nameOf(m.Head)
			if m.Kind != annotate.Name || n == nil || n.cluster < 0 {
				continue
			}
			h := &k.people[n.cluster]
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
func (h *human) surname() string {
	w := h.words
	if len(w) > 2 && suffix(w[len(w)-1]) {
		w = w[:len(w)-1]
	}
	return w[len(w)-1]
}

// posted says whether the words gave a person the post of a title before, or
// the title tells of none.
func (k *linker) posted(c int, title *office) bool {
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
func (k *linker) person(id record.ActorID) int {
	for c := range k.people {
		if k.people[c].id == id {
			return c
		}
	}
	h := human{id: id, last: none}
	if a := k.reg.Actor(id); a != nil {
		h.gender = a.Gender
	}
	k.people = append(k.people, h)
	return len(k.people) - 1
}

// byTitle returns the one person of the register of this surname who held, on
// the document's day, the office of the title before it: "President Biden".
func (k *linker) byTitle(n *name) record.ActorID {
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

// current returns the one person of the register of this surname who holds an
// office on the document's day, of a country or body that the article names;
// else the one who held or will hold one within nearYears of it.
func (k *linker) current(n *name) record.ActorID {
	if id := k.only(n.persons, k.officesOn); id != "" || k.a.Published == "" {
		return id
	}
	return k.only(n.persons, k.officesNear)
}

// only returns the one of persons who has one of the offices that the article
// lets one think of; "" for none or several.
func (k *linker) only(persons []record.ActorID, offices func(record.ActorID) []register.Tenure) record.ActorID {
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
func (k *linker) officesNear(id record.ActorID) []register.Tenure {
	from, to, ok1, ok2 := k.a.Published.Bounds()
	if !ok1 || !ok2 {
		return nil
	}
	around := edtf.Between(edtf.Of(from.AddDate(-nearYears, 0, 0)), edtf.Of(to.AddDate(1, 0, 0)))
	var near []register.Tenure
	for _, t := range k.reg.Offices(id) {
		if (t.Is(register.HeadOfState) || t.Is(register.HeadOfGovernment)) && t.Term.Overlaps(around) {
			near = append(near, t)
		}
	}
	return near
}
