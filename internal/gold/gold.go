// Package gold reads texts that people have annotated: attributions in brat
// standoff, treebanks in CoNLL-U, names in BIO columns, coreference in WebAnno
// TSV, and pairs of actors with what one holds of the other. It scores nothing.
package gold

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

// maxLine bounds one line of a gold file.
const maxLine = 16 << 20

// lines calls f with each line of r and its number, from 1, until f fails.
func lines(name string, r io.Reader, f func(n int, line string) error) error {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 64<<10), maxLine)
	n := 0
	for s.Scan() {
		n++
		if err := f(n, s.Text()); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := s.Err(); err != nil {
		return fmt.Errorf("%s:%d: %w", name, n+1, err)
	}
	return nil
}

// open opens the file at path and hands it to read under its own name.
func open[T any](path string, read func(name string, r io.Reader) (T, error)) (T, error) {
	f, err := os.Open(path)
	if err != nil {
		var zero T
		return zero, err
	}
	defer f.Close()
	return read(path, f)
}
