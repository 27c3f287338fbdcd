package record

import (
	"onrecord/internal/edtf"
	"onrecord/internal/text"
)

// PledgeID names a pledge for life.
type PledgeID string

// Status says what has become of a pledge.
type Status uint8

// The statuses, from first to last.
const (
	Proposed Status = iota
	Pledged
	Agreed
	Allocated
	Delivered
	Delayed
	Reduced
	Refused
	Withdrawn
)

// Statuses lists the names of the statuses; Statuses[s] is s's name.
var Statuses = [...]string{"proposed", "pledged", "agreed", "allocated", "delivered", "delayed", "reduced", "refused", "withdrawn"}

func (s Status) String() string { return Statuses[s] }

// Pledge is something that is to be given: proposed, promised, under way, or
// refused. All mentions of one pledge in a document are one entry.
type Pledge struct {
	ID            PledgeID
	Statements    []StatementID // that tell of it; empty: the outlet's own voice
	Proposers     []ActorID
	Donors        []ActorID
	Beneficiaries []ActorID
	Amounts       []Amount
	Items         []Item
	Duration      edtf.Duration // "over five years"
	Period        edtf.Date     // "from 2025 to 2027"
	Purpose       string        // "military aid", as the words have it
	Aims          []text.Span
	Conditions    []text.Span
	Binding       string // binding, voluntary, or ""
	Status        Status
	Time          edtf.Date // when it came to that status
	Negated       bool      // the words deny it
	Background    bool      // recalled, not news
	Predicate     text.Span // the words that promise, propose, deliver
	Evidence      []text.Span
	Score         Score
	Why           []string
}

// Anchor is the span that gives the pledge its id: its first amount, else its
// first item, else its predicate.
func (p *Pledge) Anchor() text.Span {
	switch {
	case len(p.Amounts) > 0:
		return p.Amounts[0].Span
	case len(p.Items) > 0:
		return p.Items[0].Span
	}
	return p.Predicate
}
