package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/export"
	"onrecord/internal/export/sheet"
)

// Length is how many documents one index leads over: it bounds what a run keeps
// in memory, and a page that a person can still use.
const Length = 500

// Summary is what the index shows of a document.
type Summary struct {
	Address    string // of its page
	Title      string
	Outlet     string
	Published  string // in words
	day        string // to sort by
	Statements int
	Actions    int
	Pledges    []Line
	Notes      []sheet.Note
	actors     []export.Actor
	speakers   map[string]int // statements of each
}

// Line is a pledge in the ledger.
type Line struct{ Address, Course, What, Status, When, day string }

// Summarize returns what the index shows of a document whose page is at
// address.
func Summarize(o export.Object, address string) Summary {
	sh := sheet.Of(o)
	from, _ := edtf.Date(value(o.Document.Published)).Days()
	s := Summary{
		Address: address, Title: sh.Title, Outlet: value(o.Document.Outlet), Published: edtf.Date(value(o.Document.Published)).Words(), day: from,
		Actions: len(o.Actions), Notes: sh.Notes, actors: o.Actors, speakers: map[string]int{},
	}
	for _, x := range o.Statements {
		if x.Act == sheet.Gloss {
			continue
		}
		s.Statements++
		for _, id := range x.Speakers {
			s.speakers[id]++
		}
	}
	for i, p := range o.Pledges {
		day, _ := edtf.Date(value(p.Time)).Days()
		s.Pledges = append(s.Pledges, Line{
			Address: fmt.Sprintf("%s#p%d", address, i+1), Course: sh.Pledges[i].Head, What: sh.Pledges[i].Words, Status: p.Status,
			When: edtf.Date(value(p.Time)).Words(), day: cmp.Or(day, from),
		})
	}
	return s
}

// Index is the index of a run, or of a part of one.
type Index struct {
	Documents      []Summary
	Previous, Next string // addresses of the parts before and behind; "" for none
	Actors         []Who
	Ledger         []Line
	Problems       []Trouble
}

// Who is an actor over documents.
type Who struct {
	Name, Kind            string
	Documents, Statements int
}

// Trouble is a document with a problem.
type Trouble struct {
	Address, Title string
	Notes          []sheet.Note
}

// NewIndex puts summaries together. previous and next are the addresses of the
// parts before and behind, "" for none.
func NewIndex(documents []Summary, previous, next string) []byte {
	x := Index{Documents: documents, Previous: previous, Next: next}
	at := map[string]int{}
	for _, d := range documents {
		x.Ledger = append(x.Ledger, d.Pledges...)
		if len(d.Notes) > 0 {
			x.Problems = append(x.Problems, Trouble{d.Address, d.Title, d.Notes})
		}
		for _, a := range d.actors {
			k, ok := at[a.ID]
			if !ok {
				k = len(x.Actors)
				at[a.ID] = k
				x.Actors = append(x.Actors, Who{Name: a.Name, Kind: a.Kind})
			}
			x.Actors[k].Documents++
			x.Actors[k].Statements += d.speakers[a.ID]
		}
	}
	slices.SortStableFunc(x.Actors, func(a, b Who) int {
		return cmp.Or(b.Statements-a.Statements, b.Documents-a.Documents, strings.Compare(a.Name, b.Name))
	})
	slices.SortStableFunc(x.Ledger, func(a, b Line) int { return strings.Compare(a.day, b.day) })
	return render("index", x)
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
