package gold

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/text"
)

func TestReadRecognizer(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       []Case
	}{
		{
			"a model gives a list of values", `[{"Input": "Back on MAY 5, May 5", "Context": {"ReferenceDateTime": "2020-01-02T00:00:00"}, "Results": [
			{"Text": "may 5", "Start": 15, "End": 19, "TypeName": "datetimeV2.date", "Resolution": {"values": [
				{"timex": "XXXX-05-05", "type": "date", "value": "2019-05-05", "list": [1]}, {"value": null}]}}]}]`,
			[]Case{{Input: "Back on MAY 5, May 5", Reference: "2020-01-02T00:00:00", Results: []Result{{
				Text: "may 5", Span: text.Span{Start: 15, End: 20}, Type: "date",
				Values: []map[string]string{{"timex": "XXXX-05-05", "type": "date", "value": "2019-05-05"}, {}},
			}}}},
		},
		{
			"a model gives one value", `[{"Input": "£ 5", "Results": [{"Text": "£ 5", "Start": 0, "End": 2, "TypeName": "currency", "Resolution": {"value": "5", "unit": "Pound", "n": 2}}]}]`,
			[]Case{{Input: "£ 5", Results: []Result{{
				Text: "£ 5", Span: text.Span{Start: 0, End: 4}, Type: "currency",
				Values: []map[string]string{{"value": "5", "unit": "Pound", "n": "2"}},
			}}}},
		},
		{
			"a parser gives past and future", `[{"Input": "In June", "Results": [{"Text": "June", "Type": "daterange", "Start": 3, "Length": 4, "Value": {"Timex": "XXXX-06",
			"PastResolution": {"startDate": "2019-06-01", "endDate": "2019-07-01"}, "FutureResolution": {"startDate": "2020-06-01", "endDate": "2020-07-01"}}}]}]`,
			[]Case{{Input: "In June", Results: []Result{{
				Text: "June", Span: text.Span{Start: 3, End: 7}, Type: "daterange",
				Values: []map[string]string{
					{"timex": "XXXX-06", "start": "2019-06-01", "end": "2019-07-01"},
					{"timex": "XXXX-06", "start": "2020-06-01", "end": "2020-07-01"},
				},
			}}}},
		},
		{
			"letters that are not in the input have no place", `[{"Input": "Now", "Results": [{"Text": "then"}]}]`,
			[]Case{{Input: "Now", Results: []Result{{Text: "then", Values: []map[string]string{{"timex": ""}, {"timex": ""}}}}}},
		},
	} {
		got, err := readRecognizer("file", strings.NewReader(c.file))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

func TestReadRecognizerSaysWhere(t *testing.T) {
	_, err := readRecognizer("file", strings.NewReader("[\n{\"Input\": 3}]"))
	if err == nil || !strings.HasPrefix(err.Error(), "file:2: ") {
		t.Errorf("error %v", err)
	}
}

func FuzzReadRecognizer(f *testing.F) {
	f.Add(`[{"Input": "In June", "Results": [{"Text": "june", "Start": 3, "TypeName": "datetimeV2.date", "Resolution": {"values": [{"value": 1}]}}]}]`)
	f.Add("[\n{\"Input\": 3}]")
	f.Fuzz(func(t *testing.T, s string) {
		cases, err := readRecognizer("file", strings.NewReader(s))
		located(t, err)
		for _, c := range cases {
			for _, r := range c.Results {
				if r.Span.Start < 0 || r.Span.End > len(c.Input) || r.Span.End < r.Span.Start {
					t.Fatalf("span %v in %q", r.Span, c.Input)
				}
			}
		}
	})
}
