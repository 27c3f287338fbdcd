package table_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"onrecord/internal/export"
	"onrecord/internal/export/table"
)

var update = flag.Bool("update", false, "write docs/tables.md anew from the columns")

const docs = "../../../docs/tables.md"

// The lines of docs/tables.md around what is made from the columns.
const (
	begin = "<!-- tables: the columns of internal/export/table -->\n"
	end   = "<!-- end -->\n"
)

// described is the documentation of all columns.
func described() string {
	var b strings.Builder
	for _, d := range table.Describe() {
		fmt.Fprintf(&b, "\n## %s\n\n| column | type | unit | an empty cell | what |\n|---|---|---|---|---|\n", d.Name)
		for _, c := range d.Columns {
			null := c.Null
			if null == "" {
				null = "never"
				if c.Unit == "parted by ;" {
					null = "none"
				}
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", c.Name, c.Type, c.Unit, null, c.What)
		}
	}
	return b.String()
}

func TestTablesAreDocumented(t *testing.T) {
	doc, err := os.ReadFile(docs)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok1 := strings.Cut(string(doc), begin)
	got, after, ok2 := strings.Cut(rest, end)
	if !ok1 || !ok2 {
		t.Fatalf("%s has no lines %q and %q", docs, begin, end)
	}
	want := described()
	if *update {
		if err := os.WriteFile(docs, []byte(before+begin+want+end+after), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s is not what the program writes (go test ./internal/export/table -update mends it):\n%s", docs, d)
	}
}

func TestEveryColumnIsDescribed(t *testing.T) {
	for _, d := range table.Describe() {
		for _, c := range d.Columns {
			if c.Name == "" || c.What == "" {
				t.Errorf("%s: %+v", d.Name, c)
			}
		}
	}
}

func p[T any](v T) *T { return &v }

// object is a document with one entry of every kind.
func object() export.Object {
	words := func(start int, s string) export.Span { return export.Span{Start: start, End: start + len(s), Text: s} }
	return export.Object{
		Document: export.Document{ID: "doc", Version: 1, Title: p("=HYPERLINK()"), Published: p("2024-04"), Engine: "en-1", Text: p("…"), Problems: []export.Problem{{Code: "nul", What: "a NUL", Start: p(3), End: p(4)}}},
		Actors:   []export.Actor{{ID: "norway", Name: "Norway", Kind: "country", ISO3: p("NOR"), Aliases: []string{"Oslo", "the kingdom"}, Mentions: []export.Span{words(0, "Norway"), words(9, "Oslo")}, Offices: []export.Office{{Title: "Chair", Of: p("g7"), On: p("2024")}}}},
		Statements: []export.Statement{{
			ID: "docs1", Source: []export.Span{words(0, "Oslo,"), words(9, "again,")}, Content: []export.Span{words(20, "yes")}, Manner: "direct", Act: "say", Speakers: []string{"norway"},
			About: []string{"ukraine", "russia"}, Venue: p("bbc"), Said: p("2024-04-01/2024-04-03"), Clauses: []export.Clause{{Span: words(20, "yes"), Modality: "possible", Negated: true}}, Score: .5,
		}},
		Pledges: []export.Pledge{{
			ID: "docp1", Status: "delayed", Donors: []string{"norway"}, Statements: []string{"docs1"}, Predicate: words(30, "holds up"), Period: p("2025/2027"),
			Amounts: []export.Amount{{Span: words(40, "5 crowns"), Value: p("5"), Currency: p("NOK")}, {Span: words(50, "1 dollar"), Value: p("1"), EquivalentOf: p(0)}},
			Items:   []export.Item{{Span: words(60, "31 tanks"), Value: p("31"), What: p("tanks")}},
		}},
		Actions: []export.Action{{
			ID: "doca1", Type: "MOBILIZE", Predicate: export.Predicate{Span: words(70, "sent"), Lemma: "send"}, Actors: []string{"norway"}, Targets: []string{"russia"},
			Object: p("ships"), ObjectSpans: []export.Span{words(80, "ships")}, DeniedIn: []string{"docs1"}, Numbers: []export.Item{{Span: words(90, "two"), Value: p("2")}},
		}},
		Positions: []export.Position{{
			ID: "doco1", Of: "docs1", Holder: p("norway"), ToldBy: p("bbc"), Issue: p("ceasefire"), Stance: "support", Conditional: true,
			Conditions: []export.Span{words(95, "if")}, Words: []export.Span{words(20, "yes")}, Score: .7,
		}},
	}
}

// written returns what the tables of object are as CSV.
func written(t *testing.T) map[string]*bytes.Buffer {
	t.Helper()
	out := map[string]*bytes.Buffer{}
	w, err := table.NewCSV(func(name string) (io.Writer, error) {
		out[name] = &bytes.Buffer{}
		return out[name], nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(table.Of(object())); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestCSV(t *testing.T) {
	files := written(t)
	for _, d := range table.Describe() {
		records, err := csv.NewReader(files[d.Name]).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", d.Name, err)
		}
		if len(records) < 2 {
			t.Errorf("%s has no row", d.Name)
		}
		for i, c := range d.Columns {
			if records[0][i] != c.Name {
				t.Errorf("%s: column %d is %s, not %s", d.Name, i, records[0][i], c.Name)
			}
			for _, r := range records[1:] {
				if r[i] == "" && c.Null == "" && c.Type != "string" {
					t.Errorf("%s: %s is empty", d.Name, c.Name)
				}
			}
		}
	}
}

func TestCells(t *testing.T) {
	files := written(t)
	for name, want := range map[string]string{
		"documents":        "doc,,=HYPERLINK(),,,,2024-04,2024-04-01,2024-04-30,,,,1,,en-1,…",
		"problems":         "doc,nul,a NUL,3,4,",
		"actors":           "doc,norway,Norway,country,,NOR,,false,Oslo;the kingdom,,2",
		"offices":          "doc,norway,Chair,g7,2024,2024-01-01,2024-12-31,false",
		"statements":       "docs1,\"Oslo, … again,\",,yes,direct,say,,0,15,0 5;9 15,,,,20,23,20 23,0.500,suggested,en-1,,norway,,ukraine;russia,,2024-04-01/2024-04-03,2024-04-01,2024-04-03,",
		"statement_actors": "doc,docs1,bbc,venue",
		"spans":            "doc,docs1,statement,clause,0,20,23,yes,possible,true",
		"pledges":          "docp1,delayed,holds up,,,2025/2027,2025-01-01,2027-12-31,",
		"amounts":          "doc,docp1,1,,,0,,1,,,false,50,58,1 dollar",
		"items":            "doc,doca1,action,0,,2,,,false,90,93,two",
		"actions":          "doca1,MOBILIZE,,send,sent,ships,,docs1,",
		"action_actors":    "doc,doca1,russia,target",
		"positions":        "doc,doco1,docs1,norway,bbc,ceasefire,,support,true,if,,yes,0.700,suggested,",
	} {
		if got := files[name].String(); !strings.Contains(got, want) {
			t.Errorf("%s lacks %s:\n%s", name, want, got)
		}
	}
}

func TestParquetHasWhatCSVHas(t *testing.T) {
	files := map[string]*bytes.Buffer{}
	w, err := table.NewParquet(func(name string) (io.Writer, error) {
		files[name] = &bytes.Buffer{}
		return files[name], nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if err := w.Write(table.Of(object())); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	texts := written(t)
	for _, d := range table.Describe() {
		f, err := parquet.OpenFile(bytes.NewReader(files[d.Name].Bytes()), int64(files[d.Name].Len()))
		if err != nil {
			t.Fatalf("%s: %v", d.Name, err)
		}
		records, err := csv.NewReader(texts[d.Name]).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if got := int(f.NumRows()); got != 3*(len(records)-1) {
			t.Errorf("%s: %d rows, want three times %d", d.Name, got, len(records)-1)
		}
		got := [][]string{nil}
		for _, c := range f.Schema().Fields() {
			got[0] = append(got[0], c.Name())
		}
		if diff := cmp.Diff(records, append(got, first(t, f, len(records)-1)...)); diff != "" {
			t.Errorf("%s:\n%s", d.Name, diff)
		}
	}
}

// first returns the first n rows of f as CSV shows them.
func first(t *testing.T, f *parquet.File, n int) [][]string {
	t.Helper()
	rows := f.RowGroups()[0].Rows()
	defer rows.Close()
	buffer := make([]parquet.Row, n)
	if _, err := rows.ReadRows(buffer); err != nil && !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	var out [][]string
	for _, r := range buffer {
		var cells []string
		for _, v := range r {
			switch {
			case v.IsNull():
				cells = append(cells, "")
			case v.Kind() == parquet.Float:
				cells = append(cells, fmt.Sprintf("%.3f", v.Float()))
			default:
				cells = append(cells, v.String())
			}
		}
		out = append(out, cells)
	}
	return out
}
