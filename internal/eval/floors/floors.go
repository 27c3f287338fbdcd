// Package floors reads the figures that the project has reached, and those that
// it must not fall below, out of the tables of docs/accuracy.md, and holds
// measurements against them. It measures nothing itself.
//
// A table is recognized by its heading; other tables and all text are passed
// over:
//
//	| what | set | figure | floor | command |
//	|---|---|---|---|---|
//	| `relation` relation F1 | PolNeAR dev | 76.70 | 76.00 | `onrecord eval attribution --data DIR` |
//	| `token_cue` cues, by word | PolNeAR dev | 74.20 | – | `onrecord eval attribution --data DIR` |
//
// What begins with the name of the figure, as the command prints it. A dash
// means no floor.
package floors

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Key says which figure of which command is meant.
type Key struct {
	Command string // "onrecord eval parse --data FILE"
	Figure  string // as the command's JSON names it: "las"
}

// Row is one row of a table.
type Row struct {
	Key
	What, Set string  // in words
	Reached   float64 // to the hundredth
	Floor     float64 // 0 where there is none
	Line      int     // of the file
}

var heading = []string{"what", "set", "figure", "floor", "command"}

// Parse reads the rows of every table of r with the heading above. Errors name
// the file name and the line.
func Parse(name string, r io.Reader) ([]Row, error) {
	var out []Row
	seen := map[Key]int{}
	s := bufio.NewScanner(r)
	inside := false
	n := 0
	for s.Scan() {
		n++
		cells, ok := cellsOf(s.Text())
		switch {
		case !ok:
			inside = false
		case slices.Equal(cells, heading):
			inside = true
		case inside && !rule(cells):
			row, err := parseRow(cells)
			if err == nil && seen[row.Key] > 0 {
				err = fmt.Errorf("%s of %q stands in line %d already", row.Figure, row.Command, seen[row.Key])
			}
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
			row.Line = n
			seen[row.Key] = n
			out = append(out, row)
		}
	}
	if err := s.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, n+1, err)
	}
	return out, nil
}

// Commands lists the commands of rows, each once, in order.
func Commands(rows []Row) []string {
	var out []string
	for _, r := range rows {
		if !slices.Contains(out, r.Command) {
			out = append(out, r.Command)
		}
	}
	return out
}

// Fallen lists what is wrong in measured: each floor that is not held, and each
// that was not measured.
func Fallen(rows []Row, measured map[Key]float64) []string {
	var out []string
	for _, r := range rows {
		if r.Floor == 0 {
			continue
		}
		switch got, ok := measured[r.Key]; {
		case !ok:
			out = append(out, fmt.Sprintf("%s on %s: floor %.2f, but %q prints no %q", r.What, r.Set, r.Floor, r.Command, r.Figure))
		case math.IsNaN(got) || got < r.Floor:
			out = append(out, fmt.Sprintf("%s on %s: %.2f, floor %.2f (%s)", r.What, r.Set, got, r.Floor, r.Command))
		}
	}
	return out
}

// Stale lists the rows whose figure is no longer what is measured. The program
// answers the same on every machine, so any difference is a change that the
// table does not know of.
func Stale(rows []Row, measured map[Key]float64) []string {
	var out []string
	for _, r := range rows {
		if got, ok := measured[r.Key]; ok && math.Abs(got-r.Reached) > .005 {
			out = append(out, fmt.Sprintf("line %d says %.2f for %s on %s, measured is %.2f (%s)", r.Line, r.Reached, r.What, r.Set, got, r.Command))
		}
	}
	return out
}

// cellsOf splits a line of a table; false if it is none.
func cellsOf(line string) ([]string, bool) {
	line, start := strings.CutPrefix(strings.TrimSpace(line), "|")
	line, end := strings.CutSuffix(line, "|")
	if !start || !end {
		return nil, false
	}
	cells := strings.Split(line, "|")
	for i, c := range cells {
		cells[i] = strings.TrimSpace(c)
	}
	return cells, true
}

// rule says whether cells are those of the line below a heading.
func rule(cells []string) bool {
	return strings.Trim(strings.Join(cells, ""), "-:") == ""
}

func parseRow(cells []string) (Row, error) {
	if len(cells) != len(heading) {
		return Row{}, fmt.Errorf("%d cells instead of %d", len(cells), len(heading))
	}
	var r Row
	var err error
	if r.Figure, r.What, err = quoted(cells[0]); err != nil {
		return r, fmt.Errorf("what: %w", err)
	}
	if r.What == "" {
		r.What = r.Figure
	}
	r.Set = cells[1]
	if r.Reached, err = percent(cells[2]); err != nil {
		return r, fmt.Errorf("figure: %w", err)
	}
	if c := cells[3]; c != "–" && c != "-" {
		if r.Floor, err = percent(c); err != nil {
			return r, fmt.Errorf("floor: %w", err)
		}
	}
	if r.Command, _, err = quoted(cells[4]); err != nil {
		return r, fmt.Errorf("command: %w", err)
	}
	if r.Reached < r.Floor {
		return r, fmt.Errorf("the figure %.2f is below its floor %.2f", r.Reached, r.Floor)
	}
	return r, nil
}

// quoted splits "`name` and words" into the name and the words.
func quoted(cell string) (name, rest string, err error) {
	after, ok := strings.CutPrefix(cell, "`")
	name, rest, closed := strings.Cut(after, "`")
	if !ok || !closed || name == "" {
		return "", "", fmt.Errorf("%q does not begin with a name between backquotes", cell)
	}
	return name, strings.TrimSpace(rest), nil
}

func percent(cell string) (float64, error) {
	x, err := strconv.ParseFloat(cell, 64)
	if err != nil || !(x > 0 && x <= 100) {
		return 0, fmt.Errorf("%q is no number over 0 and up to 100", cell)
	}
	return x, nil
}
