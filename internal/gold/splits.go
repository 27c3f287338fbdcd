package gold

import (
	"fmt"
	"io"
	"strings"
)

// ReadSplits reads the file at path as a list of splits: a heading "## name",
// then an item "* document" a line. It returns the documents of each name.
func ReadSplits(path string) (map[string][]string, error) { return open(path, readSplits) }

func readSplits(name string, r io.Reader) (map[string][]string, error) {
	out := map[string][]string{}
	split := ""
	err := lines(name, r, func(_ int, line string) error {
		if s, ok := strings.CutPrefix(line, "## "); ok {
			split = strings.TrimSpace(s)
		} else if d, ok := strings.CutPrefix(strings.TrimSpace(line), "* "); ok {
			if split == "" {
				return fmt.Errorf("document %q stands before the first heading \"## name\"", d)
			}
			out[split] = append(out[split], d)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
