package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/gold"
)

// EntitiesReport is how well names were found: a name is right with its exact
// words and its class.
type EntitiesReport struct {
	Documents int `json:"documents"`

	Entities     Score `json:"entities"` // the three together
	Person       Score `json:"person"`
	Organization Score `json:"organization"`
	Place        Score `json:"place"`
}

// Entities has read find the names in sentences, each a document of its own,
// whose words stand with a space between them.
//
// The classes of CrossNER are scored as person (person, politician),
// organization (organisation, politicalparty) and place (country, location);
// those of CoNLL-2003, PER, ORG and LOC, likewise. Names of other classes
// (election, event, misc) are no names here, as in the study whose figures ours
// are compared with: a person, organization or place found in one is an error.
// What the program finds of its own further classes, groups and others, is not
// looked at.
func Entities(sentences []gold.Labeled, read ReadWords) (*EntitiesReport, error) {
	var s sample
	for i, g := range sentences {
		l, err := read([]gold.Sentence{sentenceOf(g.Words)})
		if err == nil && len(l.Tokens) != len(g.Words) {
			err = fmt.Errorf("%d words became %d", len(g.Words), len(l.Tokens))
		}
		if err != nil {
			return nil, fmt.Errorf("sentence %d: %w", i+1, err)
		}
		s = append(s, nameCounts(namesFound(l), namesOf(g.Labels)))
	}
	return entitiesReport(s), nil
}

// Write prints the figures in columns.
func (r *EntitiesReport) Write(w io.Writer) error {
	return writeRows(w, fmt.Sprintf("entities: %d documents", r.Documents), r.rows())
}

// Values returns F1 by the name of the figure.
func (r *EntitiesReport) Values() map[string]float64 { return values(r.rows()) }

func (r *EntitiesReport) rows() []row {
	return []row{{"entities", r.Entities}, {"person", r.Person}, {"organization", r.Organization}, {"place", r.Place}}
}

func entitiesReport(s sample) *EntitiesReport {
	return &EntitiesReport{Documents: len(s), Entities: s.score(0), Person: s.score(1), Organization: s.score(2), Place: s.score(3)}
}

// name is a name of one of the classes that are scored: words first to end.
type name struct {
	first, end int
	class      annotate.EntityClass
}

// scored are the classes that count, in the order of the report.
var scored = []annotate.EntityClass{annotate.Person, annotate.Organization, annotate.Place}

// scoredClasses maps the classes of gold names to ours. The rest is not scored.
var scoredClasses = map[string]annotate.EntityClass{
	"person": annotate.Person, "politician": annotate.Person, "PER": annotate.Person,
	"organisation": annotate.Organization, "politicalparty": annotate.Organization, "ORG": annotate.Organization,
	"country": annotate.Place, "location": annotate.Place, "LOC": annotate.Place,
}

// namesOf reads the names off BIO labels. A name of two words B-politician and
// I-person is one person: classes count once they are mapped.
func namesOf(labels []string) []name {
	var out []name
	open := false // whether the last of out ends just before the label
	for i, l := range labels {
		prefix, gold, _ := strings.Cut(l, "-")
		class, ok := scoredClasses[gold]
		switch {
		case !ok:
			open = false
		case open && prefix == "I" && out[len(out)-1].class == class:
			out[len(out)-1].end = i + 1
		default:
			out = append(out, name{i, i + 1, class})
			open = true
		}
	}
	return out
}

// namesFound returns the names of the scored classes in l.
func namesFound(l *annotate.Layers) []name {
	var out []name
	for _, e := range l.Entities {
		if slices.Contains(scored, e.Class) {
			out = append(out, name{e.First, e.End, e.Class})
		}
	}
	return out
}

// nameCounts counts all names, and those of each class.
func nameCounts(pred, gold []name) []counts {
	out := []counts{agreement(pred, gold)}
	for _, class := range scored {
		out = append(out, agreement(ofClass(pred, class), ofClass(gold, class)))
	}
	return out
}

func ofClass(names []name, class annotate.EntityClass) []name {
	var out []name
	for _, n := range names {
		if n.class == class {
			out = append(out, n)
		}
	}
	return out
}

func sentenceOf(words []string) gold.Sentence {
	var s gold.Sentence
	for _, w := range words {
		s.Words = append(s.Words, gold.Word{Form: w, SpaceAfter: true})
	}
	return s
}
