package engine

import (
	"testing"

	"pgregory.net/rapid"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/text"
)

// layout is a document of sentences with the given lengths; a negative length
// begins a block.
func layout(lengths []int) *annotate.Layers {
	l := &annotate.Layers{Document: &document.Document{}}
	for _, n := range lengths {
		if n < 0 || len(l.Blocks) == 0 {
			l.Blocks = append(l.Blocks, annotate.Block{})
		}
		first := len(l.Tokens)
		for range max(n, -n) {
			l.Tokens = append(l.Tokens, text.Span{Start: len(l.Tokens), End: len(l.Tokens) + 1})
		}
		l.Sentences = append(l.Sentences, annotate.Sentence{First: first, End: len(l.Tokens), Block: len(l.Blocks) - 1})
	}
	return l
}

func TestPassagesHoldEveryTokenOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		length := rapid.OneOf(rapid.IntRange(1, 60), rapid.IntRange(-60, -1), rapid.IntRange(1, 3*MaxPassage))
		l := layout(rapid.SliceOfN(length, 0, 400).Draw(t, "lengths"))
		at := 0
		for _, p := range passages(l) {
			if n := len(p.Tokens); n == 0 || n > MaxPassage {
				t.Fatalf("a passage of %d tokens", n)
			}
			if p.Tokens[0] != l.Tokens[at] {
				t.Fatalf("a passage begins at %v instead of %v", p.Tokens[0], l.Tokens[at])
			}
			covered := 0
			for _, s := range p.Sentences {
				if s.First != covered || s.End <= s.First {
					t.Fatalf("sentences %v", p.Sentences)
				}
				covered = s.End
			}
			if covered != len(p.Tokens) {
				t.Fatalf("sentences hold %d of %d tokens", covered, len(p.Tokens))
			}
			at += len(p.Tokens)
		}
		if at != len(l.Tokens) {
			t.Fatalf("passages hold %d of %d tokens", at, len(l.Tokens))
		}
	})
}

func TestPassagesEndAtBlocks(t *testing.T) {
	got := passages(layout([]int{-5000, -2000, 1000, -3000, 100}))
	var sizes []int
	for _, p := range got {
		sizes = append(sizes, len(p.Tokens))
	}
	if len(sizes) != 2 || sizes[0] != 8000 || sizes[1] != 3100 {
		t.Errorf("passages of %v tokens, want 8000 and 3100", sizes)
	}
}
