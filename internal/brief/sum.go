package brief

import (
	"strings"

	"onrecord/internal/export"
)

// signs are the currencies that a reader knows by their sign.
var signs = map[string]string{"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹", "UAH": "₴"}

// Sum writes an amount for people: "€100 billion", "at least £2.5 million a
// year".
func Sum(a export.Amount) string {
	s := a.Sum()
	if a.Currency == nil {
		return s
	}
	if sign := signs[*a.Currency]; sign != "" {
		s = strings.ReplaceAll(s, *a.Currency+" ", sign)
	}
	return s
}
