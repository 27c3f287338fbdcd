package block

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/annotate"
	"onrecord/internal/text"
)

// longestHeadline is in bytes.
const longestHeadline = 200

// headline adds u if it is the title of the story: its first unit that is
// nothing else, short, without the period of a sentence, with a story below.
// Where the document's title is known, it is that line in any form, or none. A
// line in Headline Letters may have a period, as some archives add one.
func (p *page) headline(i int, u text.Span) bool {
	s := bare(u.Of(p.text))
	if p.titled || i >= top || len(s) > longestHeadline {
		p.titled = true
		return false
	}
	title := p.facts.document.Title
	known := title != "" && alike(s, title)
	if !known && (title != "" && p.facts.title == "" || !p.isTitle(i, s)) {
		p.titled = true
		return false
	}
	// A title over two lines, as some archives break it.
	p.titled = !strings.HasSuffix(s, ";") || p.facts.title != ""
	p.facts.title = first(p.facts.title, untitled(s))
	p.add(u, annotate.Headline)
	return true
}

func (p *page) isTitle(i int, s string) bool {
	if i+1 >= len(p.units) || !p.storyBelow(i) {
		return false
	}
	if p.facts.title != "" {
		return len(s) <= 150 // the second line of a title
	}
	if _, ok := parseDateline(s); ok {
		return false
	}
	if n, _ := tag(s); n > 0 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"”’')"))
	switch last {
	case ':', ',', '—', '–', '-':
		return false
	case '.', '…':
		return headlineLetters(s) && strings.Count(s, ". ") == 0
	case '?', '!':
		return len(s) <= 120
	}
	return true
}

// storyBelow says whether a unit that may be a paragraph follows soon.
func (p *page) storyBelow(i int) bool {
	for _, u := range p.units[i+1 : min(i+top, len(p.units))] {
		if s := u.Of(p.text); len(s) >= 60 || strings.ContainsAny(s[len(s)-1:], ".!?\"") && len(s) >= 20 {
			return true
		}
	}
	return false
}

// headlineLetters says whether nearly all words begin with a capital, but for
// small ones such as "of".
func headlineLetters(s string) bool {
	all, capitals := 0, 0
	for _, w := range strings.Fields(s) {
		w = strings.TrimLeft(w, "\"“‘'(")
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) || utf8.RuneCountInString(w) < 4 && !unicode.IsUpper(r) {
			continue
		}
		all++
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return all >= 2 && capitals*10 >= all*8
}

// untitled is a title without the mark that an archive put behind it.
func untitled(s string) string {
	if strings.HasSuffix(s, ";") || strings.HasSuffix(s, ".") && headlineLetters(s) && !strings.HasSuffix(s, "..") && !strings.HasSuffix(s, ".S.") {
		return s[:len(s)-1]
	}
	return s
}

// alike says whether two titles are the same, set in two ways, or one of them
// shortened.
func alike(a, b string) bool {
	a, b = fold(a), fold(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) >= 20 && strings.Contains(b, a)
}

// fold makes two ways of setting the same title alike.
func fold(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-").Replace(bare(s))
	return strings.TrimRight(strings.ToLower(s), ".!? ")
}
