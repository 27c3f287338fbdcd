// Package terminal shows a reading to a person at a terminal: the headline,
// then of each statement the speaker as written, what is said, how, and where
// it stands. The outlet's own interpretations and the document's problems
// follow, apart. The words are the article's, but for control characters,
// which could do anything to a terminal.
package terminal

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"time"

	"onrecord/internal/annotate"
	"onrecord/internal/engine"
	"onrecord/internal/export"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// Style is what the terminal can do.
type Style struct {
	Width int  // columns; 0 means 80
	Color bool // ANSI colors
}

// maxWidth is the longest line that is still easy to read.
const maxWidth = 100

// Text returns r as text of lines no longer than the style's width, as far as
// words allow.
func Text(r *engine.Reading, s Style) []byte {
	if s.Width <= 0 {
		s.Width = 80
	}
	p := &page{
		Style: Style{Width: max(min(s.Width, maxWidth), 30), Color: s.Color},
		r:     r, index: text.NewIndex(r.Document.Text), numbers: make([]int, len(r.Blocks)),
	}
	n := 0
	for i, b := range r.Blocks {
		if b.Kind == annotate.Paragraph {
			n++
			p.numbers[i] = n
		}
	}
	for _, l := range r.Passages {
		for _, q := range l.Quotes {
			if q.Depth == 0 {
				p.outer = append(p.outer, q.Span)
			}
		}
	}
	p.heading()
	var glosses []record.Statement
	for _, s := range r.Statements {
		if s.Act == record.Gloss {
			glosses = append(glosses, s)
			continue
		}
		p.statement(s)
	}
	if len(glosses) > 0 {
		p.section("The outlet’s own words")
		for _, g := range glosses {
			p.gloss(g)
		}
	}
	p.problems()
	p.out.WriteByte('\n')
	return []byte(p.out.String())
}

// page is one document as it is written.
type page struct {
	Style
	r       *engine.Reading
	index   *text.Index
	numbers []int       // of each block that is a paragraph, from 1
	outer   []text.Span // the outer quotations
	out     strings.Builder
	now     string // the ink
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

// margin is how far statements stand in; hang is how far their words do.
const (
	margin = "  "
	hang   = "    "
)

func (p *page) heading() {
	known := engine.Known(p.r)
	origin := p.r.Document.Origin
	name := cmp.Or(known.Title, filepath.Base(origin))
	p.lines("", "", run{name, bold})
	var meta []string
	for _, m := range []string{known.Outlet, date(known.Published), origin} {
		if m != "" && m != name {
			meta = append(meta, m)
		}
	}
	if len(meta) > 0 {
		p.lines("", "", run{strings.Join(meta, " · "), dim})
	}
	if len(p.r.Statements) == 0 && !p.r.Document.Has("language") {
		p.out.WriteByte('\n')
		p.lines(margin, margin, run{"No statements found.", dim})
	}
}

// date writes a day as people do: 7 April 2024. Other EDTF stays as it is.
func date(edtf string) string {
	if t, err := time.Parse(time.DateOnly, edtf); err == nil {
		return t.Format("2 January 2006")
	}
	return edtf
}

func (p *page) statement(s record.Statement) {
	t := p.r.Document.Text
	p.out.WriteByte('\n')
	head := []run{{"Nobody named", dim}}
	if len(s.Source) > 0 {
		head = []run{{strings.TrimRight(export.Words(t, s.Source), ",;: "), speaker}}
	}
	if len(s.Cue) > 0 {
		head = append(head, run{"\u00a0·", dim}, run{" " + export.Words(t, s.Cue), plain})
	}
	p.lines(margin, hang, head...)
	p.lines(hang, hang, p.quoted(s.Content)...)
	how := s.Manner.String()
	if s.Act != record.Say {
		how = s.Act.String() + ", " + how
	}
	at := s.Content
	if len(at) == 0 {
		at = s.Cue
	}
	p.lines(hang, hang, run{how + " · " + p.place(at), dim})
}

// gloss shows the source, cue and content of an interpretation in the order in
// which they stand.
func (p *page) gloss(s record.Statement) {
	parts := p.joined(slices.Concat(s.Source, s.Cue, s.Content))
	p.out.WriteByte('\n')
	p.lines(hang, hang, p.quoted(parts)...)
	p.lines(hang, hang, run{p.place(parts), dim})
}

// joined sorts spans and joins those with nothing but space between them.
func (p *page) joined(spans []text.Span) []text.Span {
	slices.SortFunc(spans, text.Compare)
	out := spans[:0]
	for _, s := range spans {
		if last := len(out) - 1; last >= 0 && strings.TrimSpace(p.r.Document.Text[min(out[last].End, s.Start):s.Start]) == "" {
			out[last] = out[last].Cover(s)
			continue
		}
		out = append(out, s)
	}
	return out
}

// quoted returns spans as runs, what stands in quotation marks in its own ink.
// Spans with nothing but space between them join.
func (p *page) quoted(spans []text.Span) []run {
	t := p.r.Document.Text
	var out []run
	for i, s := range spans {
		if i > 0 {
			gap := " "
			if strings.TrimSpace(t[min(spans[i-1].End, s.Start):s.Start]) != "" {
				gap = export.Gap
			}
			out = append(out, run{gap, plain})
		}
		at := s.Start
		for _, q := range p.quotes(s) {
			out = append(out, run{t[at:q.Start], plain}, run{q.Of(t), quoted})
			at = q.End
		}
		out = append(out, run{t[at:s.End], plain})
	}
	return out
}

// quotes returns the parts of s that stand in outer quotation marks.
func (p *page) quotes(s text.Span) []text.Span {
	var out []text.Span
	first := sort.Search(len(p.outer), func(i int) bool { return p.outer[i].End > s.Start })
	at := s.Start
	for _, q := range p.outer[first:] {
		if q.Start >= s.End {
			break
		}
		if q = (text.Span{Start: max(q.Start, at), End: min(q.End, s.End)}); !q.Empty() {
			out = append(out, q)
			at = q.End
		}
	}
	return out
}

// place cites spans: the paragraph that they begin in and the code points of
// each.
func (p *page) place(spans []text.Span) string {
	if len(spans) == 0 {
		return "nowhere"
	}
	var at []string
	for _, x := range spans {
		c := p.index.CodePoints(x)
		at = append(at, fmt.Sprintf("%d–%d", c.Start, c.End))
	}
	return p.block(spans[0].Start) + " · " + strings.Join(at, ", ")
}

// block names the block that holds byte b: a paragraph by its number.
func (p *page) block(b int) string {
	i := export.BlockAt(p.r.Blocks, b)
	switch {
	case i < 0:
		return "outside all blocks"
	case p.numbers[i] > 0:
		return fmt.Sprintf("¶%d", p.numbers[i])
	}
	return p.r.Blocks[i].Kind.String()
}

func (p *page) section(title string) {
	p.out.WriteByte('\n')
	p.lines(margin, margin, run{title, bold})
}

func (p *page) problems() {
	for _, x := range p.r.Document.Problems {
		p.out.WriteByte('\n')
		what := x.What
		if x.Span != (text.Span{}) {
			what += fmt.Sprintf(" (%d–%d)", p.index.CodePoint(x.Span.Start), p.index.CodePoint(x.Span.End))
		}
		p.lines(margin+"! ", hang, run{what, warning})
		if x.Hint != "" {
			p.lines(hang, hang, run{x.Hint, dim})
		}
	}
}
