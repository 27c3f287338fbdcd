package prepare

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/coref"
	"onrecord/internal/annotate/entity"
	"onrecord/internal/encoder"
	"onrecord/internal/gold"
)

// Meta names what the numbers in the examples stand for.
type Meta struct {
	UPOS       []string `json:"upos"`
	Relations  []string `json:"relations"`
	Names      []string `json:"names"`
	Attitudes  []string `json:"attitudes"`
	Vocabulary int      `json:"vocabulary"`
	Digest     string   `json:"vocabulary_digest"`
	Anaphors   []int    `json:"anaphors"` // how many values each feature of a candidate has
}

// attitudes are the labels of a pair of actors.
var attitudes = []string{"none", "first likes second", "second likes first", "first dislikes second", "second dislikes first"}

// All writes the examples of every set under data to the folder out, and says
// on log how many each has.
func All(data, out string, vocabulary []byte, log io.Writer) error {
	v, err := encoder.ReadVocabulary(bytes.NewReader(vocabulary))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	r, err := newReader()
	if err != nil {
		return err
	}
	w := &writer{out: out, log: log, vocabulary: v, reader: r}
	relations, err := relationsOf(filepath.Join(data, "ud-ewt", "train.conllu"))
	if err != nil {
		return err
	}
	for _, split := range []string{"train", "dev"} {
		if err := w.split(data, split, relations); err != nil {
			return err
		}
	}
	sum := sha256.Sum256(vocabulary)
	meta, err := json.MarshalIndent(Meta{
		UPOS: annotate.UPOSNames[:], Relations: relations, Names: entity.Labels(), Attitudes: attitudes,
		Vocabulary: v.Size(), Digest: hex.EncodeToString(sum[:]), Anaphors: coref.Values(),
	}, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "meta.json"), append(meta, '\n'), 0o666)
}

// relationsOf lists the relations of a treebank without subtypes, sorted.
func relationsOf(path string) ([]string, error) {
	sentences, err := gold.ReadTreebank(path)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, s := range sentences {
		for _, w := range s.Words {
			if w.Relation != "_" {
				seen[gold.Plain(w.Relation)] = true
			}
		}
	}
	var out []string
	for r := range seen {
		out = append(out, r)
	}
	slices.Sort(out)
	return out, nil
}

// writer writes sets of examples into a folder.
type writer struct {
	out        string
	log        io.Writer
	vocabulary *encoder.Vocabulary
	reader     *reader
}

// split writes the train or dev part of every set.
func (w *writer) split(data, split string, relations []string) error {
	number := map[string]int{}
	for i, r := range relations {
		number[r] = i
	}
	silver, err := gold.ReadSilver(filepath.Join(data, "polnear", "silver", split+".tsv.gz"))
	if err != nil {
		return err
	}
	articles, err := gold.ReadArticles(filepath.Join(data, "polnear", split))
	if err != nil {
		return err
	}
	if err := write(w, "polnear."+split, articles, func(a gold.Article) (Example, error) {
		return article(a, silver[a.Name], w.vocabulary)
	}); err != nil {
		return err
	}
	ewt, err := gold.ReadTreebank(filepath.Join(data, "ud-ewt", split+".conllu"))
	if err != nil {
		return err
	}
	trees := func(s []gold.Sentence) (Example, error) { return tree(s, number, w.vocabulary) }
	if err := write(w, "ewt."+split, gold.Documents(ewt), trees); err != nil {
		return err
	}
	gum, chains, err := gumSplit(filepath.Join(data, "gum"), split)
	if err != nil {
		return err
	}
	if err := write(w, "gum."+split, gum, trees); err != nil {
		return err
	}
	i := -1
	if err := write(w, "coref."+split, chains, func(c gold.Chains) (Example, error) {
		i++
		return w.reader.chains(c, gum[i], w.vocabulary)
	}); err != nil {
		return err
	}
	names, err := gold.ReadNames(filepath.Join(data, "crossner-politics", split+".txt"))
	if err != nil {
		return err
	}
	if err := write(w, "crossner."+split, names, w.named); err != nil {
		return err
	}
	file := map[string]string{"train": "train.txt", "dev": "valid.txt"}[split]
	pairs, err := gold.ReadPairs(filepath.Join(data, "directed-sentiment", file))
	if err != nil {
		return err
	}
	return write(w, "attitude."+split, pairs, w.pair)
}

// gumSplit reads GUM's trees and coreference: its own test documents belong to
// neither part.
func gumSplit(dir, split string) (trees [][]gold.Sentence, coref []gold.Chains, err error) {
	members, err := gold.ReadSplits(filepath.Join(dir, "splits.md"))
	if err != nil {
		return nil, nil, err
	}
	for _, name := range members[split] {
		t, err := gold.ReadTreebank(filepath.Join(dir, "dep", name+".conllu"))
		if err != nil {
			return nil, nil, err
		}
		c, err := gold.ReadChains(filepath.Join(dir, "coref", name+".tsv"))
		if err != nil {
			return nil, nil, err
		}
		trees, coref = append(trees, t), append(coref, c)
	}
	return trees, coref, nil
}

func (w *writer) named(s gold.Labeled) (Example, error) {
	sentence := gold.Sentence{}
	for _, f := range s.Words {
		sentence.Words = append(sentence.Words, gold.Word{Form: f, SpaceAfter: true})
	}
	e, err := example("", Layout([]gold.Sentence{sentence}), w.vocabulary)
	for i, l := range s.Labels {
		e.Names = append(e.Names, namedLabel(l, s.Words[i]))
	}
	return e, err
}

func (w *writer) pair(p gold.Pair) (Example, error) {
	l, err := read(p.Text)
	if err != nil {
		return Example{}, err
	}
	e, err := example("", l, w.vocabulary)
	a, b := l.Within(p.A), l.Within(p.B)
	if a[0] < a[1] && b[0] < b[1] {
		e.Pairs = append(e.Pairs, Pair{A: a, B: b, Label: p.Label})
	}
	return e, err
}

// write makes an example of each item and writes them to name.jsonl.
func write[T any](w *writer, name string, items []T, make func(T) (Example, error)) (err error) {
	f, err := os.Create(filepath.Join(w.out, name+".jsonl"))
	if err != nil {
		return err
	}
	defer func() {
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}()
	b := bufio.NewWriter(f)
	enc := json.NewEncoder(b)
	words, pieces := 0, 0
	for i, item := range items {
		e, err := make(item)
		if err != nil {
			return fmt.Errorf("%s, example %d: %w", name, i+1, err)
		}
		if e.Name == "" {
			e.Name = fmt.Sprintf("%s-%d", name, i+1)
		}
		words, pieces = words+len(e.Lens), pieces+len(e.Pieces)
		if err := enc.Encode(e); err != nil {
			return err
		}
	}
	fmt.Fprintf(w.log, "%-16s %6d documents %8d words %8d pieces\n", name, len(items), words, pieces)
	return b.Flush()
}
