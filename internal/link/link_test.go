package link_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/annotatetest"
	"onrecord/internal/edtf"
	"onrecord/internal/link"
	"onrecord/internal/record"
	"onrecord/internal/register"
	"onrecord/internal/text"
)

var update = flag.Bool("update", false, "write what is found into testdata")

// world is the register of the tests.
func world(t testing.TB) *register.Register {
	t.Helper()
	b, err := os.ReadFile("testdata/register.txt")
	if err != nil {
		t.Fatal(err)
	}
	r, err := register.Read(register.Source{Name: "register.txt", Data: b})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Each file of testdata is an article: its date, its words as annotatetest has
// them, layers, and what is wanted of it. A layer is a line:
//
//	paragraph 12               a block that begins at token 12
//	person 2 4                 a name: class, tokens
//	date 2024-04-06 5 6        an expression of time
//	chain 3 nominal person 7 9 male  a mention: chain, kind, class, tokens, gender
//	says say direct 0-2 3-4 5-9,12-14  an attribution: act, manner, source, cue, content
func TestArticles(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	reg := world(t)
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			parts := map[string]*txtar.File{}
			for i := range a.Files {
				parts[a.Files[i].Name] = &a.Files[i]
			}
			l := layers(t, string(parts["words"].Data), string(parts["layers"].Data))
			got := show(read(reg, l, strings.TrimSpace(string(parts["date"].Data))))
			if *update {
				parts["want"].Data = []byte(got)
				if err := os.WriteFile(f, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if d := cmp.Diff(string(parts["want"].Data), got); d != "" {
				t.Errorf("%s(-want +got)\n%s", a.Comment, d)
			}
		})
	}
}

// read links one passage.
func read(reg *register.Register, l *annotate.Layers, date string) *link.Article {
	statements := make([]record.Statement, len(l.Attributions))
	for i, a := range l.Attributions {
		statements[i] = record.Statement{Act: a.Act, Manner: a.Manner, Source: spans(l, a.Source), Cue: spans(l, a.Cue), Content: spans(l, a.Content)}
	}
	return link.Read(reg, l.Document, annotate.Facts{Published: date}, []*annotate.Layers{l}, statements)
}

func spans(l *annotate.Layers, tokens []int) []text.Span {
	var out []text.Span
	for _, i := range tokens {
		out = append(out, l.Tokens[i])
	}
	return out
}

// layers builds a passage.
func layers(t testing.TB, words, lines string) *annotate.Layers {
	t.Helper()
	l := annotatetest.Parsed(t, words)
	for line := range strings.Lines(lines) {
		f := strings.Fields(line)
		switch {
		case len(f) == 0:
		case f[0] == "says":
			l.Attributions = append(l.Attributions, attribution(t, f[1:]))
		case f[0] == "date":
			first, end := number(t, f[2]), number(t, f[3])
			l.Timexes = append(l.Timexes, annotate.Timex{
				Span: text.Span{Start: l.Tokens[first].Start, End: l.Tokens[end-1].End}, First: first, End: end, Date: edtf.Date(f[1]),
			})
		case f[0] == "chain":
			l.Mentions = append(l.Mentions, mention(t, l, f[1:]))
		case len(f) == 2:
			border(t, l, f[0], number(t, f[1]))
		default:
			l.Entities = append(l.Entities, annotate.Entity{First: number(t, f[1]), End: number(t, f[2]), Class: class(t, f[0]), Score: 0.9})
		}
	}
	return l
}

// border begins a block at a token.
func border(t testing.TB, l *annotate.Layers, kind string, first int) {
	t.Helper()
	for k := annotate.Paragraph; k <= annotate.Boilerplate; k++ {
		if k.String() != kind {
			continue
		}
		last := &l.Blocks[len(l.Blocks)-1]
		l.Blocks = append(l.Blocks, annotate.Block{Span: text.Span{Start: l.Tokens[first].Start, End: last.End}, Kind: k})
		last = &l.Blocks[len(l.Blocks)-2]
		last.End = l.Tokens[first-1].End
		for i := range l.Sentences {
			if l.Sentences[i].First >= first {
				l.Sentences[i].Block = len(l.Blocks) - 1
			}
		}
		return
	}
	t.Fatalf("no block is called %s", kind)
}

