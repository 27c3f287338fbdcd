package gold

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/txtar"
)

// Scenario is an article of our own with what its record must and must not hold.
//
// It is a txtar file. Its comment begins with a line that says what it
// tests, followed by lines of "key: value": published (the date of the
// article), outlet, and trap (what it tries to break the engine with). The file
// article.txt has the article, record.txt an assertion a line:
//
//	statement speakers=ilse-brandt cue=said content~"will pay" said=2024-04-06
//	no statement speakers=bbc
//	pledge donors=norway amounts="500000000 NOK" status=pledged
//	action type=ASSAULT actors=russia targets=ukraine according_to~"Kyiv said"
//	position holder=norway issue=ceasefire stance=support told_by=null
//
// An assertion names a kind of entry and conditions on one entry of that kind:
// FIELD=VALUE (the values of the field are these, in any order; null: there is
// none) or FIELD~VALUE (one of them holds these letters, or is this id). Several values are
// parted by commas; one that has a space or a comma stands in quotation marks.
type Scenario struct {
	Name       string // of the file, without its ending
	What       string
	Trap       string // "" if it is no trap
	Published  string // EDTF
	Outlet     string
	Text       string
	Assertions []Assertion
}

// Assertion says that an entry of one kind is there, or is not.
type Assertion struct {
	Line       string // as it is written
	Absent     bool
	Kind       string // one of Kinds
	Conditions []Condition
}

// Condition is one on a field of an entry.
type Condition struct {
	Field  string
	Within bool     // ~: one of the values holds Values[0]
	Values []string // none for null
}

// Kinds lists the kinds of entry that can be asserted.
var Kinds = []string{"actor", "statement", "pledge", "action", "position"}

// ReadScenarios reads all cases (*.txtar) of a folder in the order of their names,
// or the one that path is.
func ReadScenarios(path string) ([]Scenario, error) {
	names, err := filepath.Glob(filepath.Join(path, "*.txtar"))
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(path, ".txtar") {
		names = []string{path}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s has no files *.txtar", path)
	}
	var out []Scenario
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		c, err := ParseScenario(name, data)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// ParseScenario reads one case. Its errors name the file and the line.
func ParseScenario(name string, data []byte) (Scenario, error) {
	a := txtar.Parse(data)
	c := Scenario{Name: strings.TrimSuffix(filepath.Base(name), ".txtar")}
	what, rest, _ := strings.Cut(strings.TrimSpace(string(a.Comment)), "\n")
	c.What = what
	for line := range strings.Lines(rest) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		field := map[string]*string{"published": &c.Published, "outlet": &c.Outlet, "trap": &c.Trap}[key]
		if !ok || field == nil {
			return c, fmt.Errorf("%s: %q is no published:, outlet: or trap: line", name, strings.TrimSpace(line))
		}
		*field = value
	}
	at := 1 + strings.Count(string(a.Comment), "\n")
	for _, f := range a.Files {
		at++ // the line of its name
		switch f.Name {
		case "article.txt":
			c.Text = string(f.Data)
		case "record.txt":
			n := 0
			for line := range strings.Lines(string(f.Data)) {
				line = strings.TrimSpace(line)
				if n++; line == "" || line[0] == '#' {
					continue
				}
				x, err := parseAssertion(line)
				if err != nil {
					return c, fmt.Errorf("%s:%d: %w", name, at+n-1, err)
				}
				c.Assertions = append(c.Assertions, x)
			}
		default:
			return c, fmt.Errorf("%s: a case has no file %s, only article.txt and record.txt", name, f.Name)
		}
		at += strings.Count(string(f.Data), "\n")
	}
	if c.What == "" || c.Text == "" || len(c.Assertions) == 0 {
		return c, fmt.Errorf("%s: a case needs a line that says what it tests, article.txt and assertions in record.txt", name)
	}
	return c, nil
}

func parseAssertion(line string) (Assertion, error) {
	a := Assertion{Line: line}
	words, err := split(line)
	if err != nil {
		return a, err
	}
	if words[0] == "no" {
		a.Absent = true
		words = words[1:]
	}
	if len(words) < 2 {
		return a, fmt.Errorf("%q: an assertion is a kind and conditions", line)
	}
	if a.Kind = words[0]; !contains(Kinds, a.Kind) {
		return a, fmt.Errorf("no kind is called %q: there are %s", a.Kind, strings.Join(Kinds, ", "))
	}
	for _, w := range words[1:] {
		i := strings.IndexAny(w, "=~")
		if i <= 0 {
			return a, fmt.Errorf("%q is no condition: write FIELD=VALUE or FIELD~VALUE", w)
		}
		c := Condition{Field: w[:i], Within: w[i] == '~'}
		if v := w[i+1:]; v != "null" {
			c.Values = listed(v)
		}
		if c.Within && len(c.Values) != 1 {
			return a, fmt.Errorf("%q: ~ takes one value", w)
		}
		a.Conditions = append(a.Conditions, c)
	}
	return a, nil
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// split parts line at spaces outside quotation marks, which stay.
func split(line string) ([]string, error) {
	var out []string
	quoted, start := false, -1
	for i := 0; i <= len(line); i++ {
		switch {
		case i == len(line) || line[i] == ' ' && !quoted:
			if start >= 0 {
				out = append(out, line[start:i])
			}
			start = -1
			continue
		case line[i] == '"':
			quoted = !quoted
		}
		if start < 0 {
			start = i
		}
	}
	if quoted {
		return nil, fmt.Errorf("%q: a quotation mark is not closed", line)
	}
	return out, nil
}

// listed parts a value at commas outside quotation marks and drops the marks.
func listed(v string) []string {
	var out []string
	var b strings.Builder
	quoted := false
	for _, r := range v {
		switch {
		case r == '"':
			quoted = !quoted
		case r == ',' && !quoted:
			out = append(out, b.String())
			b.Reset()
		default:
			b.WriteRune(r)
		}
	}
	return append(out, b.String())
}
