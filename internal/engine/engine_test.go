package engine_test

import (
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/document"
	"onrecord/internal/engine"
	"onrecord/internal/kernel"
	"onrecord/internal/text"
)

// load makes one engine for all tests.
var load = sync.OnceValues(func() (*engine.Engine, error) { return engine.New(kernel.Best(), engine.Sources{}, &engine.Meter{}) })

func read(t testing.TB, e *engine.Engine, s string) *engine.Reading {
	t.Helper()
	r, err := e.Read(&document.Document{ID: "d", Text: s, Origin: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const story = `Minister rules out early vote

HELSINKI, May 3 (Reuters) - Finance Minister Anna Berg said on Friday that the budget would not be cut, and called the opposition's plan "a fairy tale".

"We will not touch pensions," Berg told reporters. "Not this year."

The opposition rejects the budget as unfair.`

func TestAnArticleGivesItsStatements(t *testing.T) {
	e, err := load()
	if err != nil {
		t.Fatal(err)
	}
	r := read(t, e, story)
	var contents []string
	for _, s := range r.Statements {
		for _, part := range [][]text.Span{s.Source, s.Cue, s.Content} {
			for i, p := range part {
				if p.Start < 0 || p.End > len(story) || p.Empty() || i > 0 && p.Start < part[i-1].End {
					t.Errorf("span %v", p)
				}
			}
		}
		for _, c := range s.Content {
			contents = append(contents, c.Of(story))
		}
	}
	all := strings.Join(contents, "\n")
	for _, want := range []string{"the budget would not be cut", "We will not touch pensions"} {
		if !strings.Contains(all, want) {
			t.Errorf("no statement has %q:\n%s", want, all)
		}
	}
	ids := map[string]bool{}
	for _, s := range r.Statements {
		if !strings.HasPrefix(string(s.ID), "ds") || ids[string(s.ID)] {
			t.Errorf("id %q", s.ID)
		}
		ids[string(s.ID)] = true
	}
}

func TestReadingIsTheSameOnEveryKernel(t *testing.T) {
	var want *engine.Reading
	for _, k := range kernel.All() {
		e, err := engine.New(k, engine.Sources{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		got := read(t, e, story)
		if want == nil {
			want = got
			continue
		}
		if d := cmp.Diff(want.Statements, got.Statements); d != "" {
			t.Errorf("%s differs from %s:\n%s", k, kernel.Best(), d)
		}
	}
}

func TestAnEmptyTextHasNoStatements(t *testing.T) {
	e, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"", " \n\n ", "\u200b"} {
		if r := read(t, e, s); len(r.Statements) != 0 {
			t.Errorf("%q gives %v", s, r.Statements)
		}
	}
}

// TestVersion fails until engine/VERSION is brought up to date with the stages:
// whoever changes what they answer says so there.
func TestVersion(t *testing.T) {
	e, err := load()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile("VERSION")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(string(b)); got != e.Version() {
		t.Errorf("VERSION has %s, the stages make %s; write the latter to internal/engine/VERSION", got, e.Version())
	}
}

func BenchmarkRead(b *testing.B) {
	e, err := load()
	if err != nil {
		b.Fatal(err)
	}
	d := &document.Document{ID: "d", Text: strings.Repeat(story+"\n\n", 4)}
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.Read(d); err != nil {
			b.Fatal(err)
		}
	}
}
