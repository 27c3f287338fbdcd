package main

import (
	"context"
	"runtime"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"

	"onrecord/internal/app"
	"onrecord/internal/ingest"
)

// readCommand reads articles.
type readCommand struct {
	Inputs     []string `arg:"" optional:"" name:"input" help:"Files (plain text, HTML, JSON lines, also gzipped), directories of them, or - for standard input, which is also read if nothing is given."`
	Format     string   `short:"f" default:"${format}" enum:"${formats}" placeholder:"FORMAT" help:"How to show what was found: ${formats}. text is for people, csv has a row a statement, layers shows what lies beneath, brat needs --out."`
	Out        string   `short:"o" placeholder:"DIR" help:"Write files into this directory instead of to standard output."`
	Date       string   `placeholder:"YYYY-MM-DD" help:"The day of publication of documents that tell none."`
	Collection string   `placeholder:"NAME" help:"The namespace of the ids in the input: equal ids in two collections are two documents."`
	Register   []string `placeholder:"FILE" help:"Actors and offices of your own, beside the register that comes with the program (docs/register.md). Can be given several times."`
	Codebook   string   `placeholder:"FILE" help:"Issues of your own, instead of the codebook that comes with the program (docs/codebook.md)."`
	Workers    int      `default:"${workers}" placeholder:"N" help:"How many documents to read at a time (here ${workers}). The output is the same for any number."`
	MaxBytes   int      `default:"${max_bytes}" placeholder:"N" help:"Refuse longer texts (default ${max_bytes})."`
	NoText     bool     `help:"Leave the articles' texts out of json, jsonl and layers; the words of statements stay."`
	Color      string   `default:"auto" enum:"auto,always,never" placeholder:"WHEN" help:"Colors: auto (at a terminal), always or never."`
	Stats      bool     `help:"Tell on standard error how much was read, how fast and with how much memory."`
}

func readVars() kong.Vars {
	return kong.Vars{
		"format": app.Formats[0], "formats": strings.Join(app.Formats, ","), "measures": strings.Join(app.Measures(), ","),
		"workers": strconv.Itoa(runtime.GOMAXPROCS(0)), "max_bytes": strconv.Itoa(ingest.DefaultMaxBytes),
	}
}

// Help is shown below the flags' own help.
func (readCommand) Help() string {
	return "Prints, of each article, who said what, what was pledged, what was done, and where each side stands. Output is in the order of the input.\n\nExit status:\n" + app.StatusHelp()
}

// Run reads.
func (c *readCommand) Run(ctx context.Context, s app.Streams) error {
	return app.Read{
		Inputs: inputs(c.Inputs, s), Format: c.Format, Out: c.Out, Date: c.Date, Collection: c.Collection, Register: c.Register, Codebook: c.Codebook,
		Workers: c.Workers, MaxBytes: c.MaxBytes, NoText: c.NoText, Color: c.Color, Stats: c.Stats,
	}.Run(ctx, s)
}
