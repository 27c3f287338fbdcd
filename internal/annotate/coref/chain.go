package coref

import "onrecord/internal/annotate"

// chains joins mentions that mean the same: a forest whose roots are the
// earliest mention of each chain, and hold what is known of it.
type chains struct {
	parent []int32
	known  []chain
}

// chain is what is known of those whom a chain means.
type chain struct {
	gender annotate.Gender
	plural bool
	named  bool
	sort   sort
	class  annotate.EntityClass
	seen   int // mentions so far, of those that were looked at
	last   int // the last of them
}

func newChains(mentions []mention) *chains {
	c := &chains{parent: make([]int32, len(mentions)), known: make([]chain, len(mentions))}
	for i, m := range mentions {
		c.parent[i] = int32(i)
		c.known[i] = chain{gender: m.Gender, plural: m.Plural, named: m.Kind == annotate.Name, sort: m.sort, class: m.Class, last: -1}
	}
	return c
}

// root returns the mention that stands for the chain of mention i.
func (c *chains) root(i int) int {
	for int(c.parent[i]) != i {
		c.parent[i] = c.parent[c.parent[i]]
		i = int(c.parent[i])
	}
	return i
}

// of returns what is known of the chain of mention i.
func (c *chains) of(i int) *chain { return &c.known[c.root(i)] }

// join makes one chain of those of a and b.
func (c *chains) join(a, b int) {
	a, b = c.root(a), c.root(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	x, y := &c.known[a], &c.known[b]
	c.parent[b] = int32(a)
	if x.gender == annotate.UnknownGender || !x.named && y.named && y.gender != annotate.UnknownGender {
		x.gender = y.gender
	}
	if y.named && !x.named || x.sort == thing {
		x.sort, x.class, x.plural = y.sort, y.class, y.plural
	}
	x.named = x.named || y.named
	x.seen += y.seen
	x.last = max(x.last, y.last)
}

// see counts mention i.
func (c *chains) see(i int) {
	x := c.of(i)
	x.seen++
	x.last = i
}
