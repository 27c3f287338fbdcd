package coref

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"onrecord/internal/annotate"
)

//go:embed noun.txt
var nounText string

//go:embed given.txt
var givenText string

//go:embed title.txt
var titleText string

// sort is what a noun stands for.
type sort uint8

const (
	thing sort = iota
	person
	organization
	place
	people // many of them, in the singular
)

var sorts = map[string]sort{"person": person, "organization": organization, "place": place, "people": people}

// sense is what a noun tells of what it stands for.
type sense struct {
	sort   sort
	gender annotate.Gender
	actor  bool // can be a public actor
}

// words holds the tables: nouns by lemma, given names without accents, titles
// in lower case.
type words struct {
	nouns  map[string]sense
	given  map[string]annotate.Gender
	titles map[string]annotate.Gender
}

// tables reads the embedded tables once.
var tables = sync.OnceValue(func() *words {
	w := &words{nouns: map[string]sense{}, given: map[string]annotate.Gender{}, titles: map[string]annotate.Gender{}}
	sections(nounText, func(head, word string) {
		var s sense
		for f := range strings.FieldsSeq(head) {
			s.actor = s.actor || f == "actor"
			s.sort, s.gender = s.sort+sorts[f], s.gender+genders[f]
		}
		if _, known := w.nouns[word]; !known {
			w.nouns[word] = s
		}
	})
	sections(givenText, func(head, word string) { w.given[word] = genders[head] })
	sections(titleText, func(head, word string) { w.titles[word] = genders[head] })
	return w
})

var genders = map[string]annotate.Gender{"female": annotate.Female, "male": annotate.Male}

// sections calls f for each word of a table: a line that is not indented heads
// the lines below it, whose first word is a name for the reader if it ends in a
// colon.
func sections(table string, f func(head, word string)) {
	head := ""
	for line := range strings.Lines(table) {
		line, _, _ = strings.Cut(strings.TrimRight(line, "\n"), "#")
		if line == "" {
			continue
		}
		if line[0] != ' ' {
			head = line
			continue
		}
		if _, rest, named := strings.Cut(line, ":"); named {
			line = rest
		}
		for word := range strings.FieldsSeq(line) {
			f(head, word)
		}
	}
}

// noun returns the sense of a noun by its lemma in lower case. Nouns that the
// table does not know are things, but for those in -man and -woman.
func (w *words) noun(lemma string) sense {
	if s, ok := w.nouns[lemma]; ok {
		return s
	}
	if i := strings.LastIndexByte(lemma, '-'); i >= 0 && lemma[i+1:] != "" {
		return w.noun(lemma[i+1:]) // ex-president, co-founder
	}
	switch {
	case strings.HasSuffix(lemma, "woman"):
		return sense{sort: person, gender: annotate.Female}
	case strings.HasSuffix(lemma, "man") && len(lemma) > 4:
		return sense{sort: person, gender: annotate.Male}
	}
	return sense{}
}

// givenName returns the gender that a given name tells.
func (w *words) givenName(name string) annotate.Gender {
	if g, ok := w.given[name]; ok {
		return g
	}
	if g, ok := w.given[plain(name)]; ok {
		return g
	}
	first, _, double := strings.Cut(name, "-")
	if double {
		return w.given[plain(first)]
	}
	return annotate.UnknownGender
}

// plain takes the accents off the letters of s.
func plain(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= 0x300 && r < 0x370 {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}
