package export

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/engine"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// Column describes one column of a flat table. docs/tables.md shows the same.
type Column struct {
	Name string
	Type string // string, integer, number or date
	Unit string // what a number counts, what a string is written in; "" if nothing
	Null string // what an empty cell means; "" where no cell is empty
	What string

	cell func(*row) string
}

// row is one statement with what its document shares among all its rows.
type row struct {
	view
	document  Document
	from, to  string // bounds of the date of publication
	statement record.Statement
}

const (
	codepoints = "code points of the text"
	unknown    = "unknown"
)

// statements lists the columns of the table of statements in their order. New
// ones go to the end.
var statements = append(append(documentColumns(),
	Column{"statement", "string", "", "", "id of the statement, the same for life", func(r *row) string { return string(r.statement.ID) }},
	Column{"source", "string", "", "nobody is named", "who says it, as the article has it", func(r *row) string { return Words(r.text, r.statement.Source) }},
	Column{"cue", "string", "", "there is none", "the words that tell that something is said", func(r *row) string { return Words(r.text, r.statement.Cue) }},
	Column{"content", "string", "", "there is none", "what is said, as the article has it", func(r *row) string { return Words(r.text, r.statement.Content) }},
	Column{"manner", "string", "direct, mixed or indirect", "", "how much of the content stands in quotation marks: all, some, none", func(r *row) string { return r.statement.Manner.String() }},
	Column{"act", "string", strings.Join(record.Acts[:], ", "), "", "what the source does in saying it; gloss: the outlet interprets", func(r *row) string { return r.statement.Act.String() }},
	Column{"block", "string", "headline, dateline, byline, paragraph, caption", unknown, "the kind of block that it stands in", func(r *row) string { return value(r.block(Head(r.statement))) }}),
	spanColumns()...)

func documentColumns() []Column {
	field := func(get func(*Document) *string) func(*row) string {
		return func(r *row) string { return value(get(&r.document)) }
	}
	return []Column{
		{"document", "string", "", "", "id of the document", func(r *row) string { return r.document.ID }},
		{"key", "string", "", "the input gave none", "the user's own id of the document, verbatim", field(func(d *Document) *string { return d.Key })},
		{"title", "string", "", unknown, "title of the document", field(func(d *Document) *string { return d.Title })},
		{"outlet", "string", "", unknown, "who published it", field(func(d *Document) *string { return d.Outlet })},
		{"author", "string", "", unknown, "who wrote it", field(func(d *Document) *string { return d.Author })},
		{"section", "string", "", unknown, "the part of the outlet that it stood in", field(func(d *Document) *string { return d.Section })},
		{"published", "string", "EDTF", unknown, "when it was published", field(func(d *Document) *string { return d.Published })},
		{"published_from", "date", "YYYY-MM-DD", unknown, "first day of published", func(r *row) string { return r.from }},
		{"published_to", "date", "YYYY-MM-DD", unknown, "last day of published", func(r *row) string { return r.to }},
		{"wire_id", "string", "", unknown, "the wire agency's number", field(func(d *Document) *string { return d.WireID })},
		{"url", "string", "", unknown, "address", field(func(d *Document) *string { return d.URL })},
		{"origin", "string", "", unknown, "the file that it was read from; behind a colon the line", field(func(d *Document) *string { return d.Origin })},
	}
}

func spanColumns() []Column {
	parts := []struct {
		name string
		of   func(record.Statement) []text.Span
	}{
		{"source", func(s record.Statement) []text.Span { return s.Source }},
		{"cue", func(s record.Statement) []text.Span { return s.Cue }},
		{"content", func(s record.Statement) []text.Span { return s.Content }},
	}
	var out []Column
	for _, p := range parts {
		none := "there is no " + p.name
		out = append(
			out,
			Column{p.name + "_start", "integer", codepoints, none, "where the " + p.name + " begins", func(r *row) string { return r.offset(p.of(r.statement), 0) }},
			Column{p.name + "_end", "integer", codepoints, none, "where the " + p.name + " ends, exclusive", func(r *row) string { return r.offset(p.of(r.statement), 1) }},
			Column{p.name + "_spans", "string", codepoints, none, "every stretch of the " + p.name + ": start end;start end", func(r *row) string { return r.offsets(p.of(r.statement)) }},
		)
	}
	return append(
		out,
		Column{"score", "number", "0 to 1", "", "how sure the program is", func(r *row) string { return Score(r.statement.Score).String() }},
		Column{"state", "string", "suggested", "", "what people have made of it; what was just read is suggested", func(*row) string { return "suggested" }},
		Column{"engine", "string", "", "", "version of the engine that read it", func(r *row) string { return r.document.Engine }},
		Column{"codebook", "string", "", "it is not coded", "codebook that it is coded by", func(r *row) string { return value(r.document.Codebook) }},
	)
}

// offset is the first start (side 0) or the last end (side 1) of spans.
func (r *row) offset(spans []text.Span, side int) string {
	switch {
	case len(spans) == 0:
		return ""
	case side == 0:
		return strconv.Itoa(r.index.CodePoint(spans[0].Start))
	}
	return strconv.Itoa(r.index.CodePoint(spans[len(spans)-1].End))
}

func (r *row) offsets(spans []text.Span) string {
	var out []string
	for _, s := range spans {
		p := r.index.CodePoints(s)
		out = append(out, fmt.Sprintf("%d %d", p.Start, p.End))
	}
	return strings.Join(out, ";")
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// StatementColumns lists the columns of the table of statements.
func StatementColumns() []Column { return statements }

// StatementsHeader returns the first line of the table of statements.
func StatementsHeader() []byte {
	names := make([]string, len(statements))
	for i, c := range statements {
		names[i] = c.Name
	}
	return lines([][]string{names})
}

// StatementRows returns a line of CSV (RFC 4180, lines ending in \n) for each
// statement of a reading. Cells hold the words of the article to the letter,
// also those that a spreadsheet would take for a formula.
func StatementRows(r *engine.Reading) []byte {
	v := newView(r)
	one := row{view: v, document: v.document(r, Options{NoText: true})}
	one.from, one.to = edtf.Date(value(one.document.Published)).Days()
	var rows [][]string
	for _, s := range r.Statements {
		one.statement = s
		cells := make([]string, len(statements))
		for i, c := range statements {
			cells[i] = c.cell(&one)
		}
		rows = append(rows, cells)
	}
	return lines(rows)
}

func lines(rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rows); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.Bytes()
}
