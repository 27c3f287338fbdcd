package main

import "onrecord/internal/app"

// briefCommand writes what happened in a period, fit to send.
type briefCommand struct {
	Inputs   []string `arg:"" optional:"" name:"file" help:"What onrecord read --format jsonl printed, of many articles, also gzipped; - or nothing for standard input."`
	Since    string   `default:"7d" placeholder:"DAYS" help:"How many days the brief covers, up to --on: 7d, 30d (default 7d)."`
	On       string   `placeholder:"DATE" help:"Its last day, as 2024-04-07; if left out, the latest date of the record."`
	Actor    string   `placeholder:"NAME" help:"Only this actor and what is part of it: an id, a name or a part of one."`
	Issue    string   `placeholder:"ID" help:"Only this issue of the codebook."`
	Codebook string   `placeholder:"FILE" help:"The codebook that the articles were read by, for the names of issues."`
	Format   string   `short:"f" default:"md" enum:"md,html,docx" placeholder:"FORMAT" help:"md, html or docx (default md)."`
	Out      string   `short:"o" placeholder:"FILE" help:"Write this file instead of to standard output."`
}

// Help is shown below the flags' own help.
func (briefCommand) Help() string {
	return "Writes who moved, new conditions, pledges, acts claimed and denied, and quotations of a period; each line with a footnote to its words (docs/brief.md).\n\n" +
		"  onrecord read articles --format jsonl | onrecord brief --format docx --out friday.docx\n\nExit status:\n" + app.StatusHelp()
}

// Run writes.
func (c *briefCommand) Run(s app.Streams) error {
	return app.Brief{
		Collection: app.Collection{Inputs: inputs(c.Inputs, s)}, Since: c.Since, On: c.On, Actor: c.Actor, Issue: c.Issue,
		Codebook: c.Codebook, Format: c.Format, Out: c.Out,
	}.Run(s)
}
