package terminal

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// ink changes to an ink where colors are on; "" is the terminal's own.
func (p *page) ink(ink string) {
	if !p.Color || ink == p.now {
		return
	}
	if p.now != "" {
		p.out.WriteString("\x1b[0m")
	}
	if ink != "" {
		p.out.WriteString("\x1b[" + ink + "m")
	}
	p.now = ink
}

// columns is how many columns of a terminal s takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case r >= 0x1100 && isWide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

func isWide(r rune) bool {
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}

// safe shows control characters, which a terminal would obey, as U+FFFD, and
// leaves out marks that turn the direction of writing.
func safe(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return unicode.ReplacementChar
		case 0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069:
			return -1
		}
		return r
	}, s)
}
