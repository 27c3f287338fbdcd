package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"sync"

	"onrecord/internal/document"
	"onrecord/internal/engine"
	"onrecord/internal/export"
	"onrecord/internal/export/terminal"
	"onrecord/internal/ingest"
)

// Read says what to read and how to show it.
type Read struct {
	Inputs     []string // files, directories, "-" for standard input
	Format     string   // one of Formats
	Out        string   // directory for the results; "" means standard output
	Date       string   // YYYY-MM-DD, for documents without a date
	Collection string
	Register   []string // files of the user's own actors
	Codebook   string   // file of the user's own issues; "" for the one that ships with the program
	Workers    int
	MaxBytes   int
	NoText     bool
	Color      string // auto, always or never
	Stats      bool
}

// errInternal is the kind of a failure that is the program's own fault.
var errInternal = errors.New("internal error")

// item is what ingest found: a document, or why there is none.
type item struct {
	document *document.Document
	err      error
}

// result is what became of an item.
type result struct {
	document *document.Document
	parts    []part
	err      error
}

// Run reads all inputs and writes what it finds in their order. An input that
// cannot be read is told on standard error and makes the error ErrInputs.
func (o Read) Run(ctx context.Context, s Streams) error {
	f, err := o.check()
	if err != nil {
		return err
	}
	k, err := s.Kernel()
	if err != nil {
		return err
	}
	clock := startClock()
	reg, err := loadRegister(s, o.Register)
	if err != nil {
		return err
	}
	meter := &engine.Meter{}
	book, err := Codebook{File: o.Codebook}.load(s)
	if err != nil {
		return err
	}
	e, err := engine.New(k, engine.Sources{Register: reg, Codebook: book}, meter)
	if err != nil {
		return err
	}
	out, err := o.output(f, s.Stdout)
	if err != nil {
		return err
	}
	bar := o.progress(s)
	err = o.run(ctx, s, e, f, out, bar)
	bar.stop()
	if cerr := out.close(); err == nil || errors.Is(err, ErrInputs) {
		err = errors.Join(cerr, err)
	}
	if o.Stats {
		writeStats(s.Stderr, meter.Count(), clock.elapsed(), o.Workers, e.Kernel())
	}
	return err
}

// check refuses options that make no sense and fills in defaults.
func (o *Read) check() (format, error) {
	f, ok := formats[o.Format]
	switch d, day := document.Date(o.Date); {
	case !ok:
		return f, usage("no format is called %q", o.Format)
	case len(o.Inputs) == 0:
		return f, usage("nothing to read: give files, directories, or - for standard input")
	case o.Date != "" && (!day || d != o.Date || len(d) != len("2006-01-02")):
		return f, usage("--date %s is no day; write it as YYYY-MM-DD", o.Date)
	case f.directory && o.Out == "":
		return f, usage("--format %s needs --out DIR", o.Format)
	case f.screen && o.Out != "":
		return f, usage("--format %s goes to standard output; choose another for --out", o.Format)
	case o.Workers < 1:
		return f, usage("--workers %d: at least one is needed", o.Workers)
	case o.MaxBytes < 1:
		return f, usage("--max-bytes %d: at least one is needed", o.MaxBytes)
	}
	return f, nil
}

// run reads on o.Workers goroutines. It returns as soon as ctx is canceled,
// without waiting for the documents that are under way; behind that nothing is
// written.
func (o Read) run(ctx context.Context, s Streams, e *engine.Engine, f format, out output, bar *progress) error {
	look := look{Options: export.Options{NoText: o.NoText}, style: o.style(s)}
	work := func(i item) result { return read(e, f, look, i) }
	var gate sync.Mutex
	read, failed := 0, 0
	done := func(r result) error {
		gate.Lock()
		defer gate.Unlock()
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if r.err != nil {
			failed++
			fmt.Fprintf(bar.above(s.Stderr), "onrecord: %s\n", message(r.err.Error()))
			return nil
		}
		read++
		bar.documents.Add(1)
		return out.write(r.document, r.parts)
	}
	finished := make(chan error, 1)
	go func() { finished <- engine.Ordered(ctx, o.Workers, o.items(s.Stdin, bar.bytes), work, done) }()
	var err error
	select {
	case err = <-finished:
	case <-ctx.Done():
		gate.Lock()
		defer gate.Unlock()
		return ctx.Err()
	}
	if err == nil && failed > 0 {
		if read+failed > 1 {
			fmt.Fprintf(bar.above(s.Stderr), "onrecord: %d of %d inputs could not be read; what is written of the others is complete\n", failed, read+failed)
		}
		return ErrInputs
	}
	return err
}

// items lists the documents of all inputs and what was no document.
func (o Read) items(stdin io.Reader, progress func(int)) iter.Seq[item] {
	source := ingest.Source(o.Inputs, ingest.Options{
		MaxBytes: o.MaxBytes, Date: o.Date, Collection: o.Collection, Stdin: stdin, Progress: progress,
	})
	return func(yield func(item) bool) {
		for d, err := range source {
			if !yield(item{d, err}) {
				return
			}
		}
	}
}

// read reads one document and renders it. A document on which the program fails
// is one that is not read: it must not cost the others.
func read(e *engine.Engine, f format, l look, i item) (r result) {
	r = result{document: i.document, err: i.err}
	if i.err != nil {
		return r
	}
	fail := func(what any) {
		r.err = &document.Failure{
			Origin: i.document.Origin, Kind: errInternal, What: fmt.Sprintf("the program failed on this document (%v)", what),
			Hint: "this is a fault of the program: please report it with the document",
		}
	}
	defer func() {
		if p := recover(); p != nil {
			fail(p)
		}
	}()
	reading, err := e.Read(i.document)
	if err == nil {
		r.parts, err = f.render(reading, l)
	}
	if err != nil {
		fail(err)
	}
	return r
}

// style is how the terminal that standard output is wants text.
func (o Read) style(s Streams) terminal.Style {
	width := columns(s.Stdout)
	color := o.Color == "always"
	if o.Color == "auto" {
		color = width > 0 && s.Env("NO_COLOR") == "" && s.Env("TERM") != "dumb"
	}
	return terminal.Style{Width: width, Color: color}
}
