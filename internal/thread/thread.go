// Package thread joins what several articles say of one pledge into a thread
// with its history. It joins by sums, sides and span, never by wording, and
// leaves apart what is not clearly one pledge. It keeps no texts of articles.
package thread

import (
	"cmp"
	"slices"

	"onrecord/internal/edtf"
	"onrecord/internal/export"
)

// Thread is one pledge with its history. Actors are ids of the register.
type Thread struct {
	Proposers     []string `json:"proposers"`
	Donors        []string `json:"donors"`
	Beneficiaries []string `json:"beneficiaries"`
	Sums          []Sum    `json:"sums"`
	Duration      string   `json:"duration"` // ISO 8601, or ""
	Period        string   `json:"period"`   // EDTF, or ""
	Purpose       string   `json:"purpose"`
	Status        string   `json:"status"` // of the last event with a date
	Since         string   `json:"since"`  // EDTF; "" where no event has a date
	Events        []Event  `json:"events"` // in order of when they happened, undated last
}

// Sum is an amount of money. Numbers are decimal strings; Value is a bound
// where the words give no more than that.
type Sum struct {
	Value    string `json:"value"`
	Currency string `json:"currency"` // ISO 4217
	Per      string `json:"per"`      // "year", or "" for a whole
}

// Event is what happened to a pledge. Several reports of it are citations.
type Event struct {
	On         string     `json:"on"`     // EDTF, or ""
	Kind       string     `json:"kind"`   // a status of a pledge: proposed, agreed, withdrawn …
	Actors     []string   `json:"actors"` // who did it, as far as somebody is named
	Background bool       `json:"background"`
	Citations  []Citation `json:"citations"`
}

// Citation is where an event is told.
type Citation struct {
	Document   string   `json:"document"`
	Pledge     string   `json:"pledge"`
	Statements []string `json:"statements"`
	Outlet     string   `json:"outlet"`
	Published  string   `json:"published"` // EDTF
	URL        string   `json:"url"`
	Words      string   `json:"words"`
}

// Filter says which threads are asked for. Its zero value asks for all.
type Filter struct {
	Actor  string // an id, a name or a part of one: proposes, gives, receives or acts in an event
	Status string // of the thread now
	From   string // a day: with an event then or later
	To     string // a day: with an event then or earlier
}

// Threads returns the threads that are asked for, the earliest first.
func (r *Record) Threads(f Filter) []Thread {
	var out []Thread
	for i, t := range r.threads {
		if r.into[i] != i {
			continue
		}
		t = t.told()
		if r.matches(f, t) {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b Thread) int { return order(a.Events[0].On, b.Events[0].On) })
	return out
}

// told is the thread with its events in order, and its status after them.
func (t Thread) told() Thread {
	t.Events = slices.Clone(t.Events)
	slices.SortStableFunc(t.Events, func(a, b Event) int { return order(a.On, b.On) })
	t.Status = t.Events[0].Kind
	for _, e := range t.Events {
		if e.On != "" && !e.Background {
			if t.Status != e.Kind || t.Since == "" {
				t.Since = e.On
			}
			t.Status = e.Kind
		}
	}
	return t
}

func (r *Record) matches(f Filter, t Thread) bool {
	if f.Status != "" && t.Status != f.Status {
		return false
	}
	mine := slices.Concat(t.Proposers, t.Donors, t.Beneficiaries)
	dated := f.From == "" && f.To == ""
	for _, e := range t.Events {
		mine = append(mine, e.Actors...)
		first, last := edtf.Date(e.On).Days()
		if e.On != "" && (f.From == "" || last >= f.From) && (f.To == "" || first != "" && first <= f.To) {
			dated = true
		}
	}
	return dated && (f.Actor == "" || slices.ContainsFunc(mine, func(id string) bool { return r.is(id, f.Actor) }))
}

// order sorts dates by their first day, what has none last.
func order(a, b string) int {
	x, _ := edtf.Date(a).Days()
	y, _ := edtf.Date(b).Days()
	if (x == "") != (y == "") {
		return cmp.Compare(y, x)
	}
	return cmp.Compare(x, y)
}

// mention is the thread that one pledge of one document makes by itself.
func mention(d export.Document, p export.Pledge) Thread {
	t := Thread{
		Sums:      []Sum{},
		Proposers: slices.Clone(p.Proposers), Donors: slices.Clone(p.Donors), Beneficiaries: slices.Clone(p.Beneficiaries),
		Duration: value(p.Duration), Period: value(p.Period), Purpose: value(p.Purpose),
	}
	for _, a := range p.Amounts {
		n := cmp.Or(value(a.Value), value(a.Low), value(a.High))
		if n != "" && a.Currency != nil {
			t.Sums = append(t.Sums, Sum{Value: n, Currency: *a.Currency, Per: value(a.Per)})
		}
	}
	e := Event{On: value(p.Time), Kind: p.Status, Background: p.Background, Actors: slices.Clone(p.Donors)}
	// Proposals are the proposer's; what is given or refused, the donor's.
	if len(e.Actors) == 0 || e.Kind == "proposed" || e.Kind == "withdrawn" {
		e.Actors = slices.Clone(p.Proposers)
	}
	c := Citation{
		Document: d.ID, Pledge: p.ID, Statements: p.Statements, Outlet: value(d.Outlet),
		Published: value(d.Published), URL: value(d.URL), Words: p.Predicate.Text,
	}
	for _, x := range p.Evidence {
		if len(x.Text) > len(c.Words) {
			c.Words = x.Text
		}
	}
	e.Citations = []Citation{c}
	t.Events = []Event{e}
	return t
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
