package export

import (
	"slices"
	"strconv"

	"onrecord/internal/document"
	"onrecord/internal/engine"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// Object is one document with its entries.
type Object struct {
	Document   Document    `json:"document"`
	Actors     []Actor     `json:"actors"`
	Statements []Statement `json:"statements"`
	Pledges    []Pledge    `json:"pledges"`
	Actions    []Action    `json:"actions"`
	Positions  []Position  `json:"positions"`
}

// Document is an article. Offsets count code points of Text.
type Document struct {
	ID        string    `json:"id"`
	Key       *string   `json:"key"`
	Version   int       `json:"version"`
	Title     *string   `json:"title"`
	Outlet    *string   `json:"outlet"`
	Author    *string   `json:"author"`
	Section   *string   `json:"section"`
	Published *string   `json:"published"` // EDTF
	WireID    *string   `json:"wire_id"`
	URL       *string   `json:"url"`
	Origin    *string   `json:"origin"`
	Language  *string   `json:"language"` // ISO 639-1
	Text      *string   `json:"text"`     // null where it is left out
	Unit      string    `json:"unit"`     // codepoint
	Engine    string    `json:"engine"`
	Codebook  *string   `json:"codebook"`
	Blocks    []Block   `json:"blocks"`
	Problems  []Problem `json:"problems"`
}

// Block is a stretch of the text with one function.
type Block struct {
	Kind  string `json:"kind"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Problem is what a reader of the document must know. Start and End are null
// where it has no place.
type Problem struct {
	Code  string  `json:"code"`
	What  string  `json:"what"`
	Start *int    `json:"start"`
	End   *int    `json:"end"`
	Hint  *string `json:"hint"`
}

// Span is a stretch of the text, [Start, End), with its words.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Statement is one attribution. Speakers and the like are ids of actors.
type Statement struct {
	ID         string   `json:"id"`
	Speakers   []string `json:"speakers"`
	OnBehalfOf []string `json:"on_behalf_of"`
	About      []string `json:"about"`
	Source     []Span   `json:"source"`
	Cue        []Span   `json:"cue"`
	Content    []Span   `json:"content"`
	Clauses    []Clause `json:"clauses"`
	Manner     string   `json:"manner"`
	Act        string   `json:"act"`
	Said       *string  `json:"said"` // EDTF
	SaidBasis  *string  `json:"said_basis"`
	SaidText   *string  `json:"said_text"`
	Background bool     `json:"background"`
	Occasion   *string  `json:"occasion"`
	Venue      *string  `json:"venue"`
	Audience   []string `json:"audience"`
	Hedged     bool     `json:"hedged"`
	Block      *string  `json:"block"`
	Score      Score    `json:"score"`
	Why        []string `json:"why"`
}

// Clause is a part of a content with a verb of its own.
type Clause struct {
	Span
	Modality string `json:"modality"`
	Negated  bool   `json:"negated"`
}

// Score shows as a number with three decimals.
type Score record.Score

// MarshalJSON writes three decimals.
func (s Score) MarshalJSON() ([]byte, error) { return []byte(s.String()), nil }

func (s Score) String() string { return strconv.FormatFloat(float64(s), 'f', 3, 32) }

// Of returns the object of a reading.
func Of(r *engine.Reading, o Options) Object {
	v := newView(r)
	return Object{
		Document: v.document(r, o), Actors: each(r.Actors, v.actor), Statements: each(r.Statements, v.statement),
		Pledges: each(r.Pledges, v.pledge), Actions: each(r.Actions, v.action), Positions: each(r.Positions, v.position),
	}
}

func (v view) document(r *engine.Reading, o Options) Document {
	d, f := r.Document, engine.Known(r)
	out := Document{
		ID: d.ID, Key: known(d.Key), Version: max(d.Version, 1),
		Title: known(f.Title), Outlet: known(f.Outlet), Author: known(f.Author), Section: known(d.Section),
		Published: known(f.Published), WireID: known(f.WireID), URL: known(d.URL), Origin: known(d.Origin),
		Language: known(d.Language), Unit: "codepoint", Engine: r.Engine, Codebook: known(r.Codebook),
		Blocks: make([]Block, len(r.Blocks)), Problems: each(slices.Concat(d.Problems, r.Problems), v.problem),
	}
	if !o.NoText {
		out.Text = &d.Text
	}
	for i, b := range r.Blocks {
		p := v.index.CodePoints(b.Span)
		out.Blocks[i] = Block{Kind: b.Kind.String(), Start: p.Start, End: p.End}
	}
	return out
}

func (v view) problem(p document.Problem) Problem {
	out := Problem{Code: p.Code, What: p.What, Hint: known(p.Hint)}
	if p.Span != (text.Span{}) {
		at := v.index.CodePoints(p.Span)
		out.Start, out.End = &at.Start, &at.End
	}
	return out
}

func (v view) statement(s record.Statement) Statement {
	out := Statement{
		ID: string(s.ID), Speakers: names(s.Speakers), OnBehalfOf: names(s.OnBehalfOf), About: names(s.About), Audience: names(s.Audience),
		Source: v.spans(s.Source), Cue: v.spans(s.Cue), Content: v.spans(s.Content),
		Clauses: each(s.Clauses, func(c record.Clause) Clause {
			return Clause{Span: v.span(c.Span), Modality: c.Modality.String(), Negated: c.Negated}
		}),
		Manner: s.Manner.String(), Act: s.Act.String(), Said: known(s.Said), SaidText: known(s.SaidText), Background: s.Background,
		Occasion: known(s.Occasion), Venue: known(s.Venue), Hedged: s.Hedged, Block: v.block(Head(s)), Score: Score(s.Score), Why: list(s.Why),
	}
	if s.Said != "" {
		out.SaidBasis = known(s.SaidBasis.String())
	}
	return out
}

// Head is the byte where a statement is found: at its cue, else its content.
func Head(s record.Statement) int {
	switch {
	case len(s.Cue) > 0:
		return s.Cue[0].Start
	case len(s.Content) > 0:
		return s.Content[0].Start
	}
	return 0
}
