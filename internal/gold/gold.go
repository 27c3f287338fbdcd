// Package gold reads texts that people have annotated: attributions in brat
// standoff, treebanks in CoNLL-U, names in BIO columns, coreference in WebAnno
// TSV, pairs of actors with what one holds of the other, and the specifications
// of Recognizers-Text in JSON. It scores nothing.
//
// Every error of a reader names the file, the line and what is wrong there.
package gold

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"
)

// maxLine bounds one line of a gold file, in bytes.
const maxLine = 16 << 20

var errNotUTF8 = errors.New("not UTF-8")

// placed is an error of an earlier line than the one being read.
type placed struct {
	line int
	error
}

// lines calls f with each line of r and its number, from 1, until f fails. Like
// the text files of Python, a line ends at \n, \r or \r\n. A byte order mark
// before the first line is dropped.
func lines(name string, r io.Reader, f func(n int, line string) error) error {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 0, 64<<10), maxLine)
	s.Split(splitLine)
	n := 0
	for s.Scan() {
		n++
		line := s.Text()
		if n == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if !utf8.ValidString(line) {
			return place(name, n, errNotUTF8)
		}
		if err := f(n, line); err != nil {
			return place(name, n, err)
		}
	}
	switch err := s.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return fmt.Errorf("%s:%d: a line of more than %d bytes", name, n+1, maxLine)
	case err != nil:
		return place(name, n+1, err)
	}
	return nil
}

// place says in which line err is: its own if it has one, else line n.
func place(name string, n int, err error) error {
	var p placed
	if errors.As(err, &p) {
		n, err = p.line, p.error
	}
	return fmt.Errorf("%s:%d: %w", name, n, err)
}

// splitLine is a bufio.SplitFunc for lines that end at \n, \r or \r\n.
func splitLine(data []byte, atEOF bool) (advance int, token []byte, err error) {
	i := bytes.IndexAny(data, "\r\n")
	switch {
	case i < 0 && atEOF && len(data) > 0:
		return len(data), data, nil
	case i < 0:
		return 0, nil, nil
	case data[i] == '\n':
		return i + 1, data[:i], nil
	case i+1 < len(data) && data[i+1] == '\n':
		return i + 2, data[:i], nil
	case i+1 == len(data) && !atEOF:
		return 0, nil, nil // a \n may follow
	}
	return i + 1, data[:i], nil
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
