// Package record holds the entries of the record: who said what, and how. It
// does no reading and no writing, and its types have no tags: whoever shows
// them owns the shape that is shown.
package record

import (
	"onrecord/internal/edtf"
	"onrecord/internal/text"
)

// Manner says how much of a content stands in quotation marks.
type Manner uint8

// The manners of reporting.
const (
	Indirect Manner = iota // nothing is quoted
	Mixed                  // some of it
	Direct                 // all of it
)

var manners = [...]string{"indirect", "mixed", "direct"}

func (m Manner) String() string { return manners[m] }

// Act is what the source does in saying the content, as the cue has it.
type Act uint8

// The acts. Gloss is no act of the source at all: the outlet interprets
// ("signaling", "his remarks highlight").
const (
	Say Act = iota
	Repeat
	Concede
	Deny
	Ask
	Propose
	Promise
	Refuse
	Threaten
	Accuse
	Praise
	Gloss
)

// Acts lists the names of the acts; Acts[a] is a's name.
var Acts = [...]string{"say", "repeat", "concede", "deny", "ask", "propose", "promise", "refuse", "threaten", "accuse", "praise", "gloss"}

func (a Act) String() string { return Acts[a] }

// Modality says how a clause relates to what is.
type Modality uint8

// The modalities.
const (
	Plain     Modality = iota
	Possible           // may, could
	Necessary          // must, should
	Intended           // will, is going to, plans to
	Wished             // would like, hopes
)

var modalities = [...]string{"none", "possible", "necessary", "intended", "wished"}

func (m Modality) String() string { return modalities[m] }

// StatementID names a statement for life: its document's id, "s", and a hash of
// its anchor.
type StatementID string

// Statement is one attribution: somebody says something, with one cue. Spans
// are bytes of the document's text, ascending and disjoint.
type Statement struct {
	ID      StatementID
	Source  []text.Span // empty if nobody is named
	Cue     []text.Span
	Content []text.Span
	Clauses []Clause
	Manner  Manner
	Act     Act

	Speakers   []ActorID // nobody for a gloss
	OnBehalfOf []ActorID
	About      []ActorID // the public actors that the content speaks of
	Audience   []ActorID // to whom it is said
	Venue      ActorID   // the outlet or gathering where it is said; "" if unknown
	Occasion   string    // interview, press conference, summit, post, letter, …; "" if unknown
	Said       edtf.Date
	SaidBasis  SaidBasis // what Said is the date of; of no meaning without Said
	SaidText   string    // the words that tell the date: "Saturday"; "" for the document's own
	Background bool      // repeated or recalled: no news of a change
	Hedged     bool      // the cue or the words leave open whether it was said

	Score Score
	Why   []string
}

// SaidBasis says what the date of a statement is the date of.
type SaidBasis uint8

// The bases.
const (
	Reported  SaidBasis = iota // the document's date
	Published                  // an interview or post that appeared that day
	Spoken                     // the words were said that day
)

var saidBases = [...]string{"reported", "published", "said"}

func (b SaidBasis) String() string { return saidBases[b] }

// Clause is a part of a content with a verb of its own.
type Clause struct {
	text.Span
	Modality Modality
	Negated  bool
}

// Score is how sure the program is of an entry, from 0 to 1.
type Score float32

// Anchor is the span that gives the statement its id: its cue, else its
// content's start.
func (s *Statement) Anchor() text.Span {
	switch {
	case len(s.Cue) > 0:
		return s.Cue[0].Cover(s.Cue[len(s.Cue)-1])
	case len(s.Content) > 0:
		return text.Span{Start: s.Content[0].Start, End: s.Content[0].Start}
	}
	return text.Span{}
}
