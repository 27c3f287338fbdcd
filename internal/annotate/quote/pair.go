package quote

import (
	"onrecord/internal/annotate"
	"onrecord/internal/text"
)

// pairing pairs the marks of one block after the other.
type pairing struct {
	l     *annotate.Layers
	marks []mark
	stack []level // the quotations that are open, the outermost first
	base  int     // where the block's quotes begin in l.Quotes
}

// level is an open quotation.
type level struct {
	quote int // index into l.Quotes
	kind  kind
}

// opening returns the kind of mark that a block beginning with word i opens
// with, none if it begins with no quotation mark.
func (p *pairing) opening(i int) kind {
	k, w := form(p.l.Word(i))
	if w == closing {
		return none
	}
	return k
}

// block pairs the marks of the words first to end. before is the kind of
// quotation that the block before left open, next the kind of mark that the
// next block opens with. It returns the
// kind that this block leaves open.
//
// Example: “He said, ‘No.’ I left.
//
//	“  opens, depth 0
//	‘  opens, depth 1
//	’  closes the quotation of its kind
//	   the end leaves the first one open: the next block may continue it
func (p *pairing) block(first, end int, before, next kind) kind {
	l := p.l
	p.base, p.stack = len(l.Quotes), p.stack[:0]
	p.marks = marks(p.marks[:0], l, first, end)
	for k, m := range p.marks {
		switch {
		case p.isOpening(k, first, before, next):
			if n := len(p.stack); n > 0 && p.stack[n-1].kind == m.kind && !p.nested(k) {
				p.leave(n-1, l.Tokens[m.token-1].End) // its closing mark is missing
			}
			p.open(m)
		case p.isClosing(k):
			p.close(m)
		}
	}
	goesOn := next == single && len(p.stack) > 0 && p.stack[0].kind == single
	p.leave(0, l.Tokens[end-1].End)
	p.prune(goesOn)
	if before != none && len(l.Quotes) > p.base {
		if q := &l.Quotes[p.base]; q.Start == l.Tokens[first].Start && p.opening(first) == before {
			q.Continues = true
		}
	}
	return p.left(l.Tokens[end-1].End)
}

// left returns the kind of the outer quotation that is open where the block ends.
func (p *pairing) left(end int) kind {
	for i := len(p.l.Quotes) - 1; i >= p.base; i-- {
		if q := p.l.Quotes[i]; q.Depth == 0 {
			if q.Closed || q.End < end {
				return none
			}
			return p.kindOf(q)
		}
	}
	return none
}

// kindOf returns the kind of q by its opening mark.
func (p *pairing) kindOf(q annotate.Quote) kind {
	k, _ := form(p.l.Document.Text[q.Start:q.Inner.Start])
	return k
}

// isOpening says whether mark k opens a quotation.
func (p *pairing) isOpening(k, first int, before, next kind) bool {
	m := p.marks[k]
	if m.kind == single {
		// Where none closes it, the mark is an apostrophe (’tis), but for
		// paragraphs of one speech that begin with it.
		return m.way != closing && m.before && (m.closed || m.token == first && (before == single || next == single))
	}
	open := p.isOpen(double)
	switch m.way {
	case opening:
		return !(open && m.behind)
	case closing:
		return !open && m.before
	}
	if open {
		return m.before
	}
	return !m.behind
}

// isClosing says whether mark k, which opens none, closes one.
func (p *pairing) isClosing(k int) bool {
	m := p.marks[k]
	if !p.isOpen(m.kind) {
		return false
	}
	if m.kind == single {
		return m.behind && !(m.weak && m.firm)
	}
	return true
}

// nested says whether mark k opens a quotation within one of its own kind: the
// next two of the kind close.
func (p *pairing) nested(k int) bool {
	n := 0
	for j := k + 1; j < len(p.marks) && j <= k+8 && n < 2; j++ {
		if m := p.marks[j]; m.kind == p.marks[k].kind {
			if m.way == opening || !m.behind {
				return false
			}
			n++
		}
	}
	return n == 2
}

func (p *pairing) isOpen(k kind) bool {
	for _, v := range p.stack {
		if v.kind == k {
			return true
		}
	}
	return false
}

// deepest bounds the nesting of quotations.
const deepest = 8

func (p *pairing) open(m mark) {
	if len(p.stack) == deepest {
		return
	}
	s := p.l.Tokens[m.token]
	p.stack = append(p.stack, level{len(p.l.Quotes), m.kind})
	p.l.Quotes = append(p.l.Quotes, annotate.Quote{Span: s, Inner: text.Span{Start: s.End, End: s.End}, Depth: len(p.stack) - 1})
}

// close ends the innermost quotation of the mark's kind, and what is open
// within it.
func (p *pairing) close(m mark) {
	n := len(p.stack) - 1
	for p.stack[n].kind != m.kind {
		n--
	}
	s := p.l.Tokens[m.token]
	p.leave(n+1, p.l.Tokens[m.token-1].End)
	q := &p.l.Quotes[p.stack[n].quote]
	q.End, q.Inner.End, q.Closed = s.End, s.Start, true
	p.stack = p.stack[:n]
}

// leave ends the quotations from level n on where their marks are missing.
func (p *pairing) leave(n, end int) {
	for _, v := range p.stack[n:] {
		q := &p.l.Quotes[v.quote]
		q.End, q.Inner.End = max(end, q.Inner.Start), max(end, q.Inner.Start)
	}
	p.stack = p.stack[:n]
}

// prune drops the single marks that turned out to have no partner, unless the
// block leaves such a quotation open for the next. What stood in them moves out.
func (p *pairing) prune(keep bool) {
	quotes := p.l.Quotes[p.base:]
	kept := quotes[:0]
	for i, q := range quotes {
		if p.kindOf(q) == single && !q.Closed && !(keep && i == 0) {
			continue
		}
		kept = append(kept, q)
	}
	p.l.Quotes = p.l.Quotes[:p.base+len(kept)]
	ends := p.stack[:0]
	for i := range kept { // depth is the number of quotations around
		for len(ends) > 0 && kept[ends[len(ends)-1].quote].End <= kept[i].Start {
			ends = ends[:len(ends)-1]
		}
		kept[i].Depth = len(ends)
		ends = append(ends, level{quote: i})
	}
}
