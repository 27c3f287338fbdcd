package action_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/action"
	"onrecord/internal/annotate"
	"onrecord/internal/annotate/annotatetest"
	"onrecord/internal/edtf"
	"onrecord/internal/link"
	"onrecord/internal/record"
	"onrecord/internal/register"
	"onrecord/internal/text"
)

var update = flag.Bool("update", false, "write what is found into testdata")

// world is a register for the cases.
const world = "testdata/world.txt"

func readWorld(t testing.TB) *register.Register {
	t.Helper()
	b, err := os.ReadFile(world)
	if err != nil {
		t.Fatal(err)
	}
	r, err := register.Read(register.Source{Name: world, Data: b})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// scenario is a case of a file in testdata: a title, settings, the words as
// annotatetest.Parsed reads them, and what is to be found, a line an action.
//
//	== a ban on talks
//	% published 2024-04-07
//	% timex 24 24 2022              from word 24 to word 24
//	% number 8 9 30 9 9             words, value, the words of what is counted
//	% says deny 1-2 3 4-8           act, source, cue, content
//	% place 4 4                     or person: a name
//	Troops  troop  NOUN  2 nsubj
//	…
//	> ASSAULT strike | by russia | …
type scenario struct {
	title, words   string
	settings, want []string
}

func readScenarios(t testing.TB, name string) []scenario {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []scenario
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\n")
		switch rest := strings.TrimSpace(strings.TrimLeft(line, "=%>")); {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "=="):
			out = append(out, scenario{title: rest})
		case len(out) == 0:
		case strings.HasPrefix(line, "%"):
			out[len(out)-1].settings = append(out[len(out)-1].settings, rest)
		case strings.HasPrefix(line, ">"):
			out[len(out)-1].want = append(out[len(out)-1].want, rest)
		default:
			out[len(out)-1].words += line + "\n"
		}
	}
	return out
}

// article links the words of a scenario.
func (c *scenario) article(t testing.TB, reg *register.Register) *link.Article {
	t.Helper()
	l := annotatetest.Parsed(t, c.words)
	l.Document.ID = "d"
	var facts annotate.Facts
	var statements []record.Statement
	for _, s := range c.settings {
		f := strings.Fields(s)
		switch f[0] {
		case "published":
			facts.Published = f[1]
		case "headline":
			l.Blocks[0].Kind = annotate.Headline
		case "timex":
			first, end := number(t, f[1])-1, number(t, f[2])
			l.Timexes = append(l.Timexes, annotate.Timex{Span: l.Tokens[first].Cover(l.Tokens[end-1]), First: first, End: end, Date: edtf.Date(f[3])})
		case "number":
			first, end := number(t, f[1])-1, number(t, f[2])
			n := annotate.Number{Span: l.Tokens[first].Cover(l.Tokens[end-1]), First: first, End: end, Value: f[3]}
			if low, ok := strings.CutSuffix(f[3], "+"); ok {
				n.Value, n.Low = "", low
			}
			if len(f) > 4 {
				n.What = [2]int{number(t, f[4]) - 1, number(t, f[5])}
			}
			l.Numbers = append(l.Numbers, n)
		case "place", "person":
			class := map[string]annotate.EntityClass{"place": annotate.Place, "person": annotate.Person}[f[0]]
			l.Entities = append(l.Entities, annotate.Entity{First: number(t, f[1]) - 1, End: number(t, f[2]), Class: class})
		case "says":
			act := slices.Index(record.Acts[:], f[1])
			a := annotate.Attribution{Act: record.Act(act), Source: tokens(t, f[2]), Cue: tokens(t, f[3]), Content: tokens(t, f[4])}
			l.Attributions = append(l.Attributions, a)
			statements = append(statements, record.Statement{
				ID: record.StatementID("s" + strconv.Itoa(len(statements)+1)), Act: record.Act(act),
				Source: spans(l, a.Source), Cue: spans(l, a.Cue), Content: spans(l, a.Content),
			})
		default:
			t.Fatalf("%s: no setting is called %q", c.title, f[0])
		}
	}
	return link.Read(reg, l.Document, facts, []*annotate.Layers{l}, statements)
}

