package position_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/annotatetest"
	"onrecord/internal/codebook"
	"onrecord/internal/link"
	"onrecord/internal/position"
	"onrecord/internal/record"
	"onrecord/internal/register"
	"onrecord/internal/text"
)

const (
	world = "country norland = Norland\n\ncountry sudland = Sudland\n"
	study = "name: study\nversion: 1\nissues:\n  - {id: truce, label: truce, proposition: There should be a truce., terms: [truce]}\n"
)

// TestStances reads testdata/stances.txtar.
func TestStances(t *testing.T) {
	a, err := txtar.ParseFile("testdata/stances.txtar")
	if err != nil {
		t.Fatal(err)
	}
	book := readStudy(t)
	for k := 0; k+2 < len(a.Files); k += 3 {
		t.Run(strings.TrimPrefix(a.Files[k].Name, "words "), func(t *testing.T) {
			l := annotatetest.Parsed(t, string(a.Files[k].Data))
			art := said(t, l, string(a.Files[k+1].Data))
			var got strings.Builder
			for _, p := range position.Find(art, book, nil, nil) {
				check(t, art, p)
				got.WriteString(describe(&p, art.Document.Text))
			}
			if diff := cmp.Diff(string(a.Files[k+2].Data), got.String()); diff != "" {
				t.Errorf("%s (-want +got)\n%s", art.Document.Text, diff)
			}
		})
	}
}

func readStudy(t testing.TB) *codebook.Codebook {
	t.Helper()
	book, err := codebook.Load("study.yaml", []byte(study))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// said links a passage in which one statement is made.
func said(t testing.TB, l *annotate.Layers, places string) *link.Article {
	t.Helper()
	reg, err := register.Read(register.Source{Name: "world.txt", Data: []byte(world)})
	if err != nil {
		t.Fatal(err)
	}
	var at [6]int
	if _, err := fmt.Sscanf(places, "%d-%d %d-%d %d-%d", &at[0], &at[1], &at[2], &at[3], &at[4], &at[5]); err != nil {
		t.Fatal(err)
	}
	source, cue, content := tokens(at[0], at[1]), tokens(at[2], at[3]), tokens(at[4], at[5])
	l.Attributions = []annotate.Attribution{{Source: source, Cue: cue, Content: content}}
	s := record.Statement{ID: "s1", Source: spans(l, source), Cue: spans(l, cue), Content: spans(l, content)}
	return link.Read(reg, l.Document, annotate.Facts{}, []*annotate.Layers{l}, []record.Statement{s})
}

// tokens lists the tokens of the words first to last, counted from 1.
func tokens(first, last int) []int {
	var out []int
	for i := first; i <= last; i++ {
		out = append(out, i-1)
	}
	return out
}

func spans(l *annotate.Layers, tokens []int) []text.Span {
	return []text.Span{l.Tokens[tokens[0]].Cover(l.Tokens[tokens[len(tokens)-1]])}
}

func describe(p *record.Position, doc string) string {
	out := fmt.Sprintf("%s %s %s", p.Holder, p.Issue, p.Stance)
	for _, c := range p.Conditions {
		out += ", " + c.Of(doc)
	}
	if p.ToldBy != "" {
		out += ", told by " + string(p.ToldBy)
	}
	return out + "\n"
}

// check holds a position against what holds of every one.
func check(t *testing.T, a *link.Article, p record.Position) {
	t.Helper()
	for _, list := range [][]text.Span{p.Words, p.Conditions, p.Scope} {
		for _, s := range list {
			if s.Start < 0 || s.Start >= s.End || s.End > len(a.Document.Text) {
				t.Fatalf("span %v is none of the text", s)
			}
		}
	}
	if len(p.Words) == 0 || len(p.Why) == 0 || p.Score < 0 || p.Score > 1 {
		t.Fatalf("words %v, why %v, score %v", p.Words, p.Why, p.Score)
	}
}
