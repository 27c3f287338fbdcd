package table

import (
	"io"

	"github.com/parquet-go/parquet-go"
)

// groupRows is how many rows of a table are kept before they are written as a
// row group: it bounds the memory that a table takes.
const groupRows = 1 << 15

// Parquet writes tables as Parquet, compressed with zstd, an optional column
// where a cell may be empty.
type Parquet struct {
	tables []parquetWriter
}

// parquetWriter writes the rows of one table.
type parquetWriter interface {
	open(io.Writer)
	write(*Rows) error
	close() error
}

type typedParquet[T any] struct {
	get  func(*Rows) []T
	w    *parquet.GenericWriter[T]
	kept int
}

func (t *typedParquet[T]) open(w io.Writer) {
	t.w = parquet.NewGenericWriter[T](w, parquet.Compression(&parquet.Zstd), parquet.CreatedBy("onrecord", "", ""))
}

func (t *typedParquet[T]) write(r *Rows) error {
	rows := t.get(r)
	if _, err := t.w.Write(rows); err != nil {
		return err
	}
	if t.kept += len(rows); t.kept < groupRows {
		return nil
	}
	t.kept = 0
	return t.w.Flush()
}

func (t *typedParquet[T]) close() error { return t.w.Close() }

// NewParquet writes all tables to what open gives for each of their names.
func NewParquet(open func(name string) (io.Writer, error)) (*Parquet, error) {
	p := &Parquet{}
	for _, t := range tables {
		w, err := open(t.name)
		if err != nil {
			return nil, err
		}
		one := t.parquet()
		one.open(w)
		p.tables = append(p.tables, one)
	}
	return p, nil
}

// Write writes the rows of one document.
func (p *Parquet) Write(r *Rows) error {
	for _, t := range p.tables {
		if err := t.write(r); err != nil {
			return err
		}
	}
	return nil
}

// Close writes what is kept and the ends of the files. Without it they cannot
// be read.
func (p *Parquet) Close() error {
	for _, t := range p.tables {
		if err := t.close(); err != nil {
			return err
		}
	}
	return nil
}
