package segment

import (
	"strings"
	"testing"

	"onrecord/internal/text"
)

// The steps of the cutter beyond the plain walk must grow as the text does,
// whatever stands in it. What looks ahead must be bounded or use up what it saw.
func TestWordsGrowWithTheText(t *testing.T) {
	for _, unit := range []string{
		"a", "1", "a.", "A.", "a.b", "1-", "1,1", "1.1a", "'s", "n't", "'", "’", "‘’", "-", "a-", "e-", "non-", ".", "!.", "?!", "…", "#a", "@a", "@a.", "www.", "http://", "<www.a",
		")", "(:", ":)", "=)", "a:)", "+1", "$.1", "*a", "a*", "a/", "/a", "a&", "d'", "\u00ad", "👍🏽", "北", "etc. ", "A. ", "No. ", "I. ", "$$", "f--", "_", "\u200d", "́",
	} {
		steps := func(n int) int {
			c := cutter{t: strings.Repeat(unit, n)}
			c.run()
			return c.steps
		}
		if small, large := steps(1000), steps(8000); large > 9*small+10_000 {
			t.Errorf("%q: %d steps for 1,000, %d for 8,000", unit, small, large)
		}
	}
}

func TestWordsTakeNoMemoryEach(t *testing.T) {
	s := strings.Repeat("Don't tell Sen. Doe's co-author, who's paid $5m (3:30pm) at http://example.org/a... ", 200)
	c := cutter{t: s}
	c.run()
	into := c.words
	if n := testing.AllocsPerRun(5, func() {
		c := cutter{t: s, words: into[:0]}
		c.run()
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestLearnIsReproducible(t *testing.T) {
	var e []Example
	for i := range 400 {
		last := []string{"left", "approx", "stayed", "resp", "sang", "ult"}[i%6]
		s := "We " + last + ". " + []string{"Ann", "The", "New"}[i%3] + " house."
		e = append(e, Example{Text: s, Block: text.Span{End: len(s)}, Starts: map[int]bool{0: true, len("We ") + len(last) + 2: i%2 == 0}})
	}
	if a, b := Learn(e), Learn(e); a != b || strings.Count(a, "\n") < 3 {
		t.Errorf("the same examples give\n%s\nand\n%s", a, b)
	}
}
