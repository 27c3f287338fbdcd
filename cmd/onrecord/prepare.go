package main

import (
	"onrecord/internal/app"
	"onrecord/internal/model/en"
	"onrecord/internal/prepare"
)

// prepareCommand makes examples to train on.
type prepareCommand struct {
	Data string `required:"" placeholder:"DIR" help:"The folder of annotated texts, as training/README.md lists them."`
	Out  string `required:"" short:"o" placeholder:"DIR" help:"Where the examples go."`
}

// Run prepares.
func (c *prepareCommand) Run(s app.Streams) error {
	return prepare.All(c.Data, c.Out, en.Vocabulary(), s.Stdout)
}
