package register

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
