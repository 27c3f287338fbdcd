// Package terminal shows the record of a document to a person at a terminal:
// the head, statements by speaker, pledges as a ledger, actions, what the
// outlet itself claims apart from what others say, positions, the outlet's own
// words and what is wrong with the document; every entry with its citation. The words are
// the article's, but for control characters, which could do anything to a
// terminal.
package terminal

import (
	"strings"

	"onrecord/internal/export"
	"onrecord/internal/export/sheet"
)

// Style is what the terminal can do.
type Style struct {
	Width int  // columns; 0 means 80
	Color bool // ANSI colors
}

// maxWidth is the longest line that is still easy to read.
const maxWidth = 100

// Text returns the record of o as text of lines no longer than the style's
// width, as far as words allow.
func Text(o export.Object, s Style) []byte {
	if s.Width <= 0 {
		s.Width = 80
	}
	p := &page{Style: Style{Width: max(min(s.Width, maxWidth), 30), Color: s.Color}}
	sh := sheet.Of(o)
	p.heading(sh)
	if len(o.Statements) == 0 && !sheet.Language(o) {
		p.out.WriteByte('\n')
		p.lines(margin, margin, run{"No statements found.", dim})
	}
	for _, g := range sh.Groups {
		p.group(g)
	}
	p.section("Pledges", sh.Pledges, speaker)
	p.section("Actions, in the outlet’s own voice", sh.Own, speaker)
	p.section("Actions, claimed", sh.Claimed, speaker)
	p.section("Where they stand", sh.Stances, speaker)
	p.section("The outlet’s own words", sh.Glosses, plain)
	p.notes(sh.Notes)
	p.out.WriteByte('\n')
	return []byte(p.out.String())
}

// page is one document as it is written.
type page struct {
	Style
	out strings.Builder
	now string // the ink
}

// The inks of the parts.
const (
	plain   = ""
	bold    = "1"
	dim     = "2"
	speaker = "1;36"
	quoted  = "32"
	warning = "33"
)

// margin is how far speakers and sections stand in, step how far their entries
// do, hang how far what is known of an entry does.
const (
	margin = "  "
	step   = "    "
	hang   = "      "
)

func (p *page) heading(s *sheet.Sheet) {
	p.lines("", "", run{s.Title, bold})
	if len(s.Head) > 0 {
		p.lines("", "", run{strings.Join(s.Head, " · "), dim})
	}
}

// group shows who speaks, once, and then what they say.
func (p *page) group(g sheet.Group) {
	p.out.WriteByte('\n')
	ink := speaker
	if !g.Named {
		ink = dim
	}
	head := []run{{g.Name, ink}}
	if g.Office != "" {
		head = append(head, run{"\u00a0·", dim}, run{" " + g.Office, dim})
	}
	p.lines(margin, step, head...)
	for _, e := range g.Said {
		p.entry(e, plain)
	}
}

// section shows entries under a title, none without any.
func (p *page) section(title string, entries []sheet.Entry, ink string) {
	if len(entries) == 0 {
		return
	}
	p.out.WriteByte('\n')
	p.lines(margin, margin, run{title, bold})
	for _, e := range entries {
		p.entry(e, ink)
	}
}

// entry shows head and words, and below what is known and where it stands.
func (p *page) entry(e sheet.Entry, ink string) {
	words := append([]run{{e.Head, ink}, {" ", plain}}, quotations(e.Words)...)
	p.lines(step, hang, words...)
	var facts []string
	facts = append(facts, e.Facts...)
	for _, l := range e.Links {
		facts = append(facts, l.Text)
	}
	places := make([]string, len(e.Places))
	for i, x := range e.Places {
		places[i] = x.Text
	}
	facts = append(facts, strings.Join(places, ", "))
	p.lines(hang, hang, run{e.Number + "\u00a0· " + strings.Join(facts, " · "), dim})
}

// quotations gives what stands in quotation marks its own ink.
func quotations(words string) []run {
	var out []run
	for words != "" {
		open := strings.IndexAny(words, "“\"«")
		if open < 0 {
			break
		}
		mark := words[open:]
		closing := map[rune]string{'“': "”", '"': "\"", '«': "»"}[first(mark)]
		width := len(string(first(mark)))
		end := strings.Index(mark[width:], closing)
		if end < 0 {
			out = append(out, run{words[:open], plain}, run{mark, quoted})
			return out
		}
		end += width + len(closing)
		out = append(out, run{words[:open], plain}, run{mark[:end], quoted})
		words = mark[end:]
	}
	return append(out, run{words, plain})
}

func first(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func (p *page) notes(notes []sheet.Note) {
	for _, n := range notes {
		p.out.WriteByte('\n')
		what := n.What
		if n.Where != "" {
			what += " (" + n.Where + ")"
		}
		p.lines(margin+"! ", step, run{what, warning})
		if n.Hint != "" {
			p.lines(step, step, run{n.Hint, dim})
		}
	}
}
