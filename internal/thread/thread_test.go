package thread_test

import (
	"testing"

	"onrecord/internal/export"
	"onrecord/internal/thread"
)

func ptr(s string) *string { return &s }

func pledge(status, on, donor, sum, per, span string) export.Object {
	p := export.Pledge{
		ID: status + on, Status: status, Proposers: []string{"ann"}, Beneficiaries: []string{"ruritania"},
		Amounts: []export.Amount{{Value: ptr(sum), Currency: ptr("EUR")}},
	}
	if on != "" {
		p.Time = ptr(on)
	}
	if donor != "" {
		p.Donors = []string{donor}
	}
	if per != "" {
		p.Amounts[0].Per = ptr(per)
	}
	if span != "" {
		p.Duration = ptr(span)
	}
	return export.Object{
		Document: export.Document{ID: "d" + on}, Pledges: []export.Pledge{p},
		Actors: []export.Actor{{ID: "league-members", PartOf: ptr("league")}},
	}
}

func TestThreads(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b export.Object
		want int // threads
	}{
		{"a later withdrawal belongs to the proposal", pledge("proposed", "2024-04-03", "", "100", "", "P5Y"), pledge("withdrawn", "2024-05-31", "", "100", "", "P5Y"), 1},
		{"an organization and its members are one side", pledge("proposed", "2024-04-03", "league", "100", "", "P5Y"), pledge("agreed", "2024-05-31", "league-members", "100", "", "P5Y"), 1},
		{"the same sum of another donor is another pledge", pledge("pledged", "2024-04-03", "league", "100", "", ""), pledge("pledged", "2024-05-31", "norway", "100", "", ""), 2},
		{"a sum a year is not the same sum over five years", pledge("proposed", "2024-04-03", "", "100", "", "P5Y"), pledge("agreed", "2024-04-03", "", "100", "year", ""), 2},
		{"another sum is another pledge", pledge("proposed", "2024-04-03", "league", "100", "", ""), pledge("proposed", "2024-04-03", "league", "40", "", ""), 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := thread.New()
			r.Add(c.a)
			r.Add(c.b)
			if got := r.Threads(thread.Filter{}); len(got) != c.want {
				t.Errorf("%d threads, want %d: %+v", len(got), c.want, got)
			}
		})
	}
}

func TestReplacementInOneDocumentIsOneThread(t *testing.T) {
	old, later := pledge("withdrawn", "2024-05-31", "", "100", "", "P5Y"), pledge("proposed", "2024-05-31", "league", "40", "year", "")
	later.Pledges = append(old.Pledges, later.Pledges...)
	r := thread.New()
	r.Add(pledge("proposed", "2024-04-03", "", "100", "", "P5Y"))
	r.Add(later)
	r.Add(pledge("agreed", "2024-07-10", "league-members", "40", "", "P1Y"))
	got := r.Threads(thread.Filter{Actor: "ann"})
	if len(got) != 1 || got[0].Status != "agreed" || got[0].Since != "2024-07-10" || len(got[0].Events) != 4 {
		t.Errorf("%+v", got)
	}
}
