package main

import "onrecord/internal/app"

// positionsCommand shows where each side stands.
type positionsCommand struct {
	Inputs   []string `arg:"" optional:"" name:"input" help:"What onrecord read --format jsonl printed, of many articles, also gzipped; - or nothing for standard input."`
	Actor    string   `placeholder:"NAME" help:"Only this actor and what is part of it: an id, a name or a part of one."`
	Issue    string   `placeholder:"ID" help:"Only this issue of the codebook."`
	From     string   `placeholder:"DATE" help:"Only positions with something said or done on this date or later."`
	To       string   `placeholder:"DATE" help:"The same, up to this date."`
	Since    string   `placeholder:"DAYS" help:"The last so many days before --on: 7d."`
	On       string   `placeholder:"DATE" help:"The day from which --since counts back; if left out, the latest date of the record."`
	Within   string   `default:"7d" placeholder:"DAYS" help:"Two opposite sides so near contradict each other (default 7d)."`
	Unclear  bool     `help:"Show those too who touched an issue and took no side."`
	Codebook string   `placeholder:"FILE" help:"The codebook that the articles were read by, for the names of issues."`
	Format   string   `short:"f" default:"text" enum:"text,json,csv" placeholder:"FORMAT" help:"text, json or csv (default text)."`
}

// Help is shown below the flags' own help.
func (positionsCommand) Help() string {
	return "Shows, for each actor and issue, the latest stance, since when, and what changed it, in the order of when it was said (docs/positions.md).\n\n" +
		"  onrecord read articles --format jsonl | onrecord positions --actor hungary\n\nExit status:\n" + app.StatusHelp()
}

// Run shows.
func (c *positionsCommand) Run(s app.Streams) error {
	return app.Positions{
		Collection: app.Collection{Inputs: inputs(c.Inputs, s)}, Period: app.Period{From: c.From, To: c.To, Since: c.Since, On: c.On},
		Codebook: c.Codebook, Actor: c.Actor, Issue: c.Issue, Within: c.Within, Unclear: c.Unclear, Format: c.Format,
	}.Run(s)
}

// inputs are those given, else standard input where something comes from it.
func inputs(given []string, s app.Streams) []string {
	if len(given) == 0 && !app.Terminal(s.Stdin) {
		return []string{"-"}
	}
	return given
}
