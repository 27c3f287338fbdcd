package eval_test

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/eval"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// labeled reads "word/label word/label".
func labeled(s string) gold.Labeled {
	var out gold.Labeled
	for _, w := range strings.Fields(s) {
		word, label, ok := strings.Cut(w, "/")
		if !ok {
			label = "O"
		}
		out.Words, out.Labels = append(out.Words, word), append(out.Labels, label)
	}
	return out
}

func TestEntities(t *testing.T) {
	type entities = []annotate.Entity
	for _, c := range []struct {
		name, in string
		found    entities
		f1       float64
		gold     int
		pred     int
	}{
		{"politician is a person", "Mayor Anna/B-politician Lind/I-politician spoke", entities{{First: 1, End: 3, Class: annotate.Person}}, 100, 1, 1},
		{"a word short", "Mayor Anna/B-politician Lind/I-politician spoke", entities{{First: 1, End: 2, Class: annotate.Person}}, 0, 1, 1},
		{"of another class", "in Oslo/B-location", entities{{First: 1, End: 2, Class: annotate.Organization}}, 0, 1, 1},
		{"two names side by side", "Oslo/B-location Norway/B-country", entities{{First: 0, End: 1, Class: annotate.Place}, {First: 1, End: 2, Class: annotate.Place}}, 100, 2, 2},
		{"a party is an organization", "the Harbor/B-politicalparty List/I-organisation", entities{{First: 1, End: 3, Class: annotate.Organization}}, 100, 1, 1},
		{"a name that begins with I", "in Oslo/I-location", entities{{First: 1, End: 2, Class: annotate.Place}}, 100, 1, 1},
		{"an election is no name here", "the Oslo/B-election vote/I-election", nil, 0, 0, 0},
		{"so a place in it is an error", "the Oslo/B-election vote/I-election", entities{{First: 1, End: 2, Class: annotate.Place}}, 0, 0, 1},
		{"groups and others are not looked at", "Norwegian/B-misc Oslo/B-location", entities{{First: 0, End: 1, Class: annotate.Group}, {First: 1, End: 2, Class: annotate.Place}}, 100, 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := labeled(c.in)
			r, err := eval.Entities([]gold.Labeled{g}, func(s []gold.Sentence) (*annotate.Layers, error) {
				if len(s) != 1 || len(s[0].Words) != len(g.Words) || s[0].Words[0].Form != g.Words[0] {
					t.Errorf("was given %+v", s)
				}
				return &annotate.Layers{Tokens: make([]text.Span, len(g.Words)), Entities: c.found}, nil
			})
			if err != nil {
				t.Fatal(err)
			}
			if r.Entities.F1 != c.f1 || r.Entities.Gold != c.gold || r.Entities.Pred != c.pred {
				t.Errorf("%+v", r.Entities)
			}
			if n := r.Person.Gold + r.Organization.Gold + r.Place.Gold; n != c.gold {
				t.Errorf("%d names by class: %+v", n, r)
			}
		})
	}
}

func TestEntitiesSaysWhichSentence(t *testing.T) {
	_, err := eval.Entities([]gold.Labeled{labeled("Oslo/B-location")}, func([]gold.Sentence) (*annotate.Layers, error) { return &annotate.Layers{}, nil })
	if err == nil || err.Error() != "sentence 1: 1 words became 0" {
		t.Errorf("got error %v", err)
	}
}

// silverFolder lays out one article as PolNeAR does, with silver words that are
// cut otherwise than ours: "Anna" "Lind's" for Anna, Lind and 's.
func silverFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name string, to func(w io.Writer)) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		f, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		to(f)
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	write("dev/text/ferry.txt", func(w io.Writer) { io.WriteString(w, "“Zoë Lind’s Oslo” wins.") })
	write("dev/text/other.txt", func(w io.Writer) { io.WriteString(w, "No names.") })
	write("dev/attributions/ferry_0001.ann", func(io.Writer) {})
	write("dev/attributions/other_0001.ann", func(io.Writer) {})
	write("silver/dev.tsv.gz", func(w io.Writer) {
		z := gzip.NewWriter(w)
		io.WriteString(z, "#DOC\tferry_0001.ann\n"+
			"“\t“\t``\tO\t0\tpunct\t0\t1\t0\tO\t-1\n"+
			"Zoë\tZoë\tNNP\tPERSON\t2\tcompound\t1\t4\t0\tO\t-1\n"+
			"Lind’s\tLind\tNNP\tPERSON\t3\tnmod\t5\t11\t0\tO\t-1\n"+
			"Oslo\tOslo\tNNP\tLOCATION\t4\tnsubj\t12\t16\t0\tO\t-1\n"+
			"wins\twin\tVBZ\tMISC\t0\troot\t18\t22\t0\tO\t-1\n")
		z.Close()
	})
	return dir
}

func TestSilverEntities(t *testing.T) {
	articles, silver, err := eval.OpenSilver(filepath.Join(silverFolder(t), "silver", "dev.tsv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	reads := 0
	r, err := eval.SilverEntities(articles, silver, func(article string) ([]*annotate.Layers, error) {
		reads++
		l := &annotate.Layers{Document: &document.Document{Text: article}}
		pos := 0
		for _, w := range []string{"“", "Zoë", "Lind", "’s", "Oslo", "”", "wins", "."} {
			i := pos + strings.Index(article[pos:], w)
			pos = i + len(w)
			l.Tokens = append(l.Tokens, text.Span{Start: i, End: pos})
		}
		l.Entities = []annotate.Entity{
			{First: 1, End: 4, Class: annotate.Person}, {First: 4, End: 5, Class: annotate.Organization}, {First: 6, End: 7, Class: annotate.Other},
		}
		return []*annotate.Layers{l}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if reads != 1 || r.Documents != 1 || r.Person.F1 != 100 || r.Entities.F1 != 50 || r.Place.Gold != 1 || r.Organization.Pred != 1 {
		t.Errorf("%d read: %+v", reads, r)
	}
	if _, _, err := eval.OpenSilver("silver.txt"); err == nil || !strings.Contains(err.Error(), "silver/SPLIT.tsv.gz") {
		t.Errorf("got error %v", err)
	}
}
