// Command onrecord reads the news and keeps the record: who said what, what was
// pledged and what was done, each entry cited to the letter.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"

	"github.com/alecthomas/kong"

	"onrecord/internal/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	m := Main{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Env: os.Getenv}
	os.Exit(m.Run(ctx, os.Args[1:]))
}

// Main is the program with all that it talks to.
type Main struct {
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Env    func(name string) string
}

// commands is the command line.
type commands struct {
	Read      readCommand      `cmd:"" help:"Read articles and show their record."`
	Positions positionsCommand `cmd:"" help:"Show where each side stands, and how that moved, over many articles that were read."`
	Pledges   pledgesCommand   `cmd:"" help:"Show what became of each pledge, over many articles that were read."`
	Brief     briefCommand     `cmd:"" help:"Write a brief of a period, fit to send: who moved, conditions, pledges, claims, quotations."`
	Eval      evalCommand      `cmd:"" help:"Measure the program against what people annotated."`
	Register  registerCommand  `cmd:"" help:"Look into the register of actors: who they are, who held which office when."`
	Codebook  codebookCommand  `cmd:"" help:"Look into codebooks: issues, and the words that point to them."`
	Learn     learnCommand     `cmd:"" help:"Learn issues and stances from codings that people confirmed."`
	Prepare   prepareCommand   `cmd:"" help:"Make examples to train on out of annotated texts."`
	Pack      packCommand      `cmd:"" help:"Turn a trained checkpoint into the weights that the program embeds."`
	Version   versionCommand   `cmd:"" help:"Print the versions of engine and weights, and the kernel in use."`
}

// exit carries the status with which the parser of the command line wants to
// end the program.
type exit int

// Run runs the command that args ask for and returns the exit status.
func (m Main) Run(ctx context.Context, args []string) (status int) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case exit:
			status = int(p)
		default:
			panic(p)
		}
	}()
	s := app.Streams(m)
	var c commands
	parser, err := kong.New(&c,
		kong.Name("onrecord"),
		kong.Description(description()),
		kong.Writers(m.Stdout, m.Stderr),
		kong.Exit(func(status int) { panic(exit(status)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true, WrapUpperBound: 100}),
		kong.Vars(readVars()),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(s),
	)
	if err != nil {
		panic(err) // the structs above are wrong
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	if err != nil {
		err = app.Usage(err)
	} else {
		err = command.Run()
	}
	app.Report(m.Stderr, err)
	return app.Status(err)
}

func description() string {
	return "Onrecord reads the news and keeps the record: who said what, what was pledged and what was done, each entry cited to the letter.\n\n" +
		"Environment:\n" +
		"  ONRECORD_KERNEL  compute with this kernel: vnni, avx2, neon or plain (default: the best that the CPU has)\n" +
		"  NO_COLOR         no colors, whatever its value\n\n" +
		"Exit status:\n" + app.StatusHelp()
}
