// Package table shows readings as flat tables, for pandas and R: CSV or
// Parquet, a file a table, rows in the order of the documents. The columns are
// described by the tags of the row types; docs/tables.md is made from them.
package table

import (
	"fmt"
	"reflect"
	"strconv"
)

// Rows are the rows of all tables for one document.
type Rows struct {
	Documents       []Document
	Problems        []Problem
	Actors          []Actor
	Offices         []Office
	Mentions        []Mention
	Statements      []Statement
	StatementActors []StatementActor
	Spans           []Span
	Pledges         []Pledge
	PledgeActors    []PledgeActor
	Amounts         []Amount
	Items           []Item
	Actions         []Action
	ActionActors    []ActionActor
	Positions       []Position
}

// table is one of them, whatever its rows are.
type table struct {
	name    string
	row     reflect.Type
	rows    func(*Rows) reflect.Value // a slice of row
	parquet func() parquetWriter
}

// of makes a table of the rows that get returns.
func of[T any](name string, get func(*Rows) []T) table {
	return table{
		name: name, row: reflect.TypeFor[T](),
		rows:    func(r *Rows) reflect.Value { return reflect.ValueOf(get(r)) },
		parquet: func() parquetWriter { return &typedParquet[T]{get: get} },
	}
}

// tables lists all tables.
var tables = []table{
	of("documents", func(r *Rows) []Document { return r.Documents }),
	of("problems", func(r *Rows) []Problem { return r.Problems }),
	of("actors", func(r *Rows) []Actor { return r.Actors }),
	of("offices", func(r *Rows) []Office { return r.Offices }),
	of("mentions", func(r *Rows) []Mention { return r.Mentions }),
	of("statements", func(r *Rows) []Statement { return r.Statements }),
	of("statement_actors", func(r *Rows) []StatementActor { return r.StatementActors }),
	of("spans", func(r *Rows) []Span { return r.Spans }),
	of("pledges", func(r *Rows) []Pledge { return r.Pledges }),
	of("pledge_actors", func(r *Rows) []PledgeActor { return r.PledgeActors }),
	of("amounts", func(r *Rows) []Amount { return r.Amounts }),
	of("items", func(r *Rows) []Item { return r.Items }),
	of("actions", func(r *Rows) []Action { return r.Actions }),
	of("action_actors", func(r *Rows) []ActionActor { return r.ActionActors }),
	of("positions", func(r *Rows) []Position { return r.Positions }),
}

// Column describes one column of a table.
type Column struct {
	Name string
	Type string // string, integer, number, boolean or date
	Unit string // what a number counts, how a string is written; "" if nothing
	Null string // what an empty cell means; "" where no cell is empty
	What string

	index []int // of the field
}

// Description is a table with its columns.
type Description struct {
	Name    string
	Columns []Column
}

// Describe lists all tables with their columns, in order.
func Describe() []Description {
	var out []Description
	for _, t := range tables {
		out = append(out, Description{Name: t.name, Columns: columns(t.row, nil)})
	}
	return out
}

// columns lists the columns of a row type. Those of an embedded type stand
// where it does.
func columns(row reflect.Type, index []int) []Column {
	var out []Column
	for i := range row.NumField() {
		f := row.Field(i)
		at := append(append([]int(nil), index...), i)
		if f.Anonymous {
			out = append(out, columns(f.Type, at)...)
			continue
		}
		name := f.Tag.Get("parquet")
		out = append(out, Column{
			Name: name, Type: typeName(f.Type, f.Tag.Get("unit")), Unit: f.Tag.Get("unit"), Null: f.Tag.Get("null"), What: f.Tag.Get("what"), index: at,
		})
	}
	return out
}

func typeName(t reflect.Type, unit string) string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case unit == "YYYY-MM-DD":
		return "date"
	case t.Kind() == reflect.Int32:
		return "integer"
	case t.Kind() == reflect.Float32:
		return "number"
	case t.Kind() == reflect.Bool:
		return "boolean"
	}
	return "string"
}

// cell shows a field in CSV.
func cell(v reflect.Value) string {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return ""
		}
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Int32:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Float32:
		return strconv.FormatFloat(v.Float(), 'f', 3, 32)
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	}
	panic(fmt.Sprintf("table: no cell for a %s", v.Type())) // a row type of this package
}
