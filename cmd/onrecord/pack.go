package main

import (
	"fmt"

	"onrecord/internal/app"
	"onrecord/internal/pack"
)

// packCommand quantizes a checkpoint.
type packCommand struct {
	Checkpoint string `arg:"" help:"What the training program wrote (safetensors)."`
	Out        string `required:"" short:"o" placeholder:"DIR" help:"Where the three files of weights go; the program embeds those in internal/model/en."`
}

// Run packs.
func (c *packCommand) Run(s app.Streams) error {
	sizes, err := pack.Checkpoint(c.Checkpoint, c.Out)
	if err != nil {
		return err
	}
	for i, name := range []string{pack.TableFile, pack.LayersFile, pack.HeadsFile} {
		if _, err := fmt.Fprintf(s.Stdout, "%-20s %9d bytes\n", name, sizes[i]); err != nil {
			return err
		}
	}
	return nil
}
