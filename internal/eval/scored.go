package eval

import (
	"slices"
	"sort"
	"unicode"

	"onrecord/internal/text"
)

// tokenList holds the tokens that attributions are scored on, in code points.
type tokenList []text.Span

// tokenSet holds indices of tokens, ascending.
type tokenSet []int

// scoredTokens finds the tokens of t: runs of word characters, joined by single
// apostrophes and hyphens within, as the regular expression \w+(?:[’'\-]\w+)*
// of Python finds them. Marks of punctuation are no tokens, so a boundary that
// differs by a comma or a quotation mark is no error.
//
// "Oslo’s two-day talks—" has the tokens "Oslo’s", "two-day" and "talks".
func scoredTokens(t string) tokenList {
	runes := []rune(t)
	word := func(i int) int {
		for i < len(runes) && wordCharacter(runes[i]) {
			i++
		}
		return i
	}
	var out tokenList
	for i := 0; i < len(runes); i++ {
		if !wordCharacter(runes[i]) {
			continue
		}
		end := word(i)
		for end+1 < len(runes) && joiner(runes[end]) && wordCharacter(runes[end+1]) {
			end = word(end + 1)
		}
		out = append(out, text.Span{Start: i, End: end})
		i = end // runes[end], if any, is no word character
	}
	return out
}

// wordCharacter is Python's \w: letters, everything with a numeric value, and
// the underscore. Combining marks are none: a decomposed é ends a token.
func wordCharacter(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

func joiner(r rune) bool { return r == '’' || r == '\'' || r == '-' }

// under lists the tokens that share a character with one of spans.
func (l tokenList) under(spans []text.Span) tokenSet {
	var out tokenSet
	for _, s := range spans {
		first := sort.Search(len(l), func(i int) bool { return l[i].End > s.Start })
		for i := first; i < len(l) && l[i].Start < s.End; i++ {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// shared counts the tokens that a and b have in common.
func (a tokenSet) shared(b tokenSet) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}
