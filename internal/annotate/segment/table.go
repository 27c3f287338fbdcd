package segment

import (
	_ "embed"
	"strings"
)

//go:embed table.txt
var tableText string

// words are the lists of table.txt.
var words = readTable(tableText)

// table holds what decides where a word ends.
type table struct {
	abbreviation, numbered, prefix, suffix, unit, currency, closing, opener, title, article, saying map[string]bool
	apostrophe, elided, stroke, domain, file                                                        map[string]bool
	after                                                                                           map[string]string // abbreviation to the word before it
	fused                                                                                           map[string][]int  // word to the lengths of its parts
	emoticon                                                                                        []string          // the longest first
}

// longestFused bounds the words that may be two in one.
const longestFused = 8

func readTable(s string) *table {
	lists := map[string][]string{}
	for line := range strings.Lines(s) {
		if name, members, ok := strings.Cut(line, ": "); ok && name[0] != '#' {
			lists[name] = append(lists[name], strings.Fields(members)...)
		}
	}
	set := func(name string) map[string]bool {
		m := make(map[string]bool, len(lists[name]))
		for _, w := range lists[name] {
			m[w] = true
		}
		return m
	}
	t := &table{
		abbreviation: set("abbreviation"), numbered: set("numbered"), prefix: set("prefix"), suffix: set("suffix"),
		unit: set("unit"), currency: set("currency"), apostrophe: set("apostrophe"), elided: set("elided"),
		stroke: set("stroke"), domain: set("domain"), closing: set("closing"), opener: set("opener"), title: set("title"), article: set("article"), saying: set("saying"),
		file:  set("file"),
		after: map[string]string{}, fused: map[string][]int{},
	}
	for _, w := range lists["after"] {
		before, abbreviation, _ := strings.Cut(w, ".")
		t.after[abbreviation] = before
	}
	for _, w := range lists["fused"] {
		var lengths []int
		for _, part := range strings.Split(w, "|") {
			lengths = append(lengths, len(part))
		}
		t.fused[strings.ReplaceAll(w, "|", "")] = lengths
	}
	for n := 4; n > 0; n-- {
		for _, e := range lists["emoticon"] {
			if len(e) == n {
				t.emoticon = append(t.emoticon, e)
			}
		}
	}
	return t
}

// folded returns whether m has s in lower case. It allocates nothing; words
// longer than any entry are in no list.
func folded(m map[string]bool, s string) bool {
	var buf [16]byte
	b, ok := fold(&buf, s)
	return ok && m[string(b)]
}

// fold writes s in lower case into buf, curly apostrophes straight; it fails
// on what does not fit or is not ASCII.
func fold(buf *[16]byte, s string) ([]byte, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x80 {
			if !strings.HasPrefix(s[i:], "’") {
				return nil, false
			}
			c, i = '\'', i+2
		} else if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if n == len(buf) {
			return nil, false
		}
		buf[n] = c
		n++
	}
	return buf[:n], true
}
