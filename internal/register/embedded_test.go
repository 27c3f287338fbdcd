package register_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"onrecord/internal/edtf"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// namesakes lists the names that really are those of several actors. Every
// other name must have one actor: whoever adds a name that another has must
// choose, or add it there.
const namesakes = "testdata/namesakes.txt"

func TestNamesAreOfOneActor(t *testing.T) {
	r := load(t)
	got := map[string]string{}
	for a := range r.Actors {
		if a.Position.File == "" {
			continue
		}
		for _, n := range a.Names {
			words := strings.Fields(n.Text)
			at := 0
			if strings.EqualFold(words[0], "the") {
				at = 1
			}
			m, entries := r.Match(words, at)
			if m != len(words)-at {
				t.Errorf("%s: %q (%s) is not found by itself", a.Position, n.Text, n.Use)
				continue
			}
			var ids []string
			for _, e := range entries {
				ids = append(ids, string(e.Actor.ID))
			}
			if len(ids) > 1 {
				got[n.Text] = strings.Join(ids, " ")
			} else if entries[0].Actor != a && n.Use != register.Seat {
				t.Errorf("%s: %q (%s) finds %s", a.Position, n.Text, n.Use, ids[0])
			}
		}
	}
	allowed := readNamesakes(t)
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if got[name] != allowed[name] {
			t.Errorf("%s names %s; %s has %q", name, got[name], namesakes, allowed[name])
		}
	}
}

// readNamesakes reads lines "NAME: ID ID".
func readNamesakes(t *testing.T) map[string]string {
	b, err := os.ReadFile(namesakes)
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]string{}
	for line := range strings.Lines(string(b)) {
		if name, ids, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && name[0] != '#' {
			m[name] = ids
		}
	}
	return m
}

func TestEmbeddedFilesAreValid(t *testing.T) {
	r := load(t)
	counts := map[record.ActorKind]int{}
	for a := range r.Actors {
		counts[a.Kind]++
		if a.Position.File != "" && !strings.HasPrefix(a.Position.File, "register/") {
			t.Errorf("%s: %s comes from elsewhere", a.Position, a.ID)
		}
		for _, o := range r.Offices(a.ID) {
			if !o.Term.Valid() || o.Source == "" {
				t.Errorf("%s: %s: term %s, source %q", a.Position, o.Title, o.Term, o.Source)
			}
		}
		for _, m := range r.Memberships(a.ID) {
			if !m.Term.Valid() {
				t.Errorf("%s: member %s: term %s", a.Position, m.Country, m.Term)
			}
		}
	}
	for k, least := range map[record.ActorKind]int{record.Country: 200, record.Organization: 1000, record.Group: 100, record.Person: 500} {
		if counts[k] < least {
			t.Errorf("%d actors of kind %s, want %d at least", counts[k], k, least)
		}
	}
}

func TestCodesAreOfOneCountry(t *testing.T) {
	seen := map[string]*register.Actor{}
	for a := range load(t).Actors {
		for _, c := range []string{a.ISO2, a.ISO3, a.Wikidata} {
			if c == "" {
				continue
			}
			if b := seen[c]; b != nil {
				t.Errorf("%s: %s has code %s of %s", a.Position, a.ID, c, b.ID)
			}
			seen[c] = a
		}
	}
}

func TestMembers(t *testing.T) {
	r := load(t)
	for _, c := range []struct {
		of      record.ActorID
		on      string
		members int
	}{
		{"nato", "2017-06-04", 28},
		{"nato", "2024-04-07", 32},
		{"nato-members", "2023-05", 31},
		{"eu", "2014-01-01", 28},
		{"eu", "2020-02-01", 27},
		{"eu-members", "2024-04-07", 27},
		{"un", "2024", 193},
		{"un-security-council", "2024-04-07", 15},
		{"un-security-council", "2017-07-01", 15},
		{"g7", "2024", 7},
		{"g20", "2024", 19},
		{"brics", "2023-12-31", 5},
		{"brics", "2025-02", 10},
		{"african-union", "2024", 55},
		{"arab-league", "2024", 22},
		{"osce", "2024", 57},
		{"asean", "2025-11", 11},
		{"ecowas", "2025-01-28", 15},
		{"ecowas", "2025-02", 12},
		{"opec", "2024-04", 12},
		{"csto", "2024", 6},
		{"sco", "2024-08", 10},
		{"gcc", "2024", 6},
		{"eaeu", "2024", 5},
		{"permanent-members", "2024", 5},
		{"nato", "", 0},
		{"nowhere", "2024", 0},
	} {
		if got := r.Members(c.of, edtf.Date(c.on)); len(got) != c.members {
			t.Errorf("%s on %s: %d members, want %d: %s", c.of, c.on, len(got), c.members, got)
		}
	}
	if got := r.MemberOf("ukraine", "2024-04-07"); !slices.Contains(got, "un") || slices.Contains(got, "nato") {
		t.Errorf("ukraine is member of %s", got)
	}
}
