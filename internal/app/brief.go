package app

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"onrecord/internal/brief"
	"onrecord/internal/edtf"
)

// Brief says what a brief is about and how to write it.
type Brief struct {
	Collection
	On       string // its last day; "" for the latest date of the record
	Since    string // "7d": how many days it covers, the last one among them
	Actor    string // an id, a name or a part of it; "" for all
	Issue    string // an id; "" for all
	Codebook string // whose labels name the issues; "" for the one that ships
	Format   string // one of BriefFormats
	Out      string // file to write; "" for standard output
}

// BriefFormats lists the names of the formats, the default first.
var BriefFormats = []string{"md", "html", "docx"}

var briefWriters = map[string]func(io.Writer, *brief.Brief) error{
	"md": brief.Markdown, "html": brief.HTML, "docx": brief.DOCX,
}

// Run writes the brief. What cannot be read of the input is told, and the brief
// is made of the others.
func (o Brief) Run(s Streams) error {
	n, err := o.check(s)
	if err != nil {
		return err
	}
	book, err := Codebook{File: o.Codebook}.load(s)
	if err != nil {
		return err
	}
	m := brief.New()
	failed := o.each(s, m.Add)
	if failed != nil && !errors.Is(failed, ErrInputs) {
		return failed
	}
	b, err := m.Make(brief.Options{
		On: edtf.Date(o.On), Days: n, Actor: o.Actor, Issue: o.Issue,
		Label: func(id string) string { return label(book, id) },
		Means: func(id string) string {
			if i, ok := book.Find(id); ok {
				return book.Issues[i].Proposition
			}
			return ""
		},
	})
	if err != nil {
		return fmt.Errorf("make the brief: %w", err)
	}
	return errors.Join(o.write(s, b), failed)
}

// check returns the number of days, or what is wrong with the wishes.
func (o Brief) check(s Streams) (int, error) {
	if o.On != "" && !edtf.Date(o.On).IsDay() {
		return 0, usage("--on %s is no day; write it as 2024-04-07", o.On)
	}
	format := cmp.Or(o.Format, BriefFormats[0])
	if briefWriters[format] == nil {
		return 0, usage("--format %s is none; write %s", format, strings.Join(BriefFormats, ", "))
	}
	if format == "docx" && o.Out == "" && Terminal(s.Stdout) {
		return 0, usage("docx is nothing to show at a terminal; give a file to --out")
	}
	return days("--since", cmp.Or(o.Since, "7d"))
}

func (o Brief) write(s Streams, b *brief.Brief) error {
	var data bytes.Buffer
	if err := briefWriters[cmp.Or(o.Format, BriefFormats[0])](&data, b); err != nil {
		return fmt.Errorf("write the brief: %w", err)
	}
	if o.Out == "" {
		_, err := s.Stdout.Write(data.Bytes())
		return err
	}
	for _, in := range o.Inputs {
		a, err1 := os.Stat(in)
		b, err2 := os.Stat(o.Out)
		if err1 == nil && err2 == nil && os.SameFile(a, b) {
			return usage("--out %s is an input and would be lost; give another file", o.Out)
		}
	}
	if err := os.WriteFile(o.Out, data.Bytes(), 0o666); err != nil {
		return fmt.Errorf("write the brief: %w", err)
	}
	return nil
}
