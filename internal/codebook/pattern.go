package codebook

import (
	"errors"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/internal/text"
)

// pattern is a regular expression of an issue.
type pattern struct {
	place
	weight   float32
	re       *regexp.Regexp
	literals []string // lower-case ASCII; one of them is in whatever matches; none if not known
}

// pattern compiles a pattern. A space in it stands for any run of spaces, a
// hyphen or apostrophe outside brackets for each of their kind; case does not count.
func (r *reader) pattern(t Term, at place) {
	tree, err := syntax.Parse(t.Text, syntax.Perl|syntax.FoldCase)
	if err != nil {
		what := err.Error()
		if e, ok := errors.AsType[*syntax.Error](err); ok {
			what = e.Code.String() + ": " + e.Expr
		}
		r.errorf(t.Line, "pattern %q does not compile: %s; the syntax is RE2's (no lookahead, no backreferences)", t.Text, what)
		return
	}
	if shortest(tree) == 0 {
		r.errorf(t.Line, "pattern %q matches everything, for it matches no letter at all; ask for at least one word", t.Text)
		return
	}
	tree = alike(tree)
	re, err := regexp.Compile(tree.String())
	if err != nil {
		r.errorf(t.Line, "pattern %q does not compile: %v; make it shorter", t.Text, err)
		return
	}
	if re.MatchString("zq") && re.MatchString("a") && re.MatchString("xkw") {
		r.errorf(t.Line, "pattern %q matches everything, any word at all; ask for words of its own", t.Text)
		return
	}
	r.book.patterns = append(r.book.patterns, pattern{at, t.Weight, re, literals(tree)})
}

// find appends where the pattern matches between the first and the last token.
func (p *pattern) find(hits []Hit, s string, tokens []text.Span) []Hit {
	if len(tokens) == 0 {
		return hits
	}
	at, end := tokens[0].Start, tokens[len(tokens)-1].End
	if !p.possible(s[at:end]) {
		return hits
	}
	for _, m := range p.re.FindAllStringIndex(s[at:end], -1) {
		first, last := tokenAt(tokens, at+m[0]), tokenAt(tokens, at+m[1]-1)
		if last == len(tokens) || tokens[last].Start >= at+m[1] {
			last--
		}
		if first <= last {
			hits = append(hits, Hit{p.issue, p.term, int32(first), int32(last + 1), Neither, p.weight, false})
		}
	}
	return hits
}

// possible says whether the pattern may match in s at all.
func (p *pattern) possible(s string) bool {
	if len(p.literals) == 0 {
		return true
	}
	for _, l := range p.literals {
		if holds(s, l) {
			return true
		}
	}
	return false
}

// holds says whether s holds the lower-case ASCII letters of l in any case.
func holds(s, l string) bool {
	for i := 0; i+len(l) <= len(s); i++ {
		if fold(s[i]) != l[0] {
			continue
		}
		j := 1
		for j < len(l) && fold(s[i+j]) == l[j] {
			j++
		}
		if j == len(l) {
			return true
		}
	}
	return false
}

// shortest is the number of characters that the expression matches at least.
func shortest(re *syntax.Regexp) int {
	switch re.Op {
	case syntax.OpLiteral:
		return len(re.Rune)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1
	case syntax.OpCapture, syntax.OpPlus:
		return shortest(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min * shortest(re.Sub[0])
	case syntax.OpConcat:
		n := 0
		for _, s := range re.Sub {
			n += shortest(s)
		}
		return n
	case syntax.OpAlternate:
		n := shortest(re.Sub[0])
		for _, s := range re.Sub[1:] {
			n = min(n, shortest(s))
		}
		return n
	}
	return 0
}

// What stands for a space, a hyphen, an apostrophe.
const (
	spaces      = `\s+`
	hyphens     = `[-‐‑–−]`
	apostrophes = `['’ʼ‘]`
)

// alike returns the expression with its spaces, hyphens and apostrophes replaced.
func alike(re *syntax.Regexp) *syntax.Regexp {
	for i, s := range re.Sub {
		re.Sub[i] = alike(s)
	}
	if re.Op != syntax.OpLiteral || !strings.ContainsAny(string(re.Rune), " -'’") {
		return re
	}
	parts := &syntax.Regexp{Op: syntax.OpConcat}
	for _, c := range re.Rune {
		class := ""
		switch {
		case c == ' ':
			class = spaces
		case c == '-':
			class = hyphens
		case isApostrophe(c):
			class = apostrophes
		}
		if class == "" {
			parts.Sub = append(parts.Sub, &syntax.Regexp{Op: syntax.OpLiteral, Flags: re.Flags, Rune: []rune{c}})
			continue
		}
		sub, err := syntax.Parse(class, syntax.Perl)
		if err != nil {
			panic(err) // the constants above are wrong
		}
		parts.Sub = append(parts.Sub, sub)
	}
	return parts
}

// literals returns strings of which each match holds one, in lower case; nil if
// that cannot be told. Of a sequence the longest sure part counts.
func literals(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return literal(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return literals(re.Sub[0])
	case syntax.OpConcat:
		return best(re.Sub)
	case syntax.OpAlternate:
		var all []string
		for _, s := range re.Sub {
			l := literals(s)
			if l == nil {
				return nil
			}
			all = append(all, l...)
		}
		return all
	}
	return nil
}

// best returns the literals of the part whose shortest is the longest; letters
// that follow one another count as one.
func best(parts []*syntax.Regexp) []string {
	var chosen []string
	size := 0
	take := func(l []string) {
		n := 0
		for i, s := range l {
			if i == 0 || len(s) < n {
				n = len(s)
			}
		}
		if n > size {
			chosen, size = l, n
		}
	}
	var letters []rune
	for _, p := range parts {
		if p.Op == syntax.OpLiteral {
			letters = append(letters, p.Rune...)
			continue
		}
		take(literal(letters))
		letters = letters[:0]
		take(literals(p))
	}
	take(literal(letters))
	return chosen
}

// literal is letters in lower case, nil if some are not ASCII. The signs for
// kelvin and the long s, which RE2 takes for k and s when case does not count,
// are not looked for.
func literal(letters []rune) []string {
	if len(letters) == 0 {
		return nil
	}
	b := make([]byte, 0, len(letters))
	for _, c := range letters {
		if c >= utf8.RuneSelf {
			return nil
		}
		b = append(b, fold(byte(c)))
	}
	return []string{string(b)}
}

// tokenAt returns the index of the token that holds the byte at, or of the next.
func tokenAt(tokens []text.Span, at int) int {
	i, _ := slices.BinarySearchFunc(tokens, at, func(t text.Span, at int) int {
		if t.End <= at {
			return -1
		}
		return 1
	})
	return i
}

// fold is lower case of an ASCII letter.
func fold(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	if b >= utf8.RuneSelf {
		return 0
	}
	return b
}
