package export

import (
	"strings"
)

// Sum writes an amount for people: "EUR 100 billion", "up to USD 2.5 million a
// year", "nearly"-sums with "about".
func (a Amount) Sum() string {
	code := ""
	if a.Currency != nil {
		code = *a.Currency + " "
	}
	s := measured(a.Value, a.Low, a.High, a.About, code)
	if a.Per != nil {
		s += " a " + *a.Per
	}
	return s
}

// Thing writes an item for people: "31 Abrams tanks".
func (i Item) Thing() string {
	s := measured(i.Value, i.Low, i.High, i.About, "")
	if i.What == nil {
		return s
	}
	return strings.TrimSpace(s + " " + *i.What)
}

// measured writes a number or the bounds that are known of it.
func measured(value, low, high *string, about bool, unit string) string {
	s := ""
	switch {
	case value != nil:
		s = unit + Digits(*value)
	case low != nil && high != nil:
		s = unit + Digits(*low) + " to " + Digits(*high)
	case high != nil:
		s = "up to " + unit + Digits(*high)
	case low != nil:
		s = "at least " + unit + Digits(*low)
	}
	if about && s != "" {
		s = "about " + s
	}
	return s
}

// Digits writes a decimal for people, without losing a digit: round millions
// and more by name, thousands in groups.
//
//	107000000000 → 107 billion    2500000 → 2.5 million    12345 → 12,345
func Digits(decimal string) string {
	whole, fraction, _ := strings.Cut(decimal, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	if fraction == "" {
		for _, u := range []struct {
			zeros int
			name  string
		}{{12, "trillion"}, {9, "billion"}, {6, "million"}} {
			if len(whole) <= u.zeros {
				continue
			}
			head, tail := whole[:len(whole)-u.zeros], strings.TrimRight(whole[len(whole)-u.zeros:], "0")
			if len(tail) > 3 {
				continue // a smaller unit says it in fewer digits, or none does
			}
			if tail != "" {
				tail = "." + tail
			}
			return sign + grouped(head) + tail + " " + u.name
		}
	} else {
		fraction = "." + fraction
	}
	return sign + grouped(whole) + fraction
}

// grouped parts digits in threes, from five of them on.
func grouped(digits string) string {
	if len(digits) < 5 {
		return digits
	}
	var b strings.Builder
	for i, r := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	return b.String()
}
