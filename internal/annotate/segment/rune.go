package segment

import (
	"unicode"
	"unicode/utf8"
)

// class sorts the bytes of ASCII, which nearly all of a text is.
type class uint8

const (
	mark class = iota
	space
	letter
	digit
)

var classes = func() (c [utf8.RuneSelf]class) {
	for b := range c {
		switch {
		case b <= ' ' || b == 0x7f:
			c[b] = space
		case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z', b == '_':
			c[b] = letter
		case '0' <= b && b <= '9':
			c[b] = digit
		}
	}
	return c
}()

// isSpace holds for what parts words and is none: white space and controls.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return classes[r] == space
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\ufeff'
}

// isInvisible holds for the marks that come along with copied text: soft
// hyphens, joiners, directions. Inside a word they are part of it; elsewhere
// they belong to no word.
func isInvisible(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad, r == 0x2060, 0x200c <= r && r <= 0x200f, 0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069:
		return true
	}
	return false
}

// isWord holds for the runes that words are made of.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return classes[r] >= letter
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return classes[r] == letter && r != '_'
	}
	return unicode.IsLetter(r)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

func isLower(r rune) bool { return isLetter(r) && !isUpper(r) }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '`' || r == 'ʼ' }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

func isDash(r rune) bool { return r == '-' || '–' <= r && r <= '―' }

// isIdeograph holds for the runes that are a word by themselves, for want of
// spaces between words.
func isIdeograph(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// first and last are the outer runes of s, RuneError where it is empty.
func first(s string) rune {
	if s != "" && s[0] < utf8.RuneSelf {
		return rune(s[0])
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func last(s string) rune {
	if s != "" && s[len(s)-1] < utf8.RuneSelf {
		return rune(s[len(s)-1])
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
