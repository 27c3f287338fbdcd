package lexicon

import (
	_ "embed"
	"strings"
)

//go:embed inflection.txt
var inflectionText string

//go:embed stem.txt
var stemText string

// LemmaTables returns the tables that Lemma reads, for who needs to tell one
// edition of them from another.
func LemmaTables() string { return inflectionText + stemText }

var (
	irregular = readInflections(inflectionText) // form to lemma, for each part of speech

	silent          = list("silent")   // stems that have lost an e against the rule
	bare            = list("bare")     // stems that have lost none against the rule
	single          = list("single")   // verbs that double their last letter though l, s, z or f
	gradable        = list("gradable") // adjectives and adverbs with a comparative
	properAdjective = list("proper")   // adjectives that keep their capital
	acronym         = list("acronym")  // common nouns that keep their capitals
)

// readInflections reads lines of a part of speech, a lemma and its forms:
// "VERB go: goes going gone went".
func readInflections(s string) map[POS]map[string]string {
	m := map[POS]map[string]string{}
	for line := range strings.Lines(s) {
		head, forms, ok := strings.Cut(line, ": ")
		if !ok || line[0] == '#' {
			continue
		}
		pos, lemma, _ := strings.Cut(head, " ")
		p := POS(pos)
		if m[p] == nil {
			m[p] = map[string]string{}
		}
		for _, f := range strings.Fields(forms) {
			m[p][f] = lemma
		}
	}
	return m
}

// list reads the members of one list of stem.txt.
func list(name string) map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(stemText) {
		if rest, ok := strings.CutPrefix(line, name+": "); ok {
			for _, w := range strings.Fields(rest) {
				m[w] = true
			}
		}
	}
	return m
}
