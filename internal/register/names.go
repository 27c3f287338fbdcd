package register

import (
	"slices"
	"strings"
	"unicode"

	"onrecord/internal/record"
)

// builder makes an index.
type builder struct {
	register *Register
	index    *index
	keys     []byte // of all names, one behind the other
	places   []place
	last     []int32 // of each name: 1 + its last entry
	entries  []entry
}

// place is where a key stands in keys.
type place struct{ from, to int32 }

// entry is an actor that has a name, and the entry before it.
type entry struct {
	actor int32
	use   Use
	prior int32 // 1 + place in entries
}

// indexNames makes the index of names.
func (r *Register) indexNames() *index {
	n := 0
	for i := range r.actors {
		n += len(r.actors[i].Names)
	}
	size := 64
	for size < n {
		size *= 2
	}
	b := &builder{
		register: r, index: &index{heads: make([]int32, size), called: make([]called, 0, n)},
		keys: make([]byte, 0, 16*n), places: make([]place, 0, n), last: make([]int32, 0, n), entries: make([]entry, 0, n),
	}
	for i := range r.actors {
		a := &r.actors[i]
		if a.Position.File == "" {
			continue // an organ by rule is found by its nouns
		}
		for _, name := range a.Names {
			b.name(b.bearer(int32(i), name.Use), name)
		}
	}
	for i, p := range r.patterns {
		for _, noun := range p.nouns {
			b.add(called{noun: int16(i + 1)}, noun)
		}
	}
	for _, noun := range r.fighters {
		b.add(called{noun: fighters}, noun)
	}
	for _, name := range r.nobody {
		b.add(called{nobody: true}, name)
	}
	return b.finish()
}

// bearer returns the actor whom a name of the actor with index i names: a seat
// of a country stands for its government.
func (b *builder) bearer(i int32, u Use) int32 {
	a := &b.register.actors[i]
	if u == Seat && a.Kind == record.Country {
		if j, ok := b.register.byID[a.ID+"-government"]; ok {
			return j
		}
	}
	return i
}

// name adds a name of an actor.
func (b *builder) name(actor int32, n Name) {
	c := called{}
	text := n.Text
	if n.Use == Short {
		c.exact = text
	} else if len(text) > 4 && strings.EqualFold(text[:4], "the ") {
		c.article, text = true, text[4:]
	}
	if c.exact == "" && b.register.actors[actor].Outlet && strings.Contains(text, " ") {
		c.strict = text
	}
	i := b.add(c, text)
	if i < 0 {
		return
	}
	for e := b.last[i]; e != 0; e = b.entries[e-1].prior {
		if l := &b.entries[e-1]; l.actor == actor {
			if n.Use.order() < l.use.order() {
				l.use = n.Use
			}
			return
		}
	}
	b.entries = append(b.entries, entry{actor, n.Use, b.last[i]})
	b.last[i] = int32(len(b.entries))
}

// order is that in which uses go before one another.
func (u Use) order() int {
	return [...]int{Canonical: 0, Variant: 1, Short: 2, Surname: 3, Adjective: 4, Demonym: 5, Capital: 6, Seat: 7}[u]
}

// add returns the place of a name among those that are called so, a new one if
// need be, and -1 for a name without a letter.
func (b *builder) add(c called, name string) int {
	from := len(b.keys)
	var words int
	b.keys, words = appendKey(b.keys, name)
	h := hashStart(name)
	if words == 0 || h == 0 {
		b.keys = b.keys[:from]
		return -1
	}
	c.single = words == 1
	c.upper, c.plain = upperStart(name), strings.IndexFunc(name, unicode.IsUpper) < 0
	key := b.keys[from:]
	head := &b.index.heads[h&uint32(len(b.index.heads)-1)]
	for i := *head; i != 0; i = b.index.called[i-1].next {
		o, p := &b.index.called[i-1], b.places[i-1]
		if o.like(&c) && string(b.keys[p.from:p.to]) == string(key) {
			b.keys = b.keys[:from]
			o.upper, o.plain = o.upper && c.upper, o.plain || c.plain
			return int(i - 1)
		}
	}
	c.next = *head
	b.index.called = append(b.index.called, c)
	b.places = append(b.places, place{int32(from), int32(len(b.keys))})
	b.last = append(b.last, 0)
	*head = int32(len(b.index.called))
	return len(b.index.called) - 1
}

// like says whether two names of one key ask for the same of the words.
func (c *called) like(o *called) bool {
	return c.exact == o.exact && c.article == o.article && c.noun == o.noun && c.nobody == o.nobody && (c.strict == "") == (o.strict == "")
}

// finish puts the entries of each name together, and behind them those of the
// organs.
func (b *builder) finish() *index {
	x, r := b.index, b.register
	keys := string(b.keys)
	x.entries = make([]Entry, 0, len(b.entries)+len(r.organs))
	for i := range x.called {
		c := &x.called[i]
		c.key = keys[b.places[i].from:b.places[i].to]
		c.first = int32(len(x.entries))
		for e := b.last[i]; e != 0; e = b.entries[e-1].prior {
			x.entries = append(x.entries, Entry{&r.actors[b.entries[e-1].actor], b.entries[e-1].use})
		}
		c.end = int32(len(x.entries))
		slices.Reverse(x.entries[c.first:c.end]) // the last came first
	}
	x.organs = len(x.entries)
	for _, i := range r.organs {
		x.entries = append(x.entries, Entry{&r.actors[i], Canonical})
	}
	return x
}
