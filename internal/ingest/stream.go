package ingest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"golang.org/x/text/encoding/unicode"

	"onrecord/internal/document"
	"onrecord/internal/ingest/html"
	"onrecord/internal/ingest/table"
)

// stream reads what in holds; size is its length, -1 where unknown. It returns
// false if that is no text and it was only passing.
func (r *reader) stream(origin string, in io.Reader, size int64, passing bool) (text bool) {
	if r.Progress != nil {
		in = counting{in, r.Progress}
	}
	b := bufio.NewReaderSize(in, 64<<10)
	head, err := b.Peek(sniff)
	if err != nil && !errors.Is(err, io.EOF) {
		r.system(origin, err)
		return true
	}
	f := detect(head)
	if f == compressed {
		z, err := gzip.NewReader(b)
		if err != nil {
			r.fail(origin, damaged(err))
			return true
		}
		b, size = bufio.NewReaderSize(z, 64<<10), -1
		if head, err = b.Peek(sniff); err != nil && !errors.Is(err, io.EOF) {
			r.fail(origin, damaged(err))
			return true
		}
		f = detect(head)
	}
	switch f {
	case lines, wideLines:
		r.table(origin, b, f == wideLines)
	case plain, page:
		r.article(origin, b, size, f)
	case empty:
		r.fail(origin, &document.Failure{Kind: document.ErrEmpty, What: "the file is empty", Hint: "give a file with text"})
	case markup:
		r.fail(origin, &document.Failure{Kind: document.ErrFormat, What: "XML, but no HTML", Hint: "give plain text, HTML or JSON lines"})
	case array, object:
		r.fail(origin, &document.Failure{Kind: document.ErrFormat, What: f.String() + ", not JSON lines", Hint: "write one object a line (jq -c '.[]' does, for a list)"})
	default:
		if passing {
			return false
		}
		r.fail(origin, &document.Failure{Kind: document.ErrBinary, What: "this is " + kindOf(head), Hint: "give its text, as plain text, HTML or JSON lines"})
	}
	return true
}

func damaged(err error) *document.Failure {
	return &document.Failure{Kind: err, What: fmt.Sprintf("the compressed file is damaged (%v)", err), Hint: "fetch it again"}
}

// article reads a stream that is one text, never more of it than allowed.
func (r *reader) article(origin string, in io.Reader, size int64, f format) {
	if size > int64(r.MaxBytes) {
		r.fail(origin, r.tooLarge(fmt.Sprintf("%d bytes", size)))
		return
	}
	raw, err := io.ReadAll(io.LimitReader(in, int64(r.MaxBytes)+1))
	switch {
	case len(raw) > r.MaxBytes:
		r.fail(origin, r.tooLarge("more bytes"))
		return
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader), errors.Is(err, io.ErrUnexpectedEOF):
		r.fail(origin, damaged(err))
		return
	case err != nil:
		r.system(origin, err)
		return
	}
	d := &document.Document{}
	if f == page {
		if d, err = html.Read(raw); err != nil {
			failure := &document.Failure{Kind: err, What: err.Error()}
			errors.As(err, &failure)
			r.fail(origin, failure)
			return
		}
	} else {
		var problems []document.Problem
		d.Text, problems = document.Canonical(raw)
		d.Note(problems...)
	}
	if len(bytes.TrimSpace([]byte(d.Text))) == 0 {
		r.fail(origin, &document.Failure{Kind: document.ErrEmpty, What: "nothing but white space", Hint: "give a file with text"})
		return
	}
	r.give(d, origin, raw)
}

func (r *reader) tooLarge(has string) *document.Failure {
	return &document.Failure{
		Kind: document.ErrTooLarge, What: fmt.Sprintf("a text of %s, where %d are allowed", has, r.MaxBytes),
		Hint: "raise --max-bytes to read it, or give its articles one by one (JSON lines may be of any size)",
	}
}

// table reads JSON lines, a document or a failure a line.
func (r *reader) table(origin string, in io.Reader, wide bool) {
	if wide {
		in = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Reader(in)
	}
	for row := range table.Rows(in, r.MaxBytes) {
		if row.Failure != nil {
			r.fail(origin, row.Failure)
		} else {
			r.give(row.Document, fmt.Sprintf("%s:%d", origin, row.Line), row.Received)
		}
		if r.stopped {
			return
		}
	}
}
