package register

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names are compared by their keys: words in lower case without diacritics and
// periods, one space between them; hyphens, slashes and apostrophes are spaces.
//
//	Côte d’Ivoire → cote d ivoire    U.S. → us    Guinea-Bissau → guinea bissau
//
// So it does not matter into how many tokens a name is cut.

const (
	skip  = 0   // a letter that counts for nothing: a period, a combining mark
	space = ' ' // a boundary between words
)

// The base letters of U+00C0 to U+024F and of U+1E00 to U+1EFF: + stands for
// two (see double), * for a letter that has none.
const (
	latin = "aaaaaa+ceeeeiiiidnooooo*ouuuuy++aaaaaa+ceeeeiiiidnooooo*ouuuuy+yaaaaaaccccccccddddeeeeeeeeeegggggggg" +
		"hhhhiiiiiiiiii++jjkkkllllll**llnnnnnnnnnoooooo++rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsb*******" +
		"******ee****************oo*************uu*******************+++++++++aaiioouuuuuuuuuueaaaa****ggkkoo" +
		"oo**j+++gg**nnaa****aaaaeeeeiiiioooorrrruuuusstt**hh******aaeeooooooooyy****************************"
	latinMore = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss" +
		"ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy******aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee" +
		"iiiioooooooooooooooooooooooouuuuuuuuuuuuuyyyyyyyy******"
)

// next returns what the letter at s[i] is in a key, one or two letters (the
// second 0 for one), and its length in s.
func next(s string, i int) (a, b rune, size int) {
	c := s[i]
	if c >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(s[i:])
		a, b = foldRune(r)
		return a, b, n
	}
	switch {
	case c >= 'A' && c <= 'Z':
		return rune(c) + 'a' - 'A', 0, 1
	case c == '.':
		return skip, 0, 1
	case c <= ' ', c == '-', c == '\'', c == '/', c == '`':
		return space, 0, 1
	}
	return rune(c), 0, 1
}

// foldRune does the same for a letter beyond ASCII.
func foldRune(r rune) (a, b rune) {
	base := byte('*')
	switch {
	case r >= 0x300 && r < 0x370, r == 0xad:
		return skip, 0
	case r >= 0xc0 && r < 0x250:
		base = latin[r-0xc0]
	case r >= 0x1e00 && r < 0x1e00+rune(len(latinMore)):
		base = latinMore[r-0x1e00]
	case r == 'ə':
		return 'e', 0
	case r == '’', r == '‘', r == 'ʼ', r == 'ʻ', r == 'ʿ', r == 'ʾ', r == '´',
		r >= 0x2010 && r <= 0x2015, r == 0x2212, unicode.IsSpace(r):
		return space, 0
	}
	switch base {
	case '+':
		return double(r)
	case '*':
		return unicode.ToLower(r), 0
	}
	return rune(base), 0
}

// double returns the two letters that r is in a key.
func double(r rune) (a, b rune) {
	switch unicode.ToLower(r) {
	case 'æ':
		return 'a', 'e'
	case 'œ':
		return 'o', 'e'
	case 'ß':
		return 's', 's'
	case 'þ':
		return 't', 'h'
	case 'ĳ':
		return 'i', 'j'
	case 'ǉ', 'ǈ':
		return 'l', 'j'
	case 'ǌ', 'ǋ':
		return 'n', 'j'
	}
	return 'd', 'z'
}

// appendKey appends the key of s to b and returns with it the number of words.
func appendKey(b []byte, s string) ([]byte, int) {
	start, words := len(b), 0
	for i := 0; i < len(s); {
		x, y, n := next(s, i)
		i += n
		switch x {
		case skip:
		case space:
			if len(b) > start && b[len(b)-1] != ' ' {
				b = append(b, ' ')
			}
		default:
			if len(b) == start || b[len(b)-1] == ' ' {
				words++
			}
			b = utf8.AppendRune(b, x)
			if y != 0 {
				b = utf8.AppendRune(b, y)
			}
		}
	}
	if len(b) > start && b[len(b)-1] == ' ' {
		b = b[:len(b)-1]
	}
	return b, words
}

// hashStart hashes the first word of s as its key has it; 0 for none.
func hashStart(s string) uint32 {
	h, begun := uint32(2166136261), false
	for i := 0; i < len(s); {
		x, y, n := next(s, i)
		i += n
		switch {
		case x == skip:
			continue
		case x != space:
			begun = true
			h = (h ^ uint32(x)) * 16777619
			if y != 0 {
				h = (h ^ uint32(y)) * 16777619
			}
		case begun:
			return h
		default:
			return 0 // a mark, or a token that begins with one
		}
	}
	if !begun {
		return 0
	}
	return h
}

// cover returns how many of the words at the start of ws have key for their
// key, 0 if no number of them has. A boundary of two words that is none in the
// key is no match ("I ran" is not iran), nor is a word that goes on behind it.
func cover(ws []string, key string) int {
	k := 0
	for n, w := range ws {
		if n > 0 && key[k-1] != ' ' {
			if key[k] != ' ' {
				return 0
			}
			k++
		}
		if w == "." || w == "" {
			return 0
		}
		for i := 0; i < len(w); {
			x, y, size := next(w, i)
			switch {
			case x == skip:
			case k == len(key):
				return 0
			case x == space:
				if key[k] == ' ' {
					k++
				} else if k == 0 || key[k-1] != ' ' {
					return 0
				}
			default:
				if k = step(key, k, x); k < 0 {
					return 0
				}
				if y != 0 {
					if k = step(key, k, y); k < 0 {
						return 0
					}
				}
			}
			i += size
		}
		if k == len(key) {
			return n + 1
		}
	}
	return 0
}

// step returns where key goes on behind r at k, -1 if r is not there.
func step(key string, k int, r rune) int {
	if k >= len(key) {
		return -1
	}
	if r < utf8.RuneSelf {
		if rune(key[k]) != r {
			return -1
		}
		return k + 1
	}
	x, n := utf8.DecodeRuneInString(key[k:])
	if x != r {
		return -1
	}
	return k + n
}

// sameLetters says whether ws, which have the key of name, are written in
// letters that are as good as its own, periods and marks aside.
func sameLetters(ws []string, name string, good func(is, want rune) bool) bool {
	for _, w := range ws {
		for _, r := range w {
			if !letter(r) {
				continue
			}
			i := strings.IndexFunc(name, letter)
			if i < 0 {
				return false
			}
			x, n := utf8.DecodeRuneInString(name[i:])
			if !good(r, x) {
				return false
			}
			name = name[i+n:]
		}
	}
	return true
}

func same(is, want rune) bool { return is == want }

// asCapital says whether is is a capital if want is one.
func asCapital(is, want rune) bool { return unicode.IsUpper(is) || !unicode.IsUpper(want) }

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
