package brief

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"onrecord/internal/edtf"
	"onrecord/internal/export"
	"onrecord/internal/history"
)

// Options say what a brief is about.
type Options struct {
	On      edtf.Date              // its last day; "" for the day of the latest article
	Days    int                    // how many days it covers, On among them
	Actor   string                 // only this one: an id, a name or a part of it
	Issue   string                 // only this issue
	Label   func(id string) string // an issue in words
	Means   func(id string) string // the proposition that one is for or against; nil for none
	Maximum int                    // lines of a section; 0 for all
}

// Maker collects documents, in any order, and makes a brief of them.
type Maker struct {
	history   *history.Record
	documents []export.Object
	people    map[string]person
	words     map[string]string           // of each entry, as its article has them
	said      map[string]export.Statement // by id, without their words
	latest    string                      // day on which an article appeared
}

// New returns a maker that knows no document yet.
func New() *Maker {
	return &Maker{history: history.New(), people: map[string]person{}, words: map[string]string{}, said: map[string]export.Statement{}}
}

// Add takes a document. Its text is not kept.
func (m *Maker) Add(o export.Object) {
	m.cut(o)
	o.Document.Text = nil
	if _, day := edtf.Date(value(o.Document.Published)).Days(); day > m.latest {
		m.latest = day
	}
	m.history.Add(o)
	m.meet(o.Actors)
	m.documents = append(m.documents, o)
}

// cut keeps the words of each entry.
func (m *Maker) cut(o export.Object) {
	text := []rune(value(o.Document.Text))
	for _, s := range o.Statements {
		m.said[s.ID] = export.Statement{Speakers: s.Speakers, OnBehalfOf: s.OnBehalfOf}
		m.words[s.ID] = passage(text, slices.Concat(s.Source, s.Cue, s.Content))
	}
	for _, p := range o.Pledges {
		m.words[p.ID] = passage(text, longest(p.Evidence))
	}
	for _, a := range o.Actions {
		m.words[a.ID] = passage(text, longest(a.Evidence))
	}
}

// period is the days that a brief covers.
type period struct{ from, to time.Time }

// has says whether a date lies in the period with all its days.
func (p period) has(date string) bool {
	from, to, ok1, ok2 := edtf.Date(date).Bounds()
	return ok1 && ok2 && !from.Before(p.from) && !to.After(p.to)
}

func (p period) name() string {
	return edtf.Between(edtf.Of(p.from), edtf.Of(p.to)).Words()
}

// builder makes one brief.
type builder struct {
	*Maker
	Options
	period
	out        *Brief
	introduced map[string]bool // actors whose office was told
	issues     map[string][]string
	count      counts
}

// Make returns the brief. Without a day to end on there is no period, and the
// brief says so.
func (m *Maker) Make(o Options) (*Brief, error) {
	day := cmp.Or(string(o.On), m.latest, m.history.Latest())
	b := &builder{Maker: m, Options: o, out: &Brief{}, introduced: map[string]bool{}, issues: map[string][]string{}}
	b.out.Title = b.title()
	if day == "" {
		b.out.Period, b.out.Summary = "No period", "The record holds no dated document."
		return b.out, nil
	}
	_, to, _, ok := edtf.Date(day).Bounds()
	if !ok {
		return nil, fmt.Errorf("%q is no day; write it as 2024-04-07", day)
	}
	b.to, b.from = to, to.AddDate(0, 0, 1-max(o.Days, 1))
	b.out.Period = b.period.name()
	b.index()
	b.section("Who moved", b.moves())
	b.section("First positions on record", b.firsts())
	b.section("New conditions", b.conditions())
	b.section("Pledges", b.pledges())
	b.section("Acts claimed and denied", b.acts())
	b.section("Quotations", b.quotations())
	b.summary()
	return b.out, nil
}

func (b *builder) title() string {
	title := "Where each side stands"
	if b.Actor != "" {
		title = "Where " + b.called(b.Actor) + " stands"
	}
	if b.Issue != "" {
		title += " on " + b.label(b.Issue)
	}
	return title
}

// index finds the issues of each entry.
func (b *builder) index() {
	for _, d := range b.documents {
		for _, p := range d.Positions {
			if p.Issue != nil {
				b.issues[p.Of] = append(b.issues[p.Of], *p.Issue)
			}
		}
	}
	for i := range b.issues {
		slices.Sort(b.issues[i])
	}
}

// section adds a section, unless it has no lines, and numbers its footnotes.
func (b *builder) section(title string, lines []draft) {
	if b.Maximum > 0 && len(lines) > b.Maximum {
		lines = lines[:b.Maximum]
	}
	s := Section{Title: title}
	for _, l := range lines {
		line := Line{Text: sentence(l.text)}
		for _, f := range l.cites {
			if n := b.out.Cite(f); !slices.Contains(line.Notes, n) {
				line.Notes = append(line.Notes, n)
			}
		}
		s.Lines = append(s.Lines, line)
	}
	if len(s.Lines) > 0 {
		b.out.Sections = append(b.out.Sections, s)
	}
}

// draft is a line whose footnotes have no numbers yet.
type draft struct {
	text  string
	cites []Footnote
}

// wanted says whether one of the actors is the one that was asked for.
func (b *builder) wanted(actors ...string) bool {
	return b.Actor == "" || slices.ContainsFunc(actors, func(id string) bool {
		of := b.people[id].of // whose office holder speaks, speaks
		return b.history.Is(id, b.Actor) || of != "" && b.history.Is(of, b.Actor)
	})
}

// touches says whether issues hold the one that was asked for.
func (b *builder) touches(issues []string) bool {
	return b.Issue == "" || slices.Contains(issues, b.Issue)
}

// maxCites is how many reports a line cites.
const maxCites = 3

// cited are the footnotes of citations.
func (m *Maker) cited(in []history.Citation) []Footnote {
	var out []Footnote
	for _, c := range in[:min(len(in), maxCites)] {
		out = append(out, Footnote{Words: cmp.Or(m.words[c.Entry], c.Words), Title: c.Title, Outlet: c.Outlet, Date: edtf.Date(c.Published), URL: c.URL})
	}
	return out
}
