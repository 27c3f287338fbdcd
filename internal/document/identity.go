package document

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
)

// idBytes is the length of an id before it is written out: 80 bits. Among a
// billion documents (2^30) the chance that any two share an id is 2^60/2^81,
// one in two million; and 80 bits are 16 letters of base32 without padding,
// short enough for an address and safe in file names.
const idBytes = 10

var idLetters = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// Identify makes the id of a document from where it came from, the first of
// these that is not empty: the user's key, together with the name of the
// collection; the wire id that the format gives, with its agency; the address;
// the bytes received. How the text was cleaned has no part in it, so better
// cleaning keeps the id, and a changed text under the same key, wire id or
// address is a new version of the same document.
//
// Key, wire id and address count as they were given, to the letter.
func Identify(collection, key, agencyWireID, url string, received []byte) string {
	switch {
	case key != "":
		return identity("key", []byte(collection), []byte(key))
	case agencyWireID != "":
		return identity("wire", []byte(agencyWireID))
	case url != "":
		return identity("url", []byte(url))
	}
	return identity("bytes", received)
}

// identity hashes the kind of source and its parts, each after its length, so
// that no two sources feed the hash the same bytes.
func identity(kind string, parts ...[]byte) string {
	h := sha256.New()
	part := func(p []byte) {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write(p)
	}
	part([]byte("onrecord document 1"))
	part([]byte(kind))
	for _, p := range parts {
		part(p)
	}
	return idLetters.EncodeToString(h.Sum(nil)[:idBytes])
}
