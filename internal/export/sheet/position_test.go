package sheet_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/export"
	"onrecord/internal/export/sheet"
)

func TestPositionsInWordsThoseWithASideFirst(t *testing.T) {
	got := sheet.Of(export.Object{
		Actors:     []export.Actor{{ID: "iran", Name: "Iran"}, {ID: "oman", Name: "Oman"}},
		Statements: []export.Statement{{ID: "x"}},
		Actions:    []export.Action{{ID: "y"}},
		Positions: []export.Position{
			{Of: "x", Holder: p("oman"), Issue: p("nuclear-deal"), Stance: "unclear", Conditions: []export.Span{{Text: "if both agree"}}},
			{Of: "y", Holder: p("iran"), ToldBy: p("oman"), Issue: p("direct-talks"), Target: p("oman"), Stance: "oppose", Scope: []export.Span{{Text: "for now"}}, Why: []string{"rejects"}},
			{Of: "gone", Issue: p("ceasefire"), Stance: "support"},
		},
	}).Stances
	want := []sheet.Entry{
		{
			ID: "o2", Number: "O2", At: "a1", Head: "Iran", Words: "against Oman: direct talks", Facts: []string{"told by Oman", "only: for now"},
			Links: []sheet.Link{{ID: "a1", Text: "in A1"}}, Score: "0.000", Why: []string{"rejects"},
		},
		{ID: "o3", Number: "O3", Head: "Nobody named", Words: "for ceasefire", Score: "0.000"},
		{
			ID: "o1", Number: "O1", At: "s1", Head: "Oman", Words: "on nuclear deal", Facts: []string{"no side taken", "condition: if both agree"},
			Links: []sheet.Link{{ID: "s1", Text: "in 1"}}, Score: "0.000",
		},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
