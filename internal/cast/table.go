package cast

import (
	_ "embed" // for the tables
	"strings"

	"onrecord/internal/phrase"
)

var (
	//go:embed words/ambiguous.txt
	ambiguousText string
	//go:embed words/anonymous.txt
	anonymousText string
	//go:embed words/group.txt
	groupText string
	//go:embed words/noun.txt
	nounText string
	//go:embed words/office.txt
	officeText string
	//go:embed words/organ.txt
	organText string
	//go:embed words/outlet.txt
	outletText string
	//go:embed words/place.txt
	placeText string
)

// Tables returns all tables of words that this package reads, for who needs to
// tell one edition of them from another.
func Tables() string {
	return strings.Join([]string{ambiguousText, anonymousText, groupText, nounText, officeText, organText, outletText, placeText}, "\x00")
}

// The tables. They never change.
var (
	ambiguousNames = readEvidence(ambiguousText)
	anonymousTable = phrase.Read("anonymous.txt", anonymousText)
	groupTable     = phrase.Read("group.txt", groupText)
	nounTable      = phrase.Read("noun.txt", nounText)
	officeTable    = phrase.Read("office.txt", officeText)
	organTable     = phrase.Read("organ.txt", organText)
	outletNames    = readNames(outletText)
	placeTable     = phrase.Read("place.txt", placeText)
)

// Unnamed tells what kind of source a noun in lower case is that leaves it
// without a name: "voice" for people, "body" for what speaks for many, "" for
// other nouns.
func Unnamed(noun string) string { return anonymousTable.Class(noun) }

// readNames reads names parted by commas, over all lines.
func readNames(text string) map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		for name := range strings.SplitSeq(line, ",") {
			if name = strings.TrimSpace(name); name != "" {
				m[strings.ToLower(name)] = true
			}
		}
	}
	return m
}

// readEvidence reads lines ID: WORDS, WORDS as they stand in a text.
func readEvidence(text string) map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		id, list, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		for words := range strings.SplitSeq(list, ",") {
			m[strings.TrimSpace(id)] = append(m[strings.TrimSpace(id)], strings.TrimSpace(words))
		}
	}
	return m
}
