package gold

import (
	"compress/gzip"
	"fmt"
	"io"
	"strconv"
	"strings"

	"onrecord/internal/text"
)

// SilverWord is a word as CoreNLP has it. Its span counts code points.
type SilverWord struct {
	text.Span
	Class string // of the name it belongs to, "O" outside
}

// silverColumns are: word, lemma, tag, name class, head, relation, start, end,
// newlines before, BIO label, relation number.
const silverColumns = 11

// ReadSilver reads PolNeAR's machine annotation, gzipped columns: the words of
// each article by its name, in order and disjoint.
func ReadSilver(path string) (map[string][]SilverWord, error) { return open(path, readSilver) }

func readSilver(name string, r io.Reader) (map[string][]SilverWord, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return readSilverText(name, z)
}

func readSilverText(name string, r io.Reader) (map[string][]SilverWord, error) {
	out := map[string][]SilverWord{}
	article, end := "", 0
	err := lines(name, r, func(_ int, line string) error {
		c := strings.Split(line, "\t")
		switch {
		case line == "" || c[0] == "#REL" && len(c) != silverColumns:
			return nil
		case c[0] == "#DOC" && len(c) == 2:
			article, end = withoutAnnotator(strings.TrimSuffix(strings.TrimSpace(c[1]), ".ann")), 0
			if _, twice := out[article]; twice || article == "" {
				return fmt.Errorf("article %q for the second time, or without a name", article)
			}
			return nil
		case len(c) != silverColumns:
			return fmt.Errorf("%d columns instead of %d", len(c), silverColumns)
		case article == "":
			return fmt.Errorf("a word before the first #DOC")
		}
		from, err1 := strconv.Atoi(c[6])
		to, err2 := strconv.Atoi(c[7])
		if err1 != nil || err2 != nil || from < end || to <= from {
			return fmt.Errorf("the word from %q to %q does not follow one that ends at %d", c[6], c[7], end)
		}
		end = to
		out[article] = append(out[article], SilverWord{Span: text.Span{Start: from, End: to}, Class: c[3]})
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
