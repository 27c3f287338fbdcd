// Package dateparser stands in for github.com/markusmobius/go-dateparser, by a
// replace directive in go.mod. The original compiles the date words of two
// hundred languages when a program starts: half a second and 80 MB, whether a
// web page is read or not. The package html takes dates from a page's metadata
// alone and never asks for this parser; go-htmldate only has to compile. What
// is declared here is what go-htmldate v1.9.1 names, and Parse finds nothing.
package dateparser

import (
	"errors"
	"time"
)

// ParserType names a way of parsing.
type ParserType uint8

// The ways that go-htmldate names.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which year an incomplete date is in.
type PreferredDateSource uint8

// Past is the one that go-htmldate names.
const Past PreferredDateSource = 1

// Configuration of a Parser.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Parser finds no dates.
type Parser struct{ ParserTypes []ParserType }

// Date is what a Parser would find.
type Date struct{ Time time.Time }

// Parse always returns an error.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) {
	return Date{}, errors.New("dateparser: left out of this program")
}
