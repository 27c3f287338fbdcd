package gold

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Mention is a phrase that refers; mentions of one chain refer to the same.
type Mention struct {
	First, End int // words of the document
	Kind       string
	Chain      int
}

// Chains is a document's words with its mentions, by first word, the longer
// before the shorter.
type Chains struct {
	Words    []string
	Mentions []Mention
}

// identity are the relations that say that two mentions refer to the same.
var identity = []string{"coref", "ana", "cata", "appos", "pred", "disc"}

// webAnnoColumns are: word number, offsets, word, five columns of mentions
// (entity first), then relation and target.
const webAnnoColumns = 10

// ReadChains reads the file at path as WebAnno TSV 3 with GUM's coreference.
func ReadChains(path string) (Chains, error) { return open(path, readWebAnno) }

func readWebAnno(name string, r io.Reader) (Chains, error) {
	w := webAnno{index: map[string]int{}}
	err := lines(name, r, func(n int, line string) error {
		if line == "" || line[0] == '#' {
			return nil
		}
		return w.word(n, strings.Split(line, "\t"))
	})
	if err != nil {
		return Chains{}, err
	}
	if err := w.join(); err != nil {
		return Chains{}, place(name, 0, err)
	}
	slices.SortStableFunc(w.doc.Mentions, func(a, b Mention) int {
		return cmp.Or(a.First-b.First, b.End-a.End)
	})
	return w.doc, nil
}

// webAnno is what has been read of a WebAnno file. A mention's key is the
// number behind it, "12" of "person[12]", or for a mention of one word without
// number that word's own, "3-7".
type webAnno struct {
	doc   Chains
	index map[string]int // key to mention
	links []link
}

// link says that the mentions with the keys a and b refer to the same.
type link struct {
	line int
	a, b string
}

// word takes in one word with its mentions and links.
func (w *webAnno) word(n int, c []string) error {
	if len(c) < webAnnoColumns {
		return fmt.Errorf("%d columns instead of %d", len(c), webAnnoColumns)
	}
	i := len(w.doc.Words)
	w.doc.Words = append(w.doc.Words, c[2])
	for e := range strings.SplitSeq(c[3], "|") {
		if e == "_" {
			continue
		}
		key := c[0]
		kind, number, ok := strings.Cut(e, "[")
		if ok {
			key = strings.TrimSuffix(number, "]")
		}
		m, known := w.index[key]
		if !known {
			w.index[key] = len(w.doc.Mentions)
			w.doc.Mentions = append(w.doc.Mentions, Mention{First: i, End: i + 1, Kind: kind, Chain: len(w.doc.Mentions)})
			continue
		}
		w.doc.Mentions[m].End = i + 1
	}
	kinds, targets := strings.Split(c[8], "|"), strings.Split(c[9], "|")
	if len(kinds) != len(targets) {
		return fmt.Errorf("%d relations with %d targets", len(kinds), len(targets))
	}
	for k, kind := range kinds {
		if slices.Contains(identity, kind) {
			a, b := ends(targets[k], c[0])
			w.links = append(w.links, link{n, a, b})
		}
	}
	return nil
}

// ends returns the keys of the two mentions of a relation in the line of word:
// "2-10[5_2]" ties the mention 5, which begins at word 2-10, to the mention 2.
// Where a number is 0 or missing the mention is a word without number.
func ends(target, word string) (a, b string) {
	token, numbers, _ := strings.Cut(target, "[")
	from, to, _ := strings.Cut(strings.TrimSuffix(numbers, "]"), "_")
	a, b = token, word
	if from != "" && from != "0" {
		a = from
	}
	if to != "" && to != "0" {
		b = to
	}
	return a, b
}

// join numbers the chains: each has the number of its first mention in the
// order of the file.
func (w *webAnno) join() error {
	m := w.doc.Mentions
	root := func(i int) int {
		for m[i].Chain != i {
			m[i].Chain = m[m[i].Chain].Chain
			i = m[i].Chain
		}
		return i
	}
	for _, l := range w.links {
		a, okA := w.index[l.a]
		b, okB := w.index[l.b]
		if !okA || !okB {
			return placed{l.line, fmt.Errorf("a relation of mentions %s and %s, of which one is not there", l.a, l.b)}
		}
		x, y := root(a), root(b)
		m[max(x, y)].Chain = min(x, y)
	}
	for i := range m {
		m[i].Chain = root(i)
	}
	return nil
}
