// Package document holds what is known of an article before anybody reads it:
// its canonical text, where it came from, its identity, and what went wrong
// with it. Blocks, statements and other findings are no part of it.
package document

import "onrecord/internal/text"

// Document is one article. Empty strings mean unknown.
type Document struct {
	ID      string // see Identify
	Key     string // the user's own id, verbatim
	Version int    // 1, and one more for each changed text under the same id

	// What the source says of the article. What only its text tells (a
	// dateline, a wire tag) is a stage's result, not kept here.
	Title, Outlet, Author, Section, URL string
	Published                           string // EDTF: 2024-04-07
	WireID                              string
	Language                            string // ISO 639-1

	// AssumedDate is the day that the user gives for documents that carry
	// none, neither here nor in their text: 2024-04-07.
	AssumedDate string

	Origin string // the file or address it was read from, for messages
	Text   string // canonical: valid UTF-8 without NUL, never changed

	Problems []Problem
}

// Note adds problems to d.
func (d *Document) Note(p ...Problem) { d.Problems = append(d.Problems, p...) }

// Has says whether d has a problem of this code.
func (d *Document) Has(code string) bool {
	for _, p := range d.Problems {
		if p.Code == code {
			return true
		}
	}
	return false
}

// Problem is something that the reader of a document must know: what is wrong
// and what to do about it.
type Problem struct {
	Code string // a stable word for programs, one of those below
	What string
	Span text.Span // where in the canonical text; zero if nowhere
	Hint string
}

// The codes of the problems that a document can have: before it is read, and,
// the last two, as its dates are read.
const (
	InvalidUTF8 = "invalid-utf8" // read as windows-1252, or replaced by U+FFFD
	UTF16       = "utf-16"       // converted
	NUL         = "nul"          // left out
	Language    = "language"     // not English: no statements are made
	Capitals    = "capitals"     // nearly all letters are capitals
	Undated     = "date"         // a date that says no single day

	Relative      = "relative-date" // dates that only the document's own, which is unknown, could resolve
	Contradictory = "contradictory-date"
)
