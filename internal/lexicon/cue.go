package lexicon

import (
	_ "embed" // for the tables
	"fmt"
	"strings"

	"onrecord/internal/phrase"
)

var (
	//go:embed act.txt
	actText string
	//go:embed cue.txt
	cueText string
	//go:embed modal.txt
	modalText string
)

// CueEntry is one entry of a table about cues: a few lemmas and what they are.
type CueEntry struct {
	Class  string   // before the colon
	Lemmas []string // at least one
}

// CueTable is a table of entries under classes, as in act.txt.
type CueTable struct {
	Text    string // the whole file, for digests
	Entries []CueEntry
}

// Acts tells by its lemmas what a cue does; the classes are the acts.
func Acts() CueTable { return cueTable("act.txt", actText) }

// Readings tells the words of an outlet's own readings from speech. The
// classes are "reading", "either" (verbs) and "event" (nouns).
func Readings() CueTable { return cueTable("cue.txt", cueText) }

// Modals tells the modality of clauses. The classes are a modality and a kind
// of word: "possible auxiliary".
func Modals() CueTable { return cueTable("modal.txt", modalText) }

// cueTable reads an embedded table. A line that it cannot read is a
// programmer's error.
func cueTable(name, s string) CueTable {
	t := CueTable{Text: s}
	for line := range phrase.Lines(s) {
		for entry := range strings.SplitSeq(line.List, ",") {
			e := CueEntry{Class: line.Class, Lemmas: strings.Fields(entry)}
			if !line.OK || line.Class == "" || len(e.Lemmas) == 0 {
				panic(fmt.Sprintf("lexicon: %s:%d: want CLASS: LEMMA…, LEMMA…", name, line.Number))
			}
			t.Entries = append(t.Entries, e)
		}
	}
	return t
}
