package document

import (
	"errors"
	"fmt"
	"strings"
)

// Why no document came of what was given. A Failure wraps one of these, or the
// error of the operating system.
var (
	ErrEmpty    = errors.New("no text")
	ErrBinary   = errors.New("not a text")
	ErrFormat   = errors.New("a format that is not read")
	ErrTooLarge = errors.New("too large")
	ErrNoTexts  = errors.New("no texts in the directory")
	ErrInvalid  = errors.New("invalid")
)

// Failure says of something that was to be read what is wrong with it, where,
// and what to do.
type Failure struct {
	Origin string // the file or address
	Line   int    // from 1; 0 if the failure is at no line
	Column int    // byte of the line, from 1; 0 if unknown
	Kind   error  // one of the errors above, or the system's
	What   string
	Hint   string
}

// Error gives place, failure and hint in one line.
func (f *Failure) Error() string {
	var b strings.Builder
	b.WriteString(f.Origin)
	if f.Line > 0 {
		fmt.Fprintf(&b, ":%d", f.Line)
		if f.Column > 0 {
			fmt.Fprintf(&b, ":%d", f.Column)
		}
	}
	what := f.What
	if what == "" {
		what = f.Kind.Error()
	}
	fmt.Fprintf(&b, ": %s", what)
	if f.Hint != "" {
		fmt.Fprintf(&b, "; %s", f.Hint)
	}
	return b.String()
}

// Unwrap returns the kind of the failure.
func (f *Failure) Unwrap() error { return f.Kind }
