package table

import (
	"fmt"
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/export"
)

// suggested is the state of every entry that was just read.
const suggested = "suggested"

// Of returns the rows of a document.
func Of(o export.Object) *Rows {
	r := &Rows{}
	d := o.Document
	a := article(d)
	r.Documents = []Document{{Article: a, Version: int32(d.Version), Language: d.Language, Engine: d.Engine, Text: d.Text}}
	for _, p := range d.Problems {
		r.Problems = append(r.Problems, Problem{Document: d.ID, Code: p.Code, What: p.What, Start: whole(p.Start), End: whole(p.End), Hint: p.Hint})
	}
	for _, x := range o.Actors {
		r.actor(d.ID, x)
	}
	for _, s := range o.Statements {
		r.statement(a, d, s)
	}
	for _, p := range o.Pledges {
		r.pledge(d, p)
	}
	for _, x := range o.Actions {
		r.action(d, x)
	}
	for _, x := range o.Positions {
		r.position(d, x)
	}
	return r
}

func article(d export.Document) Article {
	from, to := days(d.Published)
	return Article{
		Document: d.ID, Key: d.Key, Title: d.Title, Outlet: d.Outlet, Author: d.Author, Section: d.Section,
		Published: d.Published, PublishedFrom: from, PublishedTo: to, WireID: d.WireID, URL: d.URL, Origin: d.Origin,
	}
}

func (r *Rows) actor(document string, a export.Actor) {
	r.Actors = append(r.Actors, Actor{
		Document: document, Actor: a.ID, Name: a.Name, Kind: a.Kind, PartOf: a.PartOf, ISO3: a.ISO3, Wikidata: a.Wikidata, Provisional: a.Provisional,
		Aliases: strings.Join(a.Aliases, ";"), DescribedAs: strings.Join(a.DescribedAs, ";"), Mentions: int32(len(a.Mentions)),
	})
	for _, f := range a.Offices {
		from, to := days(f.On)
		r.Offices = append(r.Offices, Office{Document: document, Actor: a.ID, Title: f.Title, Of: f.Of, On: f.On, OnFrom: from, OnTo: to, Former: f.Former})
	}
	for _, m := range a.Mentions {
		r.Mentions = append(r.Mentions, Mention{Document: document, Actor: a.ID, Start: int32(m.Start), End: int32(m.End), Text: m.Text})
	}
}

func (r *Rows) statement(a Article, d export.Document, s export.Statement) {
	row := Statement{
		Article: a, Statement: s.ID, Source: words(s.Source), Cue: words(s.Cue), Content: words(s.Content), Manner: s.Manner, Act: s.Act, Block: s.Block,
		Standing: standing(d, s.Score), Speakers: strings.Join(s.Speakers, ";"), OnBehalfOf: strings.Join(s.OnBehalfOf, ";"),
		About: strings.Join(s.About, ";"), Audience: strings.Join(s.Audience, ";"), Said: s.Said, SaidBasis: s.SaidBasis, SaidText: s.SaidText,
		Occasion: s.Occasion, Venue: s.Venue, Background: s.Background, Hedged: s.Hedged,
	}
	row.SaidFrom, row.SaidTo = days(s.Said)
	row.SourceStart, row.SourceEnd, row.SourceSpans = extent(s.Source)
	row.CueStart, row.CueEnd, row.CueSpans = extent(s.Cue)
	row.ContentStart, row.ContentEnd, row.ContentSpans = extent(s.Content)
	r.Statements = append(r.Statements, row)
	for _, part := range []struct {
		role   string
		actors []string
	}{{"speaker", s.Speakers}, {"on_behalf_of", s.OnBehalfOf}, {"about", s.About}, {"audience", s.Audience}, {"venue", one(s.Venue)}} {
		for _, x := range part.actors {
			r.StatementActors = append(r.StatementActors, StatementActor{Document: d.ID, Statement: s.ID, Actor: x, Role: part.role})
		}
	}
	cite := citing{r: r, document: d.ID, entry: s.ID, kind: "statement"}
	cite.spans("source", s.Source)
	cite.spans("cue", s.Cue)
	cite.spans("content", s.Content)
	for i, c := range s.Clauses {
		span := cite.span("clause", i, c.Span)
		span.Modality, span.Negated = &c.Modality, &c.Negated
	}
}

func (r *Rows) pledge(d export.Document, p export.Pledge) {
	row := Pledge{
		Document: d.ID, Pledge: p.ID, Status: p.Status, Predicate: p.Predicate.Text, Purpose: p.Purpose, Duration: p.Duration, Period: p.Period,
		Binding: p.Binding, Time: p.Time, Negated: p.Negated, Background: p.Background, Statements: strings.Join(p.Statements, ";"), Standing: standing(d, p.Score),
	}
	row.PeriodFrom, row.PeriodTo = days(p.Period)
	row.TimeFrom, row.TimeTo = days(p.Time)
	r.Pledges = append(r.Pledges, row)
	for _, part := range []struct {
		role   string
		actors []string
	}{{"proposer", p.Proposers}, {"donor", p.Donors}, {"beneficiary", p.Beneficiaries}} {
		for _, x := range part.actors {
			r.PledgeActors = append(r.PledgeActors, PledgeActor{Document: d.ID, Pledge: p.ID, Actor: x, Role: part.role})
		}
	}
	for i, a := range p.Amounts {
		r.Amounts = append(r.Amounts, Amount{
			Document: d.ID, Pledge: p.ID, Number: int32(i), Currency: a.Currency, Per: a.Per, EquivalentOf: whole(a.EquivalentOf), Hedge: a.Hedge,
			Quantity: quantity(a.Value, a.Low, a.High, a.About, a.Span),
		})
	}
	r.items(d.ID, p.ID, "pledge", p.Items)
	cite := citing{r: r, document: d.ID, entry: p.ID, kind: "pledge"}
	cite.spans("predicate", []export.Span{p.Predicate})
	cite.spans("aim", p.Aims)
	cite.spans("condition", p.Conditions)
	cite.spans("evidence", p.Evidence)
}

