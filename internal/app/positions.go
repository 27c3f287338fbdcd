package app

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"onrecord/internal/codebook"
	"onrecord/internal/edtf"
	"onrecord/internal/export"
	"onrecord/internal/history"
)

// Positions says whose positions over time to show, and how.
type Positions struct {
	Collection
	Period
	Codebook string // whose labels name the issues; "" for the one that ships
	Actor    string // an id, a name or a part of it; "" for all
	Issue    string // an id; "" for all
	Within   string // "7d": opposite sides so near contradict each other
	Unclear  bool   // show those who took no side too
	Format   string // text, json or csv
}

// Run shows where each actor stands, and how that moved.
func (o Positions) Run(s Streams) error {
	if err := o.Period.check(); err != nil {
		return err
	}
	window, err := days("--within", o.Within)
	if err != nil {
		return err
	}
	book, err := Codebook{File: o.Codebook}.load(s)
	if err != nil {
		return err
	}
	if _, ok := book.Find(o.Issue); o.Issue != "" && !ok {
		return usage("%s has no issue %q; onrecord codebook show lists them", book.Ref(), o.Issue)
	}
	r := history.New()
	failed := o.each(s, r.Add)
	if failed != nil && !errors.Is(failed, ErrInputs) {
		return failed
	}
	all := o.choose(r, r.Standings(history.Options{Within: time.Duration(window) * 24 * time.Hour}))
	switch o.Format {
	case "json":
		_, err = s.Stdout.Write(export.JSON(standingList{Standings: namedAll(r, book, all)}))
	case "csv":
		err = standingsCSV(s.Stdout, r, all)
	default:
		err = tellStandings(&sheet{w: s.Stdout}, r, book, all)
	}
	return errors.Join(err, failed)
}

// choose keeps the standings that are asked for: of the actor and issue, with an
// event in the period. What happened before stays, so that a change is seen.
func (o Positions) choose(r *history.Record, in []history.Standing) []history.Standing {
	from, to := o.bounds(r.Latest())
	var out []history.Standing
	for _, x := range in {
		if o.Actor != "" && !r.Is(x.Actor, o.Actor) || o.Issue != "" && x.Issue != o.Issue || x.Stance == "unclear" && !o.Unclear {
			continue
		}
		for _, e := range x.Events {
			if within(e.On, from, to) {
				out = append(out, x)
				break
			}
		}
	}
	return out
}

// standingList is what --format json prints.
type standingList struct {
	Standings []namedStanding `json:"standings"`
}

type namedStanding struct {
	Name  string `json:"name"`
	Label string `json:"label"`
	history.Standing
}

func namedAll(r *history.Record, book *codebook.Codebook, in []history.Standing) []namedStanding {
	out := make([]namedStanding, len(in))
	for i, x := range in {
		out[i] = namedStanding{Name: r.Actor(x.Actor).Name, Label: label(book, x.Issue), Standing: x}
	}
	return out
}

// label is what a codebook calls an issue, its id where the codebook has none.
func label(book *codebook.Codebook, issue string) string {
	if i, ok := book.Find(issue); ok {
		return book.Issues[i].Label
	}
	return strings.ReplaceAll(issue, "-", " ")
}

// standingsCSV writes a row an event and citation.
func standingsCSV(w io.Writer, r *history.Record, in []history.Standing) error {
	out := csv.NewWriter(w)
	rows := [][]string{{
		"actor", "name", "issue", "told_by", "on", "on_from", "on_to", "stance", "background", "changed_from", "new_condition", "contradicts", "conditions", "scope",
		"utterances", "document", "entry", "outlet", "published", "url", "words",
	}}
	for _, x := range in {
		for _, e := range x.Events {
			first, last := edtf.Date(e.On).Days()
			for _, c := range e.Citations {
				rows = append(rows, []string{
					x.Actor, r.Actor(x.Actor).Name, x.Issue, e.ToldBy, e.On, first, last, e.Stance, strconv.FormatBool(e.Background), e.From, strconv.FormatBool(e.NewCondition),
					e.Contradicts, strings.Join(e.Conditions, ";"), strings.Join(e.Scope, ";"), strconv.Itoa(e.Utterances),
					c.Document, c.Entry, c.Outlet, c.Published, c.URL, c.Words,
				})
			}
		}
	}
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("write positions: %w", err)
	}
	return nil
}

// tellStandings prints them for people: actor, issue, events.
func tellStandings(p *sheet, r *history.Record, book *codebook.Codebook, in []history.Standing) error {
	if len(in) == 0 {
		p.row("No positions.")
	}
	actor := ""
	for _, x := range in {
		if x.Actor != actor {
			actor = x.Actor
			a := r.Actor(actor)
			p.row("\n%s", strings.Join(nonempty(a.Name, a.Office), " · "))
		}
		p.row("  %s", standingLine(book, x))
		for _, e := range x.Events {
			p.event(r, e)
		}
	}
	return p.err
}

func standingLine(book *codebook.Codebook, x history.Standing) string {
	out := side(x.Stance) + " " + label(book, x.Issue)
	if x.Told {
		out += ", as others say"
	}
	if x.Since != "" {
		out += " · since " + edtf.Date(x.Since).Words()
	}
	return out
}

// side is a stance before what it is towards.
func side(stance string) string {
	return map[string]string{"support": "for", "oppose": "against", "mixed": "for and against"}[stance] + map[string]string{"unclear": "no side on"}[stance]
}

func (p *sheet) event(r *history.Record, e history.Event) {
	when := edtf.Date(e.On).Words()
	if e.On == "" {
		when = "undated"
	}
	facts := []string{when, e.Stance}
	if e.From != "" {
		facts = append(facts, "CHANGED from "+e.From)
	}
	if e.Contradicts != "" {
		facts = append(facts, "CONTRADICTS "+edtf.Date(e.Contradicts).Words())
	}
	for _, c := range e.Conditions {
		word := "condition: "
		if e.NewCondition {
			word = "NEW CONDITION: "
		}
		facts = append(facts, word+c)
	}
	for _, c := range e.Scope {
		facts = append(facts, "only: "+c)
	}
	if e.ToldBy != "" {
		facts = append(facts, "told by "+r.Actor(e.ToldBy).Name)
	}
	if e.Background {
		facts = append(facts, "background")
	}
	if e.Utterances > 1 {
		facts = append(facts, fmt.Sprintf("%d times", e.Utterances))
	}
	p.row("    %s", strings.Join(facts, " · "))
	for _, c := range e.Citations {
		p.row("      %s", c.Words)
		p.row("        — %s", strings.Join(nonempty(c.Outlet, edtf.Date(c.Published).Words(), c.URL), ", "))
	}
}

// nonempty leaves out what is "".
func nonempty(in ...string) []string {
	var out []string
	for _, s := range in {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
