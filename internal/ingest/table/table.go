// Package table reads articles out of JSON lines: one object a line, with a
// column for the text and others for what is known of it. It reads one line at
// a time, so a file may be larger than memory.
package table

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"onrecord/internal/document"
	"onrecord/internal/text"
)

// Row is what came of one line: a document, or the reason why none did.
type Row struct {
	Line     int
	Received []byte // the line as it came, valid until the next row
	Document *document.Document
	Failure  *document.Failure
}

// escaped is how many bytes a byte of text may take in JSON (\u0000), and
// others how many all other columns may have together.
const (
	escaped = 6
	others  = 256 << 10
)

// Rows reads the rows of r in order; empty lines are none. A text over
// maxBytes is a failure, and so is a line that is not an object with a text;
// the rows behind it follow. Where r itself fails, that is the last row.
func Rows(r io.Reader, maxBytes int) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		l := &lines{r: bufio.NewReaderSize(r, 64<<10), limit: maxBytes*escaped + others}
		for {
			line, long, err := l.next()
			if errors.Is(err, io.EOF) {
				return
			}
			row := Row{Line: l.number, Received: line}
			switch {
			case err != nil:
				row.Line++
				row.Failure = &document.Failure{Kind: err, What: fmt.Sprintf("cannot be read further (%v)", err), Hint: "the rows before this line are complete; fetch the file again"}
			case long:
				row.Failure = tooLarge(maxBytes)
			default:
				line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\xEF\xBB\xBF")))
				if len(line) == 0 {
					continue
				}
				row.Document, row.Failure = parse(line, maxBytes)
			}
			if row.Failure != nil {
				row.Failure.Line = row.Line
			}
			if !yield(row) || err != nil {
				return
			}
		}
	}
}

func tooLarge(maxBytes int) *document.Failure {
	return &document.Failure{Kind: document.ErrTooLarge, What: fmt.Sprintf("a text of more than %d bytes", maxBytes), Hint: "raise --max-bytes to read it"}
}

func parse(line []byte, maxBytes int) (*document.Document, *document.Failure) {
	var problems []document.Problem
	if !utf8.Valid(line) {
		var t string
		t, problems = document.Canonical(line)
		for i := range problems {
			problems[i].Span = text.Span{} // a place in the line is none in the text
		}
		line = []byte(t)
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(line, &object); err != nil {
		return nil, notJSON(err)
	}
	columns := byName(object)
	d := &document.Document{}
	d.Note(problems...)
	body, ok := columns.text()
	switch {
	case !ok:
		return nil, &document.Failure{Kind: document.ErrInvalid, What: "no column text" + columns.list(), Hint: `give the article's words as a string under "text"`}
	case len(body) > maxBytes:
		return nil, tooLarge(maxBytes)
	case strings.TrimSpace(body) == "":
		return nil, &document.Failure{Kind: document.ErrEmpty, What: "the text is empty", Hint: "leave the line out, or give its text"}
	}
	var more []document.Problem
	d.Text, more = document.Canonical([]byte(body))
	d.Note(more...)
	columns.fill(d)
	return d, nil
}

func notJSON(err error) *document.Failure {
	f := &document.Failure{Kind: document.ErrInvalid, What: fmt.Sprintf("not a JSON object (%v)", err), Hint: `each line must be an object such as {"id": "1", "text": "…"}`}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		f.Column = int(syntax.Offset)
	}
	return f
}
