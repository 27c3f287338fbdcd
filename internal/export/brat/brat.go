// Package brat writes attributions as brat standoff (brat.nlplab.org/standoff),
// in the conventions of PolNeAR. Package gold reads them back.
package brat

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"onrecord/internal/annotate"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// Write writes the attributions of the text t, whose spans count code points:
//
//	T1	Source 0 4	Anna
//	T2	Cue 5 9	said
//	T3	Content 10 13;20 25	the … ferry
//	T4	Attribution 5 9	said
//	E1	Attribution:T4 Content:T3 Cue:T2 Source:T1
//
// A part that an attribution lacks has no T line. The event's own T line, which
// brat wants, repeats the cue, or without one the content. The words of a T line
// are those of its spans, with a space between them and one for each line break
// and tab.
func Write(w io.Writer, t string, attributions []gold.Attribution) error {
	b := &writer{w: bufio.NewWriter(w), text: t, index: text.NewIndex(t), points: utf8.RuneCountInString(t)}
	for i, a := range attributions {
		if err := b.attribution(i+1, a); err != nil {
			return fmt.Errorf("attribution %d: %w", i+1, err)
		}
	}
	return b.w.Flush()
}

// writer writes the lines of one text.
type writer struct {
	w      *bufio.Writer
	text   string
	index  *text.Index
	points int // code points of text
	spans  int // T lines so far
}

func (b *writer) attribution(n int, a gold.Attribution) error {
	trigger := a.Cue
	if len(trigger) == 0 {
		trigger = a.Content
	}
	if len(trigger) == 0 {
		return errors.New("neither a cue nor a content")
	}
	event := ""
	for _, part := range []struct {
		kind  string
		spans []text.Span
	}{{"Source", a.Source}, {"Cue", a.Cue}, {"Content", a.Content}, {"Attribution", trigger}} {
		if len(part.spans) == 0 {
			continue
		}
		if err := b.span(part.kind, part.spans); err != nil {
			return err
		}
		event = fmt.Sprintf(" %s:T%d", part.kind, b.spans) + event
	}
	_, err := fmt.Fprintf(b.w, "E%d\t%s\n", n, event[1:])
	return err
}

// lineBreaks are what a T line cannot hold.
var lineBreaks = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")

// span writes one T line.
func (b *writer) span(kind string, spans []text.Span) error {
	var offsets, words []string
	for _, s := range spans {
		if s.Start < 0 || s.Empty() || s.End > b.points {
			return fmt.Errorf("%s from %d to %d in a text of %d characters", kind, s.Start, s.End, b.points)
		}
		offsets = append(offsets, fmt.Sprintf("%d %d", s.Start, s.End))
		words = append(words, b.text[b.index.Byte(s.Start):b.index.Byte(s.End)])
	}
	b.spans++
	_, err := fmt.Fprintf(b.w, "T%d\t%s %s\t%s\n", b.spans, kind, strings.Join(offsets, ";"), lineBreaks.Replace(strings.Join(words, " ")))
	return err
}

// FromLayers returns the attributions of the passages of one document, in
// order, with spans in code points. Neighboring words make one span: words 3, 4
// and 6 are two spans, the first from the start of 3 to the end of 4.
func FromLayers(passages []*annotate.Layers) []gold.Attribution {
	if len(passages) == 0 {
		return nil
	}
	x := text.NewIndex(passages[0].Document.Text)
	var out []gold.Attribution
	for _, l := range passages {
		for _, a := range l.Attributions {
			out = append(out, gold.Attribution{Source: runs(l, x, a.Source), Cue: runs(l, x, a.Cue), Content: runs(l, x, a.Content)})
		}
	}
	return out
}

// runs returns the spans of tokens, which ascend.
func runs(l *annotate.Layers, x *text.Index, tokens []int) []text.Span {
	var out []text.Span
	for i, t := range tokens {
		s := x.CodePoints(l.Tokens[t])
		if i > 0 && tokens[i-1] == t-1 {
			out[len(out)-1].End = s.End
			continue
		}
		out = append(out, s)
	}
	return out
}
