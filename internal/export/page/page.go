// Package page shows a document and its record as one page of HTML that needs
// nothing else: the article with sources, cues and contents marked, and the
// record beside it, each pointing to the other. An index leads over a run. The
// pages are made from the same objects as the public formats, work without
// JavaScript, and can be printed.
package page

import (
	"bytes"
	_ "embed" // for the templates
	"html/template"

	"onrecord/internal/export"
	"onrecord/internal/export/sheet"
)

var (
	//go:embed style.css
	style string
	//go:embed document.html
	documentHTML string
	//go:embed index.html
	indexHTML string
)

var templates = template.Must(template.Must(template.New("document").Funcs(functions).Parse(documentHTML)).New("index").Parse(indexHTML))

var functions = template.FuncMap{
	"style":     func() template.CSS { return template.CSS(style) },
	"reference": reference,
}

// document is what the template shows.
type document struct {
	*sheet.Sheet
	Index  string // address of the index; "" for none
	Blocks []Block
	Links  template.CSS // rules that light up what belongs together
}

// Of returns the page of a document. index is the address of the index from
// there, "" for none.
func Of(o export.Object, index string) []byte {
	return render("document", document{Sheet: sheet.Of(o), Index: index, Blocks: blocks(o), Links: links(o)})
}

func render(name string, data any) []byte {
	var out bytes.Buffer
	if err := templates.ExecuteTemplate(&out, name, data); err != nil {
		panic(err) // the templates are wrong
	}
	return out.Bytes()
}
