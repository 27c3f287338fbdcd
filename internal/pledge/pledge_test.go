package pledge_test

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/annotatetest"
	"onrecord/internal/edtf"
	"onrecord/internal/link"
	"onrecord/internal/pledge"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

var update = flag.Bool("update", false, "write what is found into testdata; read it before you keep it")

// TestCases reads testdata/*.txtar. A case is four or more files: "words N" is
// a table as annotatetest.Parsed reads it, N the name of the case; "marks" tells
// what earlier stages found, a line each, and "pledges" what is to come of it.
//
//	actor  WORDS = ID [KIND [OF]]   every place of the words, or, with WORDS@N, the Nth alone;
//	                                of whom it is a part or an officer
//	sum    WORDS = VALUE CURRENCY [per|low|high|hedge|equals|unit VALUE]…   "-" for none
//	count  NUMBER | THING = VALUE   the thing may be nothing
//	share  WORDS = VALUE            in percent
//	time   WORDS = EDTF or DURATION
//	often  WORDS = DURATION         a repeated time
//	chain  WORD WORD…               mentions of one thing
//	said   CUE = FROM … TO          a statement with its content
func TestCases(t *testing.T) {
	for _, f := range caseFiles(t) {
		a, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for k := 0; k+2 < len(a.Files); k += 3 {
			t.Run(filepath.Base(f)+"/"+strings.TrimPrefix(a.Files[k].Name, "words "), func(t *testing.T) {
				art := article(t, annotatetest.Parsed(t, string(a.Files[k].Data)), string(a.Files[k+1].Data))
				got := show(art, pledge.Find(art))
				if *update {
					a.Files[k+2].Data = []byte(got)
					return
				}
				if diff := gocmp.Diff(string(a.Files[k+2].Data), got); diff != "" {
					t.Errorf("%s\n(-want +got)\n%s", art.Document.Text, diff)
				}
			})
		}
		if *update {
			if err := os.WriteFile(f, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func caseFiles(t *testing.T) []string {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	return files
}

// forEachCase calls f with the layers and marks of each case.
func forEachCase(t *testing.T, f func(t *testing.T, l *annotate.Layers, marks string)) {
	for _, name := range caseFiles(t) {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for k := 0; k+2 < len(a.Files); k += 3 {
			f(t, annotatetest.Parsed(t, string(a.Files[k].Data)), string(a.Files[k+1].Data))
		}
	}
}

// article makes an article of one passage by the marks of a case.
func article(t testing.TB, l *annotate.Layers, marks string) *link.Article {
	t.Helper()
	a := &link.Article{Document: l.Document, Published: "2024-04-07", Passages: []*annotate.Layers{l}, References: make([][]link.Reference, 1)}
	last, after := "", 0 // marks of one kind stand in order
	for line := range strings.Lines(marks) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		words, value, _ := strings.Cut(strings.TrimSpace(rest), " =")
		value = strings.TrimSpace(value)
		words = strings.TrimSpace(words)
		if kind != last {
			last, after = kind, 0
		}
		switch kind {
		case "":
		case "actor":
			actor(t, a, words, strings.Fields(value))
		case "sum":
			first, end := placeFrom(t, l, words, after)
			after = end
			l.Amounts = append(l.Amounts, sum(t, l, first, end, value))
		case "count":
			n := count(t, l, words, value, after)
			after = n.End
			l.Numbers = append(l.Numbers, n)
		case "share":
			first, end := placeFrom(t, l, words, after)
			after = end
			l.Numbers = append(l.Numbers, annotate.Number{Span: l.Tokens[first].Cover(l.Tokens[end-1]), First: first, End: end, Value: value, Unit: "%"})
		case "time", "often":
			first, end := placeFrom(t, l, words, after)
			after = end
			x := annotate.Timex{Span: l.Tokens[first].Cover(l.Tokens[end-1]), First: first, End: end, Date: edtf.Date(value)}
			if strings.HasPrefix(value, "P") {
				x.Type, x.Date, x.Duration = annotate.TimexDuration, "", edtf.Duration(value)
			}
			if kind == "often" {
				x.Type = annotate.TimexSet
			}
			l.Timexes = append(l.Timexes, x)
		case "chain":
			for _, w := range strings.Fields(rest) {
				first, end := place(t, l, w)
				l.Mentions = append(l.Mentions, annotate.Mention{First: first, End: end, Head: first})
			}
		case "said":
			statement(t, a, words, value)
		default:
			t.Fatalf("no mark is called %q", kind)
		}
	}
	return a
}

// actor marks every place of words as a reference to an actor.
func actor(t testing.TB, a *link.Article, words string, value []string) {
	l := a.Passages[0]
	id := record.ActorID(value[0])
	kind := record.Country
	if len(value) > 1 {
		for k, name := range record.ActorKinds {
			if name == value[1] {
				kind = record.ActorKind(k)
			}
		}
	}
	act := record.Actor{ID: id, Kind: kind}
	if len(value) > 2 && kind != record.Person {
		act.PartOf = record.ActorID(value[2])
	} else if len(value) > 2 {
		act.Offices = []record.Office{{Title: "President", Of: record.ActorID(value[2])}}
	}
	known := false
	for _, b := range a.Actors {
		known = known || b.ID == id
	}
	if !known {
		a.Actors = append(a.Actors, act)
	}
	if act.PartOf != "" {
		a.Actors = append(a.Actors, record.Actor{ID: act.PartOf, Kind: record.Country})
	}
	words, only, _ := strings.Cut(words, "@")
	first, end := place(t, l, words)
	n, nth := end-first, 0
	for i := 0; i+n <= len(l.Tokens); i++ {
		if joined(l, i, i+n) != joined(l, first, end) {
			continue
		}
		if nth++; only != "" && only != strconv.Itoa(nth) {
			continue
		}
		head := i
		for k := i; k < i+n; k++ {
			if h := int(l.Heads[k]); h < i || h >= i+n {
				head = k
			}
		}
		a.References[0] = append(a.References[0], link.Reference{First: i, End: i + n, Head: head, Actors: []record.ActorID{id}})
	}
}

func sum(t testing.TB, l *annotate.Layers, first, end int, value string) annotate.Amount {
	f := strings.Fields(value)
	a := annotate.Amount{Span: l.Tokens[first].Cover(l.Tokens[end-1]), First: first, End: end, EquivalentOf: -1}
	if f[0] != "-" {
		a.Value = f[0]
	}
	if f[1] != "-" {
		a.Currency = f[1]
	}
	for k := 2; k+1 < len(f); k += 2 {
		switch f[k] {
		case "per":
			a.Per = f[k+1]
		case "unit":
			a.Unit = strings.ReplaceAll(f[k+1], "_", " ")
		case "low":
			a.Low = f[k+1]
		case "high":
			a.High = f[k+1]
		case "hedge":
			h, _ := place(t, l, f[k+1])
			a.Hedge = []int{h}
		case "equals":
			for n, b := range l.Amounts {
				if b.Value == f[k+1] {
					a.EquivalentOf = n
				}
			}
		}
	}
	return a
}

func count(t testing.TB, l *annotate.Layers, words, value string, after int) annotate.Number {
	number, what, _ := strings.Cut(words, "|")
	number, what = strings.TrimSpace(number), strings.TrimSpace(what)
	first, end := placeFrom(t, l, number, after)
	n := annotate.Number{First: first, End: end, Value: value}
	if what != "" {
		n.What[0], n.What[1] = placeFrom(t, l, what, end)
	}
	n.Span = l.Tokens[n.First].Cover(l.Tokens[n.End-1])
	return n
}

func statement(t testing.TB, a *link.Article, cue, content string) {
	l := a.Passages[0]
	from, to, ok := strings.Cut(content, " … ")
	if !ok {
		t.Fatalf("content %q has no …", content)
	}
	at, _ := place(t, l, cue)
	start := 0
	for _, s := range l.Sentences {
		if s.First <= at {
			start = s.First
		}
	}
	first, _ := placeFrom(t, l, from, start)
	_, end := placeFrom(t, l, to, first)
	x := annotate.Attribution{Cue: []int{at}}
	for i := first; i < end; i++ {
		x.Content = append(x.Content, i)
	}
	a.Origins = append(a.Origins, link.Origin{Attribution: len(l.Attributions)})
	l.Attributions = append(l.Attributions, x)
	a.Statements = append(a.Statements, record.Statement{ID: record.StatementID(cue)})
}

// place returns the tokens of the first place of words.
func place(t testing.TB, l *annotate.Layers, words string) (first, end int) {
	t.Helper()
	return placeFrom(t, l, words, 0)
}

// placeFrom returns the first place of words from token i on.
func placeFrom(t testing.TB, l *annotate.Layers, words string, i int) (first, end int) {
	t.Helper()
	for ; i < len(l.Tokens); i++ {
		for j := i + 1; j <= len(l.Tokens) && j < i+20; j++ {
			if joined(l, i, j) == strings.ReplaceAll(words, " ", "") {
				return i, j
			}
		}
	}
	t.Fatalf("no words are %q", words)
	return 0, 0
}

// joined returns the letters of tokens without the spaces between them.
func joined(l *annotate.Layers, first, end int) string {
	return strings.ReplaceAll(l.Tokens[first].Cover(l.Tokens[end-1]).Of(l.Document.Text), " ", "")
}

// show writes pledges as the cases have them: a line for each, then a line for
// each thing that is told of it.
func show(a *link.Article, pledges []record.Pledge) string {
	var b strings.Builder
	put := func(name string, v any) {
		if s := strings.Trim(fmt.Sprint(v), "[]"); s != "" {
			fmt.Fprintf(&b, "\t%s: %s\n", name, s)
		}
	}
	words := func(spans []text.Span) string {
		var out []string
		for _, s := range spans {
			out = append(out, s.Of(a.Document.Text))
		}
		return strings.Join(out, " | ")
	}
	for _, p := range pledges {
		b.WriteString(p.Status.String())
		if p.Negated {
			b.WriteString(" negated")
		}
		if p.Background {
			b.WriteString(" background")
		}
		b.WriteString("\n")
		put("proposers", p.Proposers)
		put("donors", p.Donors)
		put("beneficiaries", p.Beneficiaries)
		for _, m := range p.Amounts {
			put("amount", strings.Join(strings.Fields(strings.Join([]string{m.Value, m.Low, m.High, m.Currency, m.Per, m.Hedge, equals(m.EquivalentOf)}, " ")), " "))
		}
		for _, i := range p.Items {
			put("item", strings.TrimSpace(cmp.Or(i.Value, "")+" "+i.What))
		}
		put("duration", p.Duration)
		put("period", p.Period)
		put("purpose", p.Purpose)
		put("aims", words(p.Aims))
		put("conditions", words(p.Conditions))
		put("binding", p.Binding)
		put("time", p.Time)
		put("statements", p.Statements)
	}
	return b.String()
}

func equals(k int) string {
	if k < 0 {
		return ""
	}
	return fmt.Sprintf("equals %d", k)
}
