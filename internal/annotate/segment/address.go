package segment

import (
	"strings"
	"unicode/utf8"
)

// longestAddress bounds the look ahead for an address without "http": the
// longest address of mail has 254 bytes.
const longestAddress = 254

// address is the length of a URL, an address of mail, a domain, the name of a
// file, a handle or a hashtag at the start of s; 0 if there is none.
func (c *cutter) address(s string, behindMark bool) int {
	switch b := s[0]; {
	case b == 'h', b == 'w', b == 'f', b == 'm', b == 'H', b == 'W':
		if n := c.url(s); n > 0 {
			return n
		}
	case b == '@' || b == '#':
		return tag(s, behindMark)
	case b == '.':
		if w := letters(s[1:]); folded(words.file, w) && (len(s) == 1+len(w) || !isWord(first(s[1+len(w):]))) {
			return 1 + len(w)
		}
		return 0
	case b >= utf8.RuneSelf || classes[b] < letter:
		return 0
	}
	n, at, dots := 0, -1, 0
	for n < len(s) && n < longestAddress {
		b := s[n]
		if b == '@' && at < 0 && n > 0 {
			at = n
		} else if b == '.' {
			dots++
		} else if b >= utf8.RuneSelf || classes[b] < letter && !strings.ContainsRune("-+%#&~", rune(b)) {
			break
		}
		n++
	}
	c.steps += n
	for n > 0 && (s[n-1] == '.' || s[n-1] == '-') { // the period that ends a sentence
		if s[n-1] == '.' {
			dots--
		}
		n--
	}
	if at > 0 {
		if at < n-1 {
			return n
		}
		return 0
	}
	if dots == 0 {
		return 0
	}
	name := s[:n]
	dot := strings.LastIndexByte(name, '.')
	end := name[dot+1:]
	switch {
	case dot < 1:
		return 0
	case words.file[end], folded(words.file, end) && strings.ToUpper(end) == end:
		return n
	case dot < 2 || strings.Contains(name, ".."):
		return 0
	case words.domain[end] && isLetter(last(name[:dot])) || folded(words.domain, end) && strings.ToUpper(name) == name && len(end) > 2:
		return n + c.path(s[n:])
	case end == "Com" || end == "Org" || end == "Net":
		return n
	case dots >= 2 && newsgroup(name):
		return n
	}
	return 0
}

// url is the length of the URL at the start of s.
func (c *cutter) url(s string) int {
	head := s[:min(len(s), 8)]
	var buf [16]byte
	low, _ := fold(&buf, head)
	for _, p := range []string{"http://", "https://", "www.", "ftp://", "mailto:"} {
		if len(low) >= len(p) && string(low[:len(p)]) == p && len(s) > len(p) {
			return c.trimmed(s)
		}
	}
	return 0
}

// path is the length of the path of a domain at the start of s.
func (c *cutter) path(s string) int {
	if len(s) < 2 || s[0] != '/' || !isWord(first(s[1:])) {
		return 0
	}
	return c.trimmed(s)
}

// trimmed is the length of the address at the start of s without the marks
// behind it that end a sentence or a bracket.
func (c *cutter) trimmed(s string) int {
	if i := strings.IndexAny(s, "<>\"”“’»|"); i >= 0 {
		s = s[:i]
	}
	c.steps += len(s)
	if strings.ContainsAny(s, "([") {
		return len(strings.TrimRight(s, ".,;:!?'"))
	}
	return len(strings.TrimRight(s, ".,;:!?')]"))
}

// tag is the length of a handle or hashtag at the start of s.
func tag(s string, behindMark bool) int {
	n := 1
	for n < len(s) {
		r, k := utf8.DecodeRuneInString(s[n:])
		if !isWord(r) && !(s[0] == '@' && r == '.' && n+1 < len(s) && isWord(first(s[n+1:]))) {
			break
		}
		n += k
	}
	if n == 1 || !isLetter(first(s[1:])) && s[1] != '_' {
		return 0
	}
	return n
}

// newsgroup says whether name is made of lower-case words: "comp.lang.misc".
func newsgroup(name string) bool {
	run := 0
	for i := range len(name) {
		switch b := name[i]; {
		case b == '.':
			if run < 2 {
				return false
			}
			run = 0
		case 'a' <= b && b <= 'z':
			run++
		default:
			return false
		}
	}
	return run > 1
}
