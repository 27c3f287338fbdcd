package gold

import (
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

// Chains is a document's words with its mentions, in order.
type Chains struct {
	Words    []string
	Mentions []Mention
}

// identity are the relations that say that two mentions refer to the same.
var identity = []string{"coref", "ana", "cata", "appos", "pred", "disc"}

// ReadChains reads the file at path as WebAnno TSV 3 with GUM's coreference.
func ReadChains(path string) (Chains, error) { return open(path, readWebAnno) }

func readWebAnno(name string, r io.Reader) (Chains, error) {
	var doc Chains
	index := map[string]int{} // mention key -> mention
	chain := []int{}          // union-find over mentions
	type link struct{ a, b string }
	var links []link
	err := lines(name, r, func(_ int, line string) error {
		c := strings.Split(line, "\t")
		if line == "" || line[0] == '#' || len(c) < 10 {
			return nil
		}
		w := len(doc.Words)
		doc.Words = append(doc.Words, c[2])
		for _, e := range strings.Split(c[3], "|") {
			if e == "_" {
				continue
			}
			key := c[0]
			kind, number, ok := strings.Cut(e, "[")
			if ok {
				key = strings.TrimSuffix(number, "]")
			}
			if i, ok := index[key]; ok {
				doc.Mentions[i].End = w + 1
				continue
			}
			index[key] = len(doc.Mentions)
			chain = append(chain, len(doc.Mentions))
			doc.Mentions = append(doc.Mentions, Mention{First: w, End: w + 1, Kind: kind})
		}
		kinds, targets := strings.Split(c[8], "|"), strings.Split(c[9], "|")
		for i, k := range kinds {
			if !slices.Contains(identity, k) || i >= len(targets) {
				continue
			}
			token, pair, ok := strings.Cut(targets[i], "[")
			a, b := token, c[0]
			if from, to, cut := strings.Cut(strings.TrimSuffix(pair, "]"), "_"); ok && cut {
				if from != "0" {
					a = from
				}
				if to != "0" {
					b = to
				}
			}
			links = append(links, link{a, b})
		}
		return nil
	})
	if err != nil {
		return doc, err
	}
	root := func(i int) int {
		for chain[i] != i {
			i = chain[i]
		}
		return i
	}
	for _, l := range links {
		a, okA := index[l.a]
		b, okB := index[l.b]
		if okA && okB {
			x, y := root(a), root(b)
			chain[max(x, y)] = min(x, y)
		}
	}
	for i := range doc.Mentions {
		doc.Mentions[i].Chain = root(i)
	}
	slices.SortStableFunc(doc.Mentions, func(a, b Mention) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return b.End - a.End
	})
	return doc, nil
}
