package encoder

import (
	"unicode"
	"unicode/utf8"
)

// Feature is what the encoder is told of a word beside its pieces.
type Feature struct {
	Shape Shape
	Quote QuoteState
	First bool // first word of a paragraph
}

// Shape is how a word is written; its pieces are lower-cased and do not tell.
type Shape uint8

// The shapes. Zero is kept for what is no word.
const (
	_      Shape = iota
	Lower        // minister
	Upper        // NATO
	Title        // Brussels
	Mixed        // McCain, iPhone
	Digit        // begins with a digit
	Symbol       // begins with no letter
	Single       // one capital letter
)

// QuoteState says where a word stands to quotation marks.
type QuoteState uint8

// The states of quotation.
const (
	Outside QuoteState = iota
	Inside
	Opening // is an opening mark
	Closing // is a closing mark
)

// ShapeOf returns the shape of word, which must not be empty.
func ShapeOf(word string) Shape {
	r, n := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsDigit(r):
		return Digit
	case !unicode.IsLetter(r):
		return Symbol
	}
	lower, upper := false, false // among the letters behind the first
	for _, q := range word[n:] {
		lower = lower || unicode.IsLower(q)
		upper = upper || unicode.IsUpper(q)
	}
	first := unicode.IsUpper(r)
	switch {
	case !first && !upper:
		return Lower
	case first && !lower && !upper:
		return Single
	case first && upper && !lower:
		return Upper
	case first && lower && !upper:
		return Title
	}
	return Mixed
}
