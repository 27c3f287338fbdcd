package document

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"onrecord/internal/text"
)

// Canonical turns the bytes of a text into the form that offsets count in:
// valid UTF-8 without NUL. A text that is so already comes through byte for
// byte, but for a byte order mark at its start; no space or line end is ever
// changed. Whatever had to be changed is told in problems, one a kind, with
// the first place and the number.
func Canonical(raw []byte) (string, []Problem) {
	if order, ok := wide(raw); ok {
		return fromUTF16(raw, order)
	}
	raw = bytes.TrimPrefix(raw, []byte("\xEF\xBB\xBF"))
	if utf8.Valid(raw) {
		if bytes.IndexByte(raw, 0) < 0 {
			return string(raw), nil
		}
		return withoutNUL(string(raw), nil)
	}
	if western(raw) {
		return withoutNUL(fromWestern(raw))
	}
	return withoutNUL(replaced(raw))
}

// byteOrder is the order of the two bytes of a UTF-16 unit.
type byteOrder bool

const (
	littleEndian byteOrder = false
	bigEndian    byteOrder = true
)

// wide says whether raw is UTF-16. It has a byte order mark, or, without one,
// its first four thousand bytes look like Western text in UTF-16: nearly all
// of the bytes on one side are zero, hardly any on the other.
func wide(raw []byte) (byteOrder, bool) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		return littleEndian, true
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return bigEndian, true
	}
	head := raw[:min(len(raw), 4096)&^1]
	if len(head) < 16 || len(raw)%2 != 0 {
		return littleEndian, false
	}
	var zero [2]int
	for i, b := range head {
		if b == 0 {
			zero[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case zero[1]*10 >= half*7 && zero[0]*50 <= half:
		return littleEndian, true
	case zero[0]*10 >= half*7 && zero[1]*50 <= half:
		return bigEndian, true
	}
	return littleEndian, false
}

func fromUTF16(raw []byte, order byteOrder) (string, []Problem) {
	units := make([]uint16, len(raw)/2)
	for i := range units {
		lo, hi := raw[2*i], raw[2*i+1]
		if order == bigEndian {
			lo, hi = hi, lo
		}
		units[i] = uint16(hi)<<8 | uint16(lo)
	}
	if len(units) > 0 && units[0] == 0xFEFF {
		units = units[1:]
	}
	problems := []Problem{{Code: UTF16, What: "the text was UTF-16 and has been converted to UTF-8", Hint: "nothing to do; offsets count in the converted text"}}
	var b strings.Builder
	b.Grow(len(units))
	lone := count{}
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if utf16.IsSurrogate(r) {
			r = unicode.ReplacementChar
			if i+1 < len(units) {
				r = utf16.DecodeRune(rune(units[i]), rune(units[i+1]))
			}
			if r == unicode.ReplacementChar {
				lone.add(b.Len(), b.Len()+3)
			} else {
				i++
			}
		}
		b.WriteRune(r)
	}
	if len(raw)%2 != 0 {
		lone.add(b.Len(), b.Len()+3)
		b.WriteRune(unicode.ReplacementChar)
	}
	if lone.n > 0 {
		problems = append(problems, Problem{
			Code: InvalidUTF8, What: fmt.Sprintf("%d halves of a UTF-16 character without the other, replaced by U+FFFD", lone.n), Span: lone.first,
			Hint: "the file may be cut off or damaged; fetch it again",
		})
	}
	return withoutNUL(b.String(), problems)
}

// count remembers how often something happened and where first.
type count struct {
	n     int
	first text.Span
}

func (c *count) add(start, end int) {
	if c.n == 0 {
		c.first = text.Span{Start: start, End: end}
	}
	c.n++
}

// withoutNUL leaves the NUL characters of s out. Where it does, the spans of
// problems noted before move along.
func withoutNUL(s string, problems []Problem) (string, []Problem) {
	first := strings.IndexByte(s, 0)
	if first < 0 {
		return s, problems
	}
	for i := range problems {
		p := &problems[i].Span
		p.Start -= strings.Count(s[:p.Start], "\x00")
		p.End -= strings.Count(s[:p.End], "\x00")
	}
	n := strings.Count(s, "\x00")
	s = strings.ReplaceAll(s, "\x00", "")
	at := text.Span{Start: first, End: first}
	if first < len(s) {
		_, size := utf8.DecodeRuneInString(s[first:])
		at.End += size
	}
	return s, append(problems, Problem{
		Code: NUL, What: fmt.Sprintf("NUL characters (%d), left out", n), Span: at,
		Hint: "the file may be damaged, or no text; check the words here",
	})
}
