package export

import (
	"strings"
	"time"
)

// bounds returns the first and the last day of an EDTF date as ISO dates; ""
// for a side that is open or unknown.
//
//	2024-04-07             → 2024-04-07  2024-04-07
//	2024-04                → 2024-04-01  2024-04-30
//	2022                   → 2022-01-01  2022-12-31
//	2024-04-01/2024-04-05  → 2024-04-01  2024-04-05
//	../2024-04-07          → ""          2024-04-07
func bounds(edtf string) (from, to string) {
	first, last, interval := strings.Cut(edtf, "/")
	if !interval {
		last = first
	}
	from, _ = days(first)
	_, to = days(last)
	return from, to
}

// days returns the first and the last day of a date without a slash.
func days(s string) (first, last string) {
	for _, l := range []struct {
		layout              string
		years, months, days int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(l.layout, s); err == nil {
			return t.Format(time.DateOnly), t.AddDate(l.years, l.months, l.days).AddDate(0, 0, -1).Format(time.DateOnly)
		}
	}
	return "", ""
}
