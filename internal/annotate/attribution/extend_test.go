package attribution

import (
	"strings"
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/text"
)

// parsed reads words written word/TAG/head/relation; heads count from 0 and "-"
// is the root.
func parsed(t *testing.T, sentence string) *annotate.Layers {
	t.Helper()
	l := &annotate.Layers{}
	for i, w := range strings.Fields(sentence) {
		f := strings.Split(w, "/")
		tag, err := annotate.ParseUPOS(f[1])
		if err != nil {
			t.Fatal(err)
		}
		head := int32(-1)
		if f[2] != "-" {
			head = 0
			for _, d := range f[2] {
				head = head*10 + d - '0'
			}
		}
		l.Tokens = append(l.Tokens, text.Span{Start: i, End: i + 1})
		l.Tags, l.Heads, l.Relations = append(l.Tags, tag), append(l.Heads, head), append(l.Relations, f[3])
	}
	return l
}

func TestACueTakesTheVerbItWaitsFor(t *testing.T) {
	l := parsed(t, "It/PRON/4/nsubj may/AUX/4/aux also/ADV/4/advmod not/PART/4/advmod illustrate/VERB/-/root that/PRON/4/obj")
	for _, c := range []struct {
		name             string
		first, end, want int
	}{
		{"an auxiliary and an adverb wait", 1, 3, 5},
		{"a verb waits for nothing", 4, 5, 5},
		{"a word that hangs elsewhere waits for nothing", 0, 1, 1},
	} {
		if got := completed(l, c.first, c.end); got != c.want {
			t.Errorf("%s: end %d, want %d", c.name, got, c.want)
		}
	}
	if got := completed(parsed(t, "He/PRON/1/nsubj is/AUX/-/root right/ADJ/1/xcomp"), 1, 2); got != 2 {
		t.Errorf("no verb follows, but the end is %d", got)
	}
}

func TestAContentTakesThePhraseBehindIt(t *testing.T) {
	// He backed | help for Kyiv | over many years , she said
	const words = "He/PRON/1/nsubj backed/VERB/10/ccomp help/NOUN/1/obj for/ADP/4/case Kyiv/PROPN/2/nmod over/ADP/7/case many/ADJ/7/amod years/NOUN/2/nmod ,/PUNCT/10/punct she/PRON/10/nsubj said/VERB/-/root"
	for _, c := range []struct {
		name, words string
		labels      []uint8
		want        int // words of the content
	}{
		{"a phrase that hangs on the content", words, []uint8{1, 0, 2, 2, 2, 0, 0, 0, 0, 0, 0}, 6},
		{"one that hangs on the cue", strings.Replace(words, "years/NOUN/2/nmod", "years/NOUN/1/obl", 1), []uint8{1, 0, 2, 2, 2, 0, 0, 0, 0, 0, 0}, 3},
		{"one that is no phrase of a preposition", strings.Replace(words, "years/NOUN/2/nmod", "years/NOUN/2/conj", 1), []uint8{1, 0, 2, 2, 2, 0, 0, 0, 0, 0, 0}, 3},
		{"one whose words are the source", words, []uint8{0, 0, 2, 2, 2, 0, 0, 1, 0, 0, 0}, 3},
		{"one without a mark behind it", strings.Replace(words, ",/PUNCT", "as/SCONJ", 1), []uint8{1, 0, 2, 2, 2, 0, 0, 0, 0, 0, 0}, 3},
		{"nothing to extend", words, make([]uint8, 11), 0},
	} {
		l := parsed(t, c.words)
		s := &scratch{barred: make([]bool, len(l.Tokens))}
		s.words = appendLabeled(nil, c.labels, content, 0)
		s.extend(l, cue{first: 1, end: 2}, c.labels, 0, 0)
		if len(s.words) != c.want {
			t.Errorf("%s: the content is %v, want %d words", c.name, s.words, c.want)
		}
	}
}
