package block

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	word     = `\p{Lu}[\p{L}\p{M}.'’\-]*`
	fullName = word + `(?: (?:de|del|da|di|van|von|der|den|al|bin|ibn|la|le|ter|` + word + `)){1,4}`
	people   = fullName + `(?:(?:, | and | & |, and )` + fullName + `){0,5}`
	behind   = `(?:,? (?:in|from|of|for) ` + word + `(?: ` + word + `){0,4}|(?:,| \||\s?[-–—•]) ?[\p{L}][\p{L}\p{M}.'’&/ \-]{1,60})?`
)

var (
	byPeople   = regexp.MustCompile(`^(?i:by|byline:|author:|written by|story by)(?::)? (?P<who>` + people + `)(?P<rest>` + behind + `)\.?$`)
	byAgency   = regexp.MustCompile(`^(?i:by|source:|from) (?:the )?(?P<who>[\p{L}/ \-]{2,30}?)(?: staff| writers?| reporters?)?\.?$`)
	dashAgency = regexp.MustCompile(`^[-–—]{1,2} ?(?P<who>[\p{L}/ \-]{2,30})\.?$`)
)

// byline reads a line that says who wrote the story and nothing else.
func (p *page) byline(i int, s string) bool {
	late := i >= len(p.units)-tail
	if isCredit(s, late) || i < top && len(s) <= longestImprint && desk.MatchString(s) {
		return true
	}
	if len(s) > 160 || i >= top && !late {
		return false
	}
	if m := byAgency.FindStringSubmatch(s); m != nil {
		if a := agencies[strings.TrimSpace(group(byAgency, m, "who"))]; a != "" {
			p.facts.byline.outlet = a
			return true
		}
	}
	if m := byPeople.FindStringSubmatch(s); m != nil && !clause(s) {
		author, outlet := authors(group(byPeople, m, "who"))
		rest := strings.Trim(group(byPeople, m, "rest"), ",|-–—• ")
		p.facts.byline.author = first(p.facts.byline.author, author)
		p.facts.byline.outlet = first(p.facts.byline.outlet, outlet, agencyOf(rest))
		return true
	}
	if a := agencies[strings.TrimRight(s, ".")]; a != "" && (i < 3 || i == len(p.units)-1) {
		p.facts.byline.outlet = first(p.facts.byline.outlet, a)
		return true
	}
	if m := dashAgency.FindStringSubmatch(s); m != nil && i == len(p.units)-1 {
		if a := agencies[group(dashAgency, m, "who")]; a != "" {
			p.facts.byline.outlet = first(p.facts.byline.outlet, a)
			return true
		}
	}
	return false
}

// How a line of credits opens anywhere, and the verbs that make one below a
// story: "(Reporting by Ann Oak; Editing by Bo Elm)", "Oak reported from Oslo."
var (
	creditOpens = regexp.MustCompile(`^(?i:(?:additional |further )?(?:reporting|writing|editing)(?: and (?:reporting|writing|editing))?(?: by|: )|additional reporting from|compiled by|contributing(?: reporters?| writers?)?: |contributed by|edited by|translated by|translation by|produced by)\b`)
	creditVerb  = regexp.MustCompile(`^\S+(?: \S+){0,9} (?:reported|contributed)\b`)
	creditWords = words(`reported contributed reporting contributing writing editing additional further by from in at of for to and the this that's story report article post column
with de del da di van von der den al bin ibn la le ter writer writers reporter reporters journalist journalists correspondent correspondents staff also editor`)
)

// isCredit says whether s names those who worked on the story and nothing else:
// each of its words is a name or one of few. A sentence of the story has others:
// "Reporting by the paper showed that…" is none.
func isCredit(s string, late bool) bool {
	s = strings.TrimLeft(s, "(-–— ")
	if !creditOpens.MatchString(s) && !(late && creditVerb.MatchString(s)) {
		return false
	}
	for i, w := range strings.Fields(s) {
		w = strings.Trim(w, "(),.;:–—-/&|")
		r, _ := utf8.DecodeRuneInString(w)
		if w != "" && i > 0 && !unicode.IsUpper(r) && !creditWords[w] && !creditVerbs[w] {
			return false
		}
	}
	return true
}

var creditVerbs = words("compiled edited translated translation produced")

// clause says whether a line in capitals and small letters goes on as a
// sentence does: "By George Town, nothing was left".
func clause(s string) bool {
	for _, w := range strings.Fields(s) {
		if strings.Contains(" was were is are has had have will would could said says ", " "+strings.ToLower(w)+" ") {
			return true
		}
	}
	return false
}

// authors parts names by commas, writes those in capitals as running text
// does, and keeps an agency among them apart.
func authors(s string) (author, outlet string) {
	var people []string
	for _, n := range strings.Split(strings.NewReplacer(", and ", ", ", " and ", ", ", " & ", ", ", " AND ", ", ").Replace(s), ", ") {
		if a := agencyOf(n); a != "" {
			outlet = a
			continue
		}
		if strings.ToUpper(n) == n {
			n = calm(n)
		}
		people = append(people, n)
	}
	return strings.Join(people, ", "), outlet
}

// calm puts words in capitals into small letters but for the first of each;
// abbreviations with periods stay.
func calm(s string) string {
	var b strings.Builder
	inside := false
	for i, r := range s {
		switch {
		case !unicode.IsLetter(r):
			inside = r == '\'' && i > 1 && s[i-2] != ' ' // O'NEILL, but PEOPLE'S
		case inside && !strings.HasPrefix(s[i+len(string(r)):], "."):
			r = unicode.ToLower(r)
		default:
			inside = true
		}
		b.WriteRune(r)
	}
	return b.String()
}
