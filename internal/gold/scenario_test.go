package gold_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/gold"
)

const scenario = `A pledge that is not kept
published: 2024-04-07
trap: delayed
-- article.txt --
Norway pledged 5 jets.
-- record.txt --
# the jets
pledge donors=norway,sweden items="5 jets" status=pledged duration=null
no action actors~norway
`

func TestScenario(t *testing.T) {
	got, err := gold.ParseScenario("dir/late.txtar", []byte(scenario))
	if err != nil {
		t.Fatal(err)
	}
	want := gold.Scenario{
		Name: "late", What: "A pledge that is not kept", Trap: "delayed", Published: "2024-04-07", Text: "Norway pledged 5 jets.\n",
		Assertions: []gold.Assertion{
			{Line: `pledge donors=norway,sweden items="5 jets" status=pledged duration=null`, Kind: "pledge", Conditions: []gold.Condition{
				{Field: "donors", Values: []string{"norway", "sweden"}},
				{Field: "items", Values: []string{"5 jets"}},
				{Field: "status", Values: []string{"pledged"}},
				{Field: "duration"},
			}},
			{Line: "no action actors~norway", Absent: true, Kind: "action", Conditions: []gold.Condition{{Field: "actors", Within: true, Values: []string{"norway"}}}},
		},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestScenarioErrors(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"a kind that is none":    {"no action", "no deed", "late.txtar:9: no kind is called"},
		"no condition":           {"actors~norway", "norway", "late.txtar:9: \"norway\" is no condition"},
		"an open quotation mark": {`"5 jets"`, `"5 jets`, "late.txtar:8: "},
		"an unknown file":        {"-- record.txt --", "-- notes.txt --", "no file notes.txt"},
		"an unknown key":         {"trap: ", "trick: ", "is no published:"},
		"nothing asserted":       {"pledge donors", "# pledge donors", ""},
	} {
		_, err := gold.ParseScenario("late.txtar", []byte(strings.Replace(scenario, c.old, c.new, 1)))
		if c.want == "" {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func FuzzParseScenario(f *testing.F) {
	f.Add([]byte(scenario))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := gold.ParseScenario("x.txtar", data)
		if err == nil && len(c.Assertions) == 0 {
			t.Error("a scenario without assertions")
		}
	})
}
