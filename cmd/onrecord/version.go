package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"onrecord/internal/app"
	"onrecord/internal/engine"
	"onrecord/internal/kernel"
)

// versionCommand prints what decides the output.
type versionCommand struct{}

// Run prints.
func (versionCommand) Run(s app.Streams) error {
	k, err := s.Kernel()
	if err != nil {
		return err
	}
	e, err := engine.New(k, engine.Sources{}, nil)
	if err != nil {
		return err
	}
	var others []string
	for _, o := range kernel.All() {
		if o.Name() != k.Name() {
			others = append(others, o.Name())
		}
	}
	table, layers, _ := strings.Cut(e.Weights(), "+")
	_, err = fmt.Fprintf(s.Stdout, "onrecord %s\nengine   %s\nweights  table %s\n         layers %s\nkernel   %s (this CPU also runs %s)\nbuilt    %s %s/%s\n",
		module(), e.Version(), table, layers, k, strings.Join(others, ", "), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// module is the version of the program as it was built.
func module() string {
	if b, ok := debug.ReadBuildInfo(); ok && b.Main.Version != "" {
		return b.Main.Version
	}
	return "(devel)"
}
