package export

import (
	"onrecord/internal/annotate"
	"onrecord/internal/engine"
	"onrecord/internal/text"
)

// Layers is what lies beneath the entries of a document. Indices of tokens
// count over the whole document. Layers that no stage makes yet are empty.
type Layers struct {
	Document  Document   `json:"document"`
	Timex     []struct{} `json:"timex"`
	Amounts   []struct{} `json:"amounts"`
	Numbers   []struct{} `json:"numbers"`
	Entities  []Entity   `json:"entities"`
	Mentions  []struct{} `json:"mentions"`
	Quotes    []Quote    `json:"quotes"`
	Sentences []Sentence `json:"sentences"`
	Tokens    []Token    `json:"tokens"`
}

// Entity is a name.
type Entity struct {
	Span
	Class string  `json:"class"`
	Actor *string `json:"actor"`
	Score Score   `json:"score"`
}

// Quote is a stretch between quotation marks, the marks included; Inner is the
// same without them.
type Quote struct {
	Span
	Inner     [2]int `json:"inner"`
	Depth     int    `json:"depth"`
	Closed    bool   `json:"closed"`
	Continues bool   `json:"continues"`
}

// Sentence is a run of tokens, from the first of Tokens to before the second.
type Sentence struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Tokens [2]int `json:"tokens"`
}

// Token is a word. What is null was not looked for, as in an article of a
// language that is not read.
type Token struct {
	Start    int     `json:"start"`
	End      int     `json:"end"`
	Lemma    *string `json:"lemma"`
	Tag      *string `json:"tag"`  // UPOS
	Head     *int    `json:"head"` // index into tokens, -1 the root
	Relation *string `json:"relation"`
}

// LayersOf returns the layers of a reading, its passages in a row.
func LayersOf(r *engine.Reading, o Options) Layers {
	v := newView(r)
	out := Layers{
		Document: v.document(r, o), Timex: []struct{}{}, Amounts: []struct{}{}, Numbers: []struct{}{},
		Entities: []Entity{}, Mentions: []struct{}{}, Quotes: []Quote{}, Sentences: []Sentence{}, Tokens: []Token{},
	}
	for _, p := range r.Passages {
		first := len(out.Tokens)
		for _, e := range p.Entities {
			span := text.Span{Start: p.Tokens[e.First].Start, End: p.Tokens[e.End-1].End}
			out.Entities = append(out.Entities, Entity{Span: v.span(span), Class: e.Class.String(), Score: Score(e.Score)})
		}
		for _, q := range p.Quotes {
			inner := v.index.CodePoints(q.Inner)
			out.Quotes = append(out.Quotes, Quote{
				Span: v.span(q.Span), Inner: [2]int{inner.Start, inner.End}, Depth: q.Depth, Closed: q.Closed, Continues: q.Continues,
			})
		}
		for _, s := range p.Sentences {
			at := v.index.CodePoints(text.Span{Start: p.Tokens[s.First].Start, End: p.Tokens[s.End-1].End})
			out.Sentences = append(out.Sentences, Sentence{Start: at.Start, End: at.End, Tokens: [2]int{first + s.First, first + s.End}})
		}
		for i := range p.Tokens {
			out.Tokens = append(out.Tokens, v.token(p, i, first))
		}
	}
	return out
}

// token shows token i of a passage whose first token is number first.
func (v view) token(p *annotate.Layers, i, first int) Token {
	at := v.index.CodePoints(p.Tokens[i])
	t := Token{Start: at.Start, End: at.End}
	if i < len(p.Lemmas) {
		t.Lemma = known(p.Lemmas[i])
	}
	if i < len(p.Tags) {
		t.Tag = known(p.Tags[i].String())
	}
	if i < len(p.Heads) {
		head := int(p.Heads[i])
		if head >= 0 {
			head += first
		}
		t.Head = &head
	}
	if i < len(p.Relations) {
		t.Relation = known(p.Relations[i])
	}
	return t
}
