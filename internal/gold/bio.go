package gold

import (
	"fmt"
	"io"
	"strings"
)

// Labeled is a sentence of words with one label each, in BIO: "O", "B-class"
// or "I-class".
type Labeled struct{ Words, Labels []string }

// ReadNames reads the file at path as columns of word and BIO label.
func ReadNames(path string) ([]Labeled, error) { return open(path, ReadBIO) }

// ReadBIO reads a word and its label a line, the first and the last of its
// columns, with sentences apart by empty lines. A name may begin with I, as
// some corpora have it. The lines -DOCSTART- of CoNLL-2003 are passed over.
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
		switch {
		case len(c) == 0:
			flush()
			return nil
		case c[0] == "-DOCSTART-":
			return nil
		case len(c) == 1:
			return fmt.Errorf("%q has no label", c[0])
		}
		label := c[len(c)-1]
		if prefix, class, _ := strings.Cut(label, "-"); label != "O" && (prefix != "B" && prefix != "I" || class == "") {
			return fmt.Errorf("label %q is none of O, B-class and I-class", label)
		}
		cur.Words = append(cur.Words, c[0])
		cur.Labels = append(cur.Labels, label)
		return nil
	})
	if err != nil {
		return nil, err
	}
	flush()
	return out, nil
}
