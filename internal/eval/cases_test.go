package eval_test

import (
	"strings"
	"testing"

	"onrecord/internal/document"
	"onrecord/internal/eval"
	"onrecord/internal/export"
	"onrecord/internal/gold"
)

// told is what a program might find in an article.
func told(d *document.Document) (export.Object, error) {
	value, currency, high := "500000000", "NOK", "31"
	what := "tanks"
	said := export.Span{Text: "said"}
	return export.Object{
		Document:   export.Document{ID: d.ID},
		Actors:     []export.Actor{{ID: d.ID + "-ilse-brandt", Name: "Ilse Brandt", Kind: "person", Offices: []export.Office{{Title: "Chair", Of: &what, Former: true}}}},
		Statements: []export.Statement{{ID: "s1", Speakers: []string{d.ID + "-ilse-brandt"}, Cue: []export.Span{said}, Content: []export.Span{{Text: "it will pay"}}, Manner: "direct", Act: "say"}},
		Pledges: []export.Pledge{{
			Donors: []string{"norway", "sweden"}, Amounts: []export.Amount{{Value: &value, Currency: &currency}}, Items: []export.Item{{High: &high, What: &what}},
			Status: "pledged", Statements: []string{"s1"},
		}},
	}, nil
}

func TestCases(t *testing.T) {
	for assertion, want := range map[string]bool{
		"actor id=ilse-brandt kind=person":               true,
		"actor offices=\"former Chair of tanks\"":        true,
		"actor id=ilse kind=person":                      false,
		"statement speakers=ilse-brandt content~pay":     true,
		"statement speakers=ilse-brandt content~PAY":     true,
		"statement speakers=ilse-brandt content=pay":     false,
		"statement said=null":                            true,
		"no statement manner=direct":                     false,
		"no statement manner=indirect":                   true,
		"no action type=ASSAULT":                         true,
		"action type=ASSAULT":                            false,
		"pledge donors=sweden,norway":                    true,
		"pledge donors=norway":                           false,
		"pledge donors~norway":                           true,
		"pledge donors~nor":                              false,
		"pledge amounts=\"500000000 NOK\" status=agreed": false,
		"pledge items=\"up to 31 tanks\"":                true,
		"pledge statements~\"said it will\"":             true,
	} {
		c, err := gold.ParseScenario("x.txtar", []byte("A case\n-- article.txt --\nText.\n-- record.txt --\n"+assertion+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		r, err := eval.Cases([]gold.Scenario{c}, told)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.All.Right == 1; got != want {
			t.Errorf("%s: %v", assertion, got)
		}
	}
}

func TestCasesNameWhatIsWrong(t *testing.T) {
	c, err := gold.ParseScenario("late.txtar", []byte("A case\ntrap: yes\n-- article.txt --\nText.\n-- record.txt --\npledge donors~norway status=agreed\n"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := eval.Cases([]gold.Scenario{c}, told)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	if want := "late\n  pledge donors~norway status=agreed\n  nearest: donors=norway,sweden status=pledged\n"; !strings.Contains(b.String(), want) || r.Traps != 1 {
		t.Errorf("%s\nlacks %s", b.String(), want)
	}
	c.Assertions[0].Conditions[0].Field = "donor"
	if _, err := eval.Cases([]gold.Scenario{c}, told); err == nil || !strings.Contains(err.Error(), `no field "donor"`) {
		t.Errorf("an unknown field: %v", err)
	}
}
