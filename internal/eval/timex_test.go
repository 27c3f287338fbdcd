package eval_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/edtf"
	"onrecord/internal/eval"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// found reads every text as one that holds words, of the given type and meaning.
func found(words string, kind annotate.TimexType, date edtf.Date, length edtf.Duration) eval.ReadDated {
	return func(t, _ string) ([]*annotate.Layers, error) {
		at := strings.Index(t, words)
		x := annotate.Timex{Span: text.Span{Start: at, End: at + len(words)}, Type: kind, Date: date, Duration: length}
		return []*annotate.Layers{{Document: &document.Document{Text: t}, Timexes: []annotate.Timex{x}}}, nil
	}
}

// expects is a case of one expression.
func expects(input, words, kind string, values ...map[string]string) []gold.Case {
	at := strings.Index(input, words)
	return []gold.Case{{Input: input, Reference: "2024-04-07T00:00:00", Results: []gold.Result{{
		Text: words, Span: text.Span{Start: at, End: at + len(words)}, Type: kind, Values: values,
	}}}}
}

func TestTimexes(t *testing.T) {
	years := map[string]string{"timex": "(2014-01-01,2018-01-01,P4Y)", "start": "2014-01-01", "end": "2018-01-01"}
	for _, c := range []struct {
		name  string
		cases []gold.Case
		read  eval.ReadDated
		right bool
	}{
		{"the same day", expects("left on friday", "friday", "date", map[string]string{"value": "2024-04-05"}), found("friday", annotate.TimexDate, "2024-04-05", ""), true},
		{"either reading", expects("left friday", "friday", "date", map[string]string{"value": "2024-04-05"}, map[string]string{"value": "2024-04-12"}), found("friday", annotate.TimexDate, "2024-04-12", ""), true},
		{"another day", expects("left friday", "friday", "date", map[string]string{"value": "2024-04-05"}), found("friday", annotate.TimexDate, "2024-04-06", ""), false},
		{"a preposition more", expects("left on friday", "friday", "date", map[string]string{"value": "2024-04-05"}), found("on friday", annotate.TimexDate, "2024-04-05", ""), true},
		{"a word more", expects("last friday came", "friday", "date", map[string]string{"value": "2024-04-05"}), found("last friday", annotate.TimexDate, "2024-04-05", ""), false},
		{"the end is exclusive", expects("in may", "may", "daterange", map[string]string{"start": "2023-05-01", "end": "2023-06-01"}), found("may", annotate.TimexDate, "2023-05", ""), true},
		{"two ends, the second from its first day", expects("2014 to 2018", "2014 to 2018", "daterange", years), found("2014 to 2018", annotate.TimexDate, "2014/2018", ""), true},
		{"one year is no range of two", expects("2014 to 2018", "2014 to 2018", "daterange", years), found("2014 to 2018", annotate.TimexDate, "2014", ""), false},
		{"before a year", expects("before 2018", "before 2018", "daterange", map[string]string{"Mod": "before", "end": "2018-01-01"}), found("before 2018", annotate.TimexDate, "../2017", ""), true},
		{"before, with a first day", expects("before 2018", "before 2018", "daterange", map[string]string{"Mod": "before", "end": "2018-01-01"}), found("before 2018", annotate.TimexDate, "2017", ""), false},
		{"after a day", expects("after 5 may", "after 5 may", "daterange", map[string]string{"Mod": "after", "sourceEntity": "datetimepoint", "start": "2023-05-05"}), found("after 5 may", annotate.TimexDate, "2023-05-06/..", ""), true},
		{"until a day", expects("until 5 may", "until 5 may", "daterange", map[string]string{"Mod": "until", "sourceEntity": "datetimepoint", "end": "2023-05-05"}), found("until 5 may", annotate.TimexDate, "../2023-05-05", ""), true},
		{"a season", expects("this summer", "this summer", "daterange", map[string]string{"timex": "2024-SU", "value": "not resolved"}), found("this summer", annotate.TimexDate, "2024-22", ""), true},
		{"another season", expects("this summer", "this summer", "daterange", map[string]string{"timex": "2024-SU", "value": "not resolved"}), found("this summer", annotate.TimexDate, "2024-21", ""), false},
		{"nothing on either side", expects("fiscal 2008", "fiscal 2008", "daterange", map[string]string{"timex": "FY2008", "value": "not resolved"}), found("fiscal 2008", annotate.TimexDate, "", ""), true},
		{"the same length", expects("90 minutes", "90 minutes", "duration", map[string]string{"timex": "PT1H30M", "value": "5400"}), found("90 minutes", annotate.TimexDuration, "", "PT90M"), true},
		{"another length", expects("3.5 years", "3.5 years", "duration", map[string]string{"timex": "P3.5Y", "value": "110376000"}), found("3.5 years", annotate.TimexDuration, "", "P3Y"), false},
	} {
		r, err := eval.Timexes(c.cases, c.read)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if right := r.All.Right == 1; right != c.right || len(r.Wrong) != 1-r.All.Right || r.Documents != 1 {
			t.Errorf("%s: %+v", c.name, r)
		}
	}
}

func TestTimexesCountsReasons(t *testing.T) {
	cases := slices.Concat(
		expects("in a few days", "a few days", "duration", map[string]string{"timex": "P3D", "value": "259200"}),
		expects("at 8", "8", "time", map[string]string{"value": "08:00:00"}),
		expects("no", "no", "date", map[string]string{"value": "2024-04-07"}),
	)
	r, err := eval.Timexes(cases, func(string, string) ([]*annotate.Layers, error) { return nil, nil })
	if err != nil {
		t.Fatal(err)
	}
	want := []eval.Count{{Name: "not found", Count: 1}, {Name: "numbers that nobody can tell", Count: 1}}
	if d := cmp.Diff(want, r.Reasons); d != "" {
		t.Error(d)
	}
	var b strings.Builder
	if err := r.Write(&b); err != nil || !strings.Contains(b.String(), `not found: "no" in "no" on 2024-04-07 is 2024-04-07, not nothing`) {
		t.Errorf("%v: %s", err, b.String())
	}
}

func TestTimexesStopsWithTheReader(t *testing.T) {
	broken := errors.New("broken")
	_, err := eval.Timexes(expects("no", "no", "date"), func(string, string) ([]*annotate.Layers, error) { return nil, broken })
	if !errors.Is(err, broken) || !strings.HasPrefix(err.Error(), "input 1: ") {
		t.Errorf("error %v", err)
	}
}
