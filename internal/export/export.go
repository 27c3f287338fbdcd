// Package export shapes what the engine found as the public formats show it:
// offsets in code points, spans with their words, null where nothing is known.
// It owns the names that consumers rely on, and decides nothing about the
// entries themselves.
package export

import (
	"sort"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/engine"
	"onrecord/internal/text"
)

// Options say what to leave out.
type Options struct {
	NoText bool // the text of the document; the words of spans stay
}

// Gap stands between the spans of one part of an entry wherever they are shown
// in a row.
const Gap = " … "

// Words joins the words of spans, with Gap between two that do not touch.
func Words(t string, spans []text.Span) string {
	words := make([]string, len(spans))
	for i, s := range spans {
		words[i] = s.Of(t)
	}
	return strings.Join(words, Gap)
}

// view makes the shapes of one document.
type view struct {
	text   string
	blocks []annotate.Block
	index  *text.Index
}

func newView(r *engine.Reading) view {
	return view{text: r.Document.Text, blocks: r.Blocks, index: text.NewIndex(r.Document.Text)}
}

func (v view) span(s text.Span) Span {
	p := v.index.CodePoints(s)
	return Span{Start: p.Start, End: p.End, Text: s.Of(v.text)}
}

func (v view) spans(in []text.Span) []Span {
	out := make([]Span, len(in))
	for i, s := range in {
		out[i] = v.span(s)
	}
	return out
}

// block names the kind of the block that holds byte b.
func (v view) block(b int) *string {
	i := BlockAt(v.blocks, b)
	if i < 0 {
		return nil
	}
	return known(v.blocks[i].Kind.String())
}

// BlockAt returns the index of the block that holds byte b, -1 if none does.
func BlockAt(blocks []annotate.Block, b int) int {
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].End > b })
	if i == len(blocks) || blocks[i].Start > b {
		return -1
	}
	return i
}

// known is nil, which shows as null, for "".
func known[T ~string](v T) *string {
	if v == "" {
		return nil
	}
	s := string(v)
	return &s
}

// list is v, or an empty list where v is nil: lists are never null.
func list[T any](v []T) []T {
	if v == nil {
		return []T{}
	}
	return v
}
