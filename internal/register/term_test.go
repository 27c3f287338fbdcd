package register

import (
	"testing"

	"pgregory.net/rapid"

	"onrecord/internal/edtf"
)

// TestPlainTermsAreThoseOfEDTF holds the fast path against the whole of EDTF.
func TestPlainTermsAreThoseOfEDTF(t *testing.T) {
	date := rapid.StringMatching(`\.\.|(19|20)[0-9]{2}(-[0-3][0-9](-[0-3][0-9])?)?`)
	rapid.Check(t, func(t *rapid.T) {
		d := edtf.Date(date.Draw(t, "first"))
		if rapid.Bool().Draw(t, "interval") {
			d += "/" + edtf.Date(date.Draw(t, "last"))
		}
		got, ok := plain(string(d))
		ok = ok && (got.from == 0 || got.to == 0 || got.from <= got.to)
		from, to := d.Days()
		if ok && !d.Valid() {
			t.Errorf("%s is no date", d)
		}
		if want := (term{number(from), number(to)}); ok && got != want {
			t.Errorf("%s: %v, want %v", d, got, want)
		}
	})
}
