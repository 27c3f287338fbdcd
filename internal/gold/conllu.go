package gold

import (
	"fmt"
	"io"
	"slices"
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

// Fused is a multiword token: words First to End (exclusive) of a sentence are
// written as Form, as "cannot" is for can and not.
type Fused struct {
	First, End int
	Form       string
}

// Sentence is one sentence of a treebank.
type Sentence struct {
	ID, Text       string
	NewPar, NewDoc bool
	Document       string // its document's name
	Words          []Word
	Fused          []Fused // in order, disjoint
}

// Plain returns a relation without its subtype: "nmod" of "nmod:poss".
func Plain(relation string) string {
	r, _, _ := strings.Cut(relation, ":")
	return r
}

// Documents cuts sentences where a document begins. None of the documents is
// empty.
func Documents(sentences []Sentence) [][]Sentence {
	var out [][]Sentence
	first := 0
	for i := range sentences {
		if i > first && sentences[i].NewDoc {
			out = append(out, sentences[first:i])
			first = i
		}
	}
	if first < len(sentences) {
		out = append(out, sentences[first:])
	}
	return out
}

// ReadTreebank reads the file at path as CoNLL-U.
func ReadTreebank(path string) ([]Sentence, error) { return open(path, ReadCoNLLU) }

// ReadCoNLLU reads sentences of CoNLL-U
// (universaldependencies.org/format.html). Empty nodes are passed over. No
// space stands between the words of a multiword token, and behind its last word
// stands what stands behind the token.
func ReadCoNLLU(name string, r io.Reader) ([]Sentence, error) {
	var t treebank
	last := 0
	err := lines(name, r, func(n int, line string) error {
		last = n
		return t.line(n, line)
	})
	if err != nil {
		return nil, err
	}
	if err := t.flush(); err != nil {
		return nil, place(name, last, err)
	}
	return t.sentences, nil
}

// treebank is what has been read of a CoNLL-U file.
type treebank struct {
	sentences []Sentence
	document  string
	cur       Sentence
	lines     []int // where cur's words stand
	space     bool  // behind the multiword token under way
}

// line takes in line n.
func (t *treebank) line(n int, line string) error {
	switch {
	case strings.TrimSpace(line) == "":
		return t.flush()
	case line[0] == '#':
		t.comment(strings.TrimSpace(line[1:]))
		return nil
	}
	c := strings.Split(line, "\t")
	if len(c) != 10 {
		return fmt.Errorf("%d columns instead of 10, with tabs between them", len(c))
	}
	space := !slices.Contains(strings.Split(c[9], "|"), "SpaceAfter=No")
	if c[1] == "" {
		return fmt.Errorf("word %s is empty", c[0])
	}
	if strings.Contains(c[0], ".") {
		return nil
	}
	if from, to, ok := strings.Cut(c[0], "-"); ok {
		t.space = space
		return t.fused(from, to, c[1])
	}
	w := len(t.cur.Words)
	if c[0] != strconv.Itoa(w+1) {
		return fmt.Errorf("word number %q where %d is due", c[0], w+1)
	}
	head, err := strconv.Atoi(c[6])
	if err != nil || head < 0 || head == w+1 {
		return fmt.Errorf("word %s cannot have the head %q", c[0], c[6])
	}
	if k := len(t.cur.Fused); k > 0 && w < t.cur.Fused[k-1].End {
		space = t.space && w == t.cur.Fused[k-1].End-1
	}
	t.cur.Words = append(t.cur.Words, Word{Form: c[1], Lemma: c[2], UPOS: c[3], Head: head - 1, Relation: c[7], SpaceAfter: space})
	t.lines = append(t.lines, n)
	return nil
}

// comment takes in what stands behind a "#".
func (t *treebank) comment(s string) {
	key, value, _ := strings.Cut(s, "=")
	value = strings.TrimSpace(value)
	switch strings.TrimSpace(key) {
	case "newdoc", "newdoc id":
		t.cur.NewDoc, t.document = true, value
	case "newpar", "newpar id":
		t.cur.NewPar = true
	case "text":
		t.cur.Text = value
	case "sent_id":
		t.cur.ID = value
	}
}

// fused begins the multiword token of words from to to, counted from 1.
func (t *treebank) fused(from, to, form string) error {
	last, err := strconv.Atoi(to)
	w := len(t.cur.Words)
	if k := len(t.cur.Fused); err != nil || from != strconv.Itoa(w+1) || last < w+1 || k > 0 && t.cur.Fused[k-1].End > w {
		return fmt.Errorf("multiword token %s-%s where one from %d is due", from, to, w+1)
	}
	t.cur.Fused = append(t.cur.Fused, Fused{First: w, End: last, Form: form})
	return nil
}

// flush ends a sentence. Comments before an empty line are kept for the next.
func (t *treebank) flush() error {
	n := len(t.cur.Words)
	if k := len(t.cur.Fused); k > 0 && t.cur.Fused[k-1].End > n {
		return fmt.Errorf("the sentence ends inside the multiword token %q", t.cur.Fused[k-1].Form)
	}
	if n == 0 {
		return nil
	}
	for i, w := range t.cur.Words {
		if w.Head >= n {
			return placed{t.lines[i], fmt.Errorf("word %d has the head %d, but its sentence has %d words", i+1, w.Head+1, n)}
		}
	}
	t.cur.Document = t.document
	t.sentences = append(t.sentences, t.cur)
	t.cur, t.lines = Sentence{}, t.lines[:0]
	return nil
}
