package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is the length of the mark at the start of t[i:j], in a chunk that
// begins at begin. Runs of one mark are one word, and so are faces.
func (c *cutter) mark(begin, i, j int) int {
	s := c.t[i:j]
	r, n := utf8.DecodeRuneInString(s)
	if r >= utf8.RuneSelf && !isApostrophe(r) && !strings.ContainsRune("–—―…‘’", r) {
		return symbol(s)
	}
	if k := c.face(s, i); k > 0 {
		return k
	}
	fresh := i == begin || !isWord(last(c.t[begin:i]))
	switch r {
	case '+':
		if k := digits(s[1:]); k > 0 && k < 8 && i == begin {
			return 1 + k
		}
	case '.':
		if k := digits(s[1:]); k > 0 && fresh && (i == begin || isCurrency(last(c.t[begin:i]))) {
			return 1 + k
		}
	case '$':
		if len(s) > 1 && s[1] == '$' {
			return c.repeat(s, r, n)
		}
	}
	switch r {
	case '.', '!', '?', '…':
		return c.end(s, r, n)
	case '\'', '’', '‘', '`':
		return c.quotation(s, r, n, fresh)
	case '-', '–', '—', '―', '*', '=', '~', '+', '<', '>', '|', '\\':
		return c.repeat(s, r, n)
	case '#':
		if len(s) > 1 && s[1] == '#' {
			return c.repeat(s, r, n)
		}
	}
	return n
}

// repeat is the length of the run of r at the start of s.
func (c *cutter) repeat(s string, r rune, n int) int {
	k := n
	for k+n <= len(s) && s[k:k+n] == s[:n] {
		k += n
	}
	c.steps += k
	return k
}

// end is the length of the marks that end a sentence: a run of periods, or of
// exclamation and question marks in any mixture, with one period before or
// behind them.
func (c *cutter) end(s string, r rune, n int) int {
	k := n
	switch {
	case r == '…':
		for k < len(s) && (s[k] == '.' || strings.HasPrefix(s[k:], "…")) {
			_, m := utf8.DecodeRuneInString(s[k:])
			k += m
		}
		c.steps += k
		return k
	case r == '.' && k < len(s) && s[k] == '.':
		return c.repeat(s, r, n)
	case r == '.' && (k == len(s) || s[k] != '?' && s[k] != '!'):
		return k
	}
	for k < len(s) && (s[k] == '!' || s[k] == '?') {
		k++
	}
	c.steps += k
	if r != '.' && k < len(s) && s[k] == '.' && (k+1 == len(s) || s[k+1] != '.') {
		k++
	}
	return k
}

// quotation is the length of an apostrophe or single quotation mark: with the
// word that it begins ('em, '90s), or a pair of them written for a double one.
func (c *cutter) quotation(s string, r rune, n int, fresh bool) int {
	rest := s[n:]
	if r == '\'' || r == '’' {
		w := letters(rest)
		if fresh && w != "" && folded(words.apostrophe, w) && (len(rest) == len(w) || !isWord(first(rest[len(w):]))) {
			if w == "n" && isApostrophe(first(rest[1:])) { // ’n’
				_, m := utf8.DecodeRuneInString(rest[1:])
				return n + 1 + m
			}
			return n + len(w)
		}
		if k := clitic(s); fresh && k > 0 && k == len(s) { // the clitic of a word before the space
			return k
		}
		if k := digits(rest[:min(len(rest), 3)]); k == 2 && fresh {
			if strings.HasPrefix(rest[k:], "s") {
				k++
			}
			if len(rest) == k || !isWord(first(rest[k:])) && !isApostrophe(first(rest[k:])) {
				return n + k
			}
		}
	}
	if q := first(rest); rest != "" && (q == r || r == '‘' && q == '’') {
		_, m := utf8.DecodeRuneInString(rest)
		return n + m
	}
	return n
}

// face is the length of the emoticon at the start of s, 0 if there is none. A
// bracket that closes an earlier one makes no face.
func (c *cutter) face(s string, i int) int {
	switch s[0] {
	case ':', ';', '=', '(', '>', '^', '-', '<':
	default:
		return 0
	}
	for _, e := range words.emoticon {
		if !strings.HasPrefix(s, e) {
			continue
		}
		k := len(e)
		if k < len(s) && (isWord(first(s[k:])) || s[k] == '/') || i > c.begin && classes[c.t[i-1]&0x7f] == digit {
			return 0
		}
		if e[k-1] == ')' || e[k-1] == ']' {
			near := c.t[max(c.begin, i-160):i]
			c.steps += len(near)
			if strings.LastIndexAny(near, "([") > strings.LastIndexAny(near, ")]") {
				return 0
			}
		}
		return k
	}
	return 0
}

// symbol is the length of the mark at the start of s with what modifies it: an
// emoji with its color, and those joined to it.
func symbol(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	for n < len(s) {
		r, k := utf8.DecodeRuneInString(s[n:])
		switch {
		case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Me, r), 0x1f3fb <= r && r <= 0x1f3ff:
			n += k
		case r == 0x200d && n+k < len(s) && unicode.Is(unicode.So, first(s[n+k:])):
			_, m := utf8.DecodeRuneInString(s[n+k:])
			n += k + m
		default:
			return n
		}
	}
	return n
}
