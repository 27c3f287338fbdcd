package history_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/export"
	"onrecord/internal/history"
)

func p[T any](v T) *T { return &v }

// said is a document in which somebody says something of the dam.
type said struct {
	doc, published, on, stance, content string
	speaker, holder, teller             string
	manner, occasion                    string
	background                          bool
	condition                           string
}

func (s said) object() export.Object {
	who := s.speaker
	if who == "" {
		who = "lena"
	}
	holder := s.holder
	if holder == "" {
		holder = who
	}
	st := export.Statement{
		ID: s.doc + "s", Speakers: []string{who}, Act: "say", Manner: s.manner, Background: s.background,
		Source: []export.Span{{Start: 0, End: 4, Text: "Lena"}}, Cue: []export.Span{{Start: 5, End: 9, Text: "said"}},
		Content: []export.Span{{Start: 10, End: 10 + len(s.content), Text: s.content}},
	}
	if s.on != "" {
		st.Said = &s.on
	}
	if s.occasion != "" {
		st.Occasion = &s.occasion
	}
	pos := export.Position{ID: s.doc + "o", Of: st.ID, Holder: &holder, Issue: p("dam"), Stance: s.stance}
	if s.teller != "" {
		pos.ToldBy = &s.teller
	}
	if s.condition != "" {
		pos.Conditions = []export.Span{{Text: s.condition}}
	}
	return export.Object{
		Document: export.Document{ID: s.doc, Published: &s.published, Outlet: p("Tern Post")}, Actors: []export.Actor{{ID: "lena", Name: "Lena Moor", Kind: "person"}},
		Statements: []export.Statement{st}, Positions: []export.Position{pos},
	}
}

func record(all ...said) *history.Record {
	r := history.New()
	for _, s := range all {
		r.Add(s.object())
	}
	return r
}

// told shows standings: "lena dam oppose since 2024-05-02: 2024-05-01 support, …".
func told(in []history.Standing) []string {
	var out []string
	for _, s := range in {
		line := s.Actor + " " + s.Stance + " since " + s.Since
		if s.Told {
			line += " (told)"
		}
		for _, e := range s.Events {
			line += "; " + e.On + " " + e.Stance
			if e.From != "" {
				line += " from " + e.From
			}
			if e.NewCondition {
				line += " new condition"
			}
			if e.Contradicts != "" {
				line += " contradicts " + e.Contradicts
			}
			if e.ToldBy != "" {
				line += " told by " + e.ToldBy
			}
			line += strings.Repeat("+", e.Utterances-1)
		}
		out = append(out, line)
	}
	return out
}

func TestStandings(t *testing.T) {
	for _, c := range []struct {
		what string
		in   []said
		want []string
	}{
		{
			"order is by when it was said, not by publication",
			[]said{{doc: "b", published: "2024-05-09", on: "2024-05-01", stance: "support"}, {doc: "a", published: "2024-05-03", on: "2024-05-02", stance: "oppose"}},
			[]string{"lena oppose since 2024-05-02; 2024-05-01 support; 2024-05-02 oppose from support contradicts 2024-05-01"},
		},
		{
			"far apart, a change of side is no contradiction",
			[]said{{doc: "a", on: "2024-01-01", stance: "support"}, {doc: "b", on: "2024-05-02", stance: "oppose"}},
			[]string{"lena oppose since 2024-05-02; 2024-01-01 support; 2024-05-02 oppose from support"},
		},
		{
			"old news retold dates a stance back and changes nothing",
			[]said{{doc: "a", on: "2024-05-02", stance: "oppose"}, {doc: "b", on: "2023", stance: "oppose", background: true}, {doc: "c", on: "2024-05-03", stance: "support", background: true}},
			[]string{"lena oppose since 2023; 2023 oppose; 2024-05-02 oppose; 2024-05-03 support"},
		},
		{
			"the undated confirms",
			[]said{{doc: "a", on: "2024-05-02", stance: "oppose"}, {doc: "b", stance: "support"}},
			[]string{"lena oppose since 2024-05-02;  support; 2024-05-02 oppose"},
		},
		{
			"of dates that overlap neither is before the other, and the narrower stands",
			[]said{{doc: "a", on: "2024-12-28", stance: "oppose"}, {doc: "b", on: "2024", stance: "support"}},
			[]string{"lena oppose since 2024-12-28; 2024-12-28 oppose; 2024 support"},
		},
		{
			"a wide date gives way to a narrow one in it",
			[]said{{doc: "a", on: "2024-05", stance: "support"}, {doc: "b", on: "2024-05-31", stance: "oppose"}},
			[]string{"lena oppose since 2024-05-31; 2024-05 support; 2024-05-31 oppose"},
		},
		{
			"two sides on one day contradict each other and are no change",
			[]said{{doc: "a", on: "2024-05-01", stance: "support"}, {doc: "b", on: "2024-05-01", stance: "oppose"}},
			[]string{"lena oppose since 2024-05-01; 2024-05-01 oppose; 2024-05-01 support contradicts 2024-05-01"},
		},
		{
			"a condition in other letters is no new one",
			[]said{{doc: "a", on: "2024-05-01", stance: "support", condition: "If the valley agrees"}, {doc: "b", on: "2024-05-02", stance: "support", condition: "if the valley agrees,"}},
			[]string{"lena support since 2024-05-01; 2024-05-01 support; 2024-05-02 support"},
		},
		{
			"what is unclear is no side",
			[]said{{doc: "a", on: "2024-05-01", stance: "support"}, {doc: "b", on: "2024-05-02", stance: "unclear"}, {doc: "c", on: "2024-05-03", stance: "support"}},
			[]string{"lena support since 2024-05-01; 2024-05-01 support; 2024-05-02 unclear; 2024-05-03 support"},
		},
		{
			"a condition that was not there is marked",
			[]said{{doc: "a", on: "2024-05-01", stance: "support"}, {doc: "b", on: "2024-05-02", stance: "support", condition: "if the valley agrees"}, {doc: "c", on: "2024-05-03", stance: "support", condition: "if the valley agrees"}},
			[]string{"lena support since 2024-05-01; 2024-05-01 support; 2024-05-02 support new condition; 2024-05-03 support"},
		},
		{
			"what others tell stands apart",
			[]said{{doc: "a", on: "2024-05-01", stance: "support"}, {doc: "b", on: "2024-05-02", stance: "oppose", speaker: "ida", holder: "lena", teller: "ida"}},
			[]string{"lena support since 2024-05-01; 2024-05-01 support", "lena oppose since 2024-05-02 (told); 2024-05-02 oppose told by ida"},
		},
	} {
		got := told(record(c.in...).Standings(history.Options{Within: 7 * 24 * time.Hour}))
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s:\n%s", c.what, d)
		}
	}
}

