package export

import (
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// Actor is somebody who speaks or acts, or is spoken of.
type Actor struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Kind        string   `json:"kind"`
	Aliases     []string `json:"aliases"`
	PartOf      *string  `json:"part_of"`
	ISO3        *string  `json:"iso3"`
	Wikidata    *string  `json:"wikidata"`
	DescribedAs []string `json:"described_as"`
	Offices     []Office `json:"offices"`
	Provisional bool     `json:"provisional"` // the register does not know it
	Mentions    []Span   `json:"mentions"`
}

// Office is a post that an actor holds, or held.
type Office struct {
	Title  string  `json:"title"`
	Of     *string `json:"of"`
	On     *string `json:"on"` // EDTF: the day for which it is known
	Former bool    `json:"former"`
}

// Amount is a sum of money. Numbers are decimal strings.
type Amount struct {
	Span
	Value        *string `json:"value"`
	Currency     *string `json:"currency"` // ISO 4217
	Low          *string `json:"low"`
	High         *string `json:"high"`
	About        bool    `json:"about"`
	Per          *string `json:"per"`
	EquivalentOf *int    `json:"equivalent_of"` // index into the same list
	Hedge        *string `json:"hedge"`
}

// Item is a number of things.
type Item struct {
	Span
	Value *string `json:"value"`
	Low   *string `json:"low"`
	High  *string `json:"high"`
	About bool    `json:"about"`
	What  *string `json:"what"`
}

// Pledge is something that is to be given.
type Pledge struct {
	ID            string   `json:"id"`
	Statements    []string `json:"statements"`
	Proposers     []string `json:"proposers"`
	Donors        []string `json:"donors"`
	Beneficiaries []string `json:"beneficiaries"`
	Amounts       []Amount `json:"amounts"`
	Items         []Item   `json:"items"`
	Duration      *string  `json:"duration"` // ISO 8601
	Period        *string  `json:"period"`   // EDTF
	Purpose       *string  `json:"purpose"`
	Aims          []Span   `json:"aims"`
	Conditions    []Span   `json:"conditions"`
	Binding       *string  `json:"binding"`
	Status        string   `json:"status"`
	Time          *string  `json:"time"` // EDTF
	Negated       bool     `json:"negated"`
	Background    bool     `json:"background"`
	Predicate     Span     `json:"predicate"`
	Evidence      []Span   `json:"evidence"`
	Score         Score    `json:"score"`
	Why           []string `json:"why"`
}

// Predicate is the word that names a deed.
type Predicate struct {
	Span
	Lemma string `json:"lemma"`
}

// Action is a deed of a public actor.
type Action struct {
	ID          string    `json:"id"`
	Actors      []string  `json:"actors"`
	Type        string    `json:"type"`
	Mode        *string   `json:"mode"`
	Predicate   Predicate `json:"predicate"`
	Targets     []string  `json:"targets"`
	Object      *string   `json:"object"` // in words
	ObjectSpans []Span    `json:"object_spans"`
	Numbers     []Item    `json:"numbers"`
	AccordingTo []string  `json:"according_to"`
	DeniedIn    []string  `json:"denied_in"`
	Negated     bool      `json:"negated"`
	Certainty   string    `json:"certainty"`
	Tense       string    `json:"tense"`
	Background  bool      `json:"background"`
	Conditions  []Span    `json:"conditions"`
	Time        *string   `json:"time"` // EDTF
	Place       *string   `json:"place"`
	Evidence    []Span    `json:"evidence"`
	Score       Score     `json:"score"`
	Why         []string  `json:"why"`
}

// Position is where somebody stands towards an issue, an actor, or both.
type Position struct {
	ID          string   `json:"id"`
	Of          string   `json:"of"`     // id of the statement, pledge or action
	Holder      *string  `json:"holder"` // null if nobody is named
	ToldBy      *string  `json:"told_by"`
	Issue       *string  `json:"issue"`
	Target      *string  `json:"target"`
	Stance      string   `json:"stance"`
	Conditional bool     `json:"conditional"`
	Conditions  []Span   `json:"conditions"`
	Scope       []Span   `json:"scope"`
	Words       []Span   `json:"words"`
	Score       Score    `json:"score"`
	Why         []string `json:"why"`
}

