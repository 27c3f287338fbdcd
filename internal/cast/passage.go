package cast

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// Passage is one passage of the article, with its names and references.
type Passage struct {
	*annotate.Tree
	Forms  []string    // the tokens
	Low    []string    // the same in lower case, with a typewriter's apostrophe
	Refs   []Reference // in order of First, the longer first, once all are there
	Headed []int32     // of each token: the reference that it heads, -1 for none

	number  int     // in the article
	entity  []int32 // of each token: the entity that holds it, -1 for none
	source  []int32 // of each token: the attribution whose source begins there, -1 for none
	names   []Name  // in order, disjoint
	nameAt  []int32 // of each token: the name that holds it, -1 for none
	holder  []int32 // of each token: the smallest reference that holds it, -1 for none
	content content
}

func newPassage(index int, l *annotate.Layers) *Passage {
	n := len(l.Tokens)
	p := &Passage{Tree: annotate.NewTree(l), number: index, Forms: make([]string, n), Low: make([]string, n)}
	ints := make([]int32, 5*n)
	for i := range ints {
		ints[i] = -1
	}
	p.entity, p.nameAt, p.Headed, p.holder, p.source = ints[:n:n], ints[n:2*n:2*n], ints[2*n:3*n:3*n], ints[3*n:4*n:4*n], ints[4*n:]
	for i := range n {
		p.Forms[i] = l.Word(i)
		p.Low[i] = plain(p.Forms[i])
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
	p.index()
	return p
}

// Read says whether the stages have read the passage: not one in another
// language.
func (p *Passage) Read() bool { return len(p.Tags) == len(p.Tokens) && len(p.Heads) == len(p.Tokens) }

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

// Bounds returns the sentence of token i.
func (p *Passage) Bounds(i int) (first, end int) {
	s := p.Sentences[p.SentenceOf(i)]
	return s.First, s.End
}

// Block returns the number of the block of token i.
func (p *Passage) Block(i int) int { return p.Sentences[p.SentenceOf(i)].Block }

// Top returns the token of a stretch on which the others hang: the first whose
// head is outside it.
func (p *Passage) Top(first, end int) int {
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
func (p *Passage) entityIs(i int, c annotate.EntityClass) bool {
	return p.entity[i] >= 0 && p.Entities[p.entity[i]].Class == c
}

// Possessive says whether "'s" or an apostrophe follows token i.
func (p *Passage) Possessive(i int) bool {
	if i+1 >= len(p.Low) {
		return false
	}
	switch p.Low[i+1] {
	case "'s", "'":
		return p.Tags[i+1] == annotate.PART || p.Relations[i+1] == "case"
	}
	return false
}

// NameOf returns the name that holds token i, nil for none.
func (p *Passage) NameOf(i int) *Name {
	if i < 0 || i >= len(p.nameAt) || p.nameAt[i] < 0 {
		return nil
	}
	return &p.names[p.nameAt[i]]
}

// Add keeps a reference and indexes it: the first that a token heads stays, and
// a smaller one holds its tokens before a larger.
func (p *Passage) Add(r Reference) {
	k := int32(len(p.Refs))
	p.Refs = append(p.Refs, r)
	if p.Headed[r.Head] < 0 {
		p.Headed[r.Head] = k
	}
	for i := r.First; i < r.End; i++ {
		if h := p.holder[i]; h < 0 || p.Refs[h].End-p.Refs[h].First > r.End-r.First {
			p.holder[i] = k
		}
	}
}

// reindex indexes the references anew, once their order has changed.
func (p *Passage) reindex() {
	for i := range p.Headed {
		p.Headed[i], p.holder[i] = -1, -1
	}
	refs := p.Refs
	p.Refs = p.Refs[:0]
	for _, r := range refs {
		p.Add(r)
	}
}

// Of returns whom token i means: the reference that it heads, else the
// smallest that holds it.
func (p *Passage) Of(i int) []record.ActorID {
	if k := p.At(i); k >= 0 {
		return p.Refs[k].Actors
	}
	return nil
}

// At returns the index of the reference that token i heads, else of the
// smallest that holds it; -1 for none.
func (p *Passage) At(i int) int {
	if i < 0 || i >= len(p.Headed) {
		return -1
	}
	if k := p.Headed[i]; k >= 0 {
		return int(k)
	}
	return int(p.holder[i])
}

// modifier says whether token i may be part of a noun phrase before its head.
func (p *Passage) modifier(i int) bool {
	switch p.Tags[i] {
	case annotate.NOUN, annotate.PROPN, annotate.ADJ, annotate.NUM:
		return true
	case annotate.PART:
		return p.Low[i] == "'s"
	}
	return p.Low[i] == "-"
}

// left extends a phrase that starts at first and ends at end over the words
// before it that hang on it: "longtime Democratic pollster" + "Pat Caddell".
func (p *Passage) left(first, end int) int {
	s, _ := p.Bounds(first)
	top := p.Top(first, end)
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

// Span returns the letters of tokens first to end.
func (p *Passage) Span(first, end int) text.Span { return p.Words(first, end) }

// Text returns the words of tokens first to end as the article has them.
func (p *Passage) Text(first, end int) string { return p.Span(first, end).Of(p.Document.Text) }

// TopOf returns the word of a set on which the others hang: the first verb
// whose head is outside it, else the first such word.
func (p *Passage) TopOf(tokens []int) int {
	top := -1
	for _, i := range tokens {
		if p.Tags[i] == annotate.PUNCT && len(tokens) > 1 || Among(tokens, p.Head(i)) {
			continue
		}
		if p.Tags[i] == annotate.VERB {
			return i
		}
		if top < 0 {
			top = i
		}
	}
	if top < 0 {
		return tokens[0]
	}
	return top
}

// Among says whether an ascending list has i.
func Among(list []int, i int) bool {
	_, ok := slices.BinarySearch(list, i)
	return ok
}

// Number returns the number of the passage in the article.
func (p *Passage) Number() int { return p.number }
