package register

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/record"
)

// Entry is an actor that a run of words may name, and how the words name it.
type Entry struct {
	Actor *Actor
	Use   Use
}

// index finds names by their first word: a table of chains of names, with
// names of one key and manner together.
type index struct {
	heads   []int32 // by hash of the first word: 1 + a name's place in called
	called  []called
	entries []Entry
	organs  int // where the entries of the organs begin, as Register.organs has them
}

// called is a name and the actors that have it.
type called struct {
	key        string
	exact      string // the letters that count, of an abbreviation
	article    bool   // "the" must stand before it: the West
	single     bool   // one word
	upper      bool   // it begins with a capital
	plain      bool   // it has no capital at all: eurozone
	strict     string // the letters of an outlet's name: a capital must be one
	nobody     bool   // it is nobody's
	noun       int16  // 1 + the pattern of an organ's noun, which names nobody by itself; or fighters
	next       int32  // in the chain
	first, end int32  // in entries
}

// fighters marks a noun that may stand behind the name of an armed group.
const fighters = -1

// want says what to look for: a name or the noun of an organ, a noun of an organ
// alone, or a noun behind a group.
type want uint8

const (
	wantName want = iota
	wantOrgan
	wantFighters
)

func (c *called) fits(w want) bool {
	switch w {
	case wantOrgan:
		return c.noun > 0
	case wantFighters:
		return c.noun == fighters
	}
	return c.noun != fighters
}

// Match returns the longest run of words, beginning at words[at], that is the
// name of an actor, and the actors that have it, in the order of the files: n
// is 0 and entries nil where there is none. Neither may be changed.
//
// Case does not count but for the first letter, which must be a capital where it
// is one in the register; a name with a capital further on must have one
// somewhere, an outlet's every capital (Russia Today, not Russia today),
// and an abbreviation exactly its letters (US, never us). Periods and diacritics do not
// count, hyphens and apostrophes are as good as spaces. An article before the
// name and the possessive behind it are no part of it, but a name that the
// files write with "the" needs it before itself ("the West").
//
// Surnames alone are not matched (see Surname), nor the offices that people hold.
// An organ of a country is named by the country and one of the organ's nouns,
// in either order: "the Ukrainian army", "Ukraine's parliament", "government
// of Ukraine". The people of an armed group are the group: "Hamas militants".
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

// swallowed says whether the word at at is part of a name that is nobody's, begun
// before it.
func (x *index) swallowed(words []string, at int) bool {
	for i := max(0, at-mostBefore); i < at; i++ {
		if c, n := x.longest(words, i, wantName); c != nil && c.nobody && i+n > at {
			return true
		}
	}
	return false
}

// longest returns the name that most words from at on have; of two, the one
// that asks for more. A noun of an organ is found only where there is no name.
func (x *index) longest(words []string, at int, w want) (best *called, n int) {
	if at >= len(words) || len(x.heads) == 0 {
		return nil, 0
	}
	h := hashStart(words[at])
	if h == 0 {
		return nil, 0
	}
	for i := x.heads[h&uint32(len(x.heads)-1)]; i != 0; i = x.called[i-1].next {
		c := &x.called[i-1]
		if !c.fits(w) {
			continue
		}
		m := cover(words[at:], c.key)
		if m < n || m == 0 || m == n && best.rank() >= c.rank() || !c.allows(words, at, m) {
			continue
		}
		best, n = c, m
	}
	return best, n
}

// rank says how much a name asks for.
func (c *called) rank() int {
	switch {
	case c.noun != 0:
		return 0
	case c.exact != "":
		return 3
	case c.article:
		return 2
	}
	return 1
}

// allows says whether the n words at at, whose key is that of c, may name what
// c names.
func (c *called) allows(words []string, at, n int) bool {
	if c.noun != 0 {
		return true
	}
	if c.article && (at == 0 || !strings.EqualFold(words[at-1], "the")) {
		return false
	}
	if c.exact != "" {
		return sameLetters(words[at:at+n], c.exact, same)
	}
	if c.strict != "" {
		return sameLetters(words[at:at+n], c.strict, asCapital)
	}
	if c.plain {
		return true
	}
	if c.single || c.upper {
		return capital(words[at])
	}
	for _, w := range words[at : at+n] {
		if capital(w) {
			return true
		}
	}
	return false
}

// upperStart says whether the first letter of a name is a capital.
func upperStart(name string) bool {
	for _, r := range name {
		if letter(r) {
			return unicode.IsUpper(r)
		}
	}
	return false
}

// capital says whether the first letter of w is one, or one behind a hyphen or
// apostrophe ("al-Shabaab"). Letters that know no case and digits are as good.
func capital(w string) bool {
	for i, r := range w {
		switch {
		case unicode.IsUpper(r):
			return true
		case unicode.IsLower(r):
			if j := strings.IndexAny(w[i:], "-'’"); j >= 0 {
				_, n := utf8.DecodeRuneInString(w[i+j:])
				return capital(w[i+j+n:])
			}
			return false
		case unicode.IsLetter(r), unicode.IsDigit(r):
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
	if w := words[at]; w == "'s" || w == "’s" || w == "'" || w == "’" {
		mark = 1
	}
	c, n := r.names().longest(words, at+mark, wantOrgan)
	if c == nil {
		return 0, nil
	}
	return mark + n, r.organEntries(of, int(c.noun)-1)
}

// fightersAfter reads the noun for its people at at, behind the name of a group:
// "Hamas militants" are Hamas.
func (r *Register) fightersAfter(words []string, at int, of []Entry) int {
	for _, e := range of {
		if e.Actor.Kind != record.Group {
			return 0
		}
	}
	_, n := r.names().longest(words, at, wantFighters)
	return n
}

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
