package floors_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/eval/floors"
)

const page = "# Accuracy\n" +
	"\n" +
	"| set | what it is |\n" +
	"|---|---|\n" +
	"| harbor | our own |\n" +
	"\n" +
	"| what | set | figure | floor | command |\n" +
	"|:--|---|--:|--:|---|\n" +
	"| `relation` relation F1 | harbor | 76.70 | 76.00 | `onrecord eval attribution --data harbor` |\n" +
	"| `token_cue` | harbor | 74.20 | – | `onrecord eval attribution --data harbor` |\n" +
	"| `uas` heads | mill | 88 | 87.5 | `onrecord eval parse --data mill.conllu` |\n" +
	"\n" +
	"Text in between.\n"

var (
	attribution = "onrecord eval attribution --data harbor"
	parse       = "onrecord eval parse --data mill.conllu"
)

func TestParse(t *testing.T) {
	got, err := floors.Parse("accuracy.md", strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	want := []floors.Row{
		{Key: floors.Key{Command: attribution, Figure: "relation"}, What: "relation F1", Set: "harbor", Reached: 76.7, Floor: 76, Line: 9},
		{Key: floors.Key{Command: attribution, Figure: "token_cue"}, What: "token_cue", Set: "harbor", Reached: 74.2, Line: 10},
		{Key: floors.Key{Command: parse, Figure: "uas"}, What: "heads", Set: "mill", Reached: 88, Floor: 87.5, Line: 11},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{attribution, parse}, floors.Commands(got)); d != "" {
		t.Error(d)
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ name, row, want string }{
		{"a cell too few", "| `uas` heads | mill | 88 | 87.5 |", "4 cells instead of 5"},
		{"no name of a figure", "| heads | mill | 88 | 87.5 | `onrecord` |", `what: "heads" does not begin with a name between backquotes`},
		{"no command", "| `uas` heads | mill | 88 | 87.5 | onrecord |", `command: "onrecord" does not begin with`},
		{"no number", "| `uas` heads | mill | 88 % | 87.5 | `onrecord` |", `figure: "88 %" is no number`},
		{"a floor of nothing", "| `uas` heads | mill | 88 | | `onrecord` |", `floor: "" is no number`},
		{"a figure below its floor", "| `uas` heads | mill | 87 | 87.5 | `onrecord` |", "the figure 87.00 is below its floor 87.50"},
		{"the same twice", "| `uas` again | mill | 88 | 87.5 | `" + parse + "` |", `uas of "` + parse + `" stands in line 11 already`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := floors.Parse("accuracy.md", strings.NewReader(strings.Replace(page, "\n\nText", "\n"+c.row+"\n\nText", 1)))
			if want := "accuracy.md:12: " + c.want; err == nil || !strings.HasPrefix(err.Error(), want) {
				t.Errorf("got error %v, want %s", err, want)
			}
		})
	}
}

func TestFallenAndStale(t *testing.T) {
	rows, err := floors.Parse("accuracy.md", strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	relation, cue, uas := rows[0].Key, rows[1].Key, rows[2].Key
	for _, c := range []struct {
		name          string
		measured      map[floors.Key]float64
		fallen, stale []string
	}{
		{"all as written", map[floors.Key]float64{relation: 76.7, cue: 74.2, uas: 88}, nil, nil},
		{
			"better than written",
			map[floors.Key]float64{relation: 77.1, cue: 74.2, uas: 88},
			nil,
			[]string{"line 9 says 76.70 for relation F1 on harbor, measured is 77.10 (" + attribution + ")"},
		},
		{
			"at the floor",
			map[floors.Key]float64{relation: 76, cue: 74.2, uas: 88},
			nil,
			[]string{"line 9 says 76.70 for relation F1 on harbor, measured is 76.00 (" + attribution + ")"},
		},
		{
			"below the floor, and not measured",
			map[floors.Key]float64{relation: 75.99},
			[]string{
				"relation F1 on harbor: 75.99, floor 76.00 (" + attribution + ")",
				`heads on mill: floor 87.50, but "` + parse + `" prints no "uas"`,
			},
			[]string{"line 9 says 76.70 for relation F1 on harbor, measured is 75.99 (" + attribution + ")"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.fallen, floors.Fallen(rows, c.measured)); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(c.stale, floors.Stale(rows, c.measured)); d != "" {
				t.Error(d)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add(page)
	f.Fuzz(func(t *testing.T, s string) {
		rows, err := floors.Parse("accuracy.md", strings.NewReader(s))
		if err != nil && !strings.HasPrefix(err.Error(), "accuracy.md:") {
			t.Fatalf("error %v", err)
		}
		for _, r := range rows {
			if r.Figure == "" || r.Command == "" || r.Line < 1 || !(r.Reached >= r.Floor && r.Floor >= 0) {
				t.Fatalf("row %+v", r)
			}
		}
	})
}
