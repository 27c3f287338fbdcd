package entity

import (
	"slices"
	"strings"
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/text"
)

// layers has the words of t, a space between them.
func layers(t string) *annotate.Layers {
	l := &annotate.Layers{Document: &document.Document{Text: t}}
	at := 0
	for _, w := range strings.Split(t, " ") {
		l.Tokens = append(l.Tokens, text.Span{Start: at, End: at + len(w)})
		at += len(w) + 1
	}
	return l
}

func TestRepairs(t *testing.T) {
	const (
		per, org, place, group = annotate.Person, annotate.Organization, annotate.Place, annotate.Group
	)
	for _, c := range []struct {
		name        string
		text        string
		names, want []annotate.Entity
	}{
		{
			"parts of a person side by side", "Sir Jeffrey Donaldson",
			[]annotate.Entity{{First: 0, End: 1, Class: per, Score: .5}, {First: 1, End: 3, Class: per, Score: .5}},
			[]annotate.Entity{{First: 0, End: 3, Class: per, Score: .25}},
		},
		{
			"classes that differ stay apart", "Brussels NATO",
			[]annotate.Entity{{First: 0, End: 1, Class: place, Score: 1}, {First: 1, End: 2, Class: org, Score: 1}},
			[]annotate.Entity{{First: 0, End: 1, Class: place, Score: 1}, {First: 1, End: 2, Class: org, Score: 1}},
		},
		{
			"groups stay apart", "Russian Orthodox",
			[]annotate.Entity{{First: 0, End: 1, Class: group, Score: 1}, {First: 1, End: 2, Class: group, Score: 1}},
			[]annotate.Entity{{First: 0, End: 1, Class: group, Score: 1}, {First: 1, End: 2, Class: group, Score: 1}},
		},
		{
			"marks and function words at the ends", "the House of Lords ’s (",
			[]annotate.Entity{{First: 0, End: 6, Class: org, Score: 1}},
			[]annotate.Entity{{First: 1, End: 4, Class: org, Score: 1}},
		},
		{
			"nothing but a mark", "said -- and",
			[]annotate.Entity{{First: 1, End: 3, Class: org, Score: 1}},
			nil,
		},
		{
			"most of the same name decide", "Meretz and Meretz or Meretz",
			[]annotate.Entity{{First: 0, End: 1, Class: org, Score: .9}, {First: 2, End: 3, Class: per, Score: .6}, {First: 4, End: 5, Class: org, Score: .5}},
			[]annotate.Entity{{First: 0, End: 1, Class: org, Score: .9}, {First: 2, End: 3, Class: org, Score: .6}, {First: 4, End: 5, Class: org, Score: .5}},
		},
	} {
		l := layers(c.text)
		got := trim(join(c.names), l)
		new(votes).agree(got, l)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}
