package segment

import (
	"strings"
	"unicode/utf8"
)

// mostInitials bounds the bytes of initials in a row.
const mostInitials = 32

// initials is the length of letters with a period each at the start of s
// ("U.S.", "a.m.", "J."; the last period may be missing: "U.S.A"), 0 if there
// are none.
func initials(s string) int {
	i := 0
	for i < mostInitials {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isLetter(r) || i+n >= len(s) || s[i+n] != '.' {
			break
		}
		i += n + 1
	}
	if i == 0 || i == len(s) {
		return i
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if !isWord(r) {
		return i
	}
	if next := first(s[i+n:]); i+n == len(s) || !isWord(next) { // "U.S.A", not "J.Smith"
		if isUpper(r) == isUpper(first(s)) && isLetter(r) {
			return i + n
		}
	}
	if isUpper(first(s)) && isUpper(r) { // "J.Smith": the initial alone
		return i
	}
	return 0
}

// degree is the length of "Ph.D." at the start of s, 0 if it is not there.
func degree(s string) int {
	switch {
	case strings.HasPrefix(s, "Ph.D."):
		return len("Ph.D.")
	case strings.HasPrefix(s, "Ph.D"):
		return len("Ph.D")
	}
	return 0
}

// isInitial says whether the letter with a period at the start of the chunk
// t[i:j] is an initial or another abbreviation, not the last word of a sentence.
func (c *cutter) isInitial(i, j int) bool {
	s := c.t[i:j]
	r, n := utf8.DecodeRuneInString(s)
	rest := s[n+1:]
	if isLower(r) {
		return words.numbered[s[:n]] && isDigit(c.next(i+n+1))
	}
	if rest != "" && !isWord(first(rest)) {
		return r != 'I' && rest[0] != '.' && c.before(i, isUpper) && strings.ContainsRune(",-)", first(rest))
	}
	if rest != "" {
		return true
	}
	next := c.next(i + n + 1)
	if r == 'I' {
		return isUpper(next) && c.initialFollows(i+n+1)
	}
	if r == 'X' && c.isBefore(i, "on") { // "wrote on X. Then"
		return false
	}
	if isUpper(next) {
		return !c.before(i, isLower) || !c.opens(i+n+1)
	}
	return isLower(next) && c.before(i, isUpper)
}

// next is the first visible rune of t[i:], RuneError at the end of the block.
func (c *cutter) next(i int) rune {
	for i < len(c.t) {
		r, n := utf8.DecodeRuneInString(c.t[i:])
		if !isSpace(r) && !isInvisible(r) {
			return r
		}
		i += n
		if c.steps++; r == '\n' {
			break
		}
	}
	return utf8.RuneError
}

// before says whether the word before t[i:] begins with such a rune.
func (c *cutter) before(i int, such func(rune) bool) bool {
	if len(c.words) == 0 {
		return false
	}
	w := c.words[len(c.words)-1]
	return w.Start >= c.begin && such(first(w.Of(c.t)))
}

// isBefore says whether w is the word before t[:i].
func (c *cutter) isBefore(i int, w string) bool {
	return c.before(i, func(rune) bool { return true }) && c.words[len(c.words)-1].Of(c.t) == w
}

// opens says whether the next word behind t[:i] is one that begins a sentence.
func (c *cutter) opens(i int) bool {
	w := letters(strings.TrimLeft(c.t[i:min(len(c.t), i+32)], " "))
	return words.opener[w]
}

// closes says whether the abbreviation t[i:j], its period included, is one that
// gives it up to the sentence: at the end of the block or before a word that begins one.
func (c *cutter) closes(i, j int) bool {
	if !words.closing[c.t[i:j-1]] {
		return false
	}
	next := c.next(j)
	return next == utf8.RuneError || isUpper(next) && (c.t[i:j-1] == "etc" || c.opens(j))
}

// initialFollows says whether the next chunk behind t[:i] is an initial.
func (c *cutter) initialFollows(i int) bool {
	s := strings.TrimLeft(c.t[i:min(len(c.t), i+8)], " ")
	return len(s) > 1 && isUpper(rune(s[0])) && s[1] == '.'
}

// isAbbreviation says whether the word t[i:k], with a period behind it, is an
// abbreviation that keeps it. j is the end of the chunk.
func (c *cutter) isAbbreviation(i, k, j int) bool {
	w := c.t[i:k]
	if len(w) > 8 {
		return false
	}
	if k+1 < j && c.t[k+1] == '.' { // an ellipsis behind the word
		return false
	}
	if words.closing[w] && k+1 == j && c.closes(i, j) {
		return false
	}
	if words.abbreviation[w] {
		return k+1 == j || !isLower(first(c.t[k+1:j]))
	}
	if words.numbered[w] {
		n := c.next(k + 1)
		return isDigit(n) || n == '#'
	}
	if before := words.after[w]; before != "" && len(c.words) > 0 {
		return c.words[len(c.words)-1].Of(c.t) == before
	}
	return false
}
