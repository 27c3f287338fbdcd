package segment

import (
	"strings"
	"unicode/utf8"
)

// extent is the length of the word at the start of t[i:j], which begins with a
// letter or a digit. It ends before the clitic of a contraction.
func (c *cutter) extent(i, j int) int {
	s := c.t[i:j]
	if n := initials(s); n > 0 && (n > 2 || c.isInitial(i, j)) {
		if s[n-1] == '.' && i+n == j && c.closes(i, j) {
			n--
		}
		return n
	}
	if n := degree(s); n > 0 {
		return n
	}
	if n := number(s, i > c.begin && isCurrency(last(c.t[:i]))); n > 0 {
		return n
	}
	if len(s) > 2 && words.currency[s[:2]] && isDigit(rune(s[2])) {
		return 2
	}
	if len(s) > 3 && words.currency[s[:3]] && isDigit(rune(s[3])) {
		return 3
	}
	k := 0
	for k < len(s) {
		r, n := utf8.DecodeRuneInString(s[k:])
		if isWord(r) && !isIdeograph(r) {
			k += n
			continue
		}
		if k == 0 {
			return n
		}
		if isApostrophe(r) {
			if end, stop := apostrophe(s, k, n); stop {
				return end
			} else if end > k {
				k = end
				continue
			}
			break
		}
		if r == '$' && k <= 3 && isUpper(first(s)) && isUpper(last(s[:k])) && isDigit(first(s[k+n:])) { // US$
			return k + n
		}
		if isHyphen(r) && c.inCompound(i, s[:k], s[k+n:]) {
			break
		}
		if m := joined(s, k, r, n); m > 0 {
			k += m
			continue
		}
		break
	}
	c.steps += k
	if k < len(s) && s[k] == '.' && c.isAbbreviation(i, i+k, j) {
		k++
	}
	return k
}

// inCompound says whether a prefix before a hyphen is none, since it stands
// within a longer compound (year-over-year), before an article
// (over-the-counter), or in a name (Post-Tribune).
func (c *cutter) inCompound(i int, before, rest string) bool {
	if len(rest) > 3 && folded(words.article, letters(rest)) {
		return true
	}
	if n := len(c.words); n > 0 && c.words[n-1].End == i && i > c.begin && isHyphen(last(c.t[:i])) {
		return true
	}
	return isUpper(first(before)) && isUpper(first(rest)) && c.before(i, isUpper)
}

// apostrophe looks at the apostrophe of n bytes at s[k:], behind letters: the
// word may end there or one letter before (do|n't), or run on to end.
func apostrophe(s string, k, n int) (end int, stop bool) {
	before, rest := s[:k], s[k+n:]
	if clitic(s[k:]) > 0 {
		if b := before[len(before)-1]; b == '0' && strings.Trim(before, "0123456789") == "" && rest[0] == 's' { // 1960's
			return k + n + 1, true
		}
		return k, true
	}
	next := first(rest)
	if (next == 't' || next == 'T') && k > 1 && s[k-1]|0x20 == 'n' && (len(rest) == 1 || !isWord(first(rest[1:]))) {
		return k - 1, true
	}
	if folded(words.elided, before) && !isWord(next) {
		return k + n, true
	}
	if (before == "d" || before == "l") && isUpper(next) || folded2(before, "y") && strings.HasPrefix(strings.ToLower(rest[:min(3, len(rest))]), "all") {
		return k + n, true
	}
	if isLetter(last(before)) && isLetter(next) {
		return k + n, false
	}
	return k, false
}

func folded2(s, low string) bool { return strings.EqualFold(s, low) }

// joined is the number of bytes, from the mark r of n bytes at s[k:] on, that
// belong to one word with the letters before and behind; 0 if the mark parts.
func joined(s string, k int, r rune, n int) int {
	before, rest := s[:k], s[k+n:]
	prev, next := last(before), first(rest)
	switch {
	case isInvisible(r):
		if isLetter(next) {
			return n
		}
	case isHyphen(r):
		if (isLetter(next) || isDigit(next)) && folded(words.prefix, before) {
			return n
		}
		if isLetter(next) && folded(words.suffix, letters(rest)) {
			return n
		}
		if len(before) == 1 && len(rest) > 1 && rest[0] == '-' { // f---ing
			m := len(rest) - len(strings.TrimLeft(rest, "-"))
			if m < 5 && m < len(rest) && isLower(first(rest[m:])) {
				return n + m
			}
		}
	case r == '&':
		if isUpper(prev) && isUpper(next) || len(before) == 1 && isLetter(next) && (len(rest) == 1 || !isWord(first(rest[1:]))) {
			return n
		}
	case r == '*':
		m := len(rest) - len(strings.TrimLeft(rest[:min(len(rest), 8)], "*"))
		if isLetter(prev) && m < len(rest) && isLetter(first(rest[m:])) {
			return n + m
		}
	case r == '/':
		if m := len(letters(rest)); k == 1 && folded(words.stroke, s[:k+n+m]) {
			return n + m
		}
	}
	return 0
}

