// Package sheet puts the record of a document in words for people: the head of
// the document, statements by speaker, pledges, actions, the outlet's own
// words, actors and problems, each with what is known of it and where it is
// cited. It draws nothing: the terminal and the page do.
package sheet

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/export"
)

// Sheet is the record of a document.
type Sheet struct {
	Title   string
	Head    []string // outlet, date, author, origin: what is known
	Groups  []Group
	Glosses []Entry // the outlet's own interpretations
	Pledges []Entry
	Own     []Entry // actions in the outlet's own voice
	Claimed []Entry // actions that somebody reports
	Stances []Entry // positions
	Actors  []Entry
	Notes   []Note
}

// Group is the statements of those who make them together.
type Group struct {
	Name   string
	Named  bool   // false where the words name nobody
	Office string // posts on the day, "" if none is known
	Said   []Entry
}

// Entry is an entry of the record.
type Entry struct {
	ID     string // s3, p1, a2, o4: unique in the sheet
	Number string // that a reader calls it by: 3, P1, A2, O4
	At     string // ID of the entry whose words it cites; "" for its own
	Head   string // the cue; who gives to whom; who acts; who takes a side
	Words  string // what is said, given, done
	Facts  []string
	Places []Place // that it cites
	Links  []Link  // statements that it rests on
	Score  string
	Why    []string
}

// Place is a stretch of the text in words, "¶2 · 267–308".
type Place struct{ Text string }

// Link leads to another entry.
type Link struct{ ID, Text string }

// Note is what is wrong with a document.
type Note struct{ What, Where, Hint string }

// Of returns the sheet of a document.
func Of(o export.Object) *Sheet {
	b := newBuilder(o)
	s := &Sheet{
		Title: b.title(), Head: b.head(), Groups: b.groups(), Glosses: b.glosses(), Pledges: b.pledges(), Actors: b.actors(), Notes: notes(o.Document.Problems),
	}
	s.Own, s.Claimed = b.actions()
	s.Stances = b.positions()
	return s
}

// Language says whether o is in a language that is not read.
func Language(o export.Object) bool {
	for _, p := range o.Document.Problems {
		if p.Code == "language" {
			return true
		}
	}
	return false
}

// builder makes the parts of a sheet.
type builder struct {
	o     export.Object
	names map[string]string // of actors
	said  map[string]int    // number of each statement, from 1
	links map[string]Link   // to each statement, pledge and action, by its id in the object
}

func newBuilder(o export.Object) *builder {
	b := &builder{o: o, names: map[string]string{}, said: map[string]int{}, links: map[string]Link{}}
	for _, a := range o.Actors {
		b.names[a.ID] = a.Name
	}
	for i, s := range o.Statements {
		b.said[s.ID] = i + 1
		b.links[s.ID] = Link{ID: statementID(i), Text: fmt.Sprintf("in %d", i+1)}
	}
	for i, p := range o.Pledges {
		b.links[p.ID] = Link{ID: pledgeID(i), Text: fmt.Sprintf("in P%d", i+1)}
	}
	for i, a := range o.Actions {
		b.links[a.ID] = Link{ID: actionID(i), Text: fmt.Sprintf("in A%d", i+1)}
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
		n := Note{What: p.What, Hint: value(p.Hint)}
		if p.Start != nil && p.End != nil {
			n.Where = fmt.Sprintf("%d–%d", *p.Start, *p.End)
		}
		out = append(out, n)
	}
	return out
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
