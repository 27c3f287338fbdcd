package learn

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// ErrInvalid is wrapped by what says that a file is no file of codings, or none
// of a model.
var ErrInvalid = errors.New("invalid")

// MaxText is how many bytes of a text are read; what is longer is no statement.
const MaxText = 20_000

// Warning is a kind of oddity in a file, with how often it was met.
type Warning struct {
	What  string
	Count int
	Line  int // of the first
}

// File is what was read of a file of codings.
type File struct {
	Name     string
	Codings  []Coding // in an order of their own
	Rows     int      // below the header
	Warnings []Warning
}

// warn counts an oddity.
func (f *File) warn(what string, line int) {
	for i := range f.Warnings {
		if f.Warnings[i].What == what {
			f.Warnings[i].Count++
			return
		}
	}
	f.Warnings = append(f.Warnings, Warning{what, 1, line})
}

// columns are where the header has what.
type columns struct {
	text, issue, stance, speaker, date, outlet, document int
}

// Read reads codings, a CSV file with a header: text and issue, and if it has
// them stance, speaker, date, outlet and document, in any order; other columns
// are passed over. Rows without text or issue, and stances that are none, are
// counted warnings. known, if any, are the issues of a codebook: others are
// warned of and read all the same.
func Read(name string, r io.Reader, known []string) (*File, error) {
	in := csv.NewReader(r)
	in.FieldsPerRecord, in.ReuseRecord = -1, true
	header, err := in.Read()
	if err == io.EOF {
		return nil, fmt.Errorf("%s:1: %w codings: the file is empty; the first line names the columns: text,issue,stance", name, ErrInvalid)
	}
	if err != nil {
		return nil, wrong(name, err)
	}
	c, err := find(header)
	if err != nil {
		return nil, fmt.Errorf("%s:1: %w codings: %w", name, ErrInvalid, err)
	}
	f := &File{Name: name}
	for {
		row, err := in.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, wrong(name, err)
		}
		line, _ := in.FieldPos(0)
		f.Rows++
		f.row(c, row, line, known)
	}
	f.tidy()
	if len(f.Codings) == 0 {
		return nil, fmt.Errorf("%s: %w codings: no row has both a text and an issue", name, ErrInvalid)
	}
	return f, nil
}

// wrong says where a file is no CSV.
func wrong(name string, err error) error {
	if p, ok := errors.AsType[*csv.ParseError](err); ok {
		return fmt.Errorf("%s:%d: %w codings: %w; a text with commas, quotation marks or line breaks stands in quotation marks, those within it doubled", name, p.Line, ErrInvalid, p.Err)
	}
	return fmt.Errorf("%s: read codings: %w", name, err)
}

// find finds the columns.
func find(header []string) (columns, error) {
	c := columns{-1, -1, -1, -1, -1, -1, -1}
	at := map[string]*int{
		"text": &c.text, "issue": &c.issue, "stance": &c.stance, "speaker": &c.speaker, "date": &c.date, "outlet": &c.outlet, "document": &c.document,
	}
	for i, h := range header {
		h = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")))
		if p := at[h]; p != nil {
			if *p >= 0 {
				return c, fmt.Errorf("the header has the column %s twice", h)
			}
			*p = i
		}
	}
	for _, need := range []string{"text", "issue"} {
		if *at[need] < 0 {
			return c, fmt.Errorf("the header has no column %s; it has %s", need, strings.Join(header, ", "))
		}
	}
	return c, nil
}

// row takes one row over.
func (f *File) row(c columns, row []string, line int, known []string) {
	field := func(i int) string {
		if i < 0 || i >= len(row) {
			return ""
		}
		return strings.Clone(strings.Join(strings.Fields(strings.ToValidUTF8(row[i], "�")), " "))
	}
	d := Coding{Line: line, Text: field(c.text), Issue: field(c.issue), Speaker: field(c.speaker), Date: field(c.date), Outlet: field(c.outlet), Document: field(c.document), Count: 1}
	switch {
	case d.Text == "":
		f.warn("a row has no text and is left out", line)
		return
	case d.Issue == "":
		f.warn("a row has no issue and is left out", line)
		return
	}
	if len(d.Text) > MaxText {
		d.Text = cut(d.Text, MaxText)
		f.warn(fmt.Sprintf("a text is longer than %d bytes, of which the first are read", MaxText), line)
	}
	stance, ok := ParseStance(field(c.stance))
	if !ok {
		f.warn("a stance is none of support, oppose, mixed, unclear: the issue is learned, the stance is not", line)
	}
	d.Stance = stance
	if len(known) > 0 && !slices.Contains(known, d.Issue) {
		f.warn(fmt.Sprintf("the codebook has no issue %q; it is learned all the same", d.Issue), line)
	}
	f.Codings = append(f.Codings, d)
}

// cut shortens s to at most n bytes, between characters.
func cut(s string, n int) string {
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// tidy sorts the codings, counts equal ones once with their number, and warns
// of texts that were coded in several ways.
func (f *File) tidy() {
	slices.SortFunc(f.Codings, func(a, b Coding) int { return order(&a, &b) })
	kept := f.Codings[:0]
	for _, d := range f.Codings {
		if n := len(kept); n > 0 && same(&kept[n-1], &d) {
			kept[n-1].Count++
			f.warn("a row says what another says, and counts as one with it", d.Line)
			continue
		}
		kept = append(kept, d)
	}
	f.Codings = kept
	for i := range kept {
		if i == 0 || kept[i].Text != kept[i-1].Text {
			continue
		}
		a, b := &kept[i-1], &kept[i]
		if a.Issue != b.Issue {
			f.warn("a text is coded with more than one issue; each is learned", b.Line)
		} else if a.Stance != b.Stance {
			f.warn("a text is coded with more than one stance on one issue; each is learned", b.Line)
		}
	}
}
