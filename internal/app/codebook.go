package app

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"onrecord/internal/codebook"
	"onrecord/internal/register"
)

// Codebook says which codebook to look into.
type Codebook struct {
	File string // "" or Shipped for the one that ships with the program
}

// Shipped names the codebook that ships with the program, where a file of
// one's own may be named.
const Shipped = "shipped"

// own says whether it is a file of the user's own.
func (o Codebook) own() bool { return o.File != "" && o.File != Shipped }

// load reads the codebook. What is wrong in it is told on standard error, a
// line each.
func (o Codebook) load(s Streams) (*codebook.Codebook, error) {
	if !o.own() {
		return codebook.Default()
	}
	data, err := readCodebook(o.File)
	if err != nil {
		return nil, err
	}
	c, err := codebook.Load(o.File, data)
	if err == nil {
		return c, nil
	}
	wrong := each(err)
	for _, e := range wrong {
		fmt.Fprintf(s.Stderr, "onrecord: %s\n", message(e.Error()))
	}
	return nil, fmt.Errorf("the codebook cannot be used: %s in %s", counted(len(wrong), "mistake"), o.File)
}

// readCodebook reads a file, no further than a codebook may reach.
func readCodebook(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, codebook.MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("read the codebook: %w", err)
	}
	return data, nil
}

// each returns the errors that err joins.
func each(err error) []error {
	if joined, ok := errors.AsType[interface {
		error
		Unwrap() []error
	}](err); ok {
		return joined.Unwrap()
	}
	return []error{err}
}

// counted is a number with its noun: "1 mistake", "2 mistakes".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok {
		noun = stem + "ie"
	}
	return grouped(int64(n)) + " " + noun + "s"
}

// CheckCodebooks tells what is wrong with files, or what they hold and what is
// odd about them.
func CheckCodebooks(s Streams, files []string) error {
	known, err := register.Load()
	if err != nil {
		return err
	}
	p := &sheet{w: s.Stdout}
	failed := false
	for _, name := range files {
		c, err := Codebook{File: name}.load(s)
		if err != nil {
			fmt.Fprintf(s.Stderr, "onrecord: %s\n", message(err.Error()))
			failed = true
			continue
		}
		odd := append(c.Warnings, strangers(name, c, known)...)
		for _, w := range odd {
			fmt.Fprintf(s.Stderr, "onrecord: %s:%d: warning: %s\n", message(w.File), w.Line, message(w.What))
		}
		p.row("%s: %s; no mistakes, %s", name, holds(c), counted(len(odd), "warning"))
	}
	if failed {
		return ErrInputs
	}
	return p.err
}

// strangers are the actors of a codebook that the register does not know.
func strangers(file string, c *codebook.Codebook, known *register.Register) []codebook.Problem {
	var odd []codebook.Problem
	for i := range c.Issues {
		for _, a := range c.Issues[i].Actors {
			if known.Actor(a) == nil {
				odd = append(odd, codebook.Problem{
					File: file, Line: c.Issues[i].Line,
					What: fmt.Sprintf("the register that comes with the program has no actor %q (issue %s); onrecord register find tells ids", a, c.Issues[i].ID),
				})
			}
		}
	}
	return odd
}

// holds tells in a line what a codebook holds.
func holds(c *codebook.Codebook) string {
	examples := 0
	for i := range c.Issues {
		examples += len(c.Issues[i].Examples)
	}
	parts := []string{
		counted(len(c.Issues), "issue"), counted(c.Count(codebook.Words), "term"), counted(c.Count(codebook.Pattern), "pattern"),
		counted(c.Count(codebook.Wording), "wording"), counted(c.Count(codebook.Exception), "exception"), counted(examples, "example"),
		counted(len(c.Variables), "variable"),
	}
	return c.Ref() + ", " + strings.Join(parts, ", ")
}

// Init writes a file to begin a codebook with; "-" is standard output. It never
// writes over a file.
func (o Codebook) Init(s Streams) error {
	if o.File == "-" {
		_, err := s.Stdout.Write(codebook.Starter())
		return err
	}
	f, err := os.OpenFile(o.File, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, os.ErrExist) {
		return fmt.Errorf("%s exists and stays as it is; give another name", o.File)
	}
	if err != nil {
		return fmt.Errorf("write the codebook: %w", err)
	}
	_, err = f.Write(codebook.Starter())
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("write the codebook: %w", err)
	}
	_, err = fmt.Fprintf(s.Stdout, "%s is written; change it, then: onrecord codebook check %s\n", o.File, o.File)
	return err
}

