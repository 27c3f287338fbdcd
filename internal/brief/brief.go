// Package brief writes what an analyst sends at the end of a week: who moved and
// how, new conditions, pledges, acts claimed and denied, and the quotations of
// the period. Each line cites its words in numbered footnotes.
//
//	Brief     title, period, summary, sections, footnotes
//	Section   lines under a heading; a section without lines is left out
//	Line      a sentence, and the numbers of its footnotes
//
// Make fills a brief from the record of many documents. Markdown, HTML and DOCX
// write it. None of them knows ids: a brief is words for people.
package brief

import (
	"slices"
	"strings"

	"onrecord/internal/edtf"
)

// Brief is what is sent.
type Brief struct {
	Title     string
	Period    string // "1 to 7 April 2024"
	Summary   string // one paragraph
	Sections  []Section
	Footnotes []Footnote // footnote n is Footnotes[n-1]
}

// Section is lines under a heading.
type Section struct {
	Title string
	Lines []Line
}

// Line is a sentence with the numbers of its footnotes, from 1 on.
type Line struct {
	Text  string
	Notes []int
}

// Footnote is where a line stands in the record. What is unknown is "".
type Footnote struct {
	Words     string // as the article has them
	Title     string // of the article
	Outlet    string
	Date      edtf.Date // of publication
	URL       string
	Confirmed bool // by a person
}

// Cite returns the number of a footnote; equal footnotes are one.
func (b *Brief) Cite(f Footnote) int {
	if i := slices.Index(b.Footnotes, f); i >= 0 {
		return i + 1
	}
	b.Footnotes = append(b.Footnotes, f)
	return len(b.Footnotes)
}

// Source names the article without its link: title, outlet, date.
func (f Footnote) Source() string {
	var parts []string
	for _, s := range []string{f.Outlet, f.Title, f.Date.Words()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// Standing says whether a person confirmed what the footnote stands for.
func (f Footnote) Standing() string {
	if f.Confirmed {
		return "Confirmed by a person."
	}
	return "Not confirmed by a person."
}

// Link returns the address if a reader can follow it: http and https alone.
func (f Footnote) Link() string {
	lower := strings.ToLower(f.URL)
	if strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://") {
		return f.URL
	}
	return ""
}
