package register_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/edtf"
)

func TestFind(t *testing.T) {
	r := load(t)
	for _, c := range []struct {
		name, query string
		on          edtf.Date
		want        string
	}{
		{"an id", "nato", "", "nato: its id"},
		{"a name", "Ukraine", "", "ukraine: name"},
		{"a name in lower case without its diacritics", "cote d'ivoire", "", "ivory-coast: variant"},
		{"an abbreviation", "UK", "", "united-kingdom: short"},
		{"an organization's chief on a day", "NATO chief", "2024-04-07", "jens-stoltenberg: office"},
		{"the same after the change of hands", "NATO chief", "2025-01-01", "mark-rutte: office"},
		{"the title that it bears", "Secretary General of NATO", "2024-04-07", "jens-stoltenberg: office"},
		{"an office by a possessive", "Norway's prime minister", "2010-05-01", "jens-stoltenberg: office"},
		{"an office by an adjective", "French president", "2024-04-07", "emmanuel-macron: office"},
		{"an office of a seat", "Kremlin spokesman", "2024-04-07", "dmitry-peskov: office"},
		{"an office of the whole", "Lok Sabha prime minister", "2024-04-07", "narendra-modi: office"},
		{"an office of what is called so", "commission president", "2024-04-07", "ursula-von-der-leyen: office"},
		{"a name with its article", "the West", "", "the-west: name"},
		{"nobody", "Wizard of Nowhere", "2024-04-07", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range r.Find(c.query, c.on) {
				got = append(got, string(f.Actor.ID)+": "+f.Why)
			}
			if d := cmp.Diff(c.want, strings.Join(got, ", ")); d != "" {
				t.Error(d)
			}
		})
	}
}
