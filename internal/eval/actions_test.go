package eval_test

import (
	"testing"

	"onrecord/internal/eval"
	"onrecord/internal/gold"
	"onrecord/internal/record"
)

func TestActions(t *testing.T) {
	sentences := []gold.CodedSentence{
		{ID: "found", Text: "found", Date: "20240407", Events: []gold.CodedEvent{{Code: "1122"}, {Code: "112"}}},
		{ID: "only in words", Text: "words", Events: []gold.CodedEvent{{Code: "130"}}},
		{ID: "no event, and one found", Text: "found", None: true},
		{ID: "left out by the records", Text: "found", Skipped: true, Events: []gold.CodedEvent{{Code: "112"}}},
		{ID: "a code of no event", Text: "found", Events: []gold.CodedEvent{{Code: "010"}}},
	}
	read := func(s, published string) (eval.Deeds, error) {
		if s == "words" {
			return eval.Deeds{Statements: []record.Statement{{Act: record.Threaten}, {Act: record.Say}}}, nil
		}
		accuse := record.Action{Type: record.TypeAccuse}
		return eval.Deeds{Any: []record.Action{accuse, accuse}}, nil
	}
	r, err := eval.Actions(sentences, read)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		got        eval.Score
		pred, gold int
		p, r       float64
	}{
		"public":     {r.Public, 0, 2, 0, 0},
		"any":        {r.Any, 2, 2, 50, 50},
		"with_words": {r.WithWords, 3, 2, 66.67, 100},
	} {
		if c.got.Pred != c.pred || c.got.Gold != c.gold || c.got.P != c.p || c.got.R != c.r {
			t.Errorf("%s: %v, want P %v R %v, gold %d pred %d", name, c.got, c.p, c.r, c.gold, c.pred)
		}
	}
	if r.Sentences != 3 {
		t.Errorf("%d sentences scored, want 3", r.Sentences)
	}
}

func TestPLOVER(t *testing.T) {
	for code, want := range map[string]string{
		"057": "SUPPORT", "0871": "RETREAT", "084": "RETREAT", "0811": "CONCEDE", "0813": "RETREAT", "163": "SANCTION",
		"192": "COERCE", "190": "ASSAULT", "204": "ASSAULT", "10": "REQUEST", "010": "", "343": "", "1": "", "": "",
	} {
		got := ""
		if p, ok := eval.PLOVER(code); ok {
			got = p.String()
		}
		if got != want {
			t.Errorf("%q is %q, want %q", code, got, want)
		}
	}
}
