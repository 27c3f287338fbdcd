package block

import (
	"regexp"

	"onrecord/internal/document"
)

// identifiers are the forms of the numbers that agencies and archives put below
// a story. Named groups tell what the parts mean: id, and day, month, year or
// yy of publication. What has no group means nothing outside its house.
var identifiers = []struct {
	outlet string // empty where the number does not tell it
	form   *regexp.Regexp
	glued  bool // may follow the last sentence without a space
}{
	// MENAFN 05 11 2023 000045012345 ID 1107363801: day, month, year, feed and
	// item, then the number of the story.
	{"MENAFN", regexp.MustCompile(`MENAFN(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})\d{6,16}ID(?P<id>\d{6,12})$`), true},
	// AP-NY-11-05-23 1430EST: desk, month, day, year and time.
	{"AP", regexp.MustCompile(`^AP-[A-Z]{2,3}-(?P<month>\d{2})-(?P<day>\d{2})-(?P<yy>\d{2}) \d{4}(?:GMT|E[SD]T)<?$`), false},
	// nL8N3C60AB: the number of a Reuters story; its date is not in it.
	{"Reuters", regexp.MustCompile(`^\(?(?P<id>n[A-Z][A-Z0-9]{2}[A-Z0-9]{6,8})\)?$`), false},
	// Document LBA0000020231105ejb500abc: Factiva's accession number, with the
	// code of the source before the date.
	{"", regexp.MustCompile(`^Document (?P<id>[A-Z0-9]{4,10}(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})[a-z0-9]{6,10})$`), false},
}

// identified says whether s is an identifier and nothing else, and keeps what
// it tells.
func (p *page) identified(s string) bool {
	for _, x := range identifiers {
		if m := x.form.FindStringSubmatch(s); m != nil && len(m[0]) == len(s) {
			p.facts.identifier(x.outlet, x.form, m)
			return true
		}
	}
	return false
}

// trailing returns the length of an identifier at the end of s, 0 if there is
// none, and keeps what it tells.
func (p *page) trailing(s string) int {
	end := s[max(0, len(s)-80):]
	for _, x := range identifiers {
		if !x.glued {
			continue
		}
		if m := x.form.FindStringSubmatch(end); m != nil {
			p.facts.identifier(x.outlet, x.form, m)
			return len(m[0])
		}
	}
	return 0
}

func (f *facts) identifier(outlet string, form *regexp.Regexp, m []string) {
	year := group(form, m, "year")
	if yy := group(form, m, "yy"); yy != "" {
		year = "20" + yy
		if yy >= "70" {
			year = "19" + yy
		}
	}
	f.number.outlet = outlet
	f.number.id = group(form, m, "id")
	if d, ok := document.Day(year, group(form, m, "month"), group(form, m, "day")); ok {
		f.number.published = d
	}
}
