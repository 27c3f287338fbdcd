package main

import "onrecord/internal/app"

// pledgesCommand shows what became of each pledge.
type pledgesCommand struct {
	Inputs []string `arg:"" optional:"" name:"input" help:"What onrecord read --format jsonl printed, of many articles, also gzipped; - or nothing for standard input."`
	Actor  string   `placeholder:"NAME" help:"Only pledges that this actor proposes, gives or receives: an id or a name."`
	Status string   `placeholder:"STATUS" help:"Only pledges that stand so now: proposed, pledged, agreed, refused, withdrawn and so on."`
	From   string   `placeholder:"DATE" help:"Only pledges with an event on this date or later."`
	To     string   `placeholder:"DATE" help:"The same, up to this date."`
	Since  string   `placeholder:"DAYS" help:"The last so many days before --on: 7d."`
	On     string   `placeholder:"DATE" help:"The day from which --since counts back; if left out, the latest date of the record."`
	Format string   `short:"f" default:"text" enum:"text,json,csv" placeholder:"FORMAT" help:"text, json or csv (default text)."`
}

// Help is shown below the flags' own help.
func (pledgesCommand) Help() string {
	return "Joins what several articles say of one pledge, with its history in the order of when it happened (docs/pledges.md).\n\n" +
		"  onrecord read articles --format jsonl | onrecord pledges --actor ukraine\n\nExit status:\n" + app.StatusHelp()
}

// Run shows.
func (c *pledgesCommand) Run(s app.Streams) error {
	return app.Pledges{
		Collection: app.Collection{Inputs: inputs(c.Inputs, s)}, Period: app.Period{From: c.From, To: c.To, Since: c.Since, On: c.On},
		Actor: c.Actor, Status: c.Status, Format: c.Format,
	}.Run(s)
}
