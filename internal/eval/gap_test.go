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

func TestGAP(t *testing.T) {
	const s = "Ada Lind met Eva Berg when she left."
	at := func(words string) text.Span {
		i := strings.Index(s, words)
		return text.Span{Start: i, End: i + len(words)}
	}
	passages := []gold.Ambiguous{
		{Name: "1", Text: s, Pronoun: at("she"), Feminine: true, Names: [2]text.Span{at("Ada Lind"), at("Berg")}, Means: [2]bool{true, false}},
		{Name: "2", Text: s, Pronoun: at("she"), Names: [2]text.Span{at("Ada Lind"), at("Berg")}, Means: [2]bool{false, true}},
		{Name: "3", Text: s, Pronoun: at("she"), Names: [2]text.Span{at("Ada Lind"), at("Berg")}},
	}
	read := func(article string) ([]*annotate.Layers, error) {
		l := &annotate.Layers{Document: &document.Document{Text: article}, Tokens: wordsOf(article)}
		l.Entities = []annotate.Entity{{First: 0, End: 2}, {First: 3, End: 5}}
		l.Mentions = []annotate.Mention{
			{First: 0, End: 2, Head: 1, Kind: annotate.Name, Chain: 0},
			{First: 3, End: 5, Head: 4, Kind: annotate.Name, Chain: 1},
			{First: 6, End: 7, Head: 6, Kind: annotate.Pronoun, Chain: 0},
		}
		return []*annotate.Layers{l}, nil
	}
	r, err := eval.GAP(passages, read)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	const want = `gap: 3 passages (95 % intervals: 1000 resamplings of the documents)
overall    P  33.33  R  50.00  F1  40.00  [  0.00, 100.00]   gold 2 pred 3
masculine  P   0.00  R   0.00  F1   0.00  [  0.00,   0.00]   gold 1 pred 2
feminine   P 100.00  R 100.00  F1 100.00  [  0.00, 100.00]   gold 1 pred 1
bias         0.00  [  0.00,   0.00]
choice      50.00  [  0.00, 100.00]   right 1 of 2
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Error(d)
	}
	j, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if v := r.Values(); v["overall"] != 40 || v["choice"] != 50 || !strings.Contains(string(j), `"bias":{"ratio":0,`) {
		t.Errorf("values %v of %s", v, j)
	}
	_, err = eval.GAP(passages, func(string) ([]*annotate.Layers, error) { return nil, errors.New("no weights") })
	if err == nil || err.Error() != "1: no weights" {
		t.Errorf("error %v", err)
	}
}
