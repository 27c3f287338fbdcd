// Package link tells who is who in a document: it joins the mentions that its
// stages found with the actors of the register, makes provisional actors of
// those that the register does not know, and completes the statements with
// their speakers, on whose behalf they speak, when, where and to whom.
package link

import (
	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/edtf"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// Version is the number of this code: it goes up whenever it would answer
// differently.
const Version = 1

// Article is one document as its stages have read it, with who is who in it.
type Article struct {
	Document   *document.Document
	Register   *register.Register
	Facts      annotate.Facts     // what is known of the publication, from wherever
	Published  edtf.Date          // "" if unknown
	Passages   []*annotate.Layers // in order
	Statements []record.Statement // in order of passage and attribution
	Origins    []Origin           // of each statement
	Actors     []record.Actor     // in order of their first mention
	References [][]Reference      // of each passage, in order of First
}

// Origin is where a statement comes from.
type Origin struct {
	Passage, Attribution int
}

// Reference is a mention with the actors that it means: several for "Russia and
// China", "the two leaders". One that means nobody in particular is left out.
type Reference struct {
	First, End int // tokens
	Head       int // token
	Kind       annotate.MentionKind
	Actors     []record.ActorID
}

// Read links one document. statements has one entry for each attribution of the
// passages, in their order.
func Read(reg *register.Register, d *document.Document, f annotate.Facts, passages []*annotate.Layers, statements []record.Statement) *Article {
	a := &Article{
		Document: d, Register: reg, Facts: f, Published: edtf.Date(f.Published), Passages: passages, Statements: statements,
		References: make([][]Reference, len(passages)),
	}
	for p, l := range passages {
		for i := range l.Attributions {
			a.Origins = append(a.Origins, Origin{Passage: p, Attribution: i})
		}
	}
	return a
}
