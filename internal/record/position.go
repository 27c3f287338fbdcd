package record

import (
	"crypto/sha256"
	"encoding/binary"

	"onrecord/internal/text"
)

// PositionID names a position for life.
type PositionID string

// Stance is a side. Unclear is a value of its own: the words touch the issue
// and give no side.
type Stance uint8

// The stances.
const (
	StanceUnclear Stance = iota
	StanceSupport
	StanceOppose
	StanceMixed
)

// Stances lists the names of the stances; Stances[s] is s's name.
var Stances = [...]string{"unclear", "support", "oppose", "mixed"}

func (s Stance) String() string { return Stances[s] }

// Position is where somebody stands towards an issue of the codebook, towards
// another actor, or both, as one entry's words give it.
type Position struct {
	ID         PositionID
	Of         string  // id of the statement, pledge or action whose words give it
	Holder     ActorID // "" if nobody is named
	ToldBy     ActorID // who says that Holder stands there, where that is somebody else; else ""
	Issue      string  // id in the codebook; "" for a position towards an actor alone
	Target     ActorID // "" for a position towards an issue alone
	Stance     Stance
	Conditions []text.Span // "only if …": with any, the position is conditional
	Scope      []text.Span // what it is limited to: "the current leadership"
	Words      []text.Span // that speak for the issue and the side
	Score      Score       // of the issue
	Why        []string
}

// MakePositionID makes the id of a position in a document. anchor is that of the
// entry it is of; order counts from 0 those that share all the rest.
func MakePositionID(document string, anchor text.Span, issue string, target ActorID, order int) PositionID {
	var b []byte
	for _, s := range []string{document, string(KindPosition), issue, string(target)} {
		b = append(append(b, s...), 0)
	}
	for _, n := range []int{anchor.Start, anchor.End, order} {
		b = binary.BigEndian.AppendUint64(b, uint64(n))
	}
	sum := sha256.Sum256(b)
	return PositionID(document + string(KindPosition) + idEncoding.EncodeToString(sum[:])[:idLetters])
}
