package phrase_test

import (
	"slices"
	"strings"
	"testing"

	"onrecord/internal/phrase"
)

const table = `
# offices
minister: minister, foreign minister
chief: secretary-general, chief   # of bodies
clergy: minister
`

func TestEnding(t *testing.T) {
	offices := phrase.Read("table", table)
	for _, c := range []struct {
		name, words string
		first       int
		classes     []string
		start       int
	}{
		{"the longest phrase counts", "the foreign minister", 0, []string{"minister"}, 1},
		{"a phrase of two classes", "the minister", 0, []string{"minister", "clergy"}, 1},
		{"not beyond where one may look", "foreign minister", 1, []string{"minister", "clergy"}, 1},
		{"a hyphen is a word of its own", "the secretary - general", 0, []string{"chief"}, 1},
		{"or none", "the secretary-general", 0, []string{"chief"}, 1},
		{"no phrase", "the council", 0, nil, 2},
	} {
		low := strings.Fields(c.words)
		classes, start := offices.Ending(low, c.first, len(low))
		if !slices.Equal(classes, c.classes) || start != c.start {
			t.Errorf("%s: %v at %d, want %v at %d", c.name, classes, start, c.classes, c.start)
		}
	}
}

func TestSingleWords(t *testing.T) {
	offices := phrase.Read("table", table)
	if !offices.Has("clergy", "minister") || offices.Has("chief", "minister") || offices.Has("minister", "foreign") {
		t.Error("a word stands under its classes alone")
	}
	if offices.Class("chief") != "chief" || offices.Class("foreign") != "" {
		t.Error("the class of a word")
	}
}

func TestALineWithoutClassIsTheProgrammersError(t *testing.T) {
	defer func() {
		if r := recover(); r == nil || !strings.Contains(r.(string), "table:2") {
			t.Errorf("%v", r)
		}
	}()
	phrase.Read("table", "a: b\nno class\n")
}
