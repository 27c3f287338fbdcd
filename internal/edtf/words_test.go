package edtf_test

import (
	"testing"

	"onrecord/internal/edtf"
)

func TestWords(t *testing.T) {
	for date, want := range map[edtf.Date]string{
		"2024-04-07": "7 April 2024", "2024-04": "April 2024", "2024": "2024", "2024-22": "summer 2024", "2024-34": "second quarter of 2024",
		"201X": "the 2010s", "19XX": "the 1900s", "2022~": "about 2022", "2022-05?": "perhaps May 2022",
		"2024-04-01/2024-04-05": "1 to 5 April 2024", "2024-03-30/2024-04-05": "30 March 2024 to 5 April 2024", "2022/2024-04-07": "2022 to 7 April 2024",
		"../2024": "until 2024", "2024-04/..": "from April 2024", "": "", "whenever": "whenever", "2024-04-01/2024-04-01": "1 April 2024 to 1 April 2024",
	} {
		if got := date.Words(); got != want {
			t.Errorf("%q: %q, want %q", date, got, want)
		}
	}
}

func TestDurationWords(t *testing.T) {
	for d, want := range map[edtf.Duration]string{
		"P5Y": "5 years", "P1Y6M": "1 year 6 months", "PT36H": "36 hours", "P2W": "2 weeks", "P1DT1M": "1 day 1 minute", "P1.5Y": "1.5 years",
		"": "", "P": "P", "PX": "PX", "5Y": "5Y", "P5": "P5",
	} {
		if got := d.Words(); got != want {
			t.Errorf("%q: %q, want %q", d, got, want)
		}
	}
}
