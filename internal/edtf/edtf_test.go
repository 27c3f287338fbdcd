package edtf_test

import (
	"testing"

	"onrecord/internal/edtf"
)

func TestDays(t *testing.T) {
	for _, c := range []struct{ date, from, to string }{
		{"2024-04-07", "2024-04-07", "2024-04-07"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2022", "2022-01-01", "2022-12-31"},
		{"2022~", "2022-01-01", "2022-12-31"},
		{"2024-21", "2024-03-01", "2024-05-31"},
		{"2023-24", "2023-12-01", "2024-02-29"},
		{"2024-33", "2024-01-01", "2024-03-31"},
		{"2024-36", "2024-10-01", "2024-12-31"},
		{"201X", "2010-01-01", "2019-12-31"},
		{"19XX", "1900-01-01", "1999-12-31"},
		{"2024-04-01/2024-04-05", "2024-04-01", "2024-04-05"},
		{"2022/2024-04-07", "2022-01-01", "2024-04-07"},
		{"../2024-04-07", "", "2024-04-07"},
		{"2024-04-07/..", "2024-04-07", ""},
		{"", "", ""},
		{"spring", "", ""},
		{"2023-02-30", "", ""},
		{"2024-25", "", ""},
	} {
		from, to := edtf.Date(c.date).Days()
		if from != c.from || to != c.to {
			t.Errorf("%q: %q to %q, want %q to %q", c.date, from, to, c.from, c.to)
		}
	}
}

func TestValid(t *testing.T) {
	for date, want := range map[edtf.Date]bool{
		"2024-04-07": true, "2024": true, "../2024": true, "2024/..": true, "2022/2023": true,
		"": false, "../..": false, "2024/2023": false, "2023-02-30": false, "now": false,
	} {
		if got := date.Valid(); got != want {
			t.Errorf("%q: %v", date, got)
		}
	}
}

func TestBetween(t *testing.T) {
	for _, c := range []struct{ a, b, want edtf.Date }{
		{"2024-04-01", "2024-04-05", "2024-04-01/2024-04-05"},
		{"", "2024-04-07", "../2024-04-07"},
		{"2024-04-07", "", "2024-04-07/.."},
		{"2022", "2022", "2022"},
		{"", "", ""},
		{"2022/2023", "2024-01/2024-03", "2022/2024-03"},
	} {
		if got := edtf.Between(c.a, c.b); got != c.want {
			t.Errorf("%q to %q: %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

func TestOverlaps(t *testing.T) {
	for _, c := range []struct {
		a, b edtf.Date
		want bool
	}{
		{"2024", "2024-04-07", true},
		{"2023", "2024-04-07", false},
		{"../2024-04-07", "2020", true},
		{"2024-04-08/..", "2024-04-07", false},
		{"", "2024", true},
	} {
		if c.a.Overlaps(c.b) != c.want || c.b.Overlaps(c.a) != c.want {
			t.Errorf("%q and %q: not %v", c.a, c.b, c.want)
		}
	}
}
