// Package page shows a document and its record as one page of HTML that needs
// nothing else: the article with sources, cues and contents marked, and the
// record beside it, each pointing to the other. An index leads over a run. The
// pages are made from the same objects as the public formats, work without
// JavaScript, and can be printed.
package page

import (
	"bytes"
	"cmp"
	_ "embed" // for the templates
	"fmt"
	"html/template"
	"path/filepath"
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/export"
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
	"style": func() template.CSS { return template.CSS(style) },
	"date":  func(s string) string { return edtf.Date(s).Words() },
	"join":  func(s []string) string { return strings.Join(s, ", ") },
}

// Document is a document as its page shows it.
type Document struct {
	Title   string
	Head    []string // outlet, date, author, origin: what is known
	Index   string   // address of the index; "" for none
	Blocks  []Block
	Links   template.CSS // rules that light up what belongs together
	Groups  []Group
	Glosses []Entry
	Pledges []Entry
	Own     []Entry // actions in the outlet's own voice
	Claimed []Entry // actions that somebody reports
	Actors  []Entry
	Notes   []Note
}

// Group is the statements of those who make them together.
type Group struct {
	Name   string
	Office string
	Said   []Entry
}

// Entry is an entry of the record.
type Entry struct {
	ID     string // of its element: s3, p1, a2
	Number string // that the text refers to it by: 3, P1, A2
	Head   string // who, or what
	Words  string // the article's
	Facts  []string
	Places []Place // that it cites
	Links  []Link  // entries that it belongs with
	Score  string
	Why    []string
}

// Place is a stretch of the text: "¶2 · 267–308".
type Place struct{ ID, Text string }

// Link leads to another entry.
type Link struct{ ID, Text string }

// Note is what is wrong with a document.
type Note struct{ What, Hint string }

// Of returns the page of a document. index is the address of the index from
// there, "" for none.
func Of(o export.Object, index string) []byte {
	b := newBuilder(o)
	d := Document{
		Title: b.title(), Head: b.head(), Index: index, Groups: b.groups(), Glosses: b.glosses(), Pledges: b.pledges(), Actors: b.actors(), Notes: notes(o.Document.Problems),
	}
	d.Own, d.Claimed = b.actions()
	d.Blocks = b.blocks()
	d.Links = b.links()
	return render("document", d)
}

func render(name string, data any) []byte {
	var out bytes.Buffer
	if err := templates.ExecuteTemplate(&out, name, data); err != nil {
		panic(err) // the templates are wrong
	}
	return out.Bytes()
}

// builder makes the parts of a page out of an object.
type builder struct {
	o     export.Object
	text  []rune
	names map[string]string // of actors
	said  map[string]int    // number of each statement, from 1
}

func newBuilder(o export.Object) *builder {
	b := &builder{o: o, names: map[string]string{}, said: map[string]int{}}
	if o.Document.Text != nil {
		b.text = []rune(*o.Document.Text)
	}
	for _, a := range o.Actors {
		b.names[a.ID] = a.Name
	}
	for i, s := range o.Statements {
		b.said[s.ID] = i + 1
	}
	return b
}

func (b *builder) title() string {
	d := b.o.Document
	return cmp.Or(value(d.Title), name(value(d.Origin)), d.ID)
}

// name is the last part of a path; "" of none.
func name(origin string) string {
	if origin == "" {
		return ""
	}
	return filepath.Base(origin)
}

func (b *builder) head() []string {
	d := b.o.Document
	var out []string
	for _, s := range []string{value(d.Outlet), edtf.Date(value(d.Published)).Words(), value(d.Author), value(d.Origin)} {
		if s != "" && s != b.title() {
			out = append(out, s)
		}
	}
	return out
}

// who names actors.
func (b *builder) who(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = cmp.Or(b.names[id], id)
	}
	return strings.Join(names, ", ")
}

// place cites a stretch of the text: the paragraph and the code points.
func (b *builder) place(s export.Span) string {
	paragraph := 0
	for _, x := range b.o.Document.Blocks {
		if x.Kind == "paragraph" {
			paragraph++
		}
		if s.Start < x.End {
			if x.Kind != "paragraph" {
				return fmt.Sprintf("%s · %d–%d", x.Kind, s.Start, s.End)
			}
			break
		}
	}
	return fmt.Sprintf("¶%d · %d–%d", paragraph, s.Start, s.End)
}

func notes(problems []export.Problem) []Note {
	var out []Note
	for _, p := range problems {
		out = append(out, Note{What: p.What, Hint: value(p.Hint)})
	}
	return out
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