// Show prints the codebook for those who code by it, or one issue of it.
func (o Codebook) Show(s Streams, issue string) error {
	c, err := o.load(s)
	if err != nil {
		return err
	}
	p := &manual{sheet: sheet{w: s.Stdout}}
	if issue != "" {
		i, ok := c.Find(issue)
		if !ok {
			return usage("%s has no issue %q; its issues are %s", c.Ref(), issue, strings.Join(issueIDs(c), ", "))
		}
		p.issue(c, &c.Issues[i])
		return p.err
	}
	p.row("%s", holds(c))
	p.paragraph("", c.About)
	for i := range c.Issues {
		p.row("")
		p.issue(c, &c.Issues[i])
	}
	for i := range c.Variables {
		p.variable(&c.Variables[i])
	}
	return p.err
}

func issueIDs(c *codebook.Codebook) []string {
	var ids []string
	for i := range c.Issues {
		ids = append(ids, c.Issues[i].ID)
	}
	return ids
}

// manual writes a codebook for coders.
type manual struct{ sheet }

const (
	manualWidth = 100
	manualLabel = 13
)

// paragraph writes words under a label, broken into lines. It writes nothing
// if there are none.
func (p *manual) paragraph(label, words string) {
	line := label + strings.Repeat(" ", max(manualLabel-utf8.RuneCountInString(label), 1))
	width, empty := manualLabel, true
	for w := range strings.FieldsSeq(words) {
		n := utf8.RuneCountInString(w)
		if !empty && width+1+n > manualWidth {
			p.row("  %s", line)
			line, width, empty = strings.Repeat(" ", manualLabel), manualLabel, true
		}
		if !empty {
			line, width = line+" ", width+1
		}
		line, width, empty = line+w, width+n, false
	}
	if !empty {
		p.row("  %s", line)
	}
}

func (p *manual) issue(c *codebook.Codebook, i *codebook.Issue) {
	p.row("%s  (%s)", i.Label, i.ID)
	p.paragraph("proposition", i.Proposition)
	p.paragraph("note", i.Note)
	p.paragraph("parents", strings.Join(i.Parents, ", "))
	p.paragraph("terms", termList(i, codebook.Words, codebook.Neither))
	p.paragraph("patterns", termList(i, codebook.Pattern, codebook.Neither))
	p.paragraph("for", termList(i, codebook.Wording, codebook.For))
	p.paragraph("against", termList(i, codebook.Wording, codebook.Against))
	p.paragraph("except", termList(i, codebook.Exception, codebook.Neither))
	for _, e := range i.Examples {
		told := fmt.Sprintf("“%s”", e.Text)
		if e.Issue != i.ID {
			told += " (issue " + e.Issue + ")"
		}
		if e.Why != "" {
			told += " – " + e.Why
		}
		p.paragraph(e.Stance.String(), told)
	}
	var actors []string
	for _, a := range i.Actors {
		actors = append(actors, string(a))
	}
	p.paragraph("actors", strings.Join(actors, ", "))
	p.paragraph("carried by", strings.Join(i.Entries.Names(), ", "))
}

// termList is the terms of a kind, as the file has them.
func termList(i *codebook.Issue, use codebook.Use, side codebook.Side) string {
	var all []string
	for k := range i.Terms {
		if t := &i.Terms[k]; t.Use == use && t.Side == side {
			all = append(all, termText(t))
		}
	}
	return strings.Join(all, ";  ")
}

func termText(t *codebook.Term) string {
	s := t.Text
	if t.Exact {
		s = `"` + s + `"`
	}
	if t.Weight != 1 {
		s += fmt.Sprintf(" (%s)", strconv.FormatFloat(float64(t.Weight), 'g', -1, 32))
	}
	return s
}

func (p *manual) variable(v *codebook.Variable) {
	p.row("")
	p.row("%s  (variable %s)", v.Label, v.ID)
	p.paragraph("type", strings.TrimSpace(v.Type.String()+" "+strings.Join(v.Values, ", ")))
	p.paragraph("note", v.Note)
	p.paragraph("on", strings.Join(v.On.Names(), ", "))
}
