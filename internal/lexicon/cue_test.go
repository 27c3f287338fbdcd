package lexicon_test

import (
	"strings"
	"testing"

	"onrecord/internal/lexicon"
)

func TestCueTablesHaveNothingTwice(t *testing.T) {
	for name, table := range map[string]lexicon.CueTable{"act.txt": lexicon.Acts(), "cue.txt": lexicon.Readings(), "modal.txt": lexicon.Modals()} {
		seen := map[string]string{}
		for _, e := range table.Entries {
			words := strings.Join(e.Lemmas, " ")
			key := words
			if name == "modal.txt" { // where a word may be of several kinds
				modality, kind, _ := strings.Cut(e.Class, " ")
				key = kind + " " + words
				if modality == "negative" {
					continue
				}
			}
			if before, ok := seen[key]; ok {
				t.Errorf("%s: %q is %s and %s", name, words, before, e.Class)
			}
			seen[key] = e.Class
		}
		if len(seen) < 50 {
			t.Errorf("%s has %d entries", name, len(seen))
		}
	}
}
