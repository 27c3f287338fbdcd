package codebook

import "math/bits"

// machine finds all terms of a codebook in one pass. Each term is a chain of
// nodes, from the one behind its first word to the one where it ends; edges lead
// along it by symbols. A symbol is a word to be met: as a form, as a form of a
// lemma, by its beginning or by its end. Alternatives are edges to one node.
//
// For "frozen asset" and "seize|freeze ... fund":
//
//	frozen → 1 ─ asset → 2 (ends)
//	seize, freeze → 3 ~ gap ~ 4 ─ fund → 5 (ends)
type machine struct {
	words    map[string]symbols // by the folded word
	prefixes map[string]int32   // symbols, by the folded beginning
	suffixes map[string]int32
	starts   [256]lengths // of the prefixes that begin with a byte
	ends     [256]lengths // of the suffixes that end with it

	first [][]int32 // by symbol: the nodes behind it where it begins a term
	nodes []node    // 0 is none
}

// symbols are those of a word: as itself, and as a form of a lemma; 0 for none.
type symbols struct{ form, lemma int32 }

// lengths is a set of numbers of bytes up to 63.
type lengths uint64

// node is a place within a term.
type node struct {
	edges []edge
	any   int32 // the node behind any one word
	gap   int32 // the node whose edges may be taken up to maxGap words later
	end   *ending
}

type edge struct{ symbol, to int32 }

// ending is the term that ends at a node.
type ending struct {
	place
	use    Use
	side   Side
	weight float32
}

// build makes the machine of all terms.
func build(sequences []sequence) machine {
	m := machine{
		words: map[string]symbols{}, prefixes: map[string]int32{}, suffixes: map[string]int32{},
		first: make([][]int32, 1), nodes: make([]node, 1, 4*len(sequences)+1),
	}
	for i := range sequences {
		s := &sequences[i]
		at := int32(0)
		for _, f := range s.slots {
			at = m.slot(at, f)
		}
		m.nodes[at].end = &ending{s.at, s.term.Use, s.term.Side, s.term.Weight}
	}
	return m
}

func (m *machine) grow() int32 {
	m.nodes = append(m.nodes, node{})
	return int32(len(m.nodes) - 1)
}

// slot adds the next step of a term and returns the node behind it.
func (m *machine) slot(at int32, f slot) int32 {
	end := m.grow()
	switch f[0][0].kind {
	case anything:
		m.nodes[at].any = end
		return end
	case gap:
		m.nodes[at].gap = end
		return end
	}
	for _, choice := range f {
		from := at
		for i, e := range choice {
			to := end
			if i < len(choice)-1 {
				to = m.grow()
			}
			m.link(from, m.symbol(e), to)
			from = to
		}
	}
	return end
}

// link leads from a node to another; from 0, a term begins.
func (m *machine) link(from, symbol, to int32) {
	if from == 0 {
		m.first[symbol] = append(m.first[symbol], to)
		return
	}
	m.nodes[from].edges = append(m.nodes[from].edges, edge{symbol, to})
}

// symbol returns the symbol of an element, a new one if need be.
func (m *machine) symbol(e element) int32 {
	fresh := func(to int32) int32 {
		if to == 0 {
			m.first = append(m.first, nil)
			to = int32(len(m.first) - 1)
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

// trailing is the smallest number of a set.
func trailing(l lengths) int { return bits.TrailingZeros64(uint64(l)) }
