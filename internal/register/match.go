package register

import "onrecord/internal/record"

// Entry is an actor that a run of words may name, and how the words name it.
type Entry struct {
	Actor *Actor
	Use   Use
}

// Match returns the longest run of words, beginning at words[at], that is the
// name of an actor, and the actors that have it, in the order of the files: n
// is 0 and entries nil where there is none. Neither may be changed.
//
// Case does not count but for the first letter, which must be a capital where it
// is one in the register; a name with a capital further on must have one
// somewhere, an outlet's every capital (Russia Today, not Russia today), and an
// abbreviation exactly its letters (US, never us). Periods and diacritics do not
// count, hyphens and apostrophes are as good as spaces. An article before the
// name and the possessive behind it are no part of it, but a name that the files
// write with "the" needs it before itself ("the West").
//
// Surnames alone are not matched (see Surname), nor the offices that people hold.
// An organ of a country is named by the country and one of the organ's nouns, in
// either order: "the Ukrainian army", "Ukraine's parliament", "government of
// Ukraine". The people of an armed group are the group: "Hamas militants".
//
// Words that are part of a longer name that the register calls nobody's name
// nobody: no country in New Jersey, Lake Chad, African-American.
//
// Of the uses that one name has for one actor the first in this order is told:
// canonical, variant, short, adjective, demonym, capital, seat.
func (r *Register) Match(words []string, at int) (n int, entries []Entry) {
	x := r.names()
	c, n := x.longest(words, at, wantName)
	if c == nil || c.nobody || x.swallowed(words, at) {
		return 0, nil
	}
	if c.noun > 0 {
		return r.organOf(words, at, n, int(c.noun)-1)
	}
	entries = x.entries[c.first:c.end]
	if m, organs := r.organAfter(words, at+n, entries); m > 0 {
		return n + m, organs
	}
	return n + r.fightersAfter(words, at+n, entries), entries
}

// mostBefore is how many tokens before a name a longer one may begin that
// swallows it.
const mostBefore = 3

// swallowed says whether the word at at is part of a name that is nobody's,
// begun before it.
func (x *index) swallowed(words []string, at int) bool {
	for i := max(0, at-mostBefore); i < at; i++ {
		if c, n := x.longest(words, i, wantName); c != nil && c.nobody && i+n > at {
			return true
		}
	}
	return false
}

// organAfter reads an organ's noun at at, behind the name of a country.
func (r *Register) organAfter(words []string, at int, of []Entry) (n int, organs []Entry) {
	if at >= len(words) || !r.hasOrgans(of) {
		return 0, nil
	}
	mark := 0
	if possessive(words[at]) {
		mark = 1
	}
	c, n := r.names().longest(words, at+mark, wantOrgan)
	if c == nil || hyphened(words, at+mark+n) {
		return 0, nil
	}
	return mark + n, r.organEntries(of, int(c.noun)-1)
}

// possessive says whether a word is the mark of a possessive.
func possessive(w string) bool { return w == "'s" || w == "’s" || w == "'" || w == "’" }

// fightersAfter reads the noun for its people at at, behind the name of a group:
// "Hamas militants" are Hamas.
func (r *Register) fightersAfter(words []string, at int, of []Entry) int {
	for _, e := range of {
		if e.Actor.Kind != record.Group {
			return 0
		}
	}
	_, n := r.names().longest(words, at, wantFighters)
	if hyphened(words, at+n) {
		return 0
	}
	return n
}

// hyphened says whether a hyphen stands at at: "Sudan's military-led government"
// is not its military.
func hyphened(words []string, at int) bool { return at < len(words) && words[at] == "-" }

// organOf reads "of" and the name of a country behind the n words at at, which
// are a noun of an organ.
func (r *Register) organOf(words []string, at, n, pattern int) (int, []Entry) {
	i := at + n
	if i >= len(words) || words[i] != "of" {
		return 0, nil
	}
	if i++; i < len(words) && words[i] == "the" {
		i++
	}
	c, m := r.names().longest(words, i, wantName)
	if c == nil || c.noun > 0 || c.nobody {
		return 0, nil
	}
	of := r.names().entries[c.first:c.end]
	if !r.hasOrgans(of) || of[0].Use == Adjective || of[0].Use == Demonym {
		return 0, nil
	}
	return i + m - at, r.organEntries(of, pattern)
}

// hasOrgans says whether all of the entries are countries by their name or
// adjective, and have organs.
func (r *Register) hasOrgans(of []Entry) bool {
	for _, e := range of {
		if e.Actor.Kind != record.Country || e.Actor.organs == noOrgans || e.Use == Capital || e.Use == Seat {
			return false
		}
	}
	return len(of) > 0
}

// organEntries returns the organs of countries that fit a pattern. There is
// nearly always one country; two are "the Congolese army".
func (r *Register) organEntries(of []Entry, pattern int) []Entry {
	x := r.names()
	if len(of) == 1 {
		i := x.organs + int(of[0].Actor.organs) + pattern
		return x.entries[i : i+1 : i+1]
	}
	var all []Entry
	for _, e := range of {
		all = append(all, x.entries[x.organs+int(e.Actor.organs)+pattern])
	}
	return all
}
