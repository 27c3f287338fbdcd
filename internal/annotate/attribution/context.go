// Package attribution finds who is said to have said what: cues, and the
// source and content of each. It does not tell who a source is.
package attribution

import (
	"strings"
	"unicode/utf8"

	"onrecord/internal/annotate"
)

// Border is the class of the boundary before a word; transitions between
// labels depend on it. Two more classes, at the end and the start of a cue, are set for
// each cue.
type Border uint8

// The classes of boundary, in the order of the weights.
const (
	Inner Border = iota
	ParagraphBreak
	SentenceBreak
	BeforeOpening
	AfterOpening
	BeforeClosing
	AfterClosing
	BeforeComma
	AfterComma
	BeforeMark
	AfterMark
	CueBefore // the cue ends here
	CueAfter  // the cue begins here
	Borders   // how many there are
)

// Context is what the pairs of a cue and a word are told beside their rows.
type Context struct {
	Paragraph, Sentence []int32 // number of each word's
	Quote               []int32 // number of the outer quotation a word stands in, -1 outside
	Border              []Border
}

// ContextOf reads the context of each word off the layers.
func ContextOf(l *annotate.Layers) Context {
	n := len(l.Tokens)
	numbers := make([]int32, 3*n)
	c := Context{Paragraph: numbers[:n:n], Sentence: numbers[n : 2*n : 2*n], Quote: numbers[2*n:], Border: make([]Border, n)}
	for k, s := range l.Sentences {
		for i := s.First; i < s.End; i++ {
			c.Paragraph[i], c.Sentence[i] = int32(s.Block), int32(k)
		}
	}
	marks := quotes(l, c.Quote)
	for i := range c.Border {
		c.Border[i] = border(l, &c, marks, i)
	}
	return c
}

type quoteMark uint8

const (
	noMark quoteMark = iota
	opens
	closes
)

// quotes numbers the words by the outer quotation they stand in and tells
// which words are its marks.
func quotes(l *annotate.Layers, number []int32) []quoteMark {
	marks := make([]quoteMark, len(number))
	for i := range number {
		number[i] = -1
	}
	i := 0
	for k, q := range l.Quotes {
		if q.Depth > 0 {
			continue
		}
		for ; i < len(number) && l.Tokens[i].Start < q.End; i++ {
			w := l.Tokens[i]
			if w.Start < q.Start {
				continue
			}
			number[i] = int32(k)
			if w.Start < q.Inner.Start {
				marks[i] = opens
			} else if w.Start >= q.Inner.End {
				marks[i] = closes
			}
		}
	}
	return marks
}

func border(l *annotate.Layers, c *Context, marks []quoteMark, i int) Border {
	switch {
	case i == 0 || c.Paragraph[i] != c.Paragraph[i-1]:
		return ParagraphBreak
	case c.Sentence[i] != c.Sentence[i-1]:
		return SentenceBreak
	case marks[i] == opens:
		return BeforeOpening
	case marks[i-1] == opens:
		return AfterOpening
	case marks[i] == closes:
		return BeforeClosing
	case marks[i-1] == closes:
		return AfterClosing
	case l.Word(i) == ",":
		return BeforeComma
	case l.Word(i-1) == ",":
		return AfterComma
	case isMark(l, i):
		return BeforeMark
	case isMark(l, i-1):
		return AfterMark
	}
	return Inner
}

// isMark says whether word i is a mark that parts phrases; the hyphen of a
// compound ("third-party") is none.
func isMark(l *annotate.Layers, i int) bool {
	w := l.Word(i)
	r, _ := utf8.DecodeRuneInString(w)
	if !strings.ContainsRune(".!?;:()[]-–—", r) {
		return false
	}
	glued := i > 0 && i+1 < len(l.Tokens) && l.Tokens[i-1].End == l.Tokens[i].Start && l.Tokens[i].End == l.Tokens[i+1].Start
	return !(glued && w == "-")
}
