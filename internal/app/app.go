// Package app puts the parts of the program together: what a command does
// behind its flags. It parses no flags and holds no state between runs.
package app

import (
	"io"
	"os"
	"strings"
	"unicode"

	"golang.org/x/term"

	"onrecord/internal/kernel"
)

// Streams is what a run talks to.
type Streams struct {
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Env    func(name string) string // as os.Getenv
}

// KernelVariable is the environment variable that forces a kernel.
const KernelVariable = "ONRECORD_KERNEL"

// Kernel returns the kernel that the environment asks for, else the best.
func (s Streams) Kernel() (*kernel.Kernel, error) {
	name := s.Env(KernelVariable)
	if name == "" {
		return kernel.Best(), nil
	}
	k, err := kernel.ByName(name)
	if err != nil {
		return nil, usage("%s: %v", KernelVariable, err)
	}
	return k, nil
}

// columns returns the width of the terminal that stream is, 0 if it is none.
func columns(stream any) int {
	f, ok := stream.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	w, _, err := term.GetSize(int(f.Fd()))
	if err != nil || w <= 0 {
		return 80
	}
	return w
}

// Terminal says whether stream is a terminal.
func Terminal(stream any) bool { return columns(stream) > 0 }

// message makes s fit for a terminal's line: names of files may hold anything.
func message(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