func (v view) actor(a record.Actor) Actor {
	return Actor{
		ID: string(a.ID), Name: a.Name, Kind: a.Kind.String(), Aliases: list(a.Aliases), PartOf: known(a.PartOf),
		ISO3: known(a.ISO3), Wikidata: known(a.Wikidata), DescribedAs: list(a.DescribedAs),
		Offices: each(a.Offices, func(o record.Office) Office {
			return Office{Title: o.Title, Of: known(o.Of), On: known(o.On), Former: o.Former}
		}),
		Provisional: a.Provisional, Mentions: v.spans(a.Mentions),
	}
}

func (v view) amount(a record.Amount) Amount {
	out := Amount{
		Span: v.span(a.Span), Value: known(a.Value), Currency: known(a.Currency), Low: known(a.Low), High: known(a.High),
		About: a.About, Per: known(a.Per), Hedge: known(a.Hedge),
	}
	if a.EquivalentOf >= 0 {
		out.EquivalentOf = &a.EquivalentOf
	}
	return out
}

func (v view) item(i record.Item) Item {
	return Item{Span: v.span(i.Span), Value: known(i.Value), Low: known(i.Low), High: known(i.High), About: i.About, What: known(i.What)}
}

func (v view) pledge(p record.Pledge) Pledge {
	return Pledge{
		ID: string(p.ID), Statements: names(p.Statements), Proposers: names(p.Proposers), Donors: names(p.Donors),
		Beneficiaries: names(p.Beneficiaries), Amounts: each(p.Amounts, v.amount), Items: each(p.Items, v.item),
		Duration: known(p.Duration), Period: known(p.Period), Purpose: known(p.Purpose), Aims: v.spans(p.Aims), Conditions: v.spans(p.Conditions),
		Binding: known(p.Binding), Status: p.Status.String(), Time: known(p.Time), Negated: p.Negated, Background: p.Background,
		Predicate: v.span(p.Predicate), Evidence: v.spans(p.Evidence), Score: Score(p.Score), Why: list(p.Why),
	}
}

func (v view) action(a record.Action) Action {
	return Action{
		ID: string(a.ID), Actors: names(a.Actors), Type: a.Type.String(), Mode: known(a.Mode),
		Predicate: Predicate{Span: v.span(a.Predicate), Lemma: a.Lemma}, Targets: names(a.Targets),
		Object: known(Words(v.text, a.Object)), ObjectSpans: v.spans(a.Object), Numbers: each(a.Numbers, v.item),
		AccordingTo: names(a.AccordingTo), DeniedIn: names(a.DeniedIn), Negated: a.Negated, Certainty: a.Certainty.String(), Tense: a.Tense.String(),
		Background: a.Background, Conditions: v.spans(a.Conditions), Time: known(a.Time), Place: known(a.Place), Evidence: v.spans(a.Evidence),
		Score: Score(a.Score), Why: list(a.Why),
	}
}

func (v view) position(p record.Position) Position {
	return Position{
		ID: string(p.ID), Of: p.Of, Holder: known(p.Holder), ToldBy: known(p.ToldBy), Issue: known(p.Issue), Target: known(p.Target),
		Stance: p.Stance.String(), Conditional: len(p.Conditions) > 0, Conditions: v.spans(p.Conditions), Scope: v.spans(p.Scope),
		Words: v.spans(p.Words), Score: Score(p.Score), Why: list(p.Why),
	}
}

// spanOf is the span of the tokens first to before end of a passage.
func spanOf(tokens []text.Span, first, end int) text.Span {
	return text.Span{Start: tokens[first].Start, End: tokens[end-1].End}
}

// each maps a list; the result is never nil.
func each[T, U any](in []T, f func(T) U) []U {
	out := make([]U, len(in))
	for i, x := range in {
		out[i] = f(x)
	}
	return out
}

// names are ids of any kind as plain strings.
func names[T ~string](in []T) []string { return each(in, func(s T) string { return string(s) }) }
