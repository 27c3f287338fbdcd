package table_test

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/internal/export/table"
)

// example returns the code of docs/tables.md in a language.
func example(t *testing.T, language string) string {
	t.Helper()
	doc, err := os.ReadFile(docs)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok1 := strings.Cut(string(doc), "```"+language+"\n")
	code, _, ok2 := strings.Cut(rest, "```")
	if !ok1 || !ok2 {
		t.Fatalf("%s has no example in %s", docs, language)
	}
	return code
}

// analyze runs code beside a folder "tables" with the tables of object.
func analyze(t *testing.T, code string, name string, args ...string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "tables"), 0o777); err != nil {
		t.Fatal(err)
	}
	w, err := table.NewCSV(func(name string) (io.Writer, error) {
		return os.Create(filepath.Join(dir, "tables", name+".csv"))
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(table.Of(object())); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(name, append(args, code)...)
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// need skips a test where a program is not installed, or fails it where
// ONRECORD_REQUIRE asks for it.
func need(t *testing.T, what, hint string, there bool) {
	t.Helper()
	switch {
	case there:
	case strings.Contains(os.Getenv("ONRECORD_REQUIRE"), what):
		t.Fatalf("%s is not there: %s", what, hint)
	default:
		t.Skipf("%s is not there: %s", what, hint)
	}
}

// pandas returns a Python that has pandas: Debian's package is for Debian's
// Python, which need not be the first on the path.
func pandas() (python string, ok bool) {
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(python, "-c", "import pandas").Run() == nil {
			return python, true
		}
	}
	return "", false
}

func TestPandasExample(t *testing.T) {
	python, ok := pandas()
	need(t, "pandas", "apt-get install python3-pandas", ok)
	out := analyze(t, example(t, "python"), python, "-c")
	if f := strings.Fields(out); !strings.Contains(strings.Join(f, " "), "norway NOK 5.0") {
		t.Errorf("pandas prints\n%s", out)
	}
}

func TestRExample(t *testing.T) {
	_, err := exec.LookPath("Rscript")
	need(t, "r-base", "apt-get install r-base-core", err == nil)
	out := analyze(t, example(t, "r"), "Rscript", "--vanilla", "-e")
	if f := strings.Fields(out); !strings.Contains(strings.Join(f, " "), "norway NOK 5") {
		t.Errorf("R prints\n%s", out)
	}
}
