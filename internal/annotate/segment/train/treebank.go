package main

import (
	"fmt"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/block"
	"onrecord/internal/annotate/segment"
	"onrecord/internal/document"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// passage is a treebank as running text with the words and sentences that
// people found in it.
type passage struct {
	text             string
	words, sentences []text.Span
}

// read lays the treebank at path out as text: sentences joined by a space, a
// blank line before each paragraph and document.
func read(path string) (passage, error) {
	sentences, err := gold.ReadTreebank(path)
	if err != nil {
		return passage{}, err
	}
	var b strings.Builder
	var p passage
	for i, s := range sentences {
		if i > 0 {
			if s.NewDoc || s.NewPar {
				b.WriteString("\n\n")
			} else {
				b.WriteByte(' ')
			}
		}
		base := b.Len()
		b.WriteString(s.Text)
		at := 0
		for _, w := range s.Words {
			k := strings.Index(s.Text[at:], w.Form)
			if k < 0 {
				return p, fmt.Errorf("%s: %s: no %q in the text", path, s.ID, w.Form)
			}
			p.words = append(p.words, text.Span{Start: base + at + k, End: base + at + k + len(w.Form)})
			at += k + len(w.Form)
		}
		n := len(p.words)
		p.sentences = append(p.sentences, text.Span{Start: p.words[n-len(s.Words)].Start, End: p.words[n-1].End})
	}
	p.text = b.String()
	return p, nil
}

// cut runs the stages of the program over p.
func cut(p passage) (*annotate.Layers, error) {
	l := &annotate.Layers{Document: &document.Document{Text: p.text}}
	for _, s := range []annotate.Stage{block.Stage(), segment.Stage()} {
		if err := s.Apply(l); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// examples are the blocks of p with their sentences.
func (p passage) examples() ([]segment.Example, error) {
	l := &annotate.Layers{Document: &document.Document{Text: p.text}}
	if err := block.Stage().Apply(l); err != nil {
		return nil, err
	}
	starts := make(map[int]bool, len(p.sentences))
	for _, s := range p.sentences {
		starts[s.Start] = true
	}
	out := make([]segment.Example, len(l.Blocks))
	for i, b := range l.Blocks {
		out[i] = segment.Example{Text: p.text, Block: b.Span, Starts: starts}
	}
	return out, nil
}
