package sheet_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/export"
	"onrecord/internal/export/sheet"
)

func p[T any](v T) *T { return &v }

func TestStatementsOfOneSpeakerStandTogether(t *testing.T) {
	s := func(id, source string, speakers ...string) export.Statement {
		x := export.Statement{ID: id, Speakers: speakers, Manner: "indirect", Act: "say"}
		if source != "" {
			x.Source = []export.Span{{Text: source}}
		}
		return x
	}
	got := sheet.Of(export.Object{
		Actors:     []export.Actor{{ID: "ann", Name: "Ann Lee", Offices: []export.Office{{Title: "Chair", Former: true}}}, {ID: "bo", Name: "Bo"}},
		Statements: []export.Statement{s("1", "Lee", "ann"), s("2", "Bo", "bo"), s("3", "She", "ann"), s("4", ""), s("5", "a driver,"), s("6", "They", "ann", "bo")},
	})
	var groups [][]string
	for _, g := range got.Groups {
		names := []string{g.Name, g.Office}
		for _, e := range g.Said {
			names = append(names, e.Number)
		}
		groups = append(groups, names)
	}
	want := [][]string{{"Ann Lee", "formerly Chair", "1", "3"}, {"Bo", "", "2"}, {"Nobody named", "", "4"}, {"a driver", "", "5"}, {"Ann Lee, Bo", "formerly Chair", "6"}}
	if d := cmp.Diff(want, groups); d != "" {
		t.Error(d)
	}
}

func TestPledgeInWords(t *testing.T) {
	got := sheet.Of(export.Object{
		Actors:     []export.Actor{{ID: "nato", Name: "NATO"}},
		Statements: []export.Statement{{ID: "x"}},
		Pledges: []export.Pledge{{
			Donors: []string{"nato"}, Beneficiaries: []string{"ukraine"}, Status: "refused", Negated: true, Duration: p("P5Y"), Binding: p("voluntary"), Statements: []string{"x", "gone"},
			Amounts: []export.Amount{{Value: p("100000000000"), Currency: p("EUR"), Hedge: p("reportedly")}, {Value: p("107000000000"), Currency: p("USD"), EquivalentOf: p(0)}, {High: p("5"), Per: p("year")}},
			Items:   []export.Item{{Value: p("31"), What: p("tanks")}}, Aims: []export.Span{{Text: "to strengthen"}},
		}},
	}).Pledges[0]
	want := sheet.Entry{
		ID: "p1", Number: "P1", Head: "NATO → ukraine", Words: "EUR 100 billion (reportedly) = USD 107 billion; up to 5 a year; 31 tanks",
		Facts: []string{"denied: refused", "over 5 years", "voluntary", "aim: to strengthen"}, Links: []sheet.Link{{ID: "s1", Text: "told in 1"}}, Score: "0.000",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestPlaces(t *testing.T) {
	o := export.Object{
		Document:   export.Document{Blocks: []export.Block{{Kind: "headline", Start: 0, End: 9}, {Kind: "paragraph", Start: 10, End: 20}, {Kind: "boilerplate", Start: 21, End: 25}, {Kind: "paragraph", Start: 26, End: 40}}},
		Statements: []export.Statement{{Content: []export.Span{{Start: 0, End: 5}, {Start: 12, End: 14}, {Start: 30, End: 33}}}},
	}
	want := []sheet.Place{{"headline · 0–5"}, {"¶1 · 12–14"}, {"¶2 · 30–33"}}
	if d := cmp.Diff(want, sheet.Of(o).Groups[0].Said[0].Places); d != "" {
		t.Error(d)
	}
}
