package gold

import (
	"io"
	"strings"
)

// Labeled is a sentence of words with one label each, in BIO.
type Labeled struct{ Words, Labels []string }

// ReadNames reads the file at path as columns of word and BIO label.
func ReadNames(path string) ([]Labeled, error) { return open(path, ReadBIO) }

// ReadBIO reads a word and its label a line, sentences apart by empty lines.
func ReadBIO(name string, r io.Reader) ([]Labeled, error) {
	var out []Labeled
	var cur Labeled
	flush := func() {
		if len(cur.Words) > 0 {
			out = append(out, cur)
		}
		cur = Labeled{}
	}
	err := lines(name, r, func(_ int, line string) error {
		c := strings.Fields(line)
		if len(c) < 2 {
			flush()
			return nil
		}
		cur.Words = append(cur.Words, c[0])
		cur.Labels = append(cur.Labels, c[len(c)-1])
		return nil
	})
	flush()
	return out, err
}
