package app

import (
	"bytes"
	"io"

	"onrecord/internal/engine"
	"onrecord/internal/export"
	"onrecord/internal/export/brat"
	"onrecord/internal/export/table"
	"onrecord/internal/export/terminal"
)

// look is how readings are shown.
type look struct {
	export.Options
	style terminal.Style
}

// part is what a format makes of one document: the bytes of a file, by its
// ending, with the object for an index, or rows of tables.
type part struct {
	ending string
	data   []byte
	object export.Object
	rows   *table.Rows
}

// format is one way to show readings.
type format struct {
	render    func(*engine.Reading, look) ([]part, error)
	open      func(o Read, stdout io.Writer) (output, error) // takes the parts; nil for files and streams
	file      string                                         // with --out all documents go to this one file; "": a file a document
	directory bool                                           // needs --out
	screen    bool                                           // refuses --out
}

// Formats lists the names of the formats, the default first.
var Formats = []string{"text", "json", "jsonl", "layers", "csv", "parquet", "html", "brat"}

var formats = map[string]format{
	"text": {screen: true, render: func(r *engine.Reading, l look) ([]part, error) {
		return []part{{ending: ".txt", data: terminal.Text(export.Of(r, l.Options), l.style)}}, nil
	}},
	"json": {render: func(r *engine.Reading, l look) ([]part, error) {
		return []part{{ending: ".json", data: export.JSON(export.Of(r, l.Options))}}, nil
	}},
	"jsonl": {file: "documents.jsonl", render: func(r *engine.Reading, l look) ([]part, error) {
		return []part{{ending: "", data: export.JSONLine(export.Of(r, l.Options))}}, nil
	}},
	"layers": {render: func(r *engine.Reading, l look) ([]part, error) {
		return []part{{ending: ".layers.json", data: export.JSONLine(export.LayersOf(r, l.Options))}}, nil
	}},
	"csv":     {open: csvTables, render: rows},
	"parquet": {open: parquetTables, directory: true, render: rows},
	"html":    {open: openPages, directory: true, render: pageOf},
	"brat": {directory: true, render: func(r *engine.Reading, _ look) ([]part, error) {
		var b bytes.Buffer
		err := brat.Write(&b, r.Document.Text, brat.FromLayers(r.Passages))
		return []part{{ending: ".txt", data: []byte(r.Document.Text)}, {ending: ".ann", data: b.Bytes()}}, err
	}},
}
