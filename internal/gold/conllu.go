package gold

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Word is one word of a treebank.
type Word struct {
	Form, Lemma string
	UPOS        string
	Head        int    // index into the sentence's words, -1 for the root
	Relation    string // with its subtype
	SpaceAfter  bool
}

// Sentence is one sentence of a treebank.
type Sentence struct {
	ID, Text       string
	NewPar, NewDoc bool
	Document       string // its document's name
	Words          []Word
}

// ReadTreebank reads the file at path as CoNLL-U.
func ReadTreebank(path string) ([]Sentence, error) { return open(path, ReadCoNLLU) }

// ReadCoNLLU reads sentences of CoNLL-U. Empty nodes are passed over; the
// space behind a multiword token is that of its last word.
func ReadCoNLLU(name string, r io.Reader) ([]Sentence, error) {
	var out []Sentence
	var cur Sentence
	doc := ""
	fused := 0 // the last word of the multiword token under way
	fusedSpace := false
	flush := func() {
		if len(cur.Words) > 0 {
			cur.Document = doc
			out = append(out, cur)
		}
		cur, fused = Sentence{}, 0
	}
	err := lines(name, r, func(_ int, line string) error {
		switch {
		case line == "":
			flush()
			return nil
		case strings.HasPrefix(line, "# newdoc"):
			cur.NewDoc = true
			_, doc, _ = strings.Cut(line, "id = ")
			return nil
		case strings.HasPrefix(line, "# newpar"):
			cur.NewPar = true
			return nil
		case strings.HasPrefix(line, "# text = "):
			cur.Text = line[len("# text = "):]
			return nil
		case strings.HasPrefix(line, "# sent_id = "):
			cur.ID = line[len("# sent_id = "):]
			return nil
		case line[0] == '#':
			return nil
		}
		c := strings.Split(line, "\t")
		if len(c) != 10 {
			return fmt.Errorf("%d columns instead of 10", len(c))
		}
		space := !strings.Contains(c[9], "SpaceAfter=No")
		if _, to, ok := strings.Cut(c[0], "-"); ok {
			n, err := strconv.Atoi(to)
			if err != nil {
				return err
			}
			fused, fusedSpace = n, space
			return nil
		}
		if strings.Contains(c[0], ".") {
			return nil
		}
		id, err := strconv.Atoi(c[0])
		if err != nil {
			return err
		}
		head, err := strconv.Atoi(c[6])
		if err != nil {
			return err
		}
		if id < fused {
			space = false
		} else if id == fused {
			space = fusedSpace
		}
		cur.Words = append(cur.Words, Word{Form: c[1], Lemma: c[2], UPOS: c[3], Head: head - 1, Relation: c[7], SpaceAfter: space})
		return nil
	})
	flush()
	return out, err
}

// Plain returns a relation without its subtype: "nmod" of "nmod:poss".
func Plain(relation string) string {
	r, _, _ := strings.Cut(relation, ":")
	return r
}
