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

// ReadSilver reads PolNeAR's machine annotation: name classes by article.
func ReadSilver(path string) (map[string][]SilverWord, error) { return open(path, readSilver) }

func readSilver(name string, r io.Reader) (map[string][]SilverWord, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	out := map[string][]SilverWord{}
	article := ""
	err = lines(name, z, func(_ int, line string) error {
		if rest, ok := strings.CutPrefix(line, "#DOC\t"); ok {
			article = strings.TrimSpace(rest)
			if i := strings.LastIndexByte(article, '_'); i > 0 { // _xxxx.ann
				article = article[:i]
			}
			return nil
		}
		c := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") && len(c) < 8 || len(c) < 8 {
			return nil
		}
		from, err1 := strconv.Atoi(c[6])
		to, err2 := strconv.Atoi(c[7])
		if err1 != nil || err2 != nil {
			return nil
		}
		out[article] = append(out[article], SilverWord{Span: text.Span{Start: from, End: to}, Class: c[3]})
		return nil
	})
	return out, err
}
