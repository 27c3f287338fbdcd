package main

import "onrecord/internal/app"

// learnCommand learns from codings.
type learnCommand struct {
	Codings   string  `required:"" placeholder:"FILE" help:"Codings that people confirmed: CSV with the columns text, issue, and if there are stance, speaker, date, outlet, document (docs/learning.md)."`
	Codebook  string  `placeholder:"FILE" help:"The codebook of the codings, or shipped for the one that comes with the program: issues that it does not know are warned of and learned all the same. Without it the issues are those of the codings."`
	CV        int     `name:"cv" default:"5" placeholder:"N" help:"Measure by cross-validation over N folds (default 5); 0 measures nothing."`
	Precision float32 `default:"0.9" placeholder:"SHARE" help:"Tell from which score on this share of the answers is right (default 0.9)."`
	Out       string  `short:"o" placeholder:"FILE" help:"Where to keep what is learned; if left out, beside the codebook, else the codings, ending in .learned; - for nowhere."`
	JSON      bool    `name:"json" help:"Print the figures as JSON."`
}

// Help is shown below the flags' own help.
func (learnCommand) Help() string {
	return "Learns issues and stances, and measures it on documents that it was not trained on.\n\nExit status:\n" + app.StatusHelp()
}

// Run learns.
func (c *learnCommand) Run(s app.Streams) error {
	return app.Learn{Codings: c.Codings, Codebook: c.Codebook, Folds: c.CV, Precision: c.Precision, Out: c.Out, JSON: c.JSON}.Run(s)
}
