package export

import "testing"

func TestBounds(t *testing.T) {
	for _, c := range []struct{ edtf, from, to string }{
		{"2024-04-07", "2024-04-07", "2024-04-07"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2022", "2022-01-01", "2022-12-31"},
		{"2024-04-01/2024-04-05", "2024-04-01", "2024-04-05"},
		{"2022/2024-04", "2022-01-01", "2024-04-30"},
		{"../2024-04-07", "", "2024-04-07"},
		{"2024-04-07/..", "2024-04-07", ""},
		{"", "", ""},
		{"soon", "", ""},
	} {
		if from, to := bounds(c.edtf); from != c.from || to != c.to {
			t.Errorf("%q: %q to %q, want %q to %q", c.edtf, from, to, c.from, c.to)
		}
	}
}
