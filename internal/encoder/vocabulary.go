// Package encoder turns words into rows: it cuts them into word pieces, lays
// windows over them, runs the transformer, and gives back one row a word. No
// piece leaves it. It knows neither sentences' meaning nor labels.
package encoder

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// MaxPieces is how many pieces of one word are read at most; the rest of a
// longer word (an address, as a rule) says little.
const MaxPieces = 12

// maxLetters is the length beyond which a word is one unknown piece.
const maxLetters = 100

// Vocabulary cuts words into word pieces, lower-cased and without accents, as
// uncased BERT does (Devlin et al. 2019): the longest known piece first.
type Vocabulary struct {
	ids                   map[string]int32
	size                  int
	unknown, begins, ends int32
}

// ReadVocabulary reads one piece a line; a line's number is the piece's id.
func ReadVocabulary(r io.Reader) (*Vocabulary, error) {
	v := &Vocabulary{ids: map[string]int32{}}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		v.ids[lines.Text()] = int32(v.size)
		v.size++
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read vocabulary: %w", err)
	}
	for _, p := range []struct {
		name string
		id   *int32
	}{{"[UNK]", &v.unknown}, {"[CLS]", &v.begins}, {"[SEP]", &v.ends}} {
		id, ok := v.ids[p.name]
		if !ok {
			return nil, fmt.Errorf("read vocabulary: %s is missing among %d pieces", p.name, v.size)
		}
		*p.id = id
	}
	return v, nil
}

// Size is the number of pieces.
func (v *Vocabulary) Size() int { return v.size }

// Append appends the pieces of word to dst, at least one and at most MaxPieces.
// scratch is grown as needed and may be reused from call to call.
func (v *Vocabulary) Append(dst []int32, word string, scratch *[]byte) []int32 {
	if utf8.RuneCountInString(word) > maxLetters {
		return append(dst, v.unknown)
	}
	*scratch = fold((*scratch)[:0], word)
	first := len(dst)
	for s := *scratch; len(s) > 0; {
		n := part(s)
		dst = v.pieces(dst, s[:n])
		s = s[n:]
	}
	if len(dst) == first {
		return append(dst, v.unknown)
	}
	return dst[:min(len(dst), first+MaxPieces)]
}

// fold appends word in lower case, without accents and invisible marks.
func fold(dst []byte, word string) []byte {
	ascii := true
	for i := 0; i < len(word) && ascii; i++ {
		ascii = word[i] < utf8.RuneSelf
	}
	if ascii {
		for i := 0; i < len(word); i++ {
			c := word[i]
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			if c > ' ' && c != 0x7f {
				dst = append(dst, c)
			}
		}
		return dst
	}
	for _, r := range norm.NFD.String(strings.ToLower(word)) {
		if r == utf8.RuneError || unicode.IsSpace(r) || unicode.IsControl(r) || unicode.In(r, unicode.Mn, unicode.Cf) {
			continue
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// part is the length of what is cut on its own at the start of s: one mark,
// one ideograph, or a run of anything else.
func part(s []byte) int {
	r, n := utf8.DecodeRune(s)
	if alone(r) {
		return n
	}
	for n < len(s) {
		r, k := utf8.DecodeRune(s[n:])
		if alone(r) {
			break
		}
		n += k
	}
	return n
}

func alone(r rune) bool {
	if r < utf8.RuneSelf {
		return r > ' ' && !(r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
	}
	return unicode.IsPunct(r) || unicode.Is(unicode.Han, r)
}

// pieces appends the longest known pieces of s, or one unknown piece.
func (v *Vocabulary) pieces(dst []int32, s []byte) []int32 {
	first := len(dst)
	var inner [2 + 4*maxLetters]byte
	copy(inner[:], "##")
	for i := 0; i < len(s); {
		j, found := len(s), false
		for ; j > i; j-- {
			if j < len(s) && !utf8.RuneStart(s[j]) {
				continue
			}
			var id int32
			if i == 0 {
				id, found = v.ids[string(s[:j])]
			} else {
				n := copy(inner[2:], s[i:j])
				id, found = v.ids[string(inner[:2+n])]
			}
			if found {
				dst = append(dst, id)
				break
			}
		}
		if !found {
			return append(dst[:first], v.unknown)
		}
		i = j
	}
	return dst
}
