package link

import (
	_ "embed" // for the tables
	"fmt"
	"strings"
)

var (
	//go:embed words/office.txt
	officeText string
	//go:embed words/organ.txt
	organText string
	//go:embed words/ambiguous.txt
	ambiguousText string
	//go:embed words/anonymous.txt
	anonymousText string
	//go:embed words/carrier.txt
	carrierText string
	//go:embed words/occasion.txt
	occasionText string
	//go:embed words/outlet.txt
	outletText string
	//go:embed words/place.txt
	placeText string
	//go:embed words/group.txt
	groupText string
	//go:embed words/clause.txt
	clauseText string
)

// The tables. They never change.
var (
	officeTable    = readPhrases("office.txt", officeText)
	organTable     = readPhrases("organ.txt", organText)
	ambiguousNames = readEvidence(ambiguousText)
	anonymousTable = readPhrases("anonymous.txt", anonymousText)
	carrierTable   = readPhrases("carrier.txt", carrierText)
	occasionTable  = readPhrases("occasion.txt", occasionText)
	outletNames    = readNames(outletText)
	placeTable     = readPhrases("place.txt", placeText)
	groupTable     = readPhrases("group.txt", groupText)
	clauseTable    = readPhrases("clause.txt", clauseText)
)

// phrases is a table of phrases under classes, found by their last word. A
// phrase may be of several classes.
type phrases map[string][]phrase

type phrase struct {
	words []string // in lower case
	class string   // before the colon
}

// readPhrases reads lines CLASS: PHRASE, PHRASE. A line that it cannot read is
// a programmer's error.
func readPhrases(name, text string) phrases {
	t := phrases{}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		class, list, ok := strings.Cut(line, ":")
		if !ok {
			panic(fmt.Sprintf("link: %s:%d: want CLASS: PHRASE, PHRASE", name, n))
		}
		for entry := range strings.SplitSeq(list, ",") {
			words := strings.Fields(entry)
			if len(words) == 0 {
				panic(fmt.Sprintf("link: %s:%d: an empty phrase", name, n))
			}
			t.add(words, class)
			if strings.Contains(entry, "-") { // which may be three words, or one
				t.add(strings.Fields(strings.ReplaceAll(entry, "-", " - ")), class)
			}
		}
	}
	return t
}

func (t phrases) add(words []string, class string) {
	last := words[len(words)-1]
	t[last] = append(t[last], phrase{words, class})
}

// ending returns the classes of the longest phrase that ends before word end of
// low, not before word first, and where it starts; none gives start = end.
func (t phrases) ending(low []string, first, end int) (classes []string, start int) {
	start = end
	for _, p := range t[low[end-1]] {
		s := end - len(p.words)
		if s < first || s > start || !equal(low[s:end], p.words) {
			continue
		}
		if s < start {
			classes, start = nil, s
		}
		classes = append(classes, p.class)
	}
	return classes, start
}

// has says whether the single word w stands under class.
func (t phrases) has(class, w string) bool {
	for _, p := range t[w] {
		if len(p.words) == 1 && p.class == class {
			return true
		}
	}
	return false
}

// class returns the class of the single word w, "" if it has none.
func (t phrases) class(w string) string {
	for _, p := range t[w] {
		if len(p.words) == 1 {
			return p.class
		}
	}
	return ""
}

func equal(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

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
