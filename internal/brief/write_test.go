package brief_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/brief"
)

var update = flag.Bool("update", false, "write the golden files")

var writers = map[string]func(io.Writer, *brief.Brief) error{"md": brief.Markdown, "html": brief.HTML, "docx": brief.DOCX}

// harbor is a brief made by hand, with what is special in all three formats.
func harbor() *brief.Brief {
	b := &brief.Brief{Title: "Where each side stands", Period: "4 to 10 March 2024", Summary: "Norland moved on the *harbor* & <docks>."}
	first := b.Cite(brief.Footnote{Words: `We "will" pay, the minister said`, Title: "Harbor [new] <deal>", Outlet: "Tern & Post", Date: "2024-03-05", URL: "https://tern.example/a?b=1&c=(2)"})
	second := b.Cite(brief.Footnote{Words: "1. No 'harbor'", Outlet: "Gull", Date: "2024-03", URL: "javascript:alert(1)", Confirmed: true})
	b.Sections = []brief.Section{
		{Title: "Who moved", Lines: []brief.Line{{Text: "Norland moved from support to opposition.", Notes: []int{first, second}}, {Text: "- Minus_one_ moved.", Notes: []int{first}}}},
		{Title: "Quotations", Lines: []brief.Line{{Text: "1. Ada Ness: “<b>Never</b>”.", Notes: []int{second}}}},
	}
	return b
}

func written(t testing.TB, format string, b *brief.Brief) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := writers[format](&out, b); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestGolden(t *testing.T) {
	for _, format := range []string{"md", "html"} {
		golden(t, "harbor."+format, written(t, format, harbor()))
	}
	for _, part := range []string{"word/document.xml", "word/footnotes.xml", "word/_rels/footnotes.xml.rels"} {
		golden(t, "harbor."+filepath.Base(part), parts(t, written(t, "docx", harbor()))[part])
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got), -update writes it:\n%s", name, diff)
	}
}

// parts reads a package; every part must be well-formed XML.
func parts(t testing.TB, data []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(bytes.NewReader(text))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
		out[f.Name] = text
	}
	return out
}

func TestSameBriefSameBytes(t *testing.T) {
	for format := range writers {
		if !bytes.Equal(written(t, format, harbor()), written(t, format, harbor())) {
			t.Errorf("two runs of %s differ", format)
		}
	}
}

func TestNoLinkThatRunsAScript(t *testing.T) {
	for format := range writers {
		out := written(t, format, harbor())
		if format == "docx" {
			out = parts(t, out)["word/_rels/footnotes.xml.rels"]
		}
		if bytes.Contains(out, []byte("javascript")) {
			t.Errorf("%s links a script", format)
		}
	}
}

func TestQuote(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("word ", brief.MaxQuoted+3))
	for _, c := range []struct{ name, in, want string }{
		{"plain words", "we agree", "“we agree”"},
		{"marks around the whole go", "“We agree,”", "“We agree”"},
		{"marks inside become single", `he said "no" to it`, "“he said ‘no’ to it”"},
		{"a mark without its fellow goes", `he said "no to it`, "“he said no to it”"},
		{"lines become one", "we\n agree", "“we agree”"},
		{"nothing", " ", ""},
		{"long words end at a word", long, "“" + strings.TrimSpace(strings.Repeat("word ", brief.MaxQuoted)) + " …”"},
	} {
		if got := brief.Quote(c.in); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func FuzzWriters(f *testing.F) {
	f.Add("a*b_[c](d)", "https://x.example/>\"")
	f.Add("\x00<w:t>&amp;]]>", "http://\n")
	f.Add("12) - + # `~|", "")
	f.Fuzz(func(t *testing.T, text, address string) {
		b := &brief.Brief{Title: text, Period: text, Summary: text}
		n := b.Cite(brief.Footnote{Words: text, Title: text, Outlet: text, URL: address})
		b.Sections = []brief.Section{{Title: text, Lines: []brief.Line{{Text: text, Notes: []int{n, n}}}}}
		if got := bytes.Count(written(t, "md", b), []byte("\n")); got != 11 {
			t.Errorf("%q breaks its line: %d lines", text, got)
		}
		parts(t, written(t, "docx", b))
		page := written(t, "html", b)
		if n := bytes.Count(page, []byte("<li")); n != 2 {
			t.Errorf("%q opens an element: %d items", text, n)
		}
	})
}
