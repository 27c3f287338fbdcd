package annotate

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// Version names what a stage would answer: the number of its code, which goes
// up with every change that shows, and eight hex digits of the digest of all
// tensors and tables that it reads.
func Version(code int, reads ...string) string {
	v := strconv.Itoa(code)
	if len(reads) == 0 {
		return v
	}
	h := sha256.New()
	for _, r := range reads {
		h.Write(strconv.AppendInt(nil, int64(len(r)), 10))
		h.Write([]byte{0})
		h.Write([]byte(r))
	}
	return v + "+" + hex.EncodeToString(h.Sum(nil)[:4])
}
