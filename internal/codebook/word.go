package codebook

import (
	"unicode"
	"unicode/utf8"

	"onrecord/internal/text"
)

// A text is matched unit by unit. A unit is a word without hyphens, folded:
// lower case, apostrophes straight. "Cease-fire", "cease fire" and the tokens
// cease, -, fire are the same two units.

// unitKind says what a piece of a token does to a term that is being matched.
type unitKind uint8

const (
	word   unitKind = iota
	skip            // a hyphen, a quotation mark: as if it were not there
	pause           // a comma, a bracket: a word that no term has
	border          // any other mark: ends every term
)

// maxUnit is how many bytes of a word count; longer ones are cut.
const maxUnit = 64

// unit is a folded word.
type unit struct {
	buf  [maxUnit]byte
	size int
	kind unitKind
}

func (u *unit) bytes() []byte { return u.buf[:u.size] }

// next reads the next unit of s into u and returns the rest of s.
func (u *unit) next(s string) string {
	u.size, u.kind = 0, skip
	for i := 0; i < len(s); {
		c, n := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(s[i:])
		}
		kind := kindOfRune(c)
		inner := i > 0 && i+n < len(s) && (c == '.' || c == ',' || isApostrophe(c)) || c == '.' && i > 0 && i+n == len(s)
		switch {
		case kind == word || inner && u.size > 0:
			u.add(c)
			i += n
		case u.size > 0:
			u.kind = word
			return s[i:]
		case kind == skip:
			i += n
		default:
			u.kind = kind
			return s[i+n:]
		}
	}
	if u.size > 0 {
		u.kind = word
		if u.buf[u.size-1] == '.' && !abbreviated(u.bytes()) {
			u.size--
		}
	}
	return ""
}

// abbreviated says whether a word that ends in a period has one inside too: U.S.
func abbreviated(b []byte) bool {
	for _, c := range b[:len(b)-1] {
		if c == '.' {
			return true
		}
	}
	return false
}

// add folds a rune and adds it.
func (u *unit) add(c rune) {
	switch {
	case 'A' <= c && c <= 'Z':
		c += 'a' - 'A'
	case isApostrophe(c):
		c = '\''
	case c >= utf8.RuneSelf:
		c = unicode.ToLower(c)
	}
	if c < utf8.RuneSelf {
		if u.size < maxUnit {
			u.buf[u.size] = byte(c)
			u.size++
		}
		return
	}
	if u.size+utf8.RuneLen(c) <= maxUnit {
		u.size += utf8.EncodeRune(u.buf[u.size:], c)
	}
}

func kindOfRune(c rune) unitKind {
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '%', c == '$', c == '&':
		return word
	case c == ' ', c == '\t', c == '\n', c == '\r', isHyphen(c), isApostrophe(c), isQuotation(c):
		return skip
	case c == ',', c == '(', c == ')', c == '[', c == ']':
		return pause
	case c < utf8.RuneSelf:
		return border
	case unicode.IsLetter(c), unicode.IsDigit(c), unicode.IsMark(c), unicode.Is(unicode.Sc, c):
		return word
	case unicode.IsSpace(c), c == '\u200b', c == '\ufeff', c == '\u00ad':
		return skip
	}
	return border
}

func isHyphen(c rune) bool { return c == '-' || c == '‐' || c == '‑' || c == '–' || c == '−' }

func isApostrophe(c rune) bool { return c == '\'' || c == '’' || c == 'ʼ' || c == '‘' }

func isQuotation(c rune) bool {
	switch c {
	case '"', '“', '”', '„', '«', '»', '‹', '›', '`':
		return true
	}
	return false
}

// Split cuts a text into words for Point where no better tokens are at hand:
// at spaces, hyphens and marks, with 's and n't apart. Marks are tokens too.
func Split(s string) []text.Span {
	var spans []text.Span
	for i := 0; i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(c):
			i += n
		case kindOfRune(c) != word:
			spans = append(spans, text.Span{Start: i, End: i + n})
			i += n
		default:
			end := wordEnd(s, i)
			spans = clitics(spans, s, i, end)
			i = end
		}
	}
	return spans
}

// wordEnd is where the word that starts at i ends. Periods, commas and
// apostrophes are inside it between letters or digits; U.S. keeps its last.
func wordEnd(s string, i int) int {
	dots := 0
	for i < len(s) {
		c, n := utf8.DecodeRuneInString(s[i:])
		if kindOfRune(c) == word {
			i += n
			continue
		}
		after, _ := utf8.DecodeRuneInString(s[min(i+n, len(s)):])
		inside := i+n < len(s) && kindOfRune(after) == word
		switch {
		case inside && (c == '.' || c == ',' || isApostrophe(c)):
		case c == '.' && dots > 0:
			return i + n
		default:
			return i
		}
		if c == '.' {
			dots++
		}
		i += n
	}
	return i
}

// clitics appends the word from start to end, with 's or n't apart.
func clitics(spans []text.Span, s string, start, end int) []text.Span {
	w := s[start:end]
	for _, c := range [...]string{"'s", "’s", "n't", "n’t", "'S", "’S"} {
		if cut := len(w) - len(c); cut > 0 && w[cut:] == c {
			return append(spans, text.Span{Start: start, End: start + cut}, text.Span{Start: start + cut, End: end})
		}
	}
	return append(spans, text.Span{Start: start, End: end})
}
