package record

import (
	"onrecord/internal/edtf"
	"onrecord/internal/text"
)

// ActionID names an action for life.
type ActionID string

// ActionType is what kind of deed an action is, as PLOVER types events (Halterman
// et al., PLOVER and POLECAT, 2023); economic sanctions are SANCTION here.
type ActionType uint8

// The types.
const (
	TypeAgree ActionType = iota
	TypeConsult
	TypeSupport
	TypeCooperate
	TypeAid
	TypeConcede
	TypeRetreat
	TypeRequest
	TypeAccuse
	TypeReject
	TypeThreaten
	TypeProtest
	TypeSanction
	TypeMobilize
	TypeCoerce
	TypeAssault
)

// ActionTypes lists the names of the types; ActionTypes[t] is t's name.
var ActionTypes = [...]string{
	"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST",
	"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}

func (t ActionType) String() string { return ActionTypes[t] }

// Certainty says how firmly the words state an action.
type Certainty uint8

// The certainties.
const (
	Certain Certainty = iota
	Probable
	Perhaps
)

var certainties = [...]string{"certain", "probable", "possible"}

func (c Certainty) String() string { return certainties[c] }

// Tense says when an action is, seen from the document.
type Tense uint8

// The tenses.
const (
	Past Tense = iota
	Present
	Future
)

var tenses = [...]string{"past", "present", "future"}

func (t Tense) String() string { return tenses[t] }

// Action is a deed of a public actor.
type Action struct {
	ID          ActionID
	Actors      []ActorID
	Type        ActionType
	Mode        string    // PLOVER's mode within the type; "" for none
	Predicate   text.Span // the verb or noun that names the deed
	Lemma       string    // of the predicate: "ban"
	Targets     []ActorID
	Object      []text.Span   // what is banned, signed, struck
	Numbers     []Item        // killed, wounded, downed
	AccordingTo []StatementID // that report it; empty: the outlet's own voice
	DeniedIn    []StatementID
	Negated     bool
	Certainty   Certainty
	Tense       Tense
	Background  bool        // recalled, not news
	Conditions  []text.Span // of an ultimatum
	Time        edtf.Date
	Place       string // as the words have it
	Evidence    []text.Span
	Score       Score
	Why         []string
}
