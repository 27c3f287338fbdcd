package export_test

import (
	"testing"

	"onrecord/internal/export"
)

func TestDigits(t *testing.T) {
	for decimal, want := range map[string]string{
		"107000000000": "107 billion", "2500000": "2.5 million", "1234567": "1,234,567", "1234000": "1.234 million", "12345": "12,345", "1500": "1500", "0": "0",
		"2.75": "2.75", "-3000000": "-3 million", "40000000000000": "40 trillion", "12345.5": "12,345.5", "1200500000": "1200.5 million", "": "",
	} {
		if got := export.Digits(decimal); got != want {
			t.Errorf("%s: %s, want %s", decimal, got, want)
		}
	}
}

func TestQuantities(t *testing.T) {
	p := func(s string) *string { return &s }
	for want, a := range map[string]export.Amount{
		"EUR 100 billion":            {Value: p("100000000000"), Currency: p("EUR")},
		"up to USD 5 million":        {High: p("5000000"), Currency: p("USD")},
		"about at least 3 a year":    {Low: p("3"), About: true, Per: p("year")},
		"GBP 3 billion to 5 billion": {Low: p("3000000000"), High: p("5000000000"), Currency: p("GBP")},
	} {
		if got := a.Sum(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for want, i := range map[string]export.Item{
		"31 Abrams tanks": {Value: p("31"), What: p("Abrams tanks")}, "Patriot missiles": {What: p("Patriot missiles")}, "up to 1 million shells": {High: p("1000000"), What: p("shells")},
	} {
		if got := i.Thing(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
