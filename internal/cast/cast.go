// Package cast tells who is who among the words of an article: it finds the
// names in its passages, joins them with the actors of the register or makes
// provisional ones, and resolves the nouns and pronouns that mean the same. What
// they say is no matter of its own.
//
// It works in passes over the whole document: names (findNames), the persons
// among them (findPeople), then, in reading order, all other mentions (refer).
// The words that it goes by stand in words/*.txt.
package cast

import (
	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/edtf"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// Reference is a mention with the actors that it means: several for "Russia and
// China", "the two leaders". One that means nobody in particular is left out.
type Reference struct {
	First, End int // tokens
	Head       int // token
	Kind       annotate.MentionKind
	Actors     []record.ActorID
}

// Cast is who is who in one document.
type Cast struct {
	Passages []*Passage
	Actors   []record.Actor // in order of their first mention once Finish was called

	document  *document.Document
	published edtf.Date
	reg       *register.Register
	people    []human
	drafts    map[record.ActorID]int // index into Actors, while they are made
	slugs     map[record.ActorID]bool
	named0    map[record.ActorID]place  // of each actor of the register that a name names: where first
	unknowns  map[string]record.ActorID // organizations that the register does not know, by their words
	byID      map[record.ActorID]int    // index into people
	byWord    map[string][]int32        // of each first and last word of a name: indices into people
	recent    recent
	depth     int // of owners of owners
}

// Of reads who is who in a document that appeared on a day, "" if that is
// unknown.
func Of(reg *register.Register, d *document.Document, published edtf.Date, passages []*annotate.Layers) *Cast {
	k := &Cast{
		document: d, published: published, reg: reg,
		drafts: map[record.ActorID]int{}, slugs: map[record.ActorID]bool{}, named0: map[record.ActorID]place{},
		unknowns: map[string]record.ActorID{}, byID: map[record.ActorID]int{}, byWord: map[string][]int32{},
		recent: recent{last: map[record.ActorID]place{}},
	}
	for i, l := range passages {
		k.Passages = append(k.Passages, newPassage(i, l))
	}
	for _, p := range k.Passages {
		if p.Read() {
			k.findNames(p)
		}
	}
	k.settle()
	k.findPeople()
	k.identifyPeople()
	for _, p := range k.Passages {
		if p.Read() {
			k.refer(p)
		}
	}
	k.Arrange()
	return k
}

// noteNamed remembers that an actor is named, and what it is part of with it.
func (k *Cast) noteNamed(id record.ActorID, at place) {
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
func (k *Cast) mentioned(id record.ActorID) bool {
	_, ok := k.named0[id]
	if c := k.countryOf(id); !ok && c != "" {
		_, ok = k.named0[c]
	}
	return ok
}
