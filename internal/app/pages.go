package app

import (
	"fmt"
	"io"
	"path/filepath"

	"onrecord/internal/document"
	"onrecord/internal/engine"
	"onrecord/internal/export"
	"onrecord/internal/export/page"
)

// indexName is the name of the first part of the index, without its ending.
const indexName = "index"

// pages writes a page a document, and indexes over them.
type pages struct {
	files
	documents []page.Summary // that no index has yet
	parts     int            // indexes that are written
}

// pageOf renders a reading as a page.
func pageOf(r *engine.Reading, l look) ([]part, error) {
	o := export.Of(r, l.Options)
	return []part{{ending: ".html", data: page.Of(o, indexName+".html"), object: o}}, nil
}

func openPages(o Read, _ io.Writer) (output, error) {
	return &pages{files: files{directory: o.Out, used: map[string]bool{indexName: true}}}, nil
}

func (p *pages) write(d *document.Document, parts []part) error {
	if len(p.documents) == page.Length {
		if err := p.index(true); err != nil {
			return err
		}
	}
	for _, x := range parts {
		name := p.name(d) + x.ending
		if err := write(filepath.Join(p.directory, name), x.data, d.Origin); err != nil {
			return err
		}
		p.documents = append(p.documents, page.Summarize(x.object, name))
	}
	return nil
}

// index writes a part of the index over the documents that none has yet.
func (p *pages) index(more bool) error {
	previous, next := "", ""
	if p.parts > 0 {
		previous = p.part(p.parts - 1)
	}
	if more {
		next = p.part(p.parts + 1)
	}
	name := p.part(p.parts)
	p.parts++
	data := page.NewIndex(p.documents, previous, next)
	p.documents = p.documents[:0]
	return write(filepath.Join(p.directory, name), data, "")
}

// part names part n of the index, from 0.
func (p *pages) part(n int) string {
	if n == 0 {
		return indexName + ".html"
	}
	return fmt.Sprintf("%s-part-%d.html", indexName, n+1)
}

func (p *pages) close() error { return p.index(false) }