func attribution(t testing.TB, f []string) annotate.Attribution {
	t.Helper()
	var a annotate.Attribution
	for i, name := range record.Acts {
		if name == f[0] {
			a.Act = record.Act(i)
		}
	}
	for m := record.Indirect; m <= record.Direct; m++ {
		if m.String() == f[1] {
			a.Manner = m
		}
	}
	a.Source, a.Cue, a.Content = tokens(t, f[2]), tokens(t, f[3]), tokens(t, f[4])
	return a
}

func mention(t testing.TB, l *annotate.Layers, f []string) annotate.Mention {
	t.Helper()
	m := annotate.Mention{Chain: number(t, f[0]), First: number(t, f[3]), End: number(t, f[4]), Class: class(t, f[2]), Score: 0.9}
	m.Kind = map[string]annotate.MentionKind{"name": annotate.Name, "nominal": annotate.Nominal, "pronoun": annotate.Pronoun}[f[1]]
	if len(f) > 5 {
		m.Gender = map[string]annotate.Gender{"male": annotate.Male, "female": annotate.Female}[f[5]]
		m.Plural = f[5] == "plural"
	}
	m.Head = m.First
	for i := m.First; i < m.End; i++ {
		if h := int(l.Heads[i]); h < m.First || h >= m.End {
			m.Head = i
			break
		}
	}
	return m
}

func class(t testing.TB, name string) annotate.EntityClass {
	t.Helper()
	for c := annotate.Person; c <= annotate.Other; c++ {
		if c.String() == name {
			return c
		}
	}
	t.Fatalf("no class is called %s", name)
	return 0
}

// tokens reads "0-2,5-6"; "." is none.
func tokens(t testing.TB, s string) []int {
	t.Helper()
	var out []int
	if s == "." {
		return nil
	}
	for part := range strings.SplitSeq(s, ",") {
		first, end, _ := strings.Cut(part, "-")
		for i := number(t, first); i < number(t, end); i++ {
			out = append(out, i)
		}
	}
	return out
}

func number(t testing.TB, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// show writes an article down: its actors, its references with their words,
// and what its statements say.
func show(a *link.Article) string {
	var b strings.Builder
	for i := range a.Actors {
		x := &a.Actors[i]
		fmt.Fprintf(&b, "actor %s: %s, %s", x.ID, x.Name, x.Kind)
		list(&b, "also", x.Aliases)
		list(&b, "called", x.DescribedAs)
		one(&b, "part of", string(x.PartOf))
		for _, o := range x.Offices {
			former := ""
			if o.Former {
				former = "former "
			}
			fmt.Fprintf(&b, "; %s%s of %s", former, o.Title, o.Of)
		}
		b.WriteByte('\n')
	}
	for p, refs := range a.References {
		for _, r := range refs {
			l := a.Passages[p]
			words := text.Span{Start: l.Tokens[r.First].Start, End: l.Tokens[r.End-1].End}.Of(l.Document.Text)
			fmt.Fprintf(&b, "%d %s “%s”: %s\n", r.First, r.Kind, words, join(r.Actors))
		}
	}
	for i := range a.Statements {
		s := &a.Statements[i]
		fmt.Fprintf(&b, "statement %d by %s", i, join(s.Speakers))
		list(&b, "for", s.OnBehalfOf)
		list(&b, "about", s.About)
		list(&b, "to", s.Audience)
		one(&b, "at", string(s.Venue))
		one(&b, "in", s.Occasion)
		fmt.Fprintf(&b, "; %s %s", s.SaidBasis, s.Said)
		one(&b, "words", s.SaidText)
		if s.Background {
			b.WriteString("; background")
		}
		if s.Hedged {
			b.WriteString("; hedged")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func list[T ~string](b *strings.Builder, name string, l []T) {
	if len(l) > 0 {
		fmt.Fprintf(b, "; %s %s", name, join(l))
	}
}

func one(b *strings.Builder, name, s string) {
	if s != "" {
		fmt.Fprintf(b, "; %s %s", name, s)
	}
}

func join[T ~string](l []T) string {
	if len(l) == 0 {
		return "nobody"
	}
	s := make([]string, len(l))
	for i, x := range l {
		s[i] = string(x)
	}
	return strings.Join(s, ", ")
}
