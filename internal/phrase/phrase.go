// Package phrase finds phrases of a table in words: offices, organs, occasions.
// The tables are text files that a linguist can edit; who embeds them owns
// them. It judges no text.
package phrase

import (
	"fmt"
	"iter"
	"strings"
)

// Table is a table of phrases under classes, found by their last word. A
// phrase may be of several classes.
type Table map[string][]Phrase

// Phrase is one of them.
type Phrase struct {
	Words []string // in lower case
	Class string   // before the colon
}

// Line is a line of a table.
type Line struct {
	Number      int // of the file, from 1
	Class, List string
	OK          bool // it has a colon
}

// Lines goes through the lines CLASS: LIST of a table; what stands behind # is a
// comment, and empty lines are passed over.
func Lines(text string) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		n := 0
		for line := range strings.Lines(text) {
			n++
			line, _, _ = strings.Cut(line, "#")
			if line = strings.TrimSpace(line); line == "" {
				continue
			}
			class, list, ok := strings.Cut(line, ":")
			if !yield(Line{Number: n, Class: class, List: list, OK: ok}) {
				return
			}
		}
	}
}

// Read reads lines CLASS: PHRASE, PHRASE of the file called name; what stands
// behind # is a comment. A line that it cannot read is a programmer's error.
func Read(name, text string) Table {
	t := Table{}
	for line := range Lines(text) {
		if !line.OK {
			panic(fmt.Sprintf("phrase: %s:%d: want CLASS: PHRASE, PHRASE", name, line.Number))
		}
		class := line.Class
		for entry := range strings.SplitSeq(line.List, ",") {
			words := strings.Fields(entry)
			if len(words) == 0 {
				panic(fmt.Sprintf("phrase: %s:%d: an empty phrase", name, line.Number))
			}
			t.add(words, class)
			if strings.Contains(entry, "-") { // which may be three words, or one
				t.add(strings.Fields(strings.ReplaceAll(entry, "-", " - ")), class)
			}
		}
	}
	return t
}

func (t Table) add(words []string, class string) {
	last := words[len(words)-1]
	t[last] = append(t[last], Phrase{words, class})
}

// Ending returns the classes of the longest phrase that ends before word end of
// low, not before word first, and where it starts; none gives start = end.
func (t Table) Ending(low []string, first, end int) (classes []string, start int) {
	start = end
	for _, p := range t[low[end-1]] {
		s := end - len(p.Words)
		if s < first || s > start || !equal(low[s:end], p.Words) {
			continue
		}
		if s < start {
			classes, start = nil, s
		}
		classes = append(classes, p.Class)
	}
	return classes, start
}

// Has says whether the single word w stands under class.
func (t Table) Has(class, w string) bool {
	for _, p := range t[w] {
		if len(p.Words) == 1 && p.Class == class {
			return true
		}
	}
	return false
}

// Class returns the class of the single word w, "" if it has none.
func (t Table) Class(w string) string {
	for _, p := range t[w] {
		if len(p.Words) == 1 {
			return p.Class
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
