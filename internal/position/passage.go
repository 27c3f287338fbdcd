package position

import (
	"slices"
	"sort"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/codebook"
	"onrecord/internal/link"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// passage is a passage with what its words say of the codebook's issues.
type passage struct {
	*annotate.Tree
	article *link.Article
	book    *codebook.Codebook
	index   int            // of the article's passages
	hits    []codebook.Hit // in order; tokens are counted in the passage
}

// newPassage looks for the codebook's terms, sentence by sentence; nil if the
// passage has no trees or no terms.
func newPassage(a *link.Article, book *codebook.Codebook, index int) *passage {
	l := a.Passages[index]
	if len(l.Heads) != len(l.Tokens) || len(l.Lemmas) != len(l.Tokens) {
		return nil
	}
	p := &passage{Tree: a.Tree(index), article: a, book: book, index: index}
	for _, s := range l.Sentences {
		if k := l.Blocks[s.Block].Kind; k == annotate.Boilerplate || k == annotate.Byline || k == annotate.Dateline {
			continue
		}
		from := len(p.hits)
		p.hits = book.Point(p.hits, l.Document.Text, l.Tokens[s.First:s.End], l.Lemmas[s.First:s.End])
		for i := from; i < len(p.hits); i++ {
			p.hits[i].First += int32(s.First)
			p.hits[i].End += int32(s.First)
		}
	}
	if len(p.hits) == 0 {
		return nil
	}
	return p
}

// low returns word i in lower case, "" outside the passage.
func (p *passage) low(i int) string {
	if i < 0 || i >= len(p.Tokens) {
		return ""
	}
	return strings.ToLower(p.Word(i))
}

// sentence returns the bounds of the sentence of token i.
func (p *passage) sentence(i int) (first, end int) {
	s := p.Sentences[p.SentenceOf(i)]
	return s.First, s.End
}

// top returns the token of a hit that hangs on none of the others.
func (p *passage) top(h *codebook.Hit) int {
	for i := int(h.End) - 1; i >= int(h.First); i-- {
		head := p.Head(i)
		if p.Tags[i] != annotate.PUNCT && (head < int(h.First) || head >= int(h.End)) && p.Relations[i] != "case" && p.Relations[i] != "mark" && p.Relations[i] != "det" {
			return i
		}
	}
	return int(h.End) - 1
}

// core returns the token of a hit that tells whose words it is among: its last,
// for the words of a cue may stand before it.
func (p *passage) core(h *codebook.Hit) int { return int(h.End) - 1 }

// words returns the words of a hit.
func (p *passage) words(h *codebook.Hit) text.Span { return p.Words(int(h.First), int(h.End)) }

// within returns the hits that begin and end in a stretch of the text.
func (p *passage) within(at text.Span) []*codebook.Hit {
	if len(p.Tokens) == 0 || at.End <= p.Tokens[0].Start || at.Start >= p.Tokens[len(p.Tokens)-1].End {
		return nil
	}
	first := sort.Search(len(p.Tokens), func(i int) bool { return p.Tokens[i].Start >= at.Start })
	var out []*codebook.Hit
	k := sort.Search(len(p.hits), func(k int) bool { return int(p.hits[k].First) >= first })
	for ; k < len(p.hits) && p.Tokens[p.hits[k].First].Start < at.End; k++ {
		if h := &p.hits[k]; p.Tokens[h.End-1].End <= at.End {
			out = append(out, h)
		}
	}
	return out
}

// token returns the token that begins at or behind a byte of the text, -1 if
// the passage does not hold it.
func (p *passage) token(at int) int {
	i := sort.Search(len(p.Tokens), func(i int) bool { return p.Tokens[i].End > at })
	if i == len(p.Tokens) || p.Tokens[0].Start > at {
		return -1
	}
	return i
}

// meant returns the public actors that word i means.
func (p *passage) meant(i int) []record.ActorID {
	if i < 0 {
		return nil
	}
	r := p.article.ReferenceAt(p.index, i)
	if r == nil || r.Head != i {
		return nil
	}
	var out []record.ActorID
	for _, id := range r.Actors {
		if p.article.IsPublic(id) && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// aside says whether a preposition sets the phrase of word i beside what is
// above it: "following the annexation".
func (p *passage) aside(i int) bool {
	w := p.Preposition(i)
	return w != "" && clauses.Has("aside", strings.Fields(w)[0])
}

// own says whether word i is a pronoun for who speaks.
func (p *passage) own(i int) bool {
	switch p.low(i) {
	case "i", "we", "our", "my", "us":
		return true
	}
	return false
}
