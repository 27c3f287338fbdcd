package prepare

import (
	"onrecord/internal/annotate"
	"onrecord/internal/annotate/block"
	"onrecord/internal/annotate/segment"
	"onrecord/internal/document"
	"onrecord/internal/encoder"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// read cuts t into blocks, words and sentences as the program itself does.
func read(t string) (*annotate.Layers, error) {
	l := &annotate.Layers{Document: &document.Document{Text: t}}
	for _, s := range []annotate.Stage{block.Stage(), segment.Stage()} {
		if err := s.Apply(l); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// article makes an example of an article with its attributions, and of the
// silver names where it has some.
func article(a gold.Article, silver []gold.SilverWord, v *encoder.Vocabulary) (Example, error) {
	l, err := read(a.Text)
	if err != nil {
		return Example{}, err
	}
	e, err := example(a.Name, l, v)
	if err != nil {
		return e, err
	}
	x := text.NewIndex(a.Text)
	e.Relations = []Relation{}
	for _, g := range a.Attributions {
		r := Relation{Cue: words(l, x, g.Cue), Source: words(l, x, g.Source), Content: words(l, x, g.Content)}
		if len(r.Cue) > 0 {
			e.Relations = append(e.Relations, r)
		}
	}
	e.Names = silverNames(l, x, silver)
	return e, nil
}

// words lists the words that share a letter with one of spans, which count
// code points.
func words(l *annotate.Layers, x *text.Index, spans []text.Span) []int {
	out := []int{}
	i := 0
	for _, s := range spans {
		b := text.Span{Start: x.Byte(s.Start), End: x.Byte(s.End)}
		for i > 0 && l.Tokens[i-1].End > b.Start {
			i--
		}
		for ; i < len(l.Tokens) && l.Tokens[i].Start < b.End; i++ {
			if l.Tokens[i].Overlaps(b) && (len(out) == 0 || out[len(out)-1] < i) {
				out = append(out, i)
			}
		}
	}
	return out
}

// silverNames labels each word with the class of the machine's word that it
// overlaps; neighbors of one class are one name, as CoreNLP has no B and I.
func silverNames(l *annotate.Layers, x *text.Index, silver []gold.SilverWord) []int {
	out := make([]int, len(l.Tokens))
	j, before := 0, -1
	for i, w := range l.Tokens {
		if len(silver) == 0 {
			out[i] = Unknown
			continue
		}
		for j < len(silver) && x.Byte(silver[j].End) <= w.Start {
			j++
		}
		class := -1
		if j < len(silver) && x.Byte(silver[j].Start) < w.End {
			class = silverClass(silver[j].Class, w.Of(l.Document.Text))
		}
		out[i] = bio(class, before)
		before = class
	}
	return out
}

func bio(class, before int) int {
	switch {
	case class < 0:
		return 0
	case class == before:
		return 2 + 2*class
	}
	return 1 + 2*class
}