// letters is the run of letters at the start of s, as far as any list needs.
func letters(s string) string {
	for i := 0; i < len(s) && i < 16; i++ {
		if s[i] >= utf8.RuneSelf || classes[s[i]] != letter {
			return s[:i]
		}
	}
	return s[:min(len(s), 16)]
}

// longestGroup is more digits than a date or a telephone number has.
const longestGroup = 24

// mostGroups bounds the groups of digits in one number.
const mostGroups = 16

// number is the length of the number at the start of s, 0 if none stands
// there or it goes on as a name (3M, 747s): sums, decimals, times, dates,
// telephone numbers, without the unit that is written to them.
func number(s string, money bool) int {
	k := digits(s)
	if k == 0 {
		return 0
	}
	for groups := 1; k+1 < len(s) && groups < mostGroups; groups++ {
		r, n := utf8.DecodeRuneInString(s[k:])
		m := 0
		if isApostrophe(r) {
			break
		}
		if k+n < len(s) {
			m = digits(s[k+n:])
		}
		if m == 0 || !numeric(s, k, r, s[k+n:k+n+m]) {
			break
		}
		k += n + m
	}
	if k == len(s) {
		return k
	}
	unit := letters(s[k:])
	if unit == "" {
		if r := first(s[k:]); isWord(r) && !isIdeograph(r) {
			return 0
		}
		if s[k] == '\'' || strings.HasPrefix(s[k:], "’") {
			return 0 // 60's
		}
		return k
	}
	if unit == "p" && strings.HasPrefix(s[k:], "p.m") || unit == "a" && strings.HasPrefix(s[k:], "a.m") {
		return k
	}
	if len(s) > k+len(unit) && isWord(first(s[k+len(unit):])) {
		return 0
	}
	if folded(words.unit, unit) || len(unit) > 3 && strings.ToLower(unit) == unit || len(unit) == 1 && money {
		return k
	}
	return 0
}

// numeric says whether the mark r at s[k:] joins the digits before it with
// those behind it.
func numeric(s string, k int, r rune, behind string) bool {
	before := s[max(0, k-longestGroup):k]
	switch {
	case r == '.', r == ':':
		return true
	case r == ',':
		return len(behind) == 3
	case r == '/':
		return isDate(before, behind, s[k+1+len(behind):])
	case isHyphen(r):
		return isTelephone(before, behind, s[k+1:])
	}
	return false
}

// isDate tells 9/11 and 3/10/2004 from fractions (1/2), which are three words.
func isDate(before, behind, rest string) bool {
	if strings.Contains(before, "/") {
		return true
	}
	if len(before) == 3 && len(behind) == 3 { // 713/555-0100
		return true
	}
	if len(before) > 2 || len(behind) > 2 {
		return false
	}
	if len(rest) > 1 && rest[0] == '/' && isDigit(rune(rest[1])) {
		return true
	}
	month, day := small(before), small(behind)
	return month > 0 && month <= 12 && day > 0 && day <= 31 && (day > 4 || month > day)
}

// isTelephone tells 555-0100, 1-800-555-0100 and 11-20-2000 from spans
// (5-10, 1939-1945), which are three words.
func isTelephone(before, behind, rest string) bool {
	if strings.ContainsAny(before, ".,:") {
		return false
	}
	if strings.ContainsAny(before, "-/") {
		return true
	}
	if len(rest) > len(behind)+1 && isHyphen(rune(rest[len(behind)])) && isDigit(rune(rest[len(behind)+1])) {
		return true
	}
	return len(behind) == 4 && len(before)%2 == 1 && len(before) <= 5
}

func isCurrency(r rune) bool { return r == '$' || r == '€' || r == '£' || r == '¥' }

func small(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(rune(s[n])) {
		n++
	}
	return n
}
