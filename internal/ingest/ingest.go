// Package ingest turns what a user gives (files, directories, standard input)
// into documents. It tells formats apart by their content, bounds what it
// reads, and names what is wrong with what it cannot read. It looks into no
// text further than to tell its language.
package ingest

import (
	"io"
	"iter"
	"os"

	"onrecord/internal/document"
)

// DefaultMaxBytes is the largest text that is read unless told otherwise.
const DefaultMaxBytes = 4 << 20

// Options of reading.
type Options struct {
	MaxBytes   int    // a larger text is refused; 0 means DefaultMaxBytes
	Date       string // YYYY-MM-DD, for documents without a date
	Collection string // the namespace of the users' own ids

	Stdin    io.Reader       // what "-" means; nil means os.Stdin
	Progress func(bytes int) // called with each number of bytes read, if not nil
}

// Source reads the names in order: files, directories (all texts below, in the
// order of their paths) and "-" for standard input. It yields a document or an
// error for each article, and goes on behind an error, so that one bad input
// never costs another. Errors are *document.Failure.
func Source(names []string, o Options) iter.Seq2[*document.Document, error] {
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	if o.Stdin == nil {
		o.Stdin = os.Stdin
	}
	return func(yield func(*document.Document, error) bool) {
		if d, ok := document.Date(o.Date); o.Date != "" && (!ok || d != o.Date || len(d) != len("2006-01-02")) {
			yield(nil, &document.Failure{Origin: "--date " + o.Date, Kind: document.ErrInvalid, What: "not a day", Hint: "write it as YYYY-MM-DD"})
			return
		}
		for _, name := range names {
			r := &reader{Options: o, yield: yield}
			if r.name(name); r.stopped {
				return
			}
		}
	}
}

// reader reads one of the names that were given.
type reader struct {
	Options
	yield   func(*document.Document, error) bool
	stopped bool // the caller has had enough
}

// fail yields a failure at origin.
func (r *reader) fail(origin string, f *document.Failure) {
	f.Origin = origin
	r.stopped = r.stopped || !r.yield(nil, f)
}

// give yields d, which came from origin as received.
func (r *reader) give(d *document.Document, origin string, received []byte) {
	d.Origin, d.Version, d.AssumedDate = origin, 1, r.Date
	d.ID = document.Identify(r.Collection, d.Key, "", d.URL, received)
	inspect(d)
	r.stopped = r.stopped || !r.yield(d, nil)
}
