package brief

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
)

//go:embed brief.html
var pageText string

//go:embed style.css
var styleText string

// anchor is where a footnote is called: its id, to which the footnote links
// back.
type anchor struct {
	ID   string
	Note int
}

// htmlLine is a line with its anchors.
type htmlLine struct {
	Text    string
	Anchors []anchor
}

type htmlSection struct {
	Title string
	Lines []htmlLine
}

type htmlNote struct {
	Footnote
	Number int
	Calls  []anchor
}

// HTML writes a brief as a page that needs nothing else.
func HTML(w io.Writer, b *Brief) error {
	page, err := template.New("brief").Funcs(template.FuncMap{"quote": Quote, "plain": plain}).Parse(pageText)
	if err != nil {
		return err
	}
	sections, notes := linked(b)
	return page.Execute(w, map[string]any{
		"Brief": b, "Sections": sections, "Notes": notes, "Style": template.CSS(styleText),
	})
}

// linked gives lines and footnotes the anchors by which they link each other.
func linked(b *Brief) ([]htmlSection, []htmlNote) {
	notes := make([]htmlNote, len(b.Footnotes))
	for i, f := range b.Footnotes {
		notes[i] = htmlNote{Footnote: f, Number: i + 1}
	}
	var sections []htmlSection
	calls := 0
	for _, s := range b.Sections {
		out := htmlSection{Title: s.Title}
		for _, l := range s.Lines {
			line := htmlLine{Text: l.Text}
			for _, n := range l.Notes {
				calls++
				a := anchor{fmt.Sprintf("call-%d", calls), n}
				line.Anchors = append(line.Anchors, a)
				notes[n-1].Calls = append(notes[n-1].Calls, a)
			}
			out.Lines = append(out.Lines, line)
		}
		sections = append(sections, out)
	}
	return sections, notes
}
