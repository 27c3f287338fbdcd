package record

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"

	"onrecord/internal/text"
)

// Kind tells the kinds of entry apart in their ids.
type Kind byte

// The kinds of entry.
const (
	KindStatement Kind = 's'
	KindPledge    Kind = 'p'
	KindAction    Kind = 'a'
	KindPosition  Kind = 'o'
)

// idLetters is how many letters of an anchor's hash an id keeps: 50 bits, so
// that even a document of a thousand entries has two alike once in 2·10⁹.
const idLetters = 10

var idEncoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// EntryID makes the id of the entry of a document whose head (the cue, as a
// rule) is at anchor. Where several entries share a head, order counts them
// from 0.
func EntryID(document string, kind Kind, anchor text.Span, order int) string {
	var b []byte
	b = append(b, document...)
	b = append(b, 0, byte(kind))
	for _, n := range []int{anchor.Start, anchor.End, order} {
		b = binary.BigEndian.AppendUint64(b, uint64(n))
	}
	sum := sha256.Sum256(b)
	return document + string(kind) + idEncoding.EncodeToString(sum[:])[:idLetters]
}
