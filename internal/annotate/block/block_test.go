package block_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/block"
	"onrecord/internal/document"
)

func TestBlocks(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/blocks.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var d *document.Document
	for _, f := range archive.Files {
		data := strings.TrimSuffix(string(f.Data), "\n")
		if _, ok := strings.CutSuffix(f.Name, " given"); ok {
			for _, l := range strings.Split(data, "\n") {
				switch name, value, _ := strings.Cut(l, " = "); name {
				case "published":
					d.Published = value
				case "title":
					d.Title = value
				default:
					t.Fatalf("%s: %s is nothing that can be given", f.Name, name)
				}
			}
			continue
		}
		name, ok := strings.CutSuffix(f.Name, " want")
		if !ok {
			d = &document.Document{Text: data}
			continue
		}
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(strings.Split(data, "\n"), show(blocks(t, d))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func blocks(t testing.TB, d *document.Document) *annotate.Layers {
	t.Helper()
	l := &annotate.Layers{Document: d}
	if err := block.Stage().Apply(l); err != nil {
		t.Fatal(err)
	}
	return l
}

// show writes blocks and facts as the cases do.
func show(l *annotate.Layers) []string {
	var out []string
	for _, b := range l.Blocks {
		out = append(out, fmt.Sprintf("%s: %s", b.Kind, strings.ReplaceAll(b.Of(l.Document.Text), "\n", "⏎")))
	}
	f := l.Facts
	for _, x := range []struct{ name, value string }{
		{"title", f.Title},
		{"outlet", f.Outlet},
		{"author", f.Author},
		{"place", f.Place},
		{"wire", f.WireID},
		{"published", f.Published},
	} {
		if x.value != "" {
			out = append(out, x.name+" = "+x.value)
		}
	}
	return out
}

func TestAHugeLineIsOneBlock(t *testing.T) {
	line := strings.Repeat("The ferry sails again. ", 150_000)
	l := blocks(t, &document.Document{Text: line})
	if len(l.Blocks) != 1 || l.Blocks[0].Len() != len(line)-1 {
		t.Errorf("%d blocks, the first of %d bytes", len(l.Blocks), l.Blocks[0].Len())
	}
}

func TestLineEndsOfAllSystems(t *testing.T) {
	want := []string{"paragraph: One ferry sails.", "paragraph: Another one stays.", "paragraph: Both sink."}
	for _, end := range []string{"\n", "\r\n", "\r", "\n\n", "\u2029", "\f"} {
		l := blocks(t, &document.Document{Text: "One ferry sails." + end + "Another one stays." + end + "Both sink." + end})
		if diff := cmp.Diff(want, show(l)); diff != "" {
			t.Errorf("%q (-want +got)\n%s", end, diff)
		}
	}
}

func TestADayWithoutAYearTakesTheYearThatTheUserAssumes(t *testing.T) {
	l := blocks(t, &document.Document{Text: "OSLO, April 3 (AP) - The ferry sails.", AssumedDate: "2024-04-07"})
	if l.Facts.Published != "2024-04-03" {
		t.Errorf("published %q", l.Facts.Published)
	}
}

func FuzzBlocks(f *testing.F) {
	cases, err := os.ReadFile("testdata/blocks.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range txtar.Parse(cases).Files {
		f.Add(string(c.Data), "2024-04-07")
	}
	f.Add("\u00a0\u2028(AP)\ufeff\r-\n", "")
	f.Fuzz(func(t *testing.T, s, published string) {
		s = strings.ToValidUTF8(s, "")
		l := blocks(t, &document.Document{Text: s, Published: published})
		end := 0
		for _, b := range l.Blocks {
			switch {
			case b.Start < end || b.End > len(s):
				t.Fatalf("block %v is outside the text or in the one before, which ends at %d", b.Span, end)
			case b.Empty():
				t.Fatalf("block %v is empty", b.Span)
			case !utf8.ValidString(b.Of(s)):
				t.Fatalf("block %v cuts a character", b.Span)
			case strings.TrimFunc(b.Of(s), unicode.IsSpace) != b.Of(s):
				t.Fatalf("block %q is not trimmed", b.Of(s))
			case strings.TrimFunc(s[end:b.Start], unicode.IsSpace) != "":
				t.Fatalf("%q is in no block", s[end:b.Start])
			}
			end = b.End
		}
		if rest := strings.TrimFunc(s[end:], unicode.IsSpace); rest != "" {
			t.Fatalf("%q is in no block", rest)
		}
	})
}
