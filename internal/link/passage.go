package link

import (
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// passage is one passage of the article while it is linked.
type passage struct {
	*annotate.Tree
	index  int      // in the article
	words  []string // the tokens
	low    []string // the same in lower case
	entity []int32  // of each token: the entity that holds it, -1 for none
	source []int32  // of each token: the attribution whose source begins there, -1 for none
	names  []name   // in order, disjoint
	nameAt []int32  // of each token: the name that holds it, -1 for none
	refs   []Reference
	headed []int32 // of each token: the reference that it heads, -1 for none
	holder []int32 // of each token: the smallest reference that holds it, -1 for none
}

func newPassage(index int, l *annotate.Layers) *passage {
	n := len(l.Tokens)
	p := &passage{Tree: annotate.NewTree(l), index: index, words: make([]string, n), low: make([]string, n)}
	ints := make([]int32, 5*n)
	for i := range ints {
		ints[i] = -1
	}
	p.entity, p.nameAt, p.headed, p.holder, p.source = ints[:n:n], ints[n:2*n:2*n], ints[2*n:3*n:3*n], ints[3*n:4*n:4*n], ints[4*n:]
	for i := range n {
		p.words[i] = l.Word(i)
		p.low[i] = plain(p.words[i])
	}
	for k, e := range l.Entities {
		for i := e.First; i < e.End; i++ {
			p.entity[i] = int32(k)
		}
	}
	for k, a := range l.Attributions {
		if len(a.Source) > 0 {
			p.source[a.Source[0]] = int32(k)
		}
	}
	return p
}

// plain is a word in lower case with a typewriter's apostrophe and without what
// formers has.
func plain(w string) string {
	w = strings.ToLower(w)
	if strings.Contains(w, "’") {
		w = strings.ReplaceAll(w, "’", "'")
	}
	for _, p := range formers {
		if rest, ok := strings.CutPrefix(w, p); ok && rest != "" {
			return rest
		}
	}
	return w
}

// formers are written together with an office that is over: "ex-minister".
var formers = [...]string{"ex-", "then-"}

// bounds returns the sentence of token i.
func (p *passage) bounds(i int) (first, end int) {
	s := p.Sentences[p.SentenceOf(i)]
	return s.First, s.End
}

// block returns the number of the block of token i.
func (p *passage) block(i int) int { return p.Sentences[p.SentenceOf(i)].Block }

// top returns the token of a stretch on which the others hang: the first whose
// head is outside it.
func (p *passage) top(first, end int) int {
	for i := first; i < end; i++ {
		if h := p.Head(i); h < first || h >= end {
			if p.Tags[i] != annotate.PUNCT {
				return i
			}
		}
	}
	return end - 1
}

// entityIs says whether token i is in an entity of a class.
func (p *passage) entityIs(i int, c annotate.EntityClass) bool {
	return p.entity[i] >= 0 && p.Entities[p.entity[i]].Class == c
}

// possessive says whether "'s" or an apostrophe follows token i.
func (p *passage) possessive(i int) bool {
	if i+1 >= len(p.low) {
		return false
	}
	switch p.low[i+1] {
	case "'s", "'":
		return p.Tags[i+1] == annotate.PART || p.Relations[i+1] == "case"
	}
	return false
}

// nameOf returns the name that holds token i, nil for none.
func (p *passage) nameOf(i int) *name {
	if i < 0 || i >= len(p.nameAt) || p.nameAt[i] < 0 {
		return nil
	}
	return &p.names[p.nameAt[i]]
}

// add keeps a reference and indexes it: the first that a token heads stays, and
// a smaller one holds its tokens before a larger.
func (p *passage) add(r Reference) {
	k := int32(len(p.refs))
	p.refs = append(p.refs, r)
	if p.headed[r.Head] < 0 {
		p.headed[r.Head] = k
	}
	for i := r.First; i < r.End; i++ {
		if h := p.holder[i]; h < 0 || p.refs[h].End-p.refs[h].First > r.End-r.First {
			p.holder[i] = k
		}
	}
}

// reindex indexes the references anew, once their order has changed.
func (p *passage) reindex() {
	for i := range p.headed {
		p.headed[i], p.holder[i] = -1, -1
	}
	refs := p.refs
	p.refs = p.refs[:0]
	for _, r := range refs {
		p.add(r)
	}
}

// actors returns whom token i means: the reference that it heads, else the
// smallest that holds it.
func (p *passage) actors(i int) []record.ActorID {
	if k := p.at(i); k >= 0 {
		return p.refs[k].Actors
	}
	return nil
}

// at returns the index of the reference that token i heads, else of the
// smallest that holds it; -1 for none.
func (p *passage) at(i int) int {
	if i < 0 || i >= len(p.headed) {
		return -1
	}
	if k := p.headed[i]; k >= 0 {
		return int(k)
	}
	return int(p.holder[i])
}

// noun says whether token i may be part of a noun phrase before its head.
func (p *passage) modifier(i int) bool {
	switch p.Tags[i] {
	case annotate.NOUN, annotate.PROPN, annotate.ADJ, annotate.NUM:
		return true
	case annotate.PART:
		return p.low[i] == "'s"
	}
	return p.low[i] == "-"
}

// left extends a phrase that starts at first and ends at end over the words
// before it that hang on it: "longtime Democratic pollster" + "Pat Caddell".
func (p *passage) left(first, end int) int {
	s, _ := p.bounds(first)
	top := p.top(first, end)
	for first > s {
		j := first - 1
		h := p.Head(j)
		inside := h >= first && h < end
		if !inside && p.Head(top) != j {
			break
		}
		if !p.modifier(j) && p.Tags[j] != annotate.DET {
			break
		}
		if !inside {
			top = j
		}
		first = j
	}
	return first
}

// span returns the letters of tokens first to end.
func (p *passage) span(first, end int) text.Span { return p.Words(first, end) }

// text returns the words of tokens first to end as the article has them.
func (p *passage) text(first, end int) string { return p.span(first, end).Of(p.Document.Text) }
