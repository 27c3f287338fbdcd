package document_test

import (
	"testing"

	"onrecord/internal/document"
)

func TestDate(t *testing.T) {
	for written, want := range map[string]string{
		"2024-04-07":                    "2024-04-07",
		"2024-04-07T23:30:00-04:00":     "2024-04-07",
		"2024-04-07 23:30:00":           "2024-04-07",
		"2024/4/7":                      "2024-04-07",
		"2024.04.07":                    "2024-04-07",
		"20240407":                      "2024-04-07",
		"20240407T103000Z":              "2024-04-07",
		"2024-04":                       "2024-04",
		"2024":                          "2024",
		"April 7, 2024":                 "2024-04-07",
		"Apr. 7 2024":                   "2024-04-07",
		"7 April 2024":                  "2024-04-07",
		"7th of April 2024":             "2024-04-07",
		"Sun, 07 Apr 2024 10:00:00 GMT": "2024-04-07",
		"Sunday, April 7, 2024":         "2024-04-07",
		"April 7, 2024 at 9:30 am EDT":  "2024-04-07",
		"SEPT 3, 2023":                  "2023-09-03",
		"April 2024":                    "2024-04",
		"04/07/2024":                    "",
		"2024-13-01":                    "",
		"2024-02-30":                    "",
		"1712448000":                    "",
		"April 7":                       "",
		"May the 4th be with you":       "",
		"yesterday":                     "",
		"":                              "",
		".":                             "",
	} {
		if got, ok := document.Date(written); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v, want %q", written, got, ok, want)
		}
	}
}

func FuzzDate(f *testing.F) {
	f.Add("Sun, 07 Apr 2024 10:00:00 GMT")
	f.Add("2024-04-07T")
	f.Add(". , .")
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := document.Date(s)
		if again, _ := document.Date(d); ok && again != d {
			t.Fatalf("%q gives %q, which gives %q", s, d, again)
		}
	})
}
