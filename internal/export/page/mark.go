package page

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"onrecord/internal/export"
	"onrecord/internal/export/sheet"
)

// Block is a block of the article, cut into pieces at every border of a mark.
type Block struct {
	Kind   string
	Pieces []Piece
}

// Piece is a run of letters that lie in the same marks, and the references that
// stand behind it.
type Piece struct {
	Text  string
	Class string // "" where there is no mark
	Refs  []Ref
}

// Ref is a number in the text that leads to an entry.
type Ref struct{ ID, Entry, Number, Name string }

// mark is a stretch of the text that belongs to an entry.
type mark struct {
	export.Span
	class string // source, cue, content, pledge or action
	entry string
}

// marks lists the stretches of all entries, and where the reference to each
// entry stands: behind the last letter of its head.
func marksOf(o export.Object) (marks []mark, refs map[int][]Ref) {
	refs = map[int][]Ref{}
	refer := func(at int, id, number, name string) {
		refs[at] = append(refs[at], Ref{ID: reference(id), Entry: id, Number: number, Name: name})
	}
	add := func(class, entry string, spans ...export.Span) {
		for _, s := range spans {
			marks = append(marks, mark{s, class, entry})
		}
	}
	for i, s := range o.Statements {
		id := fmt.Sprintf("s%d", i+1)
		add("source", id, s.Source...)
		add("cue", id, s.Cue...)
		add("content", id, s.Content...)
		if at := sheet.First(s.Cue, s.Content); at != nil {
			refer(at[len(at)-1].End, id, fmt.Sprint(i+1), fmt.Sprintf("statement %d", i+1))
		}
	}
	for i, p := range o.Pledges {
		id, at := fmt.Sprintf("p%d", i+1), p.Predicate
		add("pledge", id, p.Predicate)
		for k := len(p.Items) - 1; k >= 0; k-- {
			add("pledge", id, p.Items[k].Span)
			at = p.Items[k].Span
		}
		for k := len(p.Amounts) - 1; k >= 0; k-- {
			add("pledge", id, p.Amounts[k].Span)
			at = p.Amounts[k].Span
		}
		refer(at.End, id, fmt.Sprintf("P%d", i+1), fmt.Sprintf("pledge %d", i+1))
	}
	for i, a := range o.Actions {
		id := fmt.Sprintf("a%d", i+1)
		add("action", id, a.Predicate.Span)
		refer(a.Predicate.End, id, fmt.Sprintf("A%d", i+1), fmt.Sprintf("action %d", i+1))
	}
	return marks, refs
}

// reference is the id of the number in the text that leads to an entry.
func reference(entry string) string { return "t-" + entry }

// blocks cuts the article at every border of a mark.
func blocks(o export.Object) []Block {
	if o.Document.Text == nil {
		return nil
	}
	text := []rune(*o.Document.Text)
	marks, refs := marksOf(o)
	borders := make([]int, 0, 2*len(marks)+len(refs))
	for _, m := range marks {
		borders = append(borders, m.Start, m.End)
	}
	for at := range refs {
		borders = append(borders, at)
	}
	slices.Sort(borders)
	borders = slices.Compact(borders)
	slices.SortStableFunc(marks, func(x, y mark) int { return x.Start - y.Start })
	var out []Block
	var open []mark
	next := 0 // mark
	for _, x := range o.Document.Blocks {
		block := Block{Kind: x.Kind}
		i, _ := slices.BinarySearch(borders, x.Start+1)
		for at := x.Start; at < x.End; {
			end := x.End
			if i < len(borders) && borders[i] < end {
				end = borders[i]
				i++
			}
			for ; next < len(marks) && marks[next].Start <= at; next++ {
				open = append(open, marks[next])
			}
			open = slices.DeleteFunc(open, func(m mark) bool { return m.End <= at })
			block.Pieces = append(block.Pieces, Piece{Text: string(text[at:end]), Class: classes(open), Refs: refs[end]})
			delete(refs, end)
			at = end
		}
		out = append(out, block)
	}
	return out
}

// classes names what a piece lies in, and whose: "content cue s1 s2". A content
// within a content is deep.
func classes(open []mark) string {
	var out []string
	contents := 0
	for _, m := range open {
		if m.class == "content" {
			contents++
		}
		out = append(out, m.class, m.entry)
	}
	if contents > 1 {
		out = append(out, "deep")
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}

// links are rules that light up the words of an entry while it is pointed at or
// led to, and the entry while its words are.
func links(o export.Object) template.CSS {
	var ids []string
	for i := range o.Statements {
		ids = append(ids, fmt.Sprintf("s%d", i+1))
	}
	for i := range o.Pledges {
		ids = append(ids, fmt.Sprintf("p%d", i+1))
	}
	for i := range o.Actions {
		ids = append(ids, fmt.Sprintf("a%d", i+1))
	}
	if len(ids) == 0 {
		return ""
	}
	var words, entries []string
	for _, id := range ids {
		words = append(words, fmt.Sprintf("body:has(#%[1]s:is(:hover,:target,:focus-within)) .%[1]s", id))
		entries = append(entries, fmt.Sprintf("body:has(.%[1]s:hover) #%[1]s", id))
	}
	return template.CSS(strings.Join(words, ",\n") + "{background:var(--lit)}\n" + strings.Join(entries, ",\n") + "{border-color:var(--accent)}\n")
}
