package codebook

import (
	"unicode/utf8"

	"onrecord/internal/lexicon"
	"onrecord/internal/text"
)

// Point appends to hits where the terms of the codebook stand in some tokens of
// a text: in order of First, then the longer, then the issue. Of hits of one issue,
// a longer one hides those within it, unless these weigh more, or have a side and
// it has none; an exception hides all that it touches. lemmas has one for each token, or
// is nil: then a word may be a form of any noun or verb that it can be one of.
//
// Point reads the tokens once. It allocates nothing but to lengthen hits, where
// a pattern matches, and, without lemmas, for these.
//
//	for _, h := range c.Point(nil, text, l.Tokens[first:end], l.Lemmas[first:end]) {
//		issue, term := &c.Issues[h.Issue], &c.Issues[h.Issue].Terms[h.Term]
func (c *Codebook) Point(hits []Hit, s string, tokens []text.Span, lemmas []string) []Hit {
	from := len(hits)
	r, ok := c.runs.Get().(*run)
	if !ok {
		r = &run{machine: &c.words}
	}
	r.hits, r.states = hits, r.states[:0]
	for i, t := range tokens {
		w := t.Of(s)
		switch {
		case dash(s, t):
			r.states = r.states[:0]
		case lemmas != nil:
			r.token(int32(i), w, lemmas[i], "")
		default:
			r.token(int32(i), w, lexicon.Lemma(w, lexicon.Noun), lexicon.Lemma(w, lexicon.Verb))
		}
	}
	hits, r.hits = r.hits, nil
	c.runs.Put(r)
	for i := range c.patterns {
		hits = c.patterns[i].find(hits, s, tokens)
	}
	return hits[:from+tidy(hits[from:])]
}

// dash says whether a token is a hyphen with space before it: it parts, where
// others join.
func dash(s string, t text.Span) bool {
	if t.Start == 0 || s[t.Start-1] != ' ' && s[t.Start-1] != '\n' {
		return false
	}
	c, n := utf8.DecodeRuneInString(s[t.Start:t.End])
	return n == t.End-t.Start && isHyphen(c)
}

// run is one pass over tokens.
type run struct {
	*machine
	hits   []Hit
	states []state // terms that have begun
	next   []state // those that go on behind the current unit
	unit   unit
	met    met
}

// state is a term that has begun.
type state struct {
	node  int32
	first int32 // token
	left  int32 // words that may still be passed over; 0 if it stands in no gap
}

// token reads one token.
func (r *run) token(i int32, w, lemma1, lemma2 string) {
	for rest := w; rest != ""; {
		whole := len(rest) == len(w)
		rest = r.unit.next(rest)
		switch r.unit.kind {
		case skip:
			continue
		case border:
			r.states = r.states[:0]
			continue
		}
		r.met.n = 0
		if r.unit.kind == word {
			r.lookup(&r.met, r.unit.bytes())
			if whole && rest == "" {
				r.lemma(lemma1)
				r.lemma(lemma2)
			}
		}
		r.advance(i)
	}
}

// lemma adds the symbols of a lemma of the current unit.
func (r *run) lemma(s string) {
	if s == "" {
		return
	}
	if r.unit.next(s); r.unit.kind == word {
		r.lookupLemma(&r.met, r.unit.bytes())
	}
}

// advance takes every state behind the current unit, of token i.
func (r *run) advance(i int32) {
	if r.met.n == 0 && len(r.states) == 0 {
		return
	}
	met := r.met.list[:r.met.n]
	r.next = r.next[:0]
	for _, s := range r.states {
		n := &r.nodes[s.node]
		for _, symbol := range met {
			for _, e := range n.edges {
				if e.symbol == symbol {
					r.arrive(e.to, s.first, i)
				}
			}
		}
		if n.any != 0 && r.unit.kind == word {
			r.arrive(n.any, s.first, i)
		}
		if s.left > 0 {
			r.push(state{s.node, s.first, s.left - 1})
		}
	}
	for _, symbol := range met {
		for _, to := range r.first[symbol] {
			r.arrive(to, i, i)
		}
	}
	r.states, r.next = r.next, r.states
}

// arrive is at a node with token i.
func (r *run) arrive(at, first, i int32) {
	n := &r.nodes[at]
	if e := n.end; e != nil {
		r.hits = append(r.hits, Hit{e.issue, e.term, first, i + 1, e.side, e.weight, e.use == Exception})
	}
	if len(n.edges) > 0 || n.any != 0 {
		r.push(state{at, first, 0})
	}
	if n.gap != 0 {
		r.push(state{n.gap, first, maxGap})
	}
}

// push keeps a state. Of two that stand at one place of a term the later begun
// stays: it gives the shorter hit, and so states never outnumber nodes and gaps.
func (r *run) push(s state) {
	for i := range r.next {
		if o := &r.next[i]; o.node == s.node && o.left == s.left {
			o.first = max(o.first, s.first)
			return
		}
	}
	r.next = append(r.next, s)
}
