package main

import "onrecord/internal/app"

// evalCommand measures the program.
type evalCommand struct {
	What     string   `arg:"" enum:"${measures}" help:"What to measure: ${measures}."`
	Data     string   `required:"" placeholder:"PATH" help:"The very set: for attribution a folder with text/ and attributions/; for tokens, tags and parse a .conllu file; for entities a BIO file, or silver names (.tsv.gz); for the others a file or folder as docs/accuracy.md names it."`
	Register []string `placeholder:"FILE" help:"Read with actors and offices of your own too (docs/register.md)."`
	JSON     bool     `name:"json" help:"Print the figures as JSON."`
}

// Run measures.
func (c *evalCommand) Run(s app.Streams) error {
	return app.Eval{What: c.What, Data: c.Data, Register: c.Register, JSON: c.JSON}.Run(s)
}
