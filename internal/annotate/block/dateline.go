package block

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/document"
)

// dateline is what stands before the first sentence of a report: place, day
// and agency, each of them possibly missing.
//
//	BRUSSELS, April 3 (Reuters) —
//	PORTSMOUTH, N.H. (AP) --
//	MOSCOW, April 3. /TASS/.
//	WASHINGTON —
type dateline struct {
	length           int // in bytes, of what it is cut from
	place, agency    string
	year, month, day string // as written, month by its name
}

const (
	months   = `(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|January|February|March|April|May|June|July|August|September|October|November|December|JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC`
	weekday  = `(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?,? `
	capital  = `\p{Lu}(?:c|ac|’|')?[\p{Lu}\p{M}'’.\-]+` // BRUSSELS, McALLEN, ST.
	capitals = capital + `(?:(?: | ?/ ?)(?:` + capital + `|\p{Lu})){0,4}`
	titled   = `\p{Lu}[\p{L}\p{M}'’.\-]+(?:[ /](?:de |del |of |la |al-|el-)?\p{Lu}[\p{L}\p{M}'’.\-]*){0,3}`
	region   = `(?:, \p{Lu}[\p{L}\p{M}.'’\-]*(?: \p{Lu}[\p{L}\p{M}.'’\-]*){0,2})?`
	day      = `(?:[,.]? (?:` + weekday + `)?(?:(?P<month>` + months + `) (?P<day>\d{1,2})(?:, ?(?P<year>\d{4}))?|(?P<day2>\d{1,2}) (?P<month2>` + months + `)(?:,? (?P<year2>\d{4}))?))?`
	agency   = ` ?(?:\((?P<agency>[^()]{2,40})\)|/(?P<slashed>[A-Z]{3,10})/\.?)`
	dash     = ` ?(?:—|–|--|-|―|−|:)+ *`
)

var (
	withAgency = regexp.MustCompile(`^(?P<place>(?:` + capitals + `|` + titled + `)` + region + `)[,.]?` + day + `[,.]?` + agency + `(?P<dash>` + dash + `)?`)
	placeAlone = regexp.MustCompile(`^(?P<place>` + capitals + region + `),?` + day + `(?: (?:—|–|--|-|―)+ +|(?:—|―) ?)`)
	party      = regexp.MustCompile(`^[RDI](?:-|$)`)
)

// noPlaces are words in capitals before a dash that are no places.
var noPlaces = words(`EXCLUSIVE BREAKING UPDATE UPDATED UPDATES WATCH VIDEO AUDIO PHOTOS OPINION ANALYSIS NEWS LIVE REPORT REPORTS EDITORIAL COMMENTARY CORRECTION CORRECTED
FACTBOX EXPLAINER LOOK NOTE WARNING REVIEW INTERVIEW FEATURE SPECIAL POLL QUIZ LISTEN READ MORE TRANSCRIPT QUESTION ANSWER Q A FILE PHOTO ALERT URGENT WRAPUP TIMELINE
THE LATEST SUMMARY OVERVIEW BACKGROUND CONTEXT ABSTRACT TOP STORY STORIES BRIEF NATO EU UN US UK USA GOP DNC RNC CIA FBI NSA IMF WHO OSCE`)

// parseDateline reads the dateline that s begins with.
func parseDateline(s string) (dateline, bool) {
	head := s[:min(len(s), 160)]
	if m := withAgency.FindStringSubmatch(head); m != nil {
		d := named(withAgency, m)
		name := first(group(withAgency, m, "agency"), group(withAgency, m, "slashed"))
		d.agency = agencyOf(name)
		dash := group(withAgency, m, "dash") != ""
		if d.agency == "" && dash && shouts(d.place) && shortName(name) {
			d.agency = name
		}
		if d.agency != "" && begins(s[d.length:], dash) && isPlace(d.place) {
			return d, true
		}
	}
	if m := placeAlone.FindStringSubmatch(head); m != nil {
		if d := named(placeAlone, m); begins(s[d.length:], true) && isPlace(d.place) {
			return d, true
		}
	}
	return dateline{}, false
}

func named(re *regexp.Regexp, m []string) dateline {
	return dateline{
		length: len(m[0]), place: strings.TrimRight(group(re, m, "place"), ","),
		month: first(group(re, m, "month"), group(re, m, "month2")), day: first(group(re, m, "day"), group(re, m, "day2")), year: first(group(re, m, "year"), group(re, m, "year2")),
	}
}

func group(re *regexp.Regexp, m []string, name string) string {
	if i := re.SubexpIndex(name); i >= 0 {
		return m[i]
	}
	return ""
}

// begins says whether s opens as a sentence does. Without a dash before it
// there must be a letter or a quotation mark.
func begins(s string, dash bool) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " "))
	return unicode.IsUpper(r) || strings.ContainsRune("\"“‘'«", r) || dash && (unicode.IsDigit(r) || r == '$' || r == '€')
}

// isPlace refuses words in capitals that stand before a dash but are none:
// those listed, and more than a place and its region have.
func isPlace(s string) bool {
	w, region, _ := strings.Cut(s, ", ")
	for _, x := range strings.Fields(w) {
		if noPlaces[strings.Trim(x, ".")] {
			return false
		}
	}
	if region != "" && shouts(region) && len(strings.Fields(region)) > 1 {
		return false
	}
	return utf8.RuneCountInString(w) >= 3 && len(strings.Fields(w)) <= 4 && !party.MatchString(w)
}

// shouts says whether the place, before a region, is in capitals.
func shouts(s string) bool {
	w, _, _ := strings.Cut(s, ",")
	return strings.ToUpper(w) == w
}

// shortName says whether s may be the name of an agency that is not known: no
// party and state of a politician, no remark.
func shortName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return len(strings.Fields(s)) <= 3 && unicode.IsUpper(r) && !party.MatchString(s) && !strings.ContainsAny(s, "0123456789.,;:")
}

// tag returns the length of the wire tag that s begins with, "(MENAFN)" or
// "(Reuters) -", and its agency; 0 if there is none.
func tag(s string) (int, string) {
	m := wireTag.FindStringSubmatch(s[:min(len(s), 100)])
	if m == nil {
		return 0, ""
	}
	a := agencyOf(m[1])
	if a == "" || !begins(s[len(m[0]):], true) {
		return 0, ""
	}
	return len(m[0]), a
}

var wireTag = regexp.MustCompile(`^\(([^()]{2,60})\)(?: ?(?:—|–|--|-|―|:))? *`)

var anyDay = regexp.MustCompile(`^(?i:(?P<what>published|posted|updated|last updated|last modified|first published|created|date)(?: on| at)?[: ] ?)?(?P<date>[^|•]{6,60}?)(?: ?[|•] ?[^.]{0,40})?\.?$`)

// dateLine reads a line that holds a date and nothing else.
func (p *page) dateLine(s string) bool {
	if len(s) > 100 {
		return false
	}
	m := anyDay.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	d, ok := document.Date(group(anyDay, m, "date"))
	if !ok || len(d) != len("2006-01-02") {
		return false
	}
	what := strings.ToLower(group(anyDay, m, "what"))
	if !strings.Contains(what, "updated") && !strings.Contains(what, "modified") && p.facts.line == "" {
		p.facts.line = d
	}
	return true
}
