package block

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/text"
)

// line is a line with something on it.
type line struct {
	text.Span
	runes  int
	word   int  // length of its first word, in characters
	apart  bool // an empty line, or the start of the text, stands before it
	indent bool
}

// units cuts t into paragraphs and lines that stand alone. In most texts each
// line is a unit. Where lines are broken to fit a width, those that were broken
// for that are put together again.
func units(t string) []text.Span {
	all := lines(t)
	width := wrapped(all)
	out := make([]text.Span, 0, len(all))
	for i, l := range all {
		if width > 0 && i > 0 && !l.apart && !l.indent && full(all[i-1], l, width) {
			out[len(out)-1].End = l.End
		} else {
			out = append(out, l.Span)
		}
	}
	return out
}

// lines lists the lines of t that are not empty, trimmed.
func lines(t string) []line {
	var out []line
	apart := true
	for i := 0; i < len(t); {
		end, next := lineEnd(t, i)
		s := trim(t, text.Span{Start: i, End: end})
		if s.Empty() {
			apart = true
		} else {
			w := s.Of(t)
			word := strings.IndexFunc(w, unicode.IsSpace)
			if word < 0 {
				word = len(w)
			}
			out = append(out, line{
				Span: s, runes: utf8.RuneCountInString(w), word: utf8.RuneCountInString(w[:word]), apart: apart, indent: s.Start-i >= 2,
			})
			apart = false
		}
		i = next
	}
	return out
}

// lineEnd returns where the line from i ends and where the next begins.
func lineEnd(t string, i int) (end, next int) {
	for end = i; end < len(t); end++ {
		switch t[end] {
		case '\n', '\f':
			return end, end + 1
		case '\r':
			if end+1 < len(t) && t[end+1] == '\n' {
				return end, end + 2
			}
			return end, end + 1
		case 0xE2: // U+2028 and U+2029, line and paragraph separator
			if strings.HasPrefix(t[end:], "\u2028") || strings.HasPrefix(t[end:], "\u2029") {
				return end, end + 3
			}
		}
	}
	return end, end
}

// The widths that texts are broken to, and how many joints between two lines
// it takes to tell.
const (
	narrowest = 40
	widest    = 100
	joints    = 3
)

// wrapped returns the width that the lines are broken to, 0 if they are not.
// They are if nearly none is wider, and at four of five joints the next line's
// first word would not have fitted: ends of verses, lists and paragraphs lie
// anywhere.
func wrapped(all []line) int {
	if len(all) <= joints {
		return 0
	}
	widths := make([]int, len(all))
	for i, l := range all {
		widths[i] = l.runes
	}
	slices.Sort(widths)
	width := widths[len(widths)*98/100]
	if width < narrowest || width > widest {
		return 0
	}
	seen, broken := 0, 0
	for i := 1; i < len(all); i++ {
		if all[i].apart || all[i].indent {
			continue
		}
		seen++
		if full(all[i-1], all[i], width) {
			broken++
		}
	}
	if broken < joints || broken*5 < seen*4 {
		return 0
	}
	return width
}

// full says whether l was broken because the first word of next had no room;
// ragged is what a typesetter may have left open.
func full(l, next line, width int) bool {
	const ragged = 6
	return l.runes+1+next.word > width-ragged
}

// trim takes the white space off both ends of s.
func trim(t string, s text.Span) text.Span {
	w := strings.TrimLeftFunc(s.Of(t), unicode.IsSpace)
	s.Start = s.End - len(w)
	s.End = s.Start + len(strings.TrimRightFunc(w, unicode.IsSpace))
	return s
}

// bare is s without the characters at its ends that show nothing, and with
// single spaces for white space, for rules to look at.
func bare(s string) string {
	return strings.Join(strings.Fields(strings.Trim(s, "\ufeff\u200b\u200e\u200f")), " ")
}
