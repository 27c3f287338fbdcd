package pledge

import (
	"strings"
	"testing"
)

func TestParseTellsTheLineOfAnError(t *testing.T) {
	for text, want := range map[string]string{
		"verb pledged give firm pledge":            "1: no colon",
		"\n: pledge":                               "2: nothing before the colon",
		"# a comment\nverb pledged: pledge":        "2: \"verb pledged\" is no class, status and frame",
		"verb promised give: pledge":               "1: \"verb promised give\" is no class, status and frame",
		"verb pledged hand: pledge":                "1: \"verb pledged hand\" is no class, status and frame",
		"verb pledged give hard: pledge":           "1: no flag is called \"hard\"",
		"gift: cake":                               "1: no list is called \"gift\"",
		"verb pledged give: pledge, , promise":     "1: an empty word",
		"aid: aid\n\ncondition: if\nnoun - way: x": "4: \"noun - way\" is no class, status and frame",
	} {
		if _, err := parse(text); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("parse(%q) = %v, want %s", text, err, want)
		}
	}
}

func TestLongerPredicatesGoFirst(t *testing.T) {
	for lemma, w := range lexicon.words {
		for k := 1; k < len(w.entries); k++ {
			if len(w.entries[k].words) > len(w.entries[k-1].words) {
				t.Errorf("%s: %q stands behind %q", lemma, w.entries[k].words, w.entries[k-1].words)
			}
		}
	}
}

// TestNoPredicateIsToldTwice holds the lexicon against slips of the pen.
func TestNoPredicateIsToldTwice(t *testing.T) {
	for lemma, w := range lexicon.words {
		seen := map[string]bool{}
		for _, e := range w.entries {
			key := classes[e.class] + " " + strings.Join(e.words, " ")
			if seen[key] {
				t.Errorf("%s is there twice as %s", lemma, key)
			}
			seen[key] = true
		}
	}
}