func TestReportsOfOneSayingAreOneUtterance(t *testing.T) {
	for _, c := range []struct {
		what string
		a, b said
		want int
	}{
		{
			"the same words quoted",
			said{doc: "a", on: "2024-05-01", manner: "direct", content: "We shall never drown this valley for money"},
			said{doc: "b", on: "2024-05-01/2024-05-03", manner: "mixed", content: "they would “never drown this valley for money”, she added"},
			1,
		},
		{
			"the same words on another day",
			said{doc: "a", on: "2024-05-01", manner: "direct", content: "We shall never drown this valley for money"},
			said{doc: "b", on: "2024-06-01", manner: "direct", content: "We shall never drown this valley for money"},
			2,
		},
		{
			"one interview, one issue, two wordings",
			said{doc: "a", on: "2024-05-01", occasion: "interview", stance: "support", content: "the dam was needed"},
			said{doc: "b", on: "2024-05-01", occasion: "interview", stance: "support", content: "nobody could do without it"},
			1,
		},
		{
			"two interviews",
			said{doc: "a", on: "2024-05-01", occasion: "interview", content: "the dam was needed"},
			said{doc: "b", on: "2024-05-08", occasion: "interview", content: "nobody could do without it"},
			2,
		},
		{
			"the same words of two people",
			said{doc: "a", on: "2024-05-01", manner: "direct", content: "We shall never drown this valley for money"},
			said{doc: "b", speaker: "ida", on: "2024-05-01", manner: "direct", content: "We shall never drown this valley for money"},
			2,
		},
	} {
		got := record(c.a, c.b).Utterances()
		reports := 0
		for _, u := range got {
			reports += len(u.Reports)
		}
		if len(got) != c.want || reports != 2 {
			t.Errorf("%s: %d utterances of %d reports, want %d of 2", c.what, len(got), reports, c.want)
		}
	}
}

func TestTwoReportsOfAnUtteranceAreOneEvent(t *testing.T) {
	words := "We shall never drown this valley for money"
	got := told(record(
		said{doc: "a", on: "2024-05-01", manner: "direct", content: words, stance: "oppose"},
		said{doc: "b", on: "2024-05-01", manner: "direct", content: words, stance: "unclear"},
		said{doc: "c", on: "2024-05-02", content: "it will not be built", stance: "oppose"},
	).Standings(history.Options{}))
	want := []string{"lena oppose since 2024-05-01; 2024-05-01 oppose; 2024-05-02 oppose"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestWhoIsMeant(t *testing.T) {
	r := history.New()
	r.Add(export.Object{Actors: []export.Actor{{ID: "norway-army", Name: "Army", PartOf: p("norway")}, {ID: "norway", Name: "Norway"}}})
	for word, want := range map[string]bool{"norw": true, "ARMY": true, "norway-army": true, "Sweden": false} {
		if got := r.Is("norway-army", word); got != want {
			t.Errorf("%q means the army: %v", word, got)
		}
	}
}

func TestADocumentGivenTwiceAndDeedsOfOneDayCountOnce(t *testing.T) {
	r := history.New()
	deed := export.Object{
		Document: export.Document{ID: "a"},
		Actions:  []export.Action{{ID: "a1", Time: p("2024-05-01")}}, Pledges: []export.Pledge{{ID: "p1", Time: p("2024-05-01")}},
		Positions: []export.Position{
			{ID: "o1", Of: "a1", Holder: p("lena"), Issue: p("dam"), Stance: "support"}, {ID: "o2", Of: "p1", Holder: p("lena"), Issue: p("dam"), Stance: "support"},
		},
	}
	r.Add(deed)
	r.Add(deed)
	if d := cmp.Diff([]string{"lena support since 2024-05-01; 2024-05-01 support"}, told(r.Standings(history.Options{}))); d != "" {
		t.Error(d)
	}
}

func TestAnUndatedReportJoinsNoTwoDays(t *testing.T) {
	words := "We shall never drown this valley for money"
	got := record(
		said{doc: "a", on: "2024-04-01", manner: "direct", content: words}, said{doc: "b", manner: "direct", content: words},
		said{doc: "c", on: "2024-06-01", manner: "direct", content: words},
	).Utterances()
	if len(got) != 2 {
		t.Errorf("%d utterances, want 2", len(got))
	}
}
