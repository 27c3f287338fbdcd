package terminal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// run is a stretch of text in one ink, an ANSI sequence or "".
type run struct{ text, ink string }

// lines writes runs as one paragraph: its first line behind first, those that
// follow behind rest, broken between words. White space folds to one space.
func (p *page) lines(first, rest string, runs ...run) {
	l := &line{page: p, room: p.Width - columns(first), rest: rest}
	p.out.WriteString(first)
	for _, r := range runs {
		for i, field := range strings.FieldsFunc(r.text, isBreak) {
			if i > 0 || startsWithBreak(r.text) {
				l.space()
			}
			l.add(field, r.ink)
		}
		if endsWithBreak(r.text) {
			l.space()
		}
	}
	l.flush()
	p.ink("")
	p.out.WriteByte('\n')
}

// isBreak holds for white space where a line may break.
func isBreak(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

func startsWithBreak(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && isBreak(r)
}

func endsWithBreak(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && isBreak(r)
}

// line is what has been written of a paragraph, and the word that is under way,
// which may be in several inks.
type line struct {
	page  *page
	rest  string
	room  int // columns left
	begun bool
	due   bool // a space before the word
	word  []run
	width int // columns of word
}

// space ends the word.
func (l *line) space() {
	l.flush()
	l.due = l.begun
}

func (l *line) add(s, ink string) {
	s = safe(s)
	l.word = append(l.word, run{s, ink})
	l.width += columns(s)
}

// flush writes the word, on a new line where it does not fit.
func (l *line) flush() {
	if len(l.word) == 0 {
		return
	}
	p, need := l.page, l.width
	if l.due {
		need++
	}
	if l.begun && need > l.room {
		p.ink("")
		p.out.WriteString("\n" + l.rest)
		l.room = p.Width - columns(l.rest)
	} else if l.due {
		if p.now != l.word[0].ink {
			p.ink("")
		}
		p.out.WriteByte(' ')
		l.room--
	}
	for _, r := range l.word {
		p.ink(r.ink)
		p.out.WriteString(r.text)
	}
	l.room -= l.width
	l.word, l.width, l.begun, l.due = l.word[:0], 0, true, false
}
