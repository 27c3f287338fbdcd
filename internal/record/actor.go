package record

import (
	"onrecord/internal/edtf"
	"onrecord/internal/text"
)

// ActorID names an actor: in the register ("nato", "jens-stoltenberg"), or,
// provisionally, in one document, whose id it then carries so that namesakes
// never fuse silently.
type ActorID string

// ActorKind is what an actor is.
type ActorKind uint8

// The kinds of actor. Anonymous is a source that the words leave unnamed ("a
// senior US official").
const (
	OtherActor ActorKind = iota
	Person
	Organization
	Country
	Group
	Anonymous
)

// ActorKinds lists the names of the kinds; ActorKinds[k] is k's name.
var ActorKinds = [...]string{"other", "person", "organization", "country", "group", "anonymous"}

func (k ActorKind) String() string { return ActorKinds[k] }

// Actor is somebody who speaks or acts, or is spoken of, in one document.
type Actor struct {
	ID          ActorID
	Name        string // of the register, else the longest name that the words give
	Kind        ActorKind
	Aliases     []string // other names that the document uses
	PartOf      ActorID  // "" for none
	ISO3        string   // of a country
	Wikidata    string
	DescribedAs []string // what the document calls it without a name: "the alliance's chief"
	Offices     []Office
	Mentions    []text.Span // bytes, ascending
	Provisional bool        // the register does not know it
}

// Office is a post that an actor holds.
type Office struct {
	Title string    // "Secretary General"
	Of    ActorID   // whose: "nato"; "" if unknown
	On    edtf.Date // the day for which it is known: the document's own
	// Former is true for a post that the words or the register say is over.
	Former bool
}
