// Package link completes the statements of a document with their speakers, on
// whose behalf they speak, when, where, on what occasion and to whom; package
// cast tells it who is who. What it leaves, an Article, answers what those who
// look for pledges and actions ask. The words that it goes by stand in
// words/*.txt.
package link

import (
	"onrecord/internal/annotate"
	"onrecord/internal/cast"
	"onrecord/internal/document"
	"onrecord/internal/edtf"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// Version changes whenever this package or cast would answer differently: with
// the number of their code and with their tables.
func Version() string {
	return annotate.Version(9, carrierText, clauseText, occasionText, cast.Tables())
}

// Article is one document as its stages have read it, with who is who in it.
type Article struct {
	Document   *document.Document
	Register   *register.Register
	Facts      annotate.Facts     // what is known of the publication, from wherever
	Published  edtf.Date          // "" if unknown
	Passages   []*annotate.Layers // in order
	Statements []record.Statement // in order of passage and attribution
	Origins    []Origin           // of each statement
	Actors     []record.Actor     // in order of their first mention, those without one last
	References [][]Reference      // of each passage, in order of First, the longer first

	passages []passage
	actors   map[record.ActorID]int // index into Actors
	bases    []int                  // of each passage: the number of its first statement
}

// passage is a passage with what the rules about statements ask of it.
type passage struct{ *cast.Passage }

// Origin is where a statement comes from.
type Origin struct {
	Passage, Attribution int
}

// Reference is a mention with the actors that it means.
type Reference = cast.Reference

// Read links one document. statements has one entry for each attribution of the
// passages, in their order.
func Read(reg *register.Register, d *document.Document, f annotate.Facts, passages []*annotate.Layers, statements []record.Statement) *Article {
	a := &Article{
		Document: d, Register: reg, Facts: f, Published: edtf.Date(f.Published), Passages: passages, Statements: statements,
		References: make([][]Reference, len(passages)),
	}
	for p, l := range passages {
		a.bases = append(a.bases, len(a.Origins))
		for i := range l.Attributions {
			a.Origins = append(a.Origins, Origin{Passage: p, Attribution: i})
		}
	}
	k := &linker{a: a, Cast: cast.Of(reg, d, a.Published, passages)}
	for _, p := range k.Passages {
		a.passages = append(a.passages, passage{p})
	}
	k.attribute()
	used := a.used()
	k.Finish(func(id record.ActorID) bool { return used[id] })
	a.take(k.Cast)
	return a
}

// take gives an article its actors and references.
func (a *Article) take(c *cast.Cast) {
	a.Actors = c.Actors
	a.actors = make(map[record.ActorID]int, len(a.Actors))
	for i := range a.Actors {
		a.actors[a.Actors[i].ID] = i
	}
	a.refer(c)
}

// refer gives an article its references.
func (a *Article) refer(c *cast.Cast) {
	for i, p := range c.Passages {
		a.References[i] = p.Refs
	}
}

// used lists the actors that statements name.
func (a *Article) used() map[record.ActorID]bool {
	m := map[record.ActorID]bool{}
	for i := range a.Statements {
		s := &a.Statements[i]
		m[s.Venue] = true
		for _, ids := range [][]record.ActorID{s.Speakers, s.OnBehalfOf, s.Audience, s.About} {
			for _, id := range ids {
				m[id] = true
			}
		}
	}
	return m
}

// linker is the state of completing the statements of one document.
type linker struct {
	*cast.Cast
	a        *Article
	unnameds []unnamed
}
