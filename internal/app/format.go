package app

import (
	"bytes"

	"onrecord/internal/engine"
	"onrecord/internal/export"
	"onrecord/internal/export/brat"
	"onrecord/internal/export/terminal"
)

// look is how readings are shown.
type look struct {
	export.Options
	style terminal.Style
}

// part is what a format makes of one document, by the ending of its file.
type part struct {
	ending string
	data   []byte
}

// format is one way to show readings.
type format struct {
	render    func(*engine.Reading, look) ([]part, error)
	header    func() []byte // before all documents; may be nil
	file      string        // with --out all documents go to this one file; "": a file a document
	directory bool          // needs --out
	screen    bool          // refuses --out
}

// Formats lists the names of the formats, the default first.
var Formats = []string{"text", "json", "jsonl", "layers", "csv", "brat"}

var formats = map[string]format{
	"text": {screen: true, render: func(r *engine.Reading, l look) ([]part, error) {
		return []part{{".txt", terminal.Text(r, l.style)}}, nil
	}},
	"json": {render: func(r *engine.Reading, l look) ([]part, error) {
		return []part{{".json", export.JSON(export.Of(r, l.Options))}}, nil
	}},
	"jsonl": {file: "documents.jsonl", render: func(r *engine.Reading, l look) ([]part, error) {
		return []part{{"", export.JSONLine(export.Of(r, l.Options))}}, nil
	}},
	"layers": {render: func(r *engine.Reading, l look) ([]part, error) {
		return []part{{".layers.json", export.JSONLine(export.LayersOf(r, l.Options))}}, nil
	}},
	"csv": {file: "statements.csv", header: export.StatementsHeader, render: func(r *engine.Reading, _ look) ([]part, error) {
		return []part{{"", export.StatementRows(r)}}, nil
	}},
	"brat": {directory: true, render: func(r *engine.Reading, _ look) ([]part, error) {
		var b bytes.Buffer
		err := brat.Write(&b, r.Document.Text, brat.FromLayers(r.Passages))
		return []part{{".txt", []byte(r.Document.Text)}, {".ann", b.Bytes()}}, err
	}},
}
