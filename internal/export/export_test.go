package export_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/engine"
	"onrecord/internal/export"
	"onrecord/internal/export/exporttest"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

const story = "Zoë & <Co>\n\n“Né à Kyiv,” the envoy 🙂 said.\nIt signals patience."

// at is the span of the first s in story.
func at(t *testing.T, s string) text.Span {
	t.Helper()
	i := strings.Index(story, s)
	if i < 0 {
		t.Fatalf("%q is not in the story", s)
	}
	return text.Span{Start: i, End: i + len(s)}
}

// reading is a document as the engine would leave it, made by hand.
func reading(t *testing.T) *engine.Reading {
	t.Helper()
	d := &document.Document{ID: "doc", Key: "k-1", Origin: "a.txt", AssumedDate: "2024-04-07", Text: story}
	d.Note(document.Problem{Code: document.NUL, What: "1 NUL character, left out", Span: at(t, "Co"), Hint: "check"}, document.Problem{Code: document.Language, What: "odd"})
	passage := &annotate.Layers{Document: d, Tokens: []text.Span{at(t, "Zoë"), at(t, "Kyiv")}, Heads: []int32{-1, 0}, Relations: []string{"root", "obl"}, Sentences: []annotate.Sentence{{First: 0, End: 2}}}
	second := &annotate.Layers{
		Document: d, Tokens: []text.Span{at(t, "envoy"), at(t, "said")}, Heads: []int32{1, -1}, Tags: []annotate.UPOS{annotate.NOUN, annotate.VERB}, Lemmas: []string{"envoy", "say"},
		Sentences: []annotate.Sentence{{First: 0, End: 2}},
		Quotes:    []annotate.Quote{{Span: at(t, "“Né à Kyiv,”"), Inner: at(t, "Né à Kyiv,"), Closed: true}},
		Entities:  []annotate.Entity{{First: 0, End: 1, Class: annotate.Person, Score: .5}},
	}
	return &engine.Reading{
		Document: d, Engine: "en-1+00000000", Passages: []*annotate.Layers{passage, second},
		Blocks: []annotate.Block{{Span: at(t, "Zoë & <Co>"), Kind: annotate.Headline}, {Span: at(t, "“Né à Kyiv,” the envoy 🙂 said.")}, {Span: at(t, "It signals patience.")}},
		Facts:  annotate.Facts{Title: "Zoë & <Co>", Outlet: "=HYPERLINK()"},
		Statements: []record.Statement{
			{ID: "docs1", Source: []text.Span{at(t, "the envoy")}, Cue: []text.Span{at(t, "said")}, Content: []text.Span{at(t, "“Né à"), at(t, "Kyiv,”")}, Manner: record.Direct, Score: .97, Clauses: []record.Clause{{Span: at(t, "Né à"), Modality: record.Possible, Negated: true}}},
			{ID: "docs2", Cue: []text.Span{at(t, "signals")}, Content: []text.Span{at(t, "patience")}, Act: record.Gloss},
		},
	}
}

func TestEverySpanIsItsWords(t *testing.T) {
	_, spans, err := exporttest.Citations(bytes.NewReader(export.JSON(export.Of(reading(t), export.Options{}))))
	if err != nil {
		t.Fatal(err)
	}
	if spans != 7 {
		t.Errorf("%d spans, want 7", spans)
	}
}

func TestJSONLine(t *testing.T) {
	got := export.JSONLine(export.Of(reading(t), export.Options{NoText: true}))
	if bytes.Count(got, []byte("\n")) != 1 || got[len(got)-1] != '\n' {
		t.Errorf("not one line: %s", got)
	}
	for _, want := range []string{
		`"title":"Zoë & <Co>"`, `"text":null`, `"outlet":"=HYPERLINK()"`, `"published":"2024-04-07"`, `"author":null`, `"unit":"codepoint"`,
		`"actors":[]`, `"pledges":[]`, `"actions":[]`, `"positions":[]`, `"speakers":[]`, `"said":null`, `"hedged":false`, `"score":0.970`, `"why":[]`,
		`"clauses":[{"start":13,"end":17,"text":"Né à","modality":"possible","negated":true}]`, `"source":[]`, `"act":"gloss"`,
		`{"code":"nul","what":"1 NUL character, left out","start":7,"end":9,"hint":"check"}`, `{"code":"language","what":"odd","start":null,"end":null,"hint":null}`,
		`"blocks":[{"kind":"headline","start":0,"end":10},`,
	} {
		if !bytes.Contains(got, []byte(want)) {
			t.Errorf("%s is missing in %s", want, got)
		}
	}
	if bytes.Contains(got, []byte(`:""`)) {
		t.Errorf("something unknown is \"\" and not null: %s", got)
	}
}

func TestLayersCountTokensOverPassages(t *testing.T) {
	l := export.LayersOf(reading(t), export.Options{})
	var heads []int
	for _, k := range l.Tokens {
		heads = append(heads, *k.Head)
	}
	if d := cmp.Diff([]int{-1, 0, 3, -1}, heads); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([][2]int{{0, 2}, {2, 4}}, [][2]int{l.Sentences[0].Tokens, l.Sentences[1].Tokens}); d != "" {
		t.Error(d)
	}
	if l.Tokens[0].Tag != nil || *l.Tokens[3].Tag != "VERB" {
		t.Error("tags are wrong")
	}
	if e := l.Entities[0]; e.Text != "envoy" || e.Class != "person" {
		t.Errorf("entity %+v", e)
	}
	if q := l.Quotes[0]; q.Text != "“Né à Kyiv,”" || string([]rune(story)[q.Inner[0]:q.Inner[1]]) != "Né à Kyiv," {
		t.Errorf("quote %+v", q)
	}
}
