package engine_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/document"
)

func TestDatesThatCannotBeRead(t *testing.T) {
	e, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		text, published string
		want            []string
	}{
		"relative dates in an undated document": {"The envoys met on Saturday.", "", []string{document.Relative}},
		"the same with a date":                  {"The envoys met on Saturday.", "2024-04-07", nil},
		"an undated document without any":       {"The envoys met on 6 April 2024.", "", nil},
		"a day that is not in the calendar":     {"The envoys met on 30 February 2024.", "2024-04-07", []string{document.Contradictory}},
	} {
		r, err := e.Read(&document.Document{ID: "d", Text: c.text, Published: c.published})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range r.Problems {
			got = append(got, p.Code)
			if p.Code == document.Contradictory && p.Span.Of(c.text) != "30 February 2024" {
				t.Errorf("%s: marked is %q", name, p.Span.Of(c.text))
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s:\n%s", name, d)
		}
	}
}
