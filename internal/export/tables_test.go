package export_test

import (
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/export"
)

var update = flag.Bool("update", false, "write docs/tables.md anew from the columns")

const tables = "../../docs/tables.md"

// The lines of docs/tables.md around what is made from the columns.
const (
	begin = "<!-- statements: the columns of internal/export -->\n"
	end   = "<!-- end -->\n"
)

// described is the documentation of the columns.
func described(columns []export.Column) string {
	var b strings.Builder
	b.WriteString("| column | type | unit | an empty cell | what |\n|---|---|---|---|---|\n")
	for _, c := range columns {
		null := c.Null
		if null == "" {
			null = "never"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", c.Name, c.Type, c.Unit, null, c.What)
	}
	return b.String()
}

func TestTablesAreDocumented(t *testing.T) {
	doc, err := os.ReadFile(tables)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok1 := strings.Cut(string(doc), begin)
	got, after, ok2 := strings.Cut(rest, end)
	if !ok1 || !ok2 {
		t.Fatalf("%s has no lines %q and %q", tables, begin, end)
	}
	want := described(export.StatementColumns())
	if *update {
		if err := os.WriteFile(tables, []byte(before+begin+want+end+after), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s is not what the program writes (go test ./internal/export -update mends it):\n%s", tables, d)
	}
}

func TestHeaderIsTheColumns(t *testing.T) {
	header, err := csv.NewReader(strings.NewReader(string(export.StatementsHeader()))).Read()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range export.StatementColumns() {
		names = append(names, c.Name)
	}
	if d := cmp.Diff(names, header); d != "" {
		t.Error(d)
	}
}
