package main

import "onrecord/internal/app"

// registerCommand looks into the register of actors.
type registerCommand struct {
	Show  registerShow  `cmd:"" help:"Show what the register knows of an actor."`
	Find  registerFind  `cmd:"" help:"Find who is meant by a name or an office."`
	Check registerCheck `cmd:"" help:"Check files of your own and tell what they add."`
}

// registerShow shows an actor.
type registerShow struct {
	Actor    string   `arg:"" name:"id|name" help:"An id (jens-stoltenberg) or a name."`
	On       string   `placeholder:"DATE" help:"Show offices and members as of this date: 2024-04-07, 2024-04 or 2024."`
	Register []string `placeholder:"FILE" help:"Read this file of yours too. Can be given several times."`
}

// Run shows.
func (c *registerShow) Run(s app.Streams) error {
	return app.Register{Files: c.Register, On: c.On}.Show(s, c.Actor)
}

// registerFind finds actors.
type registerFind struct {
	Query    string   `arg:"" name:"name" help:"A name, or an office: \"foreign minister of Norway\", \"NATO chief\"."`
	On       string   `placeholder:"DATE" help:"Who is meant on this date: 2024-04-07, 2024-04 or 2024."`
	Register []string `placeholder:"FILE" help:"Read this file of yours too. Can be given several times."`
}

// Run finds.
func (c *registerFind) Run(s app.Streams) error {
	return app.Register{Files: c.Register, On: c.On}.Find(s, c.Query)
}

// registerCheck checks files.
type registerCheck struct {
	Files []string `arg:"" name:"file" help:"Files in the register's format (docs/register.md)."`
}

// Help is shown below the flags' own help.
func (registerCheck) Help() string {
	return "Tells each mistake with file, line and what to do on standard error, and what the files add on standard output.\n\nExit status:\n" + app.StatusHelp()
}

// Run checks.
func (c *registerCheck) Run(s app.Streams) error { return app.Register{Files: c.Files}.Check(s) }
