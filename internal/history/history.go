// Package history puts the positions of many documents in the order in which
// they were taken: where each actor stands on each issue now, since when, and
// how that moved. It takes documents one at a time, as the format jsonl has
// them, and keeps of each only what its positions need.
//
//	utterance  reports of one saying, found to be one
//	event      a side that somebody took on a day, with all that tells of it
//	standing   the events of an actor and an issue in order, and what they change
//
// Order is by when something was said or done, never by publication. What is
// background, repeated or undated confirms a stance, or dates it back, and never
// marks a change; nor does what is unclear. What others say of an actor's stance
// is kept apart from what it said or did itself.
package history

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/export"
)

// Citation is where an entry stands.
type Citation struct {
	Document  string `json:"document"`
	Title     string `json:"title"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"` // EDTF; "" if unknown
	URL       string `json:"url"`
	Entry     string `json:"entry"` // id of the statement, pledge or action
	Words     string `json:"words"`
}

// Record collects documents.
type Record struct {
	actors map[string]Actor
	said   []saying
	byID   map[string]int // of a statement: index into said
	taken  []taken
	read   map[string]bool // ids of documents
	latest string          // the last day on which a document was published
}

// Actor is what is known of an actor.
type Actor struct {
	ID, Name, Kind, PartOf string
	Office                 string // the first that any document gives
}

// taken is a position as one document has it.
type taken struct {
	holder, teller, issue, stance, on string
	background                        bool
	conditions, scope                 []string
	saying                            int // index into said; -1 for a deed
	at                                Citation
}

// New returns an empty record.
func New() *Record {
	return &Record{actors: map[string]Actor{}, byID: map[string]int{}, read: map[string]bool{}}
}

// Add takes a document. One that was taken before is passed over.
func (r *Record) Add(o export.Object) {
	if r.read[o.Document.ID] {
		return
	}
	r.read[o.Document.ID] = true
	for _, a := range o.Actors {
		r.actor(a)
	}
	d := o.Document
	r.see(value(d.Published))
	issues := map[string][]string{}
	for _, p := range o.Positions {
		if p.Issue != nil {
			issues[p.Of] = append(issues[p.Of], *p.Issue)
		}
	}
	dates, background := map[string]string{}, map[string]bool{}
	words := map[string]string{}
	for _, s := range o.Statements {
		if s.Act == "gloss" {
			continue
		}
		r.say(d, s, issues[s.ID])
		dates[s.ID], background[s.ID], words[s.ID] = value(s.Said), s.Background || s.Act == "repeat", sentence(s)
	}
	for _, p := range o.Pledges {
		dates[p.ID], background[p.ID], words[p.ID] = cmp.Or(value(p.Time), when(o, p.Statements)), p.Background, join(p.Evidence)
	}
	for _, a := range o.Actions {
		dates[a.ID], background[a.ID], words[a.ID] = cmp.Or(value(a.Time), when(o, a.AccordingTo)), a.Background, join(a.Evidence)
	}
	for _, p := range o.Positions {
		if p.Issue == nil || p.Holder == nil {
			continue
		}
		saying, ok := r.byID[p.Of]
		if !ok {
			saying = -1
		}
		on := dates[p.Of]
		r.taken = append(r.taken, taken{
			holder: *p.Holder, teller: value(p.ToldBy), issue: *p.Issue, stance: p.Stance, on: on, background: background[p.Of],
			conditions: texts(p.Conditions), scope: texts(p.Scope), saying: saying, at: cite(d, p.Of, words[p.Of]),
		})
	}
}

// when is the date of the first of some statements.
func when(o export.Object, ids []string) string {
	for _, s := range o.Statements {
		if slices.Contains(ids, s.ID) {
			return value(s.Said)
		}
	}
	return ""
}

func (r *Record) actor(a export.Actor) {
	x := r.actors[a.ID]
	x.ID, x.Kind, x.PartOf = a.ID, a.Kind, value(a.PartOf)
	if len(a.Name) > len(x.Name) {
		x.Name = a.Name
	}
	for _, f := range a.Offices {
		if x.Office == "" && !f.Former {
			x.Office = f.Title
		}
	}
	r.actors[a.ID] = x
}

// see keeps the latest day.
func (r *Record) see(date string) {
	if _, to, _, ok := edtf.Date(date).Bounds(); ok {
		r.latest = max(r.latest, string(edtf.Of(to)))
	}
}

// Latest returns the day of the latest article, "" if none has a date.
func (r *Record) Latest() string { return r.latest }

// Actor returns what is known of an actor.
func (r *Record) Actor(id string) Actor {
	a := r.actors[id]
	a.ID, a.Name = id, cmp.Or(a.Name, id)
	return a
}

// Is says whether an actor is meant by a word of the user's: its id, its name or
// a part of it, or the one that it is a part of.
func (r *Record) Is(id, word string) bool {
	word = strings.ToLower(word)
	for range 8 {
		a := r.Actor(id)
		if strings.ToLower(a.ID) == word || strings.Contains(strings.ToLower(a.Name), word) {
			return true
		}
		if id = a.PartOf; id == "" {
			return false
		}
	}
	return false
}

func cite(d export.Document, entry, words string) Citation {
	return Citation{
		Document: d.ID, Title: value(d.Title), Outlet: value(d.Outlet), Published: value(d.Published), URL: value(d.URL), Entry: entry, Words: words,
	}
}

// sentence is a statement in the order of its words.
func sentence(s export.Statement) string {
	all := slices.Concat(s.Source, s.Cue, s.Content)
	slices.SortStableFunc(all, func(a, b export.Span) int { return a.Start - b.Start })
	return join(all)
}

// join joins the words of spans; between two that do not nearly touch stands a
// gap.
func join(in []export.Span) string {
	var b strings.Builder
	for i, s := range in {
		switch {
		case i == 0:
		case s.Start <= in[i-1].End+2:
			b.WriteByte(' ')
		default:
			b.WriteString(export.Gap)
		}
		b.WriteString(s.Text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func texts(in []export.Span) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = strings.Join(strings.Fields(s.Text), " ")
	}
	return out
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
