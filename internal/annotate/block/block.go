// Package block cuts a document into blocks (headline, dateline, byline,
// paragraphs, captions, boilerplate) and reads out of them what the text says
// of its own publication: title, outlet, author, place, date and wire id.
// Nothing is dropped, and a sentence of the story is never boilerplate: a line
// that might hold a statement stays a paragraph.
package block

import (
	"onrecord/internal/annotate"
	"onrecord/internal/text"
)

// Stage gives blocks.
func Stage() annotate.Stage {
	return annotate.Stage{Name: "block", Version: annotate.Version(3), Gives: []annotate.Layer{annotate.LayerBlocks}, Apply: apply}
}

func apply(l *annotate.Layers) error {
	p := &page{text: l.Document.Text, facts: facts{document: l.Document}}
	p.units = units(p.text)
	p.read()
	l.Blocks, l.Facts = p.blocks, p.facts.settle()
	return nil
}

// page is a document on its way to blocks.
type page struct {
	text   string
	units  []text.Span // paragraphs and lines that stand alone
	blocks []annotate.Block
	facts  facts

	titled, dated bool // a headline, a dateline was found
}

// top is how many units from the start may carry dateline, byline and date;
// tail how many from the end may carry what newspapers put below a story.
const (
	top  = 8
	tail = 4
)

// read goes through the units in order and cuts each into its blocks.
func (p *page) read() {
	for i, u := range p.units {
		switch {
		case p.whole(i, u):
		case p.headline(i, u):
		default:
			p.paragraph(i, u)
		}
	}
}

// whole adds u as one block if all of it is something else than story.
func (p *page) whole(i int, u text.Span) bool {
	if u.Len() > longestRule {
		return false
	}
	s := bare(u.Of(p.text))
	switch {
	case p.identified(s):
		p.add(u, annotate.Boilerplate)
	case i < top && p.dateLine(s):
		p.add(u, annotate.Dateline)
	case p.byline(i, s):
		p.add(u, annotate.Byline)
	case i > 0 && i < top && p.imprint(s, p.beside(i)):
		p.add(u, annotate.Dateline)
	default:
		kind, ok := match(s, i >= len(p.units)-tail)
		if ok {
			p.add(u, kind)
		}
		return ok
	}
	return true
}

// beside says whether the unit before or behind unit i tells of the
// publication, as far as that can be seen: the one before is no paragraph and
// no headline, the one behind holds a date or a byline.
func (p *page) beside(i int) bool {
	if n := len(p.blocks); n > 0 && (p.blocks[n-1].Kind == annotate.Byline || p.blocks[n-1].Kind == annotate.Dateline) {
		return true
	}
	if i+1 >= len(p.units) {
		return false
	}
	next := bare(p.units[i+1].Of(p.text))
	if len(next) > longestImprint {
		return false
	}
	return fullDay.MatchString(next) || byPeople.MatchString(next) || desk.MatchString(next)
}

// paragraph adds u, with a wire tag and a dateline before it and an identifier
// behind it cut off.
//
//	(MENAFN) Talks go on.          → boilerplate "(MENAFN)", paragraph
//	KYIV (Reuters) - Talks go on.  → dateline "KYIV (Reuters) -", paragraph
func (p *page) paragraph(i int, u text.Span) {
	if i < top {
		if n, agency := tag(u.Of(p.text)); n > 0 {
			p.facts.tag = first(p.facts.tag, agency)
			u = p.cut(u, n, annotate.Boilerplate)
		}
	}
	if i < top && !p.dated {
		if d, ok := parseDateline(u.Of(p.text)); ok {
			p.dated, p.facts.dateline = true, d
			u = p.cut(u, d.length, annotate.Dateline)
		}
	}
	var behind text.Span
	if i >= len(p.units)-tail {
		if n := p.trailing(u.Of(p.text)); n > 0 {
			behind = text.Span{Start: u.End - n, End: u.End}
			u.End = behind.Start
		}
	}
	p.add(u, annotate.Paragraph)
	p.add(behind, annotate.Boilerplate)
}

// cut adds the first n bytes of u and returns the rest.
func (p *page) cut(u text.Span, n int, kind annotate.BlockKind) text.Span {
	p.add(text.Span{Start: u.Start, End: u.Start + n}, kind)
	return text.Span{Start: u.Start + n, End: u.End}
}

// add appends a block of what s covers, without the white space at its ends;
// none if nothing is left.
func (p *page) add(s text.Span, kind annotate.BlockKind) {
	if s = trim(p.text, s); !s.Empty() {
		p.blocks = append(p.blocks, annotate.Block{Span: s, Kind: kind})
	}
}
