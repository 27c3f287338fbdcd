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

	Origin string // the file or address it was read from, for messages
	Text   string // canonical: valid UTF-8 without NUL, never changed

	Problems []Problem
}

// Problem is something that the reader of a document must know: what is wrong
// and what to do about it.
type Problem struct {
	Code string // a stable word for programs: "invalid-utf8"
	What string
	Span text.Span // where in the canonical text; zero if nowhere
	Hint string
}

// Note adds a problem to d.
func (d *Document) Note(p Problem) { d.Problems = append(d.Problems, p) }
