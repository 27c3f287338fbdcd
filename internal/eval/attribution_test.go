package eval_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/eval"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// points returns the span of the first words of t that equal s, in code points.
func points(t *testing.T, article, s string) []text.Span {
	t.Helper()
	before, _, ok := strings.Cut(article, s)
	if !ok {
		t.Fatalf("%q is not in the text", s)
	}
	start := len([]rune(before))
	return []text.Span{{Start: start, End: start + len([]rune(s))}}
}

const ferry = "Zoë Lind said the old ferry is safe. The mayor — who was there — agreed: yes."

func TestScoreAttribution(t *testing.T) {
	at := func(source, cue, content string) gold.Attribution {
		var a gold.Attribution
		if source != "" {
			a.Source = points(t, ferry, source)
		}
		if cue != "" {
			a.Cue = points(t, ferry, cue)
		}
		if content != "" {
			a.Content = points(t, ferry, content)
		}
		return a
	}
	lind := at("Zoë Lind", "said", "the old ferry is safe")
	mayor := at("The mayor", "agreed", "yes")
	for _, c := range []struct {
		name             string
		gold, pred       []gold.Attribution
		relation, strict float64
	}{
		{"the same", []gold.Attribution{lind, mayor}, []gold.Attribution{mayor, lind}, 100, 100},
		{"commas do not matter", []gold.Attribution{lind}, []gold.Attribution{at("Zoë Lind", "said", "the old ferry is safe.")}, 100, 100},
		{"half of the source is enough", []gold.Attribution{lind}, []gold.Attribution{at("Lind", "said", "ferry is safe")}, 100, 0},
		{"less of the content is not", []gold.Attribution{lind}, []gold.Attribution{at("Zoë Lind", "said", "safe")}, 0, 0},
		{"an absent source fits no source", []gold.Attribution{lind}, []gold.Attribution{at("", "said", "the old ferry is safe")}, 0, 0},
		{"and fits an absent one", []gold.Attribution{at("", "said", "safe")}, []gold.Attribution{at("", "said", "safe")}, 100, 100},
		{"another cue", []gold.Attribution{lind}, []gold.Attribution{at("Zoë Lind", "ferry", "the old ferry is safe")}, 0, 0},
		{"a dash is a cue without words", []gold.Attribution{at("The mayor", "—", "yes")}, []gold.Attribution{at("The mayor", "", "yes")}, 100, 100},
		{"and then any word is one too many", []gold.Attribution{at("The mayor", "—", "yes")}, []gold.Attribution{at("The mayor", "agreed", "yes")}, 0, 0},
		{"one to one", []gold.Attribution{lind}, []gold.Attribution{lind, lind}, 66.67, 66.67},
		{"nothing but a dash is nothing", []gold.Attribution{lind}, []gold.Attribution{lind, at("Zoë Lind", "—", "")}, 100, 100},
	} {
		t.Run(c.name, func(t *testing.T) {
			articles := []gold.Article{{Name: "ferry", Text: ferry, Attributions: c.gold}}
			r := eval.ScoreAttribution(articles, map[string][]gold.Attribution{"ferry": c.pred})
			if r.Relation.F1 != c.relation || r.Strict.F1 != c.strict {
				t.Errorf("relation %v, strict %v; want %v and %v", r.Relation, r.Strict, c.relation, c.strict)
			}
		})
	}
}

func TestAttributionReport(t *testing.T) {
	articles := []gold.Article{
		{Name: "a", Text: ferry, Attributions: []gold.Attribution{{Source: points(t, ferry, "Zoë Lind"), Cue: points(t, ferry, "said"), Content: points(t, ferry, "the old ferry")}}},
		{Name: "b", Text: ferry, Attributions: []gold.Attribution{{Cue: points(t, ferry, "agreed"), Content: points(t, ferry, "yes")}}},
	}
	r := eval.ScoreAttribution(articles, map[string][]gold.Attribution{"a": articles[0].Attributions})
	var b strings.Builder
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	const want = `attribution: 2 documents, 1 without a prediction (95 % intervals: 1000 resamplings of the documents)
token_source   P 100.00  R 100.00  F1 100.00  [  0.00, 100.00]   gold 2 pred 2
token_cue      P 100.00  R  50.00  F1  66.67  [  0.00, 100.00]   gold 2 pred 1
token_content  P 100.00  R  75.00  F1  85.71  [  0.00, 100.00]   gold 4 pred 3
token_micro    P 100.00  R  75.00  F1  85.71  [  0.00, 100.00]   gold 8 pred 6
relation       P 100.00  R  50.00  F1  66.67  [  0.00, 100.00]   gold 2 pred 1
strict         P 100.00  R  50.00  F1  66.67  [  0.00, 100.00]   gold 2 pred 1
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Error(d)
	}
	j, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{`"documents":2`, `"missing_predictions":1`, `"relation":{"p":100,"r":50,"f1":66.67,"low":0,"high":100,"gold":2,"pred":1}`} {
		if !strings.Contains(string(j), s) {
			t.Errorf("%s is not in %s", s, j)
		}
	}
	if v := r.Values(); v["relation"] != 66.67 || len(v) != 6 {
		t.Errorf("values %v", v)
	}
}

func TestAttributionReadsTheText(t *testing.T) {
	articles := []gold.Article{{Name: "a", Text: ferry, Attributions: []gold.Attribution{{Source: points(t, ferry, "Zoë Lind"), Cue: points(t, ferry, "said"), Content: points(t, ferry, "the")}}}}
	read := func(article string) ([]*annotate.Layers, error) {
		l := &annotate.Layers{Document: &document.Document{Text: article}, Tokens: wordsOf(article)}
		l.Attributions = []annotate.Attribution{{Source: []int{0, 1}, Cue: []int{2}, Content: []int{3}}}
		return []*annotate.Layers{l}, nil
	}
	r, err := eval.Attribution(articles, read)
	if err != nil {
		t.Fatal(err)
	}
	if r.Strict.F1 != 100 || r.Missing != 0 {
		t.Errorf("%+v", r)
	}
	_, err = eval.Attribution(articles, func(string) ([]*annotate.Layers, error) { return nil, errors.New("no weights") })
	if err == nil || err.Error() != "a: no weights" {
		t.Errorf("error %v", err)
	}
}

// wordsOf cuts t at spaces, and marks off the words.
func wordsOf(t string) []text.Span {
	var out []text.Span
	start := -1
	end := func(i int) {
		if start >= 0 {
			out = append(out, text.Span{Start: start, End: i})
		}
		start = -1
	}
	for i, r := range t {
		switch {
		case r == ' ' || r == '\n':
			end(i)
		case strings.ContainsRune(".,:!?", r):
			end(i)
			out = append(out, text.Span{Start: i, End: i + 1})
		case start < 0:
			start = i
		}
	}
	end(len(t))
	return out
}
