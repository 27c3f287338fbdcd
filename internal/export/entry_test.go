package export_test

import (
	"bytes"
	"testing"

	"onrecord/internal/export"
	"onrecord/internal/export/exporttest"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

func TestEntriesOfEveryKind(t *testing.T) {
	r := reading(t)
	r.Actors = []record.Actor{{
		ID: "doc-zoe", Name: "Zoë", Kind: record.Person, PartOf: "ukraine", Provisional: true, Mentions: []text.Span{at(t, "Zoë")},
		Offices: []record.Office{{Title: "envoy", Of: "ukraine", On: "2024-04-07", Former: true}},
	}}
	r.Statements[0].Said, r.Statements[0].SaidBasis, r.Statements[0].Speakers = "2024-04-06", record.Published, []record.ActorID{"doc-zoe"}
	r.Pledges = []record.Pledge{{
		ID: "docp1", Statements: []record.StatementID{"docs1"}, Donors: []record.ActorID{"doc-zoe"}, Duration: "P5Y", Status: record.Delayed,
		Amounts: []record.Amount{
			{Span: at(t, "Né"), Value: "100", Currency: "EUR", EquivalentOf: -1, Hedge: "reportedly"},
			{Span: at(t, "à"), Value: "107", Currency: "USD", EquivalentOf: 0},
		},
		Items: []record.Item{{Span: at(t, "Co"), High: "31", What: "tanks"}}, Predicate: at(t, "said"), Evidence: []text.Span{at(t, "the envoy 🙂 said")},
	}}
	r.Actions = []record.Action{{
		ID: "doca1", Type: record.TypeReject, Predicate: at(t, "signals"), Lemma: "signal", Object: []text.Span{at(t, "patience")},
		AccordingTo: []record.StatementID{"docs1"}, Tense: record.Future, Certainty: record.Perhaps, Time: "2022/2024-04-07",
	}}
	got := export.JSONLine(export.Of(r, export.Options{}))
	for _, want := range []string{
		`"actors":[{"id":"doc-zoe","name":"Zoë","kind":"person","aliases":[],"part_of":"ukraine","iso3":null,"wikidata":null,"described_as":[],` +
			`"offices":[{"title":"envoy","of":"ukraine","on":"2024-04-07","former":true}],"provisional":true,"mentions":[{"start":0,"end":3,"text":"Zoë"}]}]`,
		`"said":"2024-04-06","said_basis":"published"`,
		`"value":"100","currency":"EUR","low":null,"high":null,"about":false,"per":null,"equivalent_of":null,"hedge":"reportedly"}`,
		`"currency":"USD","low":null,"high":null,"about":false,"per":null,"equivalent_of":0,"hedge":null}`,
		`"value":null,"low":null,"high":"31","about":false,"what":"tanks"}`,
		`"duration":"P5Y","period":null`, `"status":"delayed"`, `"type":"REJECT","mode":null,"predicate":{"start":46,"end":53,"text":"signals","lemma":"signal"}`,
		`"object":"patience"`, `"according_to":["docs1"],"denied_in":[]`, `"certainty":"possible","tense":"future"`, `"time":"2022/2024-04-07","place":null`,
	} {
		if !bytes.Contains(got, []byte(want)) {
			t.Errorf("%s is missing in %s", want, got)
		}
	}
	if _, _, err := exporttest.Citations(bytes.NewReader(got)); err != nil {
		t.Error(err)
	}
}
