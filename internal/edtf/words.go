package edtf

import (
	"strconv"
	"strings"
	"time"
)

var seasons = map[string]string{"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}

// Words writes d for people; what is no date stays as it is.
//
//	2024-04-07             → 7 April 2024
//	2024-22                → summer 2024
//	2024-33                → first quarter of 2024
//	201X                   → the 2010s
//	2024-04-01/2024-04-05  → 1 to 5 April 2024
//	../2024                → until 2024
//	2022~                  → about 2022
func (d Date) Words() string {
	first, last, interval := strings.Cut(string(d), "/")
	switch {
	case !interval:
		return single(first)
	case first == ".." || first == "":
		return "until " + single(last)
	case last == ".." || last == "":
		return "from " + single(first)
	}
	a, b := single(first), single(last)
	if rest, ok := strings.CutPrefix(strings.TrimLeft(a, "0123456789"), " "); ok && strings.HasSuffix(b, " "+rest) && first != last && Date(first).IsDay() && Date(last).IsDay() {
		a = strings.TrimSuffix(a, " "+rest) // of the same month
	}
	return a + " to " + b
}

// single writes a date without a slash.
func single(s string) string {
	plain := strings.TrimRight(s, "~?%")
	var out string
	switch mark := s[len(plain):]; mark {
	case "~":
		out = "about "
	case "?":
		out = "perhaps "
	case "%":
		out = "perhaps about "
	}
	for layout, shown := range map[string]string{time.DateOnly: "2 January 2006", "2006-01": "January 2006"} {
		if t, err := time.Parse(layout, plain); err == nil {
			return out + t.Format(shown)
		}
	}
	if year, part, ok := strings.Cut(plain, "-"); ok {
		if seasons[part] != "" {
			return out + seasons[part] + " " + year
		}
		if n, err := strconv.Atoi(part); err == nil && n >= 33 && n <= 36 {
			return out + [...]string{"first", "second", "third", "fourth"}[n-33] + " quarter of " + year
		}
	}
	if stem := strings.TrimRight(plain, "X"); stem != plain && stem != "" && len(plain) == 4 {
		return out + "the " + stem + strings.Repeat("0", len(plain)-len(stem)) + "s"
	}
	return out + plain
}

// Words writes d for people: P5Y is 5 years, P1Y6M 1 year 6 months. What is no
// duration stays as it is.
func (d Duration) Words() string {
	rest, ok := strings.CutPrefix(string(d), "P")
	if !ok || rest == "" {
		return string(d)
	}
	units := map[byte]string{'Y': "year", 'M': "month", 'W': "week", 'D': "day"}
	var parts []string
	for rest != "" {
		if rest[0] == 'T' {
			units = map[byte]string{'H': "hour", 'M': "minute", 'S': "second"}
			rest = rest[1:]
			continue
		}
		n := strings.IndexFunc(rest, func(r rune) bool { return r != '.' && (r < '0' || r > '9') })
		if n <= 0 || units[rest[n]] == "" {
			return string(d)
		}
		unit := units[rest[n]]
		if rest[:n] != "1" {
			unit += "s"
		}
		parts = append(parts, rest[:n]+" "+unit)
		rest = rest[n+1:]
	}
	return strings.Join(parts, " ")
}
