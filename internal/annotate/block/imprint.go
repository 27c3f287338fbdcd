package block

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/document"
)

// An imprint is a line near the top that holds the name of the outlet, a place
// or the day, in any order, and nothing else:
//
//	Brussels, 4 April 2024 | Harbor Post
//	The Morning Drum, Friday 5 April 2024
//	Harbor Post (Lagos)
//	ANTWERP, 29 May 2024
//	Ann Oak, Harbor Gazette
var (
	fullDay = regexp.MustCompile(`(?:` + weekday + `)?(?:(?:` + months + `) \d{1,2},? \d{4}|\d{1,2} (?:` + months + `),? \d{4})(?:(?:,| at| -| –)? \d{1,2}[:.]\d{2}(?: ?(?i:am|pm|a\.m\.|p\.m\.))?(?: [A-Z]{2,4})?)?`)
	border  = regexp.MustCompile(`\s*(?:[|·•()–—]|,| - )\s*`)
	desk    = regexp.MustCompile(`^(?i:by|from) (?i:our|a|the) [\p{L} ,'’-]{0,40}(?i:correspondents?|desk|staff|bureau|reporters?|editors?|team)\.?$`)
)

// longestImprint is in bytes.
const longestImprint = 110

// outletWords are words that names of newspapers, agencies and stations have.
var outletWords = words(`Post Times Courier Herald Gazette News Wire Tribune Standard Ledger Bulletin Journal Press Daily Observer Guardian Telegraph Mail Chronicle
Globe Monitor Today Weekly Radio TV Television Broadcasting Newspaper Examiner Inquirer Dispatch Mirror Argus Echo Advertiser Register Record Reporter Sentinel Mercury
Trumpet Nation Independent Economist Review Magazine Online Network Agency`)

// part is a name in an imprint.
type part struct {
	name   string
	outlet bool // it has a word of outlets, or is an agency
}

// imprint reads s if it is an imprint. beside says whether the line before or
// behind it tells of the publication too: a bare name needs that.
func (p *page) imprint(s string, beside bool) bool {
	if len(s) > longestImprint {
		return false
	}
	day, rest := "", s
	if at := fullDay.FindStringIndex(s); at != nil {
		d, ok := document.Date(fullDay.FindString(s))
		if !ok {
			return false
		}
		day, rest = d, s[:at[0]]+"|"+s[at[1]:]
	}
	parts, ok := imprintParts(rest)
	if !ok || day == "" && !beside || len(parts) > 3 {
		return false
	}
	outlet, place, author := tellApart(parts, strings.Contains(s, "|"))
	if day == "" && outlet == "" {
		return false
	}
	if day != "" {
		p.facts.line = first(p.facts.line, day)
	}
	p.facts.byline.outlet = first(p.facts.byline.outlet, outlet)
	p.facts.byline.author = first(p.facts.byline.author, author)
	p.facts.byline.place = first(p.facts.byline.place, place)
	return true
}

// imprintParts cuts a line into names; ok is false if it has anything else.
func imprintParts(s string) (parts []part, ok bool) {
	for _, name := range border.Split(strings.TrimRight(s, "."), -1) {
		name = strings.TrimSuffix(strings.TrimSpace(name), " staff")
		if name == "" {
			continue
		}
		fields := strings.Fields(name)
		if len(fields) > 5 {
			return nil, false
		}
		x := part{name: name}
		if a := agencies[name]; a != "" {
			x.name, x.outlet = a, true
		}
		for i, w := range fields {
			r, _ := utf8.DecodeRuneInString(w)
			if !unicode.IsUpper(r) && (i == 0 || !small[w]) || strings.ContainsAny(w, "?!:;\"“”") {
				return nil, false
			}
			x.outlet = x.outlet || outletWords[w]
		}
		x.outlet = x.outlet || len(fields) > 1 && fields[0] == "The"
		parts = append(parts, x)
	}
	return parts, true
}

// small are words in small letters within names.
var small = words("of the and de del la le di da von van der den al bin for in")

// tellApart tells outlet, place and author apart: a name with a word of outlets is
// one; without any, the name behind an upright stroke is. A name before the
// outlet's is an author's if it has two words or more, any other a place.
func tellApart(parts []part, stroke bool) (outlet, place, author string) {
	at := -1
	for i, x := range parts {
		if x.outlet {
			at = i
			break
		}
	}
	if at < 0 && stroke && len(parts) > 1 {
		at = len(parts) - 1
	}
	for i, x := range parts {
		switch {
		case i == at:
			outlet = x.name
		case i < at && strings.Contains(x.name, " ") && !shouts(x.name) && author == "":
			author = x.name
		case place == "":
			place = x.name
		}
	}
	return outlet, place, author
}
