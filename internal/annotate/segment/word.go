package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/text"
)

// Words appends the words of t[within] to dst, in order.
func Words(dst []text.Span, t string, within text.Span) []text.Span {
	for i := within.Start; i < within.End; {
		r, n := utf8.DecodeRuneInString(t[i:within.End])
		if isSpace(r) {
			i += n
			continue
		}
		j := i + n
		for j < within.End {
			r, n := utf8.DecodeRuneInString(t[j:within.End])
			if isSpace(r) {
				break
			}
			j += n
		}
		dst = cut(dst, t[:j], i)
		i = j
	}
	return dst
}

// isSpace holds for what separates words and is none: white space, controls
// and the invisible marks that come with copied text.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060' || r == '\u00ad'
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}

// cut appends the words of the chunk t[i:], which has no space in it.
func cut(dst []text.Span, t string, i int) []text.Span {
	for i < len(t) {
		if n := address(t[i:]); n > 0 {
			dst = append(dst, text.Span{Start: i, End: i + n})
			i += n
			continue
		}
		r, _ := utf8.DecodeRuneInString(t[i:])
		if !isWord(r) {
			n := mark(t[i:], len(dst) > 0 && dst[len(dst)-1].End == i)
			dst = append(dst, text.Span{Start: i, End: i + n})
			i += n
			continue
		}
		n := word(t[i:])
		dst = split(dst, t, text.Span{Start: i, End: i + n})
		i += n
	}
	return dst
}

// word is the length of the word at the start of s, which begins with a letter
// or a digit, before contractions are taken apart.
func word(s string) int {
	if n := initials(s); n > 0 {
		return n
	}
	if n := currencyCode(s); n > 0 {
		return n
	}
	i := 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isWord(r) {
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		last, _ := utf8.DecodeLastRuneInString(s[:i])
		if !joins(s[:i], last, r, next) {
			break
		}
		i += n
	}
	if i < len(s) && s[i] == '.' && abbreviated(s[:i], s[i+1:]) {
		i++
	}
	return i
}

// joins says whether r, standing between last and next, belongs to one word
// with both; before is the word so far.
func joins(before string, last, r, next rune) bool {
	digits := unicode.IsDigit(last) && unicode.IsDigit(next)
	letters := unicode.IsLetter(last) && unicode.IsLetter(next)
	switch r {
	case '.', ',', ':', '/':
		return digits
	case '\'', '’':
		return letters
	case '&':
		return unicode.IsUpper(last) && unicode.IsUpper(next)
	case '-', '‑':
		return digits && !strings.ContainsAny(before, ".,") && digitsOnly(before) ||
			(letters || unicode.IsLetter(last) && unicode.IsDigit(next)) && prefixes[strings.ToLower(before)]
	}
	return false
}

func digitsOnly(s string) bool {
	for _, r := range s {
		if !unicode.IsDigit(r) && r != '-' {
			return false
		}
	}
	return true
}

// initials is the length of letters with a period each at the start of s
// ("U.S.", "a.m.", "J."), 0 if there are none.
func initials(s string) int {
	i := 0
	for {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) || i+n >= len(s) || s[i+n] != '.' {
			break
		}
		i += n + 1
	}
	if i == 0 {
		return 0
	}
	if i == len(s) {
		r, n := utf8.DecodeRuneInString(s)
		if n+1 == i && !unicode.IsUpper(r) { // a sentence that ends in "a."
			return 0
		}
		return i
	}
	if r, n := utf8.DecodeRuneInString(s[i:]); isWord(r) {
		// "U.S.A" ends without a period; "J.Smith" does not belong together
		if m, _ := utf8.DecodeRuneInString(s[i+n:]); i+n == len(s) || !isWord(m) {
			return i + n
		}
		return 0
	}
	return i
}

// currencyCode is the length of an ISO code glued to a sum: "EUR" in "EUR100".
func currencyCode(s string) int {
	if len(s) > 3 && s[3] >= '0' && s[3] <= '9' && currencyCodes[s[:3]] {
		return 3
	}
	return 0
}

func abbreviated(w, rest string) bool {
	if abbreviations[w] {
		return true
	}
	return false
}

