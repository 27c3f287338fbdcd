package codebook_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"onrecord/internal/codebook"
	"onrecord/internal/record"
)

// TestMistakes reads testdata/mistakes.txtar: a codebook a file, and behind it,
// as a file whose name ends in .want, a line "LINE: beginning of what is wrong"
// for each mistake, or "LINE: warning: …" for a warning.
func TestMistakes(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/mistakes.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(archive.Files); i += 2 {
		in, want := archive.Files[i], archive.Files[i+1]
		if want.Name != in.Name+".want" {
			t.Fatalf("%s is followed by %s", in.Name, want.Name)
		}
		t.Run(in.Name, func(t *testing.T) {
			got := strings.Split(problems(in.Name, in.Data), "\n")
			lines := strings.Split(strings.TrimSpace(string(want.Data)), "\n")
			for k := range min(len(got), len(lines)) {
				if strings.HasPrefix(got[k], lines[k]) {
					got[k] = lines[k]
				}
			}
			if diff := cmp.Diff(lines, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// problems loads a codebook and returns what is wrong or odd about it, without
// the name of the file, which each must have.
func problems(name string, data []byte) string {
	c, err := codebook.Load(name, data)
	var told []string
	if err != nil {
		joined, ok := errors.AsType[interface {
			error
			Unwrap() []error
		}](err)
		if !ok {
			return "not joined: " + err.Error()
		}
		for _, e := range joined.Unwrap() {
			told = append(told, strings.TrimPrefix(e.Error(), name+":"))
		}
		return strings.Join(told, "\n")
	}
	for _, w := range c.Warnings {
		told = append(told, fmt.Sprintf("%d: warning: %s", w.Line, w.What))
	}
	return strings.Join(told, "\n")
}

func TestLimits(t *testing.T) {
	many := func(n int, line string) []byte {
		return []byte("name: a\nversion: 1\nissues:\n" + strings.Repeat(line, n))
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"size", bytes.Repeat([]byte("#"), codebook.MaxSize+1), "1: the file has 8388609 bytes and a codebook at most 8388608"},
		{"issues", many(codebook.MaxIssues+1, "  - {}\n"), "more than 2000 issues"},
		{"bytes that are no text", []byte("name: a\nversion: \xff\n"), "2: no UTF-8"},
		{"nothing", nil, "1: the file is empty"},
		{"comments alone", []byte("# a\n\n# b\n"), "1: the file is empty"},
		{"two documents", []byte("name: a\n---\nname: b\n"), "1: "},
		{"references to references", []byte("a: &a [x,x]\nb: &b [*a,*a]\nname: *b\n"), "unknown key"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := problems("a.yaml", c.data); !strings.Contains(got, c.want) {
				t.Errorf("got %.300s, want %s", got, c.want)
			}
		})
	}
}

func TestLoadReadsAll(t *testing.T) {
	c, err := codebook.Load("starter.yaml", codebook.Starter())
	if err != nil {
		t.Fatal(err)
	}
	dam := c.Issues[0]
	dam.Terms, dam.Note = nil, ""
	want := codebook.Issue{
		ID: "river-dam", Label: "the dam", Proposition: "The dam on the Tern should be built.",
		Examples: []codebook.Example{
			{Text: "The minister said that the valley needs the dam.", Issue: "river-dam", Stance: record.StanceSupport, Line: dam.Examples[0].Line},
			{
				Text: "Farmers called on the board to halt the dam.", Issue: "river-dam", Stance: record.StanceOppose,
				Why: "They ask for the opposite of the proposition.", Line: dam.Examples[1].Line,
			},
		},
		Actors: dam.Actors, Entries: codebook.Statements | codebook.Pledges | codebook.Actions, Line: dam.Line,
	}
	if diff := cmp.Diff(want, dam); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := c.Issues[0].Terms[2]; got.Text != "flood*" || got.Weight != 0.5 {
		t.Errorf("third term %+v", got)
	}
	if i, ok := c.Find("resettlement"); !ok || i != 1 || c.Issues[i].Parents[0] != "river-dam" {
		t.Errorf("resettlement is %d, %v", i, ok)
	}
	if v := c.Variables[0]; v.Type != codebook.Category || len(v.Values) != 3 || v.On != codebook.Statements {
		t.Errorf("variable %+v", v)
	}
	if len(c.Digest) != 64 {
		t.Errorf("digest %q", c.Digest)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(codebook.Starter())
	f.Add([]byte("name: a\nversion: 1\nissues:\n  - {id: a, label: a, parents: [a], terms: ['*', \"a b\"], patterns: ['(']}\n"))
	f.Add([]byte("? [a]\n: !!binary x\nissues: {}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := codebook.Load("fuzz.yaml", data)
		if (c == nil) != (err != nil) {
			t.Fatalf("codebook %v with error %v", c, err)
		}
		if err != nil && !strings.HasPrefix(err.Error(), "fuzz.yaml:") {
			t.Fatalf("error without place: %v", err)
		}
	})
}

// TestDocumentation loads the example of docs/codebook.md.
func TestDocumentation(t *testing.T) {
	data, err := os.ReadFile("../../docs/codebook.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(data), "```yaml\n")
	example, _, ok := strings.Cut(example, "```")
	if !ok {
		t.Fatal("docs/codebook.md has no example")
	}
	if told := problems("example.yaml", []byte(example)); told != "" {
		t.Errorf("the example has problems:\n%s", told)
	}
	c := shippedBook(t)
	if want := fmt.Sprintf("in %d\nissues", len(c.Issues)); !strings.Contains(string(data), want) {
		t.Errorf("docs/codebook.md does not say that conflict-diplomacy has %d issues", len(c.Issues))
	}
}
