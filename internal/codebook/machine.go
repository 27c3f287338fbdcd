package codebook

// machine finds all terms of a codebook in one pass. It is a tree over
// symbols: from the root, a symbol for each step of a term leads to a node, and
// a node where terms end has them in out. A symbol is a word to be met: as a
// form, as a form of a lemma, by its beginning or by its end.
//
// For "frozen asset" and "frozen|seized ... fund":
//
//	root ─ frozen ─ 1 ─ asset ─ 2 (out)
//	       │        └ gap 3 ─ fund ─ 4 (out)
//	       └ seized ─ 5 ─ gap 6 ─ fund ─ 7 (out)
type machine struct {
	words    map[string]symbols // by the folded word
	prefixes map[string]int32   // symbols, by the folded beginning
	suffixes map[string]int32
	starts   [256]lengths // of the prefixes that begin with a byte
	ends     [256]lengths // of the suffixes that end with it
	count    int32        // of symbols

	first []int32        // the node behind the root, by symbol; 0 for none
	edges map[edge]int32 // the node behind a node
	nodes []node         // 0 is the root
}

// symbols are those of a word: as itself, and as a form of a lemma; 0 for none.
type symbols struct{ form, lemma int32 }

// lengths is a set of numbers of bytes up to 63.
type lengths uint64

type edge struct{ node, symbol int32 }

// node is a place within terms.
type node struct {
	leads bool // an edge leaves it
	any   int32
	gap   int32 // the node whose edges may be taken up to maxGap words later
	out   []ending
}

// ending is a term that ends at a node.
type ending struct {
	place
	use    Use
	side   Side
	weight float32
}

// build makes the machine of all sequences.
func build(sequences []sequence) machine {
	m := machine{
		words: map[string]symbols{}, prefixes: map[string]int32{}, suffixes: map[string]int32{},
		edges: map[edge]int32{}, nodes: make([]node, 1),
	}
	for i := range sequences {
		s := &sequences[i]
		at := int32(0)
		for _, e := range s.elements {
			at = m.step(at, e)
		}
		n := &m.nodes[at]
		n.out = append(n.out, ending{s.at, s.term.Use, s.term.Side, s.term.Weight})
	}
	m.first = make([]int32, m.count+1)
	for e, to := range m.edges {
		if e.node == 0 {
			m.first[e.symbol] = to
			delete(m.edges, e)
		}
	}
	return m
}

// step returns the node that an element leads to, a new one if need be.
func (m *machine) step(at int32, e element) int32 {
	grow := func() int32 {
		m.nodes = append(m.nodes, node{})
		return int32(len(m.nodes) - 1)
	}
	switch e.kind {
	case anything:
		if m.nodes[at].any == 0 {
			to := grow()
			m.nodes[at].any = to
		}
		return m.nodes[at].any
	case gap:
		if m.nodes[at].gap == 0 {
			to := grow()
			m.nodes[at].gap = to
		}
		return m.nodes[at].gap
	}
	key := edge{at, m.symbol(e)}
	to, ok := m.edges[key]
	if !ok {
		to = grow()
		m.edges[key] = to
		m.nodes[at].leads = true
	}
	return to
}

// symbol returns the symbol of an element, a new one if need be.
func (m *machine) symbol(e element) int32 {
	fresh := func(to int32) int32 {
		if to == 0 {
			m.count++
			to = m.count
		}
		return to
	}
	last := len(e.text) - 1
	switch e.kind {
	case prefix:
		m.prefixes[e.text] = fresh(m.prefixes[e.text])
		m.starts[e.text[0]] |= 1 << min(last+1, maxUnit-1)
		return m.prefixes[e.text]
	case suffix:
		m.suffixes[e.text] = fresh(m.suffixes[e.text])
		m.ends[e.text[last]] |= 1 << min(last+1, maxUnit-1)
		return m.suffixes[e.text]
	}
	s := m.words[e.text]
	if e.kind == form {
		s.form = fresh(s.form)
		m.words[e.text] = s
		return s.form
	}
	s.lemma = fresh(s.lemma)
	m.words[e.text] = s
	return s.lemma
}

// met is the symbols that one word of the text meets.
type met struct {
	list [16]int32
	n    int
}

func (s *met) add(symbol int32) {
	if symbol == 0 || s.n == len(s.list) {
		return
	}
	for _, o := range s.list[:s.n] {
		if o == symbol {
			return
		}
	}
	s.list[s.n] = symbol
	s.n++
}

// lookup adds the symbols of a folded word.
func (m *machine) lookup(s *met, w []byte) {
	known := m.words[string(w)]
	s.add(known.form)
	s.add(known.lemma)
	for l := m.starts[w[0]] & (1<<min(len(w)+1, maxUnit-1) - 1); l != 0; l &= l - 1 {
		s.add(m.prefixes[string(w[:trailing(l)])])
	}
	for l := m.ends[w[len(w)-1]] & (1<<min(len(w)+1, maxUnit-1) - 1); l != 0; l &= l - 1 {
		s.add(m.suffixes[string(w[len(w)-trailing(l):])])
	}
}

// lookupLemma adds the symbols of a folded lemma.
func (m *machine) lookupLemma(s *met, w []byte) { s.add(m.words[string(w)].lemma) }
