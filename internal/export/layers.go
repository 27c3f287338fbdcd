package export

import (
	"cmp"

	"onrecord/internal/annotate"
	"onrecord/internal/engine"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// Layers is what lies beneath the entries of a document. Indices of tokens and
// numbers of chains count over the whole document.
type Layers struct {
	Document  Document   `json:"document"`
	Timex     []Timex    `json:"timex"`
	Amounts   []Sum      `json:"amounts"`
	Numbers   []Number   `json:"numbers"`
	Entities  []Entity   `json:"entities"`
	Mentions  []Mention  `json:"mentions"`
	Quotes    []Quote    `json:"quotes"`
	Sentences []Sentence `json:"sentences"`
	Tokens    []Token    `json:"tokens"`
}

// Timex is an expression of time. EDTF is null where it is not resolved; of a
// DURATION it is a duration of ISO 8601, of a SET its period.
type Timex struct {
	Span
	Type string  `json:"type"` // DATE, TIME, DURATION or SET
	EDTF *string `json:"edtf"`
	Why  *string `json:"why"`
}

// Sum is an amount of money in the text, with the currency's name where its
// code is not known.
type Sum struct {
	Amount
	Unit *string `json:"unit"`
	Why  *string `json:"why"`
}

// Number is a number that is no money and no time.
type Number struct {
	Span
	Value   *string `json:"value"`
	Unit    *string `json:"unit"` // "%"
	Low     *string `json:"low"`
	High    *string `json:"high"`
	About   bool    `json:"about"`
	Ordinal bool    `json:"ordinal"`
	What    *string `json:"what"` // that is counted
}

// Mention is a stretch of words that refers to somebody or something; those of
// one chain mean the same.
type Mention struct {
	Span
	Kind  string  `json:"kind"` // name, nominal or pronoun
	Chain int     `json:"chain"`
	Actor *string `json:"actor"`
	Score Score   `json:"score"`
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
		Document: v.document(r, o), Timex: []Timex{}, Amounts: []Sum{}, Numbers: []Number{},
		Entities: []Entity{}, Mentions: []Mention{}, Quotes: []Quote{}, Sentences: []Sentence{}, Tokens: []Token{},
	}
	who, chains := mentioned(r.Actors), 0
	for _, p := range r.Passages {
		first := len(out.Tokens)
		v.values(p, &out)
		for _, e := range p.Entities {
			span := spanOf(p.Tokens, e.First, e.End)
			out.Entities = append(out.Entities, Entity{Span: v.span(span), Class: e.Class.String(), Actor: known(who[span]), Score: Score(e.Score)})
		}
		above := chains
		for _, m := range p.Mentions {
			span := spanOf(p.Tokens, m.First, m.End)
			chains = max(chains, above+m.Chain+1)
			out.Mentions = append(out.Mentions, Mention{Span: v.span(span), Kind: m.Kind.String(), Chain: above + m.Chain, Actor: known(who[span]), Score: Score(m.Score)})
		}
		for _, q := range p.Quotes {
			inner := v.index.CodePoints(q.Inner)
			out.Quotes = append(out.Quotes, Quote{
				Span: v.span(q.Span), Inner: [2]int{inner.Start, inner.End}, Depth: q.Depth, Closed: q.Closed, Continues: q.Continues,
			})
		}
		for _, s := range p.Sentences {
			at := v.index.CodePoints(spanOf(p.Tokens, s.First, s.End))
			out.Sentences = append(out.Sentences, Sentence{Start: at.Start, End: at.End, Tokens: [2]int{first + s.First, first + s.End}})
		}
		for i := range p.Tokens {
			out.Tokens = append(out.Tokens, v.token(p, i, first))
		}
	}
	return out
}

// values adds the times, sums and numbers of a passage. Ages are no times.
func (v view) values(p *annotate.Layers, out *Layers) {
	for _, t := range p.Timexes {
		if t.Type != annotate.TimexAge {
			out.Timex = append(out.Timex, Timex{Span: v.span(t.Span), Type: t.Type.String(), EDTF: known(cmp.Or(string(t.Date), string(t.Duration))), Why: known(t.Why)})
		}
	}
	sums := len(out.Amounts)
	for _, a := range p.Amounts {
		s := Sum{Unit: known(a.Unit), Why: known(a.Why), Amount: Amount{
			Span: v.span(a.Span), Value: known(a.Value), Currency: known(a.Currency), Low: known(a.Low), High: known(a.High), About: a.About, Per: known(a.Per),
		}}
		if of := sums + a.EquivalentOf; a.EquivalentOf >= 0 {
			s.EquivalentOf = &of
		}
		if n := len(a.Hedge); n > 0 {
			s.Hedge = known(spanOf(p.Tokens, a.Hedge[0], a.Hedge[n-1]+1).Of(v.text))
		}
		out.Amounts = append(out.Amounts, s)
	}
	for _, n := range p.Numbers {
		number := Number{
			Span: v.span(n.Span), Value: known(n.Value), Unit: known(n.Unit), Low: known(n.Low), High: known(n.High), About: n.About, Ordinal: n.Ordinal,
		}
		if n.What[0] < n.What[1] {
			number.What = known(spanOf(p.Tokens, n.What[0], n.What[1]).Of(v.text))
		}
		out.Numbers = append(out.Numbers, number)
	}
}

// mentioned tells whom a stretch of the text names, where it is one actor.
func mentioned(actors []record.Actor) map[text.Span]record.ActorID {
	who := map[text.Span]record.ActorID{}
	for _, a := range actors {
		for _, m := range a.Mentions {
			if _, several := who[m]; several {
				who[m] = ""
				continue
			}
			who[m] = a.ID
		}
	}
	return who
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
