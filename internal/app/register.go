package app

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// Register says which register to look into, and for when.
type Register struct {
	Files []string // the user's own
	On    string   // EDTF; "" for any time
}

// loadRegister reads the embedded register and the user's files. What is wrong
// in them is told on standard error, a line each.
func loadRegister(s Streams, files []string) (*register.Register, error) {
	var extra []register.Source
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		extra = append(extra, register.Source{Name: name, Data: b})
	}
	r, err := register.Load(extra...)
	if err == nil {
		return r, nil
	}
	all := []error{err}
	if joined, ok := errors.AsType[interface {
		error
		Unwrap() []error
	}](err); ok {
		all = joined.Unwrap()
	}
	for _, e := range all {
		fmt.Fprintf(s.Stderr, "onrecord: %s\n", message(e.Error()))
	}
	return nil, fmt.Errorf("the register cannot be read: %d mistakes in %s", len(all), strings.Join(files, ", "))
}

// load reads the register and checks the date.
func (o Register) load(s Streams) (*register.Register, error) {
	if d := edtf.Date(o.On); d != "" && !d.Valid() {
		return nil, usage("--on %s is no date; write 2024-04-07, 2024-04 or 2024", o.On)
	}
	return loadRegister(s, o.Files)
}

// Find prints who is meant by a name or an office, a line each.
func (o Register) Find(s Streams, query string) error {
	r, err := o.load(s)
	if err != nil {
		return err
	}
	found := r.Find(query, edtf.Date(o.On))
	if len(found) == 0 {
		return usage("nobody in the register is called %q%s", query, onDate(o.On))
	}
	p := &sheet{w: s.Stdout}
	for _, f := range found {
		p.row("%-28s %-12s %s", f.Actor.ID, f.Actor.Kind, o.told(r, f))
	}
	return p.err
}

// told tells why an actor is found.
func (o Register) told(r *register.Register, f register.Found) string {
	if f.Office != nil {
		return f.Actor.Name + ", " + officeLine(r, f.Office)
	}
	s := f.Actor.Name
	if f.Name != "" && f.Name != f.Actor.Name {
		s += fmt.Sprintf(" (%s: %s)", f.Why, f.Name)
	}
	if current, _ := r.OfficesOn(f.Actor.ID, edtf.Date(o.On)); len(current) > 0 {
		for i := range current {
			s += ", " + officeLine(r, &current[i])
		}
	}
	return s
}

// officeLine is an office in words: "Secretary General of NATO,
// 2014-10-01/2024-09-30". A title that tells whose it is stays as it is.
func officeLine(r *register.Register, t *register.Tenure) string {
	of := r.Actor(t.Of)
	if of == nil || strings.Contains(strings.ToLower(t.Title), strings.ToLower(of.Name)) {
		return fmt.Sprintf("%s, %s", t.Title, t.Term)
	}
	name := of.Name
	if of.Article != "" {
		name = of.Article + " " + name
	}
	return fmt.Sprintf("%s of %s, %s", t.Title, name, t.Term)
}

func actorName(r *register.Register, id record.ActorID) string {
	if a := r.Actor(id); a != nil {
		return a.Name
	}
	return string(id)
}

func onDate(on string) string {
	if on == "" {
		return ""
	}
	return " on " + on
}

// Check tells what the files add to the register, or what is wrong in them.
func (o Register) Check(s Streams) error {
	base, err := register.Load()
	if err != nil {
		return err
	}
	r, err := loadRegister(s, o.Files)
	if err != nil {
		fmt.Fprintf(s.Stderr, "onrecord: %s\n", message(err.Error()))
		return ErrInputs
	}
	p := &sheet{w: s.Stdout}
	added, extended := 0, 0
	for a := range r.Actors {
		if a.Position.File == "" {
			continue
		}
		switch was := base.Actor(a.ID); {
		case was == nil:
			added++
			p.row("new      %s %s = %s%s", a.Kind, a.ID, a.Name, more(r, base, a, was))
		case more(r, base, a, was) != "":
			extended++
			p.row("extended %s %s%s", a.Kind, a.ID, more(r, base, a, was))
		}
	}
	p.row("%s: %d actors new, %d extended; no mistakes", strings.Join(o.Files, ", "), added, extended)
	return p.err
}

// more tells what the files add to an actor; was is the one of the register
// alone, nil for none.
func more(r, base *register.Register, a, was *register.Actor) string {
	var had []register.Name
	if was != nil {
		had = was.Names
	}
	var parts []string
	for _, n := range a.Names {
		if n.Use != register.Canonical && !slices.Contains(had, n) {
			parts = append(parts, fmt.Sprintf("%s %s", n.Use, n.Text))
		}
	}
	for _, t := range r.Offices(a.ID) {
		if !slices.ContainsFunc(base.Offices(a.ID), func(o register.Tenure) bool { return o.Title == t.Title && o.Of == t.Of && o.Term == t.Term }) {
			parts = append(parts, officeLine(r, &t))
		}
	}
	if n := len(r.Memberships(a.ID)) - len(base.Memberships(a.ID)); n > 0 {
		parts = append(parts, fmt.Sprintf("%d memberships", n))
	}
	if len(parts) == 0 {
		return ""
	}
	return ": " + strings.Join(parts, "; ")
}

// sheet writes lines and keeps the first error.
type sheet struct {
	w     io.Writer
	err   error
	label string
}

func (p *sheet) row(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

// field writes a line under a label, which stands before its first line only.
func (p *sheet) field(label, format string, args ...any) {
	shown := label
	if label == p.label {
		shown = ""
	}
	p.label = label
	p.row("%-12s %s", shown, fmt.Sprintf(format, args...))
}