// address is the length of a URL, e-mail address, handle or hashtag at the
// start of s, 0 if there is none.
func address(s string) int {
	low := s[:min(len(s), 8)]
	switch {
	case strings.HasPrefix(low, "http://"), strings.HasPrefix(low, "https://"), strings.HasPrefix(low, "www."):
		return trimmed(s)
	case (s[0] == '@' || s[0] == '#') && len(s) > 1:
		n := 1
		for n < len(s) {
			r, k := utf8.DecodeRuneInString(s[n:])
			if !isWord(r) {
				break
			}
			n += k
		}
		if r, _ := utf8.DecodeRuneInString(s[1:]); n > 1 && (s[0] == '@' || unicode.IsLetter(r)) {
			return n
		}
		return 0
	}
	n, at, dot := 0, -1, -1
	for n < len(s) {
		c := s[n]
		if c == '@' && at < 0 && n > 0 {
			at = n
		} else if c == '.' {
			dot = n
		} else if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '+' || c == '%') {
			break
		}
		n++
	}
	if dot == n-1 && n > 0 { // the period that ends a sentence
		n--
		dot = strings.LastIndexByte(s[:n], '.')
	}
	if at > 0 && dot > at+1 && dot < n-1 {
		return n
	}
	if at < 0 && dot > 1 && dot < n-1 && domains[strings.ToLower(s[dot+1:n])] {
		return n
	}
	return 0
}

// trimmed is the length of s without the marks that end a sentence or bracket.
func trimmed(s string) int {
	return len(strings.TrimRight(s, ".,;:!?)]}>\"'”’»"))
}

// mark is the length of the mark at the start of s; runs of one mark are one
// word, and so are clitics behind a word.
func mark(s string, glued bool) int {
	r, n := utf8.DecodeRuneInString(s)
	if r == '\'' || r == '’' {
		if k := clitic(s); k > 0 && glued {
			return k
		}
		if m := strings.IndexFunc(s[n:], func(r rune) bool { return r < '0' || r > '9' }); !glued && (m == 2 && s[n+2] == 's' && len(s) == n+3) {
			return len(s)
		}
		return n
	}
	for _, e := range emoticons {
		if strings.HasPrefix(s, e) {
			return len(e)
		}
	}
	if !strings.ContainsRune(".-–—!?*=~+#_<>/\\^`", r) {
		return n
	}
	for n < len(s) {
		q, k := utf8.DecodeRuneInString(s[n:])
		if q != r && !(strings.ContainsRune("!?", r) && strings.ContainsRune("!?", q)) {
			break
		}
		n += k
	}
	return n
}

// clitic is the length of 's, 're, 've, 'll, 'd or 'm at the start of s, ended
// by no letter; 0 if none stands there.
func clitic(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	for _, c := range clitics {
		if len(s) >= n+len(c) && strings.EqualFold(s[n:n+len(c)], c) {
			if r, _ := utf8.DecodeRuneInString(s[n+len(c):]); n+len(c) == len(s) || !unicode.IsLetter(r) {
				return n + len(c)
			}
		}
	}
	return 0
}

// split appends word w of t, its contractions apart: do|n't, can|not, he|'s.
func split(dst []text.Span, t string, w text.Span) []text.Span {
	s := w.Of(t)
	low := strings.ToLower(s)
	if k := fused[low]; k > 0 && len(low) == len(s) {
		return append(dst, text.Span{Start: w.Start, End: w.Start + k}, text.Span{Start: w.Start + k, End: w.End})
	}
	cutAt := -1
	if a := strings.LastIndexAny(s, "'’"); a > 0 {
		if n := clitic(s[a:]); n > 0 && a+n == len(s) {
			cutAt = a
		} else if strings.EqualFold(strings.TrimPrefix(strings.TrimPrefix(s[a:], "'"), "’"), "t") && (s[a-1] == 'n' || s[a-1] == 'N') && a > 1 {
			cutAt = a - 1
		}
	}
	if cutAt <= 0 {
		return append(dst, w)
	}
	dst = split(dst, t, text.Span{Start: w.Start, End: w.Start + cutAt})
	return append(dst, text.Span{Start: w.Start + cutAt, End: w.End})
}
