// Package link tells who is who in a document: it joins the mentions that its
// stages found with the actors of the register, makes provisional actors of
// those that the register does not know, and completes the statements with
// their speakers, on whose behalf they speak, when, where and to whom.
//
// It works in passes over the whole document: names (findNames), the persons
// among them (findPeople), then, in reading order, all other mentions (refer),
// and at last the statements (attribute). The words that it goes by stand in
// words/*.txt.
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
const Version = 2

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

	passages []*passage
	actors   map[record.ActorID]int // index into Actors
	said     []saying               // of each passage: which statements hold which token
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
		a.passages = append(a.passages, newPassage(p, l))
	}
	k := &linker{a: a, reg: reg, passages: a.passages, drafts: map[record.ActorID]int{}, slugs: map[record.ActorID]bool{}, named0: map[record.ActorID]place{}, unknowns: map[string]record.ActorID{}, byID: map[record.ActorID]int{}, byWord: map[string][]int32{}}
	k.run()
	return a
}

// linker is the state of linking one document.
type linker struct {
	a        *Article
	reg      *register.Register
	passages []*passage
	people   []human
	drafts   map[record.ActorID]int // index into a.Actors, while they are made
	slugs    map[record.ActorID]bool
	named0   map[record.ActorID]place  // of each actor of the register that a name names: where first
	unknowns map[string]record.ActorID // organizations that the register does not know, by their words
	byID     map[record.ActorID]int    // index into people
	byWord   map[string][]int32        // of each first and last word of a name: indices into people
	unnameds []unnamed
	recent   recent
	depth    int // of owners of owners
}

func (k *linker) run() {
	for _, p := range k.passages {
		if len(p.Tags) < len(p.Tokens) { // a language that is not read
			continue
		}
		k.findNames(p)
	}
	k.settle()
	k.findPeople()
	k.identifyPeople()
	k.a.said = k.sayings()
	for _, p := range k.passages {
		k.refer(p)
	}
	k.attribute()
	k.finish()
}

// noteNamed remembers that an actor is named, and what it is part of with it.
func (k *linker) noteNamed(id record.ActorID, at place) {
	for range maxParts {
		if _, ok := k.named0[id]; ok {
			return
		}
		k.named0[id] = at
		a := k.reg.Actor(id)
		if a == nil || a.PartOf == "" {
			return
		}
		id = a.PartOf
	}
}

// mentioned says whether a name in the article names an actor or a part of it.
func (k *linker) mentioned(id record.ActorID) bool {
	_, ok := k.named0[id]
	if c := k.countryOf(id); !ok && c != "" {
		_, ok = k.named0[c]
	}
	return ok
}
