package app

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"onrecord/internal/document"
	"onrecord/internal/engine"
	"onrecord/internal/export"
	"onrecord/internal/export/table"
)

// tables takes rows of documents and writes them as files of a directory, one a
// table.
type tables struct {
	to interface {
		Write(*table.Rows) error
		Close() error
	}
	files []*os.File
}

// rows renders a reading as rows of tables.
func rows(r *engine.Reading, l look) ([]part, error) {
	return []part{{rows: table.Of(export.Of(r, l.Options))}}, nil
}

// csvTables opens all tables in the directory for the results, or the table of
// statements on standard output.
func csvTables(o Read, stdout io.Writer) (output, error) {
	var t tables
	var err error
	if o.Out == "" {
		t.to, err = table.NewStatementsCSV(stdout)
	} else {
		t.to, err = table.NewCSV(t.create(o.Out, ".csv"))
	}
	return t.opened(err)
}

func parquetTables(o Read, _ io.Writer) (output, error) {
	var t tables
	var err error
	t.to, err = table.NewParquet(t.create(o.Out, ".parquet"))
	return t.opened(err)
}

// create makes the file of a table.
func (t *tables) create(directory, ending string) func(string) (io.Writer, error) {
	return func(name string) (io.Writer, error) {
		f, err := os.Create(filepath.Join(directory, name+ending))
		if err != nil {
			return nil, err
		}
		t.files = append(t.files, f)
		return f, nil
	}
}

func (t *tables) opened(err error) (output, error) {
	if err != nil {
		return nil, fmt.Errorf("write the results: %w", errors.Join(err, t.closeFiles()))
	}
	return t, nil
}

func (t *tables) write(_ *document.Document, parts []part) error {
	for _, p := range parts {
		if err := t.to.Write(p.rows); err != nil {
			return fmt.Errorf("write the results: %w", err)
		}
	}
	return nil
}

func (t *tables) close() error {
	if err := errors.Join(t.to.Close(), t.closeFiles()); err != nil {
		return fmt.Errorf("write the results: %w", err)
	}
	return nil
}

func (t *tables) closeFiles() error {
	var errs []error
	for _, f := range t.files {
		errs = append(errs, f.Close())
	}
	return errors.Join(errs...)
}
