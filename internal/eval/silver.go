package eval

import (
	"fmt"
	"path/filepath"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// OpenSilver reads PolNeAR's machine annotation at path, .../silver/dev.tsv.gz,
// and the articles that it is of, .../dev.
func OpenSilver(path string) ([]gold.Article, map[string][]gold.SilverWord, error) {
	split, ok := strings.CutSuffix(filepath.Base(path), ".tsv.gz")
	if !ok {
		return nil, nil, fmt.Errorf("%s: silver names stand in silver/SPLIT.tsv.gz, next to the folder SPLIT with the articles", path)
	}
	silver, err := gold.ReadSilver(path)
	if err != nil {
		return nil, nil, err
	}
	articles, err := gold.ReadArticles(filepath.Join(filepath.Dir(path), "..", split))
	return articles, silver, err
}

// SilverEntities has read find the names in articles and compares them with what
// CoreNLP found, as persons, organizations and places (LOCATION): an agreement
// of machines, not accuracy. Articles without silver words are left out.
//
// CoreNLP's words are not ours. A word of ours has the class of the word of
// CoreNLP that it overlaps, the first of several, and neighbors of one class are
// one name, as CoreNLP does not say where a name begins.
func SilverEntities(articles []gold.Article, silver map[string][]gold.SilverWord, read ReadText) (*EntitiesReport, error) {
	var s sample
	for _, a := range articles {
		words := silver[a.Name]
		if len(words) == 0 {
			continue
		}
		passages, err := read(a.Text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.Name, err)
		}
		x := text.NewIndex(a.Text)
		total := make([]counts, 4)
		for _, l := range passages {
			for k, c := range nameCounts(namesFound(l), silverNames(l, x, words)) {
				total[k].add(c)
			}
		}
		s = append(s, total)
	}
	return entitiesReport(s), nil
}

// silverClasses maps CoreNLP's classes to ours.
var silverClasses = map[string]annotate.EntityClass{
	"PERSON": annotate.Person, "ORGANIZATION": annotate.Organization, "LOCATION": annotate.Place,
}

// silverNames carries the classes of silver words over to the words of l. x
// indexes the text of both.
func silverNames(l *annotate.Layers, x *text.Index, silver []gold.SilverWord) []name {
	var out []name
	j := 0
	for i, w := range l.Tokens {
		for j < len(silver) && x.Byte(silver[j].End) <= w.Start {
			j++
		}
		if j == len(silver) || x.Byte(silver[j].Start) >= w.End {
			continue
		}
		class, ok := silverClasses[silver[j].Class]
		if !ok {
			continue
		}
		if k := len(out) - 1; k >= 0 && out[k].end == i && out[k].class == class {
			out[k].end = i + 1
		} else {
			out = append(out, name{i, i + 1, class})
		}
	}
	return out
}