func number(t testing.TB, s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// tokens reads "1-3", "4" or "-" for none.
func tokens(t testing.TB, s string) []int {
	if s == "-" {
		return nil
	}
	a, b, ok := strings.Cut(s, "-")
	if !ok {
		b = a
	}
	var out []int
	for i := number(t, a); i <= number(t, b); i++ {
		out = append(out, i-1)
	}
	return out
}

func spans(l *annotate.Layers, tokens []int) []text.Span {
	if len(tokens) == 0 {
		return nil
	}
	return []text.Span{l.Tokens[tokens[0]].Cover(l.Tokens[tokens[len(tokens)-1]])}
}

// describe writes an action on one line.
func describe(a *record.Action, doc string) string {
	out := []string{strings.TrimSpace(a.Type.String()+" "+a.Mode) + ": " + a.Lemma}
	add := func(name string, values ...string) {
		if v := strings.Join(values, ", "); v != "" {
			out = append(out, strings.TrimSpace(name+" "+v))
		}
	}
	words := func(in []text.Span) (w []string) {
		for _, s := range in {
			w = append(w, strings.Join(strings.Fields(s.Of(doc)), " "))
		}
		return w
	}
	add("by", ids(a.Actors)...)
	add("to", ids(a.Targets)...)
	add("object", words(a.Object)...)
	for _, n := range a.Numbers {
		v := n.Value
		if n.Low != "" {
			v = n.Low + "+"
		}
		add("number", strings.TrimSpace(v+" "+n.What))
	}
	add("said in", ids(a.AccordingTo)...)
	add("denied in", ids(a.DeniedIn)...)
	add("if", words(a.Conditions)...)
	add("time", string(a.Time))
	add("place", a.Place)
	if a.Tense != record.Past {
		add("", a.Tense.String())
	}
	if a.Certainty != record.Certain {
		add("", a.Certainty.String())
	}
	if a.Negated {
		add("", "negated")
	}
	if a.Background {
		add("", "background")
	}
	return strings.Join(out, " | ")
}

func ids[T ~string](in []T) []string {
	out := make([]string, len(in))
	for i, x := range in {
		out[i] = string(x)
	}
	return out
}

func found(c *scenario, a *link.Article) []string {
	var out []string
	for _, x := range action.Find(a) {
		out = append(out, describe(&x, a.Document.Text))
	}
	return out
}

func TestCases(t *testing.T) {
	reg := readWorld(t)
	for _, name := range []string{"testdata/verb.txt", "testdata/noun.txt", "testdata/voice.txt", "testdata/none.txt"} {
		cases := readScenarios(t, name)
		if *update {
			rewrite(t, name, reg)
			continue
		}
		for _, c := range cases {
			t.Run(c.title, func(t *testing.T) {
				a := c.article(t, reg)
				if d := cmp.Diff(c.want, found(&c, a)); d != "" {
					t.Errorf("%s\n%s", a.Document.Text, d)
				}
			})
		}
	}
}

// rewrite puts what is found into a file of cases.
func rewrite(t *testing.T, name string, reg *register.Register) {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(b), "==")
	out := head
	for _, c := range readScenarios(t, name) {
		out += "== " + c.title + "\n"
		for _, s := range c.settings {
			out += "% " + s + "\n"
		}
		out += strings.TrimSpace(c.words) + "\n"
		for _, w := range found(&c, c.article(t, reg)) {
			out += "> " + w + "\n"
		}
		out += "\n"
	}
	if err := os.WriteFile(name, []byte(out), 0o644); err != nil {
		t.Fatal(err)
	}
}

// below says whether word i is h or above it: what hangs on h may not hold it.
func below(heads []int32, i, h int) bool {
	for ; h >= 0; h = int(heads[h]) {
		if h == i {
			return true
		}
	}
	return false
}

// Spans of what is found lie in the text, whatever the tree. The parser gives
// trees alone, no circles.
func FuzzFind(f *testing.F) {
	reg := readWorld(f)
	var all []scenario
	for _, name := range []string{"testdata/verb.txt", "testdata/noun.txt", "testdata/voice.txt", "testdata/none.txt"} {
		all = append(all, readScenarios(f, name)...)
	}
	f.Add(uint(0), []byte{})
	f.Add(uint(3), []byte{1, 2, 3, 200, 7})
	f.Fuzz(func(t *testing.T, which uint, noise []byte) {
		c := all[which%uint(len(all))]
		a := c.article(t, reg)
		l := a.Passages[0]
		relations := []string{"nsubj", "obj", "obl", "nmod", "conj", "acl", "advcl", "xcomp", "ccomp", "aux", "case", "root"}
		for k, b := range noise {
			i := k * 7 % len(l.Heads)
			l.Relations[i] = relations[int(b)%len(relations)]
			if h := int(b) % len(l.Heads); !below(l.Heads, i, h) {
				l.Heads[i] = int32(h)
			}
		}
		b := link.Read(reg, a.Document, a.Facts, a.Passages, a.Statements)
		for _, x := range slices.Concat(action.Find(b), action.FindAny(b)) {
			for _, s := range slices.Concat(x.Object, x.Conditions, x.Evidence, []text.Span{x.Predicate}) {
				if s.Start < 0 || s.End > len(a.Document.Text) || s.Start >= s.End {
					t.Fatalf("span %v outside the text of %d bytes", s, len(a.Document.Text))
				}
			}
			if x.Score <= 0 || x.Score > 1 || len(x.Why) == 0 {
				t.Fatalf("score %v, why %v", x.Score, x.Why)
			}
			_ = fmt.Sprint(describe(&x, a.Document.Text))
		}
	})
}

// A text without a word that the tables know costs next to nothing.
func BenchmarkFindNothing(b *testing.B) {
	line := "Rain rain NOUN 2 nsubj\nfell fall VERB 0 root\non on ADP 5 case\nthe the DET 5 det\ntown town NOUN 2 obl\n. . PUNCT 2 punct\n\n"
	c := scenario{words: strings.Repeat(line, 500)}
	a := c.article(b, readWorld(b))
	for b.Loop() {
		action.Find(a)
	}
	b.ReportMetric(float64(len(a.Passages[0].Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkFind(b *testing.B) {
	var words string
	for _, c := range readScenarios(b, "testdata/verb.txt") {
		words += c.words + "\n"
	}
	c := scenario{words: words}
	a := c.article(b, readWorld(b))
	for b.Loop() {
		action.Find(a)
	}
	b.ReportMetric(float64(len(a.Passages[0].Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
