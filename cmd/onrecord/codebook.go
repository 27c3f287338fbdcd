package main

import "onrecord/internal/app"

// codebookCommand looks into codebooks and begins new ones.
type codebookCommand struct {
	Check codebookCheck `cmd:"" help:"Check codebooks and tell what they hold."`
	Show  codebookShow  `cmd:"" help:"Show a codebook, or one issue of it, for those who code by it."`
	Init  codebookInit  `cmd:"" help:"Write a commented file to begin a codebook with."`
	Stats codebookStats `cmd:"" help:"Count how often the terms of each issue are met in what was read."`
}

// codebookCheck checks codebooks.
type codebookCheck struct {
	Files []string `arg:"" name:"file" help:"Codebooks (docs/codebook.md)."`
}

// Help is shown below the flags' own help.
func (codebookCheck) Help() string {
	return "Tells each mistake with file, line and what to do, and what is odd as a warning, on standard error; on standard output what a codebook without mistakes holds.\n\nExit status:\n" + app.StatusHelp()
}

// Run checks.
func (c *codebookCheck) Run(s app.Streams) error { return app.CheckCodebooks(s, c.Files) }

// codebookShow shows a codebook.
type codebookShow struct {
	File  string `arg:"" optional:"" help:"A codebook; if left out, the one that comes with the program."`
	Issue string `placeholder:"ID" help:"Show this issue alone."`
}

// Run shows.
func (c *codebookShow) Run(s app.Streams) error { return app.Codebook{File: c.File}.Show(s, c.Issue) }

// codebookInit begins a codebook.
type codebookInit struct {
	File string `arg:"" optional:"" default:"codebook.yaml" help:"Where to write it (default codebook.yaml), - for standard output. A file that exists is never changed."`
}

// Run writes.
func (c *codebookInit) Run(s app.Streams) error { return app.Codebook{File: c.File}.Init(s) }

// codebookStats counts.
type codebookStats struct {
	Inputs   []string `arg:"" name:"file" help:"What onrecord read --format jsonl wrote, - for standard input."`
	Codebook string   `placeholder:"FILE" help:"A codebook; if left out, the one that comes with the program."`
	Issue    string   `placeholder:"ID" help:"Count for this issue alone, term by term."`
	Examples int      `default:"3" placeholder:"N" help:"How many examples to show of each issue (default 3)."`
}

// Help is shown below the flags' own help.
func (codebookStats) Help() string {
	return "Words count as forms of any noun or verb that they may be, so that nothing is read again; read itself knows which they are.\n\nExit status:\n" + app.StatusHelp()
}

// Run counts.
func (c *codebookStats) Run(s app.Streams) error {
	return app.CodebookStats{Inputs: c.Inputs, Codebook: app.Codebook{File: c.Codebook}, Issue: c.Issue, Examples: c.Examples}.Run(s)
}
