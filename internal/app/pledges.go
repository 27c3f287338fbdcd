package app

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/export"
	"onrecord/internal/thread"
)

// Pledges says which threads of pledges to show, and how.
type Pledges struct {
	Collection
	Period
	Actor  string // an id or a name; "" for all
	Status string // of a thread now; "" for all
	Format string // text, json or csv
}

// titled is a thread as --format json prints it.
type titled struct {
	Title string `json:"title"`
	thread.Thread
}

// Run shows what became of each pledge.
func (o Pledges) Run(s Streams) error {
	if err := o.Period.check(); err != nil {
		return err
	}
	r := thread.New()
	failed := o.each(s, r.Add)
	if failed != nil && !errors.Is(failed, ErrInputs) {
		return failed
	}
	all := o.choose(r)
	var err error
	switch o.Format {
	case "json":
		_, err = s.Stdout.Write(export.JSON(struct {
			Threads []titled `json:"threads"`
		}{all}))
	case "csv":
		err = threadsCSV(s.Stdout, all)
	default:
		err = tellThreads(&sheet{w: s.Stdout}, r, all)
	}
	return errors.Join(err, failed)
}

// choose keeps the threads that are asked for, with an event in the period.
func (o Pledges) choose(r *thread.Record) []titled {
	from, to := o.bounds(r.Latest())
	open := o.From == "" && o.To == "" && o.Since == ""
	out := []titled{}
	for _, t := range r.Threads(thread.Filter{Actor: o.Actor, Status: o.Status}) {
		for _, e := range t.Events {
			if open || within(e.On, from, to) {
				out = append(out, titled{r.Title(t), t})
				break
			}
		}
	}
	return out
}

// tellThreads prints a ledger: a thread, then its events with who tells of them.
func tellThreads(p *sheet, r *thread.Record, in []titled) error {
	if len(in) == 0 {
		p.row("No pledges.")
	}
	for _, t := range in {
		p.row("\n%s", t.Title)
		now := t.Status
		if t.Since != "" {
			now += " since " + begun(t.Since)
		}
		p.row("  now: %s", now)
		for _, e := range t.Events {
			when := "undated"
			if e.On != "" {
				when = edtf.Date(e.On).Words()
			}
			p.row("  %s", strings.Join(nonempty(when, e.Kind, r.Names(e.Actors)), " · "))
			for _, c := range e.Citations {
				p.row("    %s", c.Words)
				p.row("      — %s", strings.Join(nonempty(c.Outlet, edtf.Date(c.Published).Words(), c.URL), ", "))
			}
		}
	}
	return p.err
}

// threadsCSV writes a row an event and citation.
func threadsCSV(w io.Writer, in []titled) error {
	rows := [][]string{{"thread", "title", "status", "on", "kind", "actors", "background", "document", "entry", "outlet", "published", "url", "words"}}
	for i, t := range in {
		for _, e := range t.Events {
			for _, c := range e.Citations {
				rows = append(rows, []string{
					strconv.Itoa(i + 1), t.Title, t.Status, e.On, e.Kind, strings.Join(e.Actors, ";"), strconv.FormatBool(e.Background),
					c.Document, c.Pledge, c.Outlet, c.Published, c.URL, c.Words,
				})
			}
		}
	}
	if err := csv.NewWriter(w).WriteAll(rows); err != nil {
		return fmt.Errorf("write pledges: %w", err)
	}
	return nil
}

// begun is the first day of a date, in words; the date itself where it is open
// before.
func begun(date string) string {
	first, last := edtf.Date(date).Days()
	if first == "" || first == last || !strings.Contains(date, "/") {
		return edtf.Date(date).Words()
	}
	return edtf.Date(first).Words()
}
