package export

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// MaxLine is the longest line that Decode reads: far beyond what a document of
// the greatest size gives.
const MaxLine = 256 << 20

// ErrLine is wrapped by the errors about single lines: the others are read all
// the same.
var ErrLine = errors.New("unreadable line")

// Decode reads what the format jsonl writes, also compressed by gzip, and gives
// each object in turn. A line that is none is told to bad, with where it is and
// what to do, and the reading goes on; an error of each or bad ends it. name is
// how errors call the file.
func Decode(r io.Reader, name string, each func(Object) error, bad func(error) error) error {
	in := bufio.NewReaderSize(r, 1<<16)
	if head, err := in.Peek(2); err == nil && head[0] == 0x1f && head[1] == 0x8b {
		z, err := gzip.NewReader(in)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		in = bufio.NewReaderSize(z, 1<<16)
	}
	for n := 1; ; n++ {
		line, err := readLine(in)
		if len(bytes.TrimSpace(line)) > 0 {
			if err := decodeLine(line, name, n, each, bad); err != nil {
				return err
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
}

func decodeLine(line []byte, name string, n int, each func(Object) error, bad func(error) error) error {
	var o Object
	err := json.Unmarshal(line, &o)
	if err == nil && o.Document.ID == "" {
		err = errors.New("no document in it")
	}
	if err != nil {
		return bad(fmt.Errorf("%s:%d: %w: %w; give the output of onrecord read --format jsonl", name, n, ErrLine, err))
	}
	return each(o)
}

// readLine reads up to a line break; a line beyond MaxLine is an error.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
		if len(line) > MaxLine {
			return nil, fmt.Errorf("a line of more than %d bytes", MaxLine)
		}
	}
}
