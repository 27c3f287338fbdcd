package html_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"onrecord/internal/document"
	"onrecord/internal/ingest/html"
)

// Each file of testdata is a page (page.html) and what must be read out of it:
// the known fields, an empty line, and the text.
func TestRead(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			d, err := html.Read(archive.Files[0].Data)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.TrimSpace(string(archive.Files[1].Data)), strings.TrimSpace(show(d))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func show(d *document.Document) string {
	var b strings.Builder
	for _, f := range []struct{ name, value string }{
		{"title", d.Title},
		{"author", d.Author},
		{"outlet", d.Outlet},
		{"section", d.Section},
		{"url", d.URL},
		{"published", d.Published},
		{"language", d.Language},
	} {
		if f.value != "" {
			b.WriteString(f.name + ": " + f.value + "\n")
		}
	}
	for _, p := range d.Problems {
		b.WriteString("problem: " + p.Code + "\n")
	}
	return b.String() + "\n" + d.Text
}

func page(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("testdata/news.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return string(txtar.Parse(b).Files[0].Data)
}

func TestReadGivesTheSameEachTime(t *testing.T) {
	p := []byte(page(t))
	first, err := html.Read(p)
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := html.Read(p)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first, again); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestReadInTheCharsetThatThePageDeclares(t *testing.T) {
	for name, c := range map[string]struct{ page, want, problem string }{
		"windows-1251":           {"<meta charset=windows-1251><p>\xCA\xE8\xE5\xE2 is far away from the sea, and no ferry sails to it.</p>", "Киев is far", ""},
		"none, windows-1252":     {"<p>It\x92s far away from the sea, and no ferry sails to it.</p>", "It’s far", "invalid-utf8"},
		"UTF-8 whatever it says": {"<meta charset=windows-1251><p>Kyïv is far away from the sea, and no ferry sails to it.</p>", "Kyïv is far", ""},
		"UTF-8, but it is not":   {"<meta charset=utf-8><p>Ky\xEFv is far away from the sea, and no ferry sails to it.</p>", "Kyïv is far", "invalid-utf8"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := html.Read([]byte("<!doctype html>" + c.page))
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(d.Text, c.want) || d.Has("invalid-utf8") != (c.problem != "") {
				t.Errorf("%q, %+v", d.Text, d.Problems)
			}
		})
	}
}

func TestReadFindsNoText(t *testing.T) {
	for _, p := range []string{"", "<!doctype html>", "<html><body><script>var text = 'The ferry sails.'</script></body></html>"} {
		if d, err := html.Read([]byte(p)); !errors.Is(err, document.ErrEmpty) {
			t.Errorf("%q: %+v, %v", p, d, err)
		}
	}
}

func TestReadRefusesDeepNesting(t *testing.T) {
	p := "<!doctype html>" + strings.Repeat("<div>", 20_000) + "The ferry sails at noon, and nobody knows where it goes."
	if d, err := html.Read([]byte(p)); !errors.Is(err, document.ErrInvalid) {
		t.Errorf("%+v, %v", d, err)
	}
}

func TestReadAPageOfManyParagraphs(t *testing.T) {
	const p = "The ferry sails at noon, and nobody knows where it goes."
	d, err := html.Read([]byte("<!doctype html><title>Ferries</title><body><nav>Home</nav>" + strings.Repeat("<p>"+p, 30_000)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.TrimSuffix(strings.Repeat(p+"\n\n", 30_000), "\n\n"), d.Text); diff != "" {
		t.Errorf("%d bytes, %.200s", len(d.Text), d.Text)
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{"", "<p>a", "<h1>A</h1><h1>B</h1><p>C<br><br>D", "<html lang=d><meta content=x property=og:title><script type=application/ld+json>[{\"@graph\":[]}]</script>", "<table><td>a<td>b", "\xFF\xFE<", "<meta charset=utf-16>\x80"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := html.Read(raw)
		if err != nil {
			return
		}
		if !utf8.ValidString(d.Text) || strings.Contains(d.Text, "\x00") || strings.TrimSpace(d.Text) == "" {
			t.Fatalf("%q", d.Text)
		}
		for _, p := range d.Problems {
			if p.Span.Start < 0 || p.Span.End > len(d.Text) || p.Span.End < p.Span.Start {
				t.Fatalf("%+v lies outside %q", p, d.Text)
			}
		}
	})
}