func (r *Rows) action(d export.Document, a export.Action) {
	row := Action{
		Document: d.ID, Action: a.ID, Type: a.Type, Mode: a.Mode, Lemma: a.Predicate.Lemma, Predicate: a.Predicate.Text, Object: a.Object,
		AccordingTo: strings.Join(a.AccordingTo, ";"), DeniedIn: strings.Join(a.DeniedIn, ";"), Negated: a.Negated, Certainty: a.Certainty, Tense: a.Tense,
		Background: a.Background, Time: a.Time, Place: a.Place, Standing: standing(d, a.Score),
	}
	row.TimeFrom, row.TimeTo = days(a.Time)
	r.Actions = append(r.Actions, row)
	for _, part := range []struct {
		role   string
		actors []string
	}{{"actor", a.Actors}, {"target", a.Targets}} {
		for _, x := range part.actors {
			r.ActionActors = append(r.ActionActors, ActionActor{Document: d.ID, Action: a.ID, Actor: x, Role: part.role})
		}
	}
	r.items(d.ID, a.ID, "action", a.Numbers)
	cite := citing{r: r, document: d.ID, entry: a.ID, kind: "action"}
	cite.spans("predicate", []export.Span{a.Predicate.Span})
	cite.spans("object", a.ObjectSpans)
	cite.spans("condition", a.Conditions)
	cite.spans("evidence", a.Evidence)
}

func (r *Rows) position(d export.Document, p export.Position) {
	r.Positions = append(r.Positions, Position{
		Document: d.ID, Position: p.ID, Of: p.Of, Holder: p.Holder, ToldBy: p.ToldBy, Issue: p.Issue, Target: p.Target, Stance: p.Stance,
		Conditional: p.Conditional, Conditions: words(p.Conditions), Scope: words(p.Scope), Words: words(p.Words), Standing: standing(d, p.Score),
	})
	cite := citing{r: r, document: d.ID, entry: p.ID, kind: "position"}
	cite.spans("condition", p.Conditions)
	cite.spans("scope", p.Scope)
	cite.spans("words", p.Words)
}

func (r *Rows) items(document, entry, kind string, items []export.Item) {
	for i, x := range items {
		r.Items = append(r.Items, Item{
			Document: document, Entry: entry, Kind: kind, Number: int32(i), What: x.What, Quantity: quantity(x.Value, x.Low, x.High, x.About, x.Span),
		})
	}
}

func quantity(value, low, high *string, about bool, s export.Span) Quantity {
	return Quantity{Value: value, Low: low, High: high, About: about, Start: int32(s.Start), End: int32(s.End), Text: s.Text}
}

// citing adds the spans of one entry.
type citing struct {
	r                     *Rows
	document, entry, kind string
}

func (c citing) spans(part string, in []export.Span) {
	for i, s := range in {
		c.span(part, i, s)
	}
}

func (c citing) span(part string, i int, s export.Span) *Span {
	c.r.Spans = append(c.r.Spans, Span{
		Document: c.document, Entry: c.entry, Kind: c.kind, Part: part, Number: int32(i), Start: int32(s.Start), End: int32(s.End), Text: s.Text,
	})
	return &c.r.Spans[len(c.r.Spans)-1]
}

func standing(d export.Document, s export.Score) Standing {
	return Standing{Score: float32(s), State: suggested, Engine: d.Engine, Codebook: d.Codebook}
}

// extent is the first start, the last end and every stretch of spans.
func extent(in []export.Span) (start, end *int32, all *string) {
	if len(in) == 0 {
		return nil, nil, nil
	}
	parts := make([]string, len(in))
	for i, s := range in {
		parts[i] = fmt.Sprintf("%d %d", s.Start, s.End)
	}
	joined := strings.Join(parts, ";")
	return whole(&in[0].Start), whole(&in[len(in)-1].End), &joined
}

// words joins the words of spans, nil where there is none.
func words(in []export.Span) *string {
	if len(in) == 0 {
		return nil
	}
	parts := make([]string, len(in))
	for i, s := range in {
		parts[i] = s.Text
	}
	w := strings.Join(parts, export.Gap)
	return &w
}

// days returns the first and the last day of an EDTF date.
func days(date *string) (from, to *string) {
	if date == nil {
		return nil, nil
	}
	f, t := edtf.Date(*date).Days()
	return known(f), known(t)
}

func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func one(s *string) []string {
	if s == nil {
		return nil
	}
	return []string{*s}
}

func whole(n *int) *int32 {
	if n == nil {
		return nil
	}
	m := int32(*n)
	return &m
}
