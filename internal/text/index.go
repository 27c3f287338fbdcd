package text

import "unicode/utf8"

// stride is how many bytes lie between two remembered positions. A lookup
// scans at most that many, and an index of n bytes holds n/stride entries.
const stride = 256

// Index converts offsets of one text between bytes, code points and UTF-16
// units. Positions inside a character count as its start. The zero value
// indexes the empty text.
type Index struct {
	text  string
	marks []mark // marks[i] describes the byte i*stride
	end   mark
}

// mark counts what lies before a byte.
type mark struct{ points, units int }

// NewIndex reads t once. t must be valid UTF-8.
func NewIndex(t string) *Index {
	x := &Index{text: t, marks: make([]mark, 0, len(t)/stride+1)}
	var m mark
	for i, r := range t {
		for i >= len(x.marks)*stride {
			x.marks = append(x.marks, m)
		}
		m.points++
		m.units += units(r)
		// A mark must lie on the start of a character: bytes inside one
		// share the counts that follow it, see at.
	}
	x.end = m
	return x
}

func units(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// at counts the characters and units before byte offset b.
func (x *Index) at(b int) mark {
	if b >= len(x.text) {
		return x.end
	}
	if b <= 0 || len(x.marks) == 0 {
		return mark{}
	}
	k := b / stride
	m, i := x.marks[k], k*stride
	for i < len(x.text) && !utf8.RuneStart(x.text[i]) {
		i++ // the character that straddles the mark starts after it was taken
	}
	for i < b {
		r, n := utf8.DecodeRuneInString(x.text[i:])
		if i+n > b {
			break
		}
		m.points++
		m.units += units(r)
		i += n
	}
	return m
}

// CodePoint returns how many code points lie before byte b.
func (x *Index) CodePoint(b int) int { return x.at(b).points }

// UTF16 returns how many UTF-16 units lie before byte b.
func (x *Index) UTF16(b int) int { return x.at(b).units }

// CodePoints converts a span of bytes to one of code points.
func (x *Index) CodePoints(s Span) Span {
	return Span{x.CodePoint(s.Start), x.CodePoint(s.End)}
}

// Byte returns the byte offset of code point p; the text's length if p lies
// beyond its end.
func (x *Index) Byte(p int) int {
	if p >= x.end.points {
		return len(x.text)
	}
	lo, hi := 0, len(x.marks)
	for hi-lo > 1 {
		if m := (lo + hi) / 2; x.marks[m].points <= p {
			lo = m
		} else {
			hi = m
		}
	}
	m, i := x.marks[lo], lo*stride
	for i < len(x.text) && !utf8.RuneStart(x.text[i]) {
		i++
	}
	for m.points < p {
		_, n := utf8.DecodeRuneInString(x.text[i:])
		m.points++
		i += n
	}
	return i
}
