package cast

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// human is a person of the article: all names that mean the same one.
type human struct {
	id     record.ActorID // in the register; "" for one whom it does not know
	name   string         // the longest that the article gives
	words  []string       // of that name, in lower case
	known  []string       // surnames by the register, in lower case
	full   bool           // a name of two words or more was given
	gender register.Gender
	posts  []Office // that the words give
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
func (k *Cast) findPeople() {
	for _, p := range k.Passages {
		for i := range p.names {
			n := &p.names[i]
			n.start = n.First
			if n.Class != annotate.Person {
				continue
			}
			k.readTitle(p, n)
			if n.End-n.First > 1 && !particle(p.Low[n.First]) && !k.surnames(p, n) || len(n.persons) > 0 && n.Use != register.Surname {
				k.introduce(p, n)
			}
		}
	}
	k.learnGenders()
	for _, p := range k.Passages {
		if p.Read() {
			k.addSurnames(p)
		}
		for i := range p.names {
			n := &p.names[i]
			k.takeForPerson(p, n)
			if n.Class == annotate.Person && n.Cluster < 0 {
				k.recall(p, n)
			}
			if n.Cluster >= 0 {
				h := &k.people[n.Cluster]
				h.last = place{p.number, n.First}
				if n.End-n.First == 1 && h.full {
					h.bare++
				}
			}
		}
	}
}

// takeForPerson mends the class of a single word that is no actor's name in the
// register but was a person's in the article, or is the surname of one in or
// around an office.
func (k *Cast) takeForPerson(p *Passage, n *Name) {
	if n.Class == annotate.Person || n.Actor != "" || n.End-n.First != 1 {
		return
	}
	words := p.Low[n.First:n.End]
	if len(k.calledBy(words)) == 0 && len(k.reg.Surname(p.Forms[n.First], k.published)) == 0 {
		return
	}
	n.Class, n.Use = annotate.Person, register.Surname
	k.readTitle(p, n)
}

// surnames says whether a name of several words, of nobody in full, is somebody's
// surname in the register: "Peña Nieto".
func (k *Cast) surnames(p *Passage, n *Name) bool {
	return n.End-n.First == 2 && len(n.persons) == 0 && len(k.reg.Surname(p.Text(n.First, n.End), k.published)) > 0
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
func (k *Cast) readTitle(p *Passage, n *Name) {
	s, _ := p.Bounds(n.First)
	at := n.First
	if at > s && p.Low[at-1] == "." {
		at--
	}
	if at == s {
		return
	}
	o, ok := p.Office(s, at)
	if ok {
		o = k.owned(p, o)
		n.title = o
		n.start = min(o.ownerFirst, o.First)
		for n.start > s { // "Lieutenant Colonel"
			q, ok := p.Office(s, n.start)
			if !ok || !q.isTitle() {
				break
			}
			n.start = q.First
		}
		n.start = p.left(n.start, n.End)
		return
	}
	n.start = p.left(n.First, n.End)
	if n.start < n.First && p.Low[n.start] == "'s" {
		n.start++
	}
}

// introduce finds or makes the person of a full name.
func (k *Cast) introduce(p *Passage, n *Name) {
	posts := k.postsOf(p, n)
	id := k.fitting(n.persons, posts)
	words := p.Low[n.First:n.End]
	if id != "" {
		k.join(p, k.person(id), n, posts)
		return
	}
	for _, c := range k.byWord[lastWord(words)] {
		if h := &k.people[c]; h.id == "" && h.full && sameName(h.words, words) && !k.apart(h, posts) {
			k.join(p, int(c), n, posts)
			return
		}
	}
	k.people = append(k.people, human{last: none})
	k.join(p, len(k.people)-1, n, posts)
}

// calledBy returns the persons whom words alone may call, in the order in which
// they came.
func (k *Cast) calledBy(words []string) []int32 {
	var all []int32
	for _, w := range [...]string{words[len(words)-1], words[0]} {
		for _, c := range k.byWord[w] {
			if k.people[c].called(words) && !slices.Contains(all, c) {
				all = append(all, c)
			}
		}
	}
	slices.Sort(all)
	return all
}

// join adds a name to a person.
func (k *Cast) join(p *Passage, c int, n *Name, posts []Office) {
	h := &k.people[c]
	n.Cluster = c
	if words := p.Low[n.First:n.End]; len(words) > len(h.words) {
		h.name, h.words, h.full = p.Text(n.First, n.End), slices.Clone(words), len(words) > 1
		for _, w := range [...]string{lastWord(words), words[0]} {
			if !slices.Contains(k.byWord[w], int32(c)) {
				k.byWord[w] = append(k.byWord[w], int32(c))
			}
		}
	}
	if a := k.reg.Actor(h.id); a != nil {
		h.gender = a.Gender
	} else if h.gender == register.Unknown && len(n.title.rules) > 0 {
		h.gender = n.title.gender()
	}
	h.add(posts...)
}

// maxPosts is how many posts are kept of one person.
const maxPosts = 16

// add keeps posts that were not told before.
func (h *human) add(posts ...Office) {
	for _, o := range posts {
		known := slices.ContainsFunc(h.posts, func(q Office) bool {
			return q.words == o.words && q.Former == o.Former && slices.Equal(q.Owners, o.Owners)
		})
		if !known && len(h.posts) < maxPosts {
			h.posts = append(h.posts, o)
		}
	}
}

// sameName says whether two full names may be of one person: the last words are
// the same and the first ones agree, an initial with what it begins.
//
//	Hillary Clinton, Hillary Rodham Clinton   yes
//	J. Smith, John Smith                      yes
//	Anna Smith, John Smith                    no
func sameName(a, b []string) bool {
	if lastWord(a) != lastWord(b) {
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
func (k *Cast) apart(h *human, posts []Office) bool {
	for _, o := range posts {
		for _, q := range h.posts {
			if len(o.Owners) > 0 && len(q.Owners) > 0 && k.countryOf(o.Owners[0]) != k.countryOf(q.Owners[0]) && o.Former == q.Former && k.countryOf(o.Owners[0]) != "" && k.countryOf(q.Owners[0]) != "" {
				return true
			}
		}
	}
	return false
}

// fitting returns which of several persons of the register a full name means
// whose bearer the words give posts; "" where none fits or several do.
func (k *Cast) fitting(persons []record.ActorID, posts []Office) record.ActorID {
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
		if len(k.OfficesOn(id)) > 0 {
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
func (k *Cast) contradicts(id record.ActorID, posts []Office) bool {
	ties := k.ties(id)
	if len(ties) == 0 {
		return false
	}
	for _, o := range posts {
		for _, owner := range o.Owners {
			if c := k.countryOf(owner); c != "" && !slices.Contains(ties, c) {
				return true
			}
		}
	}
	return false
}

// postsOf returns the posts that the words give the bearer of a name: the title
// before it and the apposition behind it.
func (k *Cast) postsOf(p *Passage, n *Name) []Office {
	var posts []Office
	if len(n.title.rules) > 0 {
		posts = append(posts, n.title)
	}
	if o, ok := k.apposed(p, n); ok {
		posts = append(posts, o)
	}
	if o, ok := k.preposed(p, n); ok {
		posts = append(posts, o)
	}
	return posts
}

// apposed reads the office behind a name: "Lahbib, Belgium's foreign minister,".
func (k *Cast) apposed(p *Passage, n *Name) (Office, bool) {
	_, e := p.Bounds(n.First)
	if n.End+1 >= e || p.Low[n.End] != "," {
		return Office{}, false
	}
	for end := n.End + 2; end <= min(n.End+9, e); end++ {
		w := end - 1
		if p.Tags[w] == annotate.PUNCT || p.Tags[w] == annotate.VERB || p.Tags[w] == annotate.AUX || p.Tags[w] == annotate.ADP {
			break
		}
		o, ok := p.Office(n.End+1, end)
		if !ok || o.plural {
			continue
		}
		if longer, more := p.Office(n.End+1, min(end+1, e)); more && longer.First <= o.First && end < e {
			continue
		}
		o = k.owned(p, o)
		first := p.appositionStart(n.End+1, min(o.First, o.ownerFirst))
		for longer := end + 1; longer <= min(end+3, e); longer++ {
			if q, ok := p.Office(n.End+1, longer); ok && q.First <= o.First {
				o = k.owned(p, q)
			}
		}
		return o, first == n.End+1 && p.PersonAfter(o.End) == nil
	}
	return Office{}, false
}

// preposed reads the office that a name follows behind a comma: "the alliance's
// chief, Mark Rutte,".
func (k *Cast) preposed(p *Passage, n *Name) (Office, bool) {
	s, e := p.Bounds(n.First)
	at := n.start - 1
	if at <= s || p.Low[at] != "," || !p.closes(n.End, e) {
		return Office{}, false
	}
	o, ok := p.Office(s, at)
	if !ok || o.plural {
		return Office{}, false
	}
	return k.owned(p, o), true
}

// appositionStart goes left over determiners and adjectives to at.
func (p *Passage) appositionStart(at, i int) int {
	for i > at && (p.modifier(i-1) || p.Tags[i-1] == annotate.DET) {
		i--
	}
	return i
}

// PersonAfter returns the person's name that begins, with its title, at token i.
func (p *Passage) PersonAfter(i int) *Name {
	for j := i; j < len(p.Low) && j < i+maxTitle; j++ {
		if n := p.NameOf(j); n != nil && n.Class == annotate.Person {
			if n.First == i || n.start <= i && n.start < n.First {
				return n
			}
			return nil
		}
	}
	return nil
}

// maxTitle is how many words a title may have.
const maxTitle = 8
