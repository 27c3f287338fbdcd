// Package text holds positions in a text: spans of bytes, and their
// conversion to the code points of the public formats and the UTF-16 units of
// browsers. It knows nothing of what the spans mean.
package text

// Span is a half-open range of bytes, [Start, End), of the canonical text of a
// document. Inside the program every span is in bytes.
type Span struct{ Start, End int }

// Len is the number of bytes that s covers.
func (s Span) Len() int { return s.End - s.Start }

// Empty says whether s covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Of returns the words of t that s covers.
func (s Span) Of(t string) string { return t[s.Start:s.End] }

// Overlaps says whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Contains says whether all of o lies in s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Cover returns the smallest span that holds both s and o.
func (s Span) Cover(o Span) Span {
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}

// Compare orders spans by start, then by end.
func Compare(a, b Span) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return a.End - b.End
}
