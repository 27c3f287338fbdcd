package brief_test

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/internal/brief"
	"onrecord/internal/export"
)

func p[T any](v T) *T { return &v }

// article is a document in which one actor says one thing on an issue.
func article(n int, day, actor, stance, words string, condition ...string) export.Object {
	id := fmt.Sprintf("doc%ds1", n)
	s := export.Statement{
		ID: id, Speakers: []string{actor}, Content: []export.Span{{Start: 0, End: len(words), Text: words}}, Manner: "direct", Act: "say", Said: p(day),
	}
	o := export.Position{Of: id, Holder: p(actor), Issue: p("harbor"), Stance: stance}
	for _, c := range condition {
		o.Conditions = append(o.Conditions, export.Span{Text: c})
	}
	return export.Object{
		Document: export.Document{ID: fmt.Sprintf("doc%d", n), Outlet: p("Tern"), Title: p("Harbor talks"), Published: p(day), Text: p(words)},
		Actors: []export.Actor{{
			ID: actor, Name: "Ada Ness", Kind: "person",
			Offices: []export.Office{{Title: "Prime Minister", Of: p("norland")}},
		}, {ID: "norland", Name: "Norland", Kind: "country"}},
		Statements: []export.Statement{s}, Positions: []export.Position{o},
	}
}

func made(t *testing.T, o brief.Options, docs ...export.Object) string {
	t.Helper()
	m := brief.New()
	for _, d := range docs {
		m.Add(d)
	}
	b, err := m.Make(o)
	if err != nil {
		t.Fatal(err)
	}
	return string(written(t, "md", b))
}

var week = brief.Options{Days: 7, Label: func(string) string { return "the harbor" }}

func TestSentencesOfMoves(t *testing.T) {
	yes := article(1, "2024-03-01", "ada", "support", "The harbor is a good plan for all of us.")
	no := article(2, "2024-03-20", "ada", "oppose", "We cannot pay for this harbor any more.")
	for _, c := range []struct {
		name string
		docs []export.Object
		o    brief.Options
		want []string
	}{
		{"who changes sides seems to have moved, on one saying", []export.Object{yes, no}, week, []string{
			"*14 to 20 March 2024*", "A change of side is seen for Ada Ness on the harbor.",
			"- On the harbor, Ada Ness (Prime Minister of Norland) seems to have moved from support to opposition on 20 March 2024: “We cannot pay for this harbor any more.”[^1][^2]",
			"[^2]: “The harbor is a good plan for all of us.” Tern, Harbor talks, 1 March 2024. Not confirmed by a person.",
		}},
		{"an order of reading that is not that of saying", []export.Object{no, yes}, week, []string{"from support to opposition"}},
		{"the first side is no move", []export.Object{yes}, week, []string{
			"No side is seen to have changed.", "- The harbor. For: Ada Ness (Prime Minister of Norland).[^1]",
			"- Ada Ness, 1 March 2024: “The harbor is a good plan for all of us.”[^1]",
		}},
		{"a condition is told with its words", []export.Object{article(1, "2024-03-01", "ada", "support", "Only if Ostland pays will we build the harbor.", "Only if Ostland pays")}, week, []string{
			"- Ada Ness supports the harbor on a condition: “Only if Ostland pays”.[^1]",
		}},
		{"nothing in the period", []export.Object{yes}, brief.Options{On: "2023-01-31", Days: 7}, []string{
			"*25 to 31 January 2023*", "The record holds nothing for this period.",
		}},
		{"nothing at all", nil, week, []string{"The record holds no dated document."}},
		{"a country's office holder speaks for it", []export.Object{yes}, brief.Options{Days: 7, Actor: "norland"}, []string{"# Where Norland stands", "For: Ada Ness"}},
	} {
		got := made(t, c.o, c.docs...)
		for _, w := range c.want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: no %q in\n%s", c.name, w, got)
			}
		}
	}
}

func TestLoneSayingAgainstAFirmSideMovesNobody(t *testing.T) {
	var docs []export.Object
	for i := range 3 {
		docs = append(docs, article(i, fmt.Sprintf("2024-02-0%d", i+1), "ada", "support", fmt.Sprintf("Harbor number %d is a plan that we like.", i)))
	}
	got := made(t, week, append(docs, article(9, "2024-03-01", "ada", "oppose", "No ship of ours will see that harbor."))...)
	if strings.Contains(got, "moved") {
		t.Errorf("it moves:\n%s", got)
	}
}

func TestPledgeOfOneOutletIsAccordingToIt(t *testing.T) {
	d := article(1, "2024-03-01", "ada", "unclear", "Well.")
	d.Positions = nil
	d.Pledges = []export.Pledge{{
		ID: "doc1p1", Donors: []string{"norland"}, Status: "agreed", Evidence: []export.Span{{Text: "agreed on the sum"}}, Duration: p("P5Y"),
		Amounts: []export.Amount{{Value: p("100000000000"), Currency: p("EUR")}, {Value: p("107000000000"), Currency: p("USD"), EquivalentOf: p(0)}},
	}}
	if got, want := made(t, week, d), `- Norland agreed on €100 billion (\$107 billion) over five years, according to Tern.[^1]`; !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
}

func TestClaimsAndDenials(t *testing.T) {
	d := article(1, "2024-03-01", "ada", "unclear", "Ostland sank the ferry.")
	d.Statements = append(d.Statements, export.Statement{ID: "doc1s2", Speakers: []string{"ostland"}, Act: "deny", Content: []export.Span{{Text: "it sank nothing"}}})
	d.Actors = append(d.Actors, export.Actor{ID: "ostland", Name: "Ostland", Kind: "country"})
	d.Actions = []export.Action{{
		ID: "doc1a1", Actors: []string{"ostland"}, Type: "ASSAULT", Tense: "past", Certainty: "certain", AccordingTo: []string{"doc1s1"}, DeniedIn: []string{"doc1s2"},
		Evidence: []export.Span{{Start: 0, End: 22, Text: "Ostland sank the ferry"}},
	}}
	want := "- According to Ada Ness (Prime Minister of Norland): “Ostland sank the ferry.” Ostland denied it."
	if got := made(t, week, d); !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
}
