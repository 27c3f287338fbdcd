package table

import (
	"encoding/csv"
	"io"
)

// CSV writes tables as RFC 4180 has it: UTF-8, a header, lines ending in \n.
// Cells hold the words of the article to the letter, also those that a
// spreadsheet would take for a formula.
type CSV struct {
	tables []csvTable
}

type csvTable struct {
	table
	columns []Column
	w       *csv.Writer
	cells   []string
}

// NewCSV writes the headers of all tables to what open gives for each of their
// names.
func NewCSV(open func(name string) (io.Writer, error)) (*CSV, error) {
	c := &CSV{}
	for _, t := range tables {
		if err := c.add(t, open); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// NewStatementsCSV is NewCSV for the table of statements alone.
func NewStatementsCSV(w io.Writer) (*CSV, error) {
	c := &CSV{}
	for _, t := range tables {
		if t.name == "statements" {
			return c, c.add(t, func(string) (io.Writer, error) { return w, nil })
		}
	}
	panic("table: there is no table of statements")
}

func (c *CSV) add(t table, open func(name string) (io.Writer, error)) error {
	w, err := open(t.name)
	if err != nil {
		return err
	}
	columns := columns(t.row, nil)
	one := csvTable{table: t, columns: columns, w: csv.NewWriter(w), cells: make([]string, len(columns))}
	for i, x := range columns {
		one.cells[i] = x.Name
	}
	c.tables = append(c.tables, one)
	return one.write()
}

// Write writes the rows of one document.
func (c *CSV) Write(r *Rows) error {
	for _, t := range c.tables {
		rows := t.rows(r)
		for i := range rows.Len() {
			row := rows.Index(i)
			for k, x := range t.columns {
				t.cells[k] = cell(row.FieldByIndex(x.index))
			}
			if err := t.w.Write(t.cells); err != nil {
				return err
			}
		}
		t.w.Flush()
		if err := t.w.Error(); err != nil {
			return err
		}
	}
	return nil
}

// Close ends the tables. What is open stays open.
func (c *CSV) Close() error { return nil }

func (t csvTable) write() error {
	if err := t.w.Write(t.cells); err != nil {
		return err
	}
	t.w.Flush()
	return t.w.Error()
}
