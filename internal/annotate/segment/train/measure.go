package main

import (
	"fmt"
	"strings"

	"onrecord/internal/text"
)

// measure prints how far the program's words and sentences are those of p.
func measure(p passage, misses int) error {
	l, err := cut(p)
	if err != nil {
		return err
	}
	sentences := make([]text.Span, len(l.Sentences))
	for i, s := range l.Sentences {
		sentences[i] = text.Span{Start: l.Tokens[s.First].Start, End: l.Tokens[s.End-1].End}
	}
	score("words", p, p.words, l.Tokens, misses)
	score("sentences", p, p.sentences, sentences, misses)
	return nil
}

// score compares spans one to one and prints precision, recall and F1.
func score(name string, p passage, want, got []text.Span, misses int) {
	both, i, shown := 0, 0, 0
	for j, w := range want {
		for i < len(got) && text.Compare(got[i], w) < 0 {
			i++
		}
		if i < len(got) && got[i] == w {
			both++
			continue
		}
		if shown < misses {
			shown++
			near := w
			var parts []string
			for k := max(0, i-40); k < len(got) && k < i+40; k++ {
				if got[k].Overlaps(near) {
					parts = append(parts, got[k].Of(p.text))
				}
			}
			fmt.Printf("  %-10s want %q got %q  in %q\n", name, w.Of(p.text), strings.Join(parts, "|"), p.text[want[max(0, j-3)].Start:want[min(len(want)-1, j+3)].End])
		}
	}
	precision, recall := float64(both)/float64(len(got)), float64(both)/float64(len(want))
	fmt.Printf("%-10s %6d gold %6d found  precision %.2f recall %.2f F1 %.2f\n", name, len(want), len(got), 100*precision, 100*recall, 200*precision*recall/(precision+recall))
}
