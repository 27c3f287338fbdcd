package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"
)

// What a run may fail with, by what it means to the one who started it.
var (
	ErrInputs = errors.New("some inputs were not read")
	ErrUsage  = errors.New("wrong usage")
)

// Usage marks err as one of the command line.
func Usage(err error) error { return usage("%v", err) }

func usage(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrUsage, fmt.Sprintf(format, args...))
}

// statuses is the one table of exit statuses. The first row whose error is
// wrapped by that of a run gives its status; the last is for every other.
var statuses = []struct {
	err     error
	status  int
	meaning string
}{
	{nil, 0, "everything was read"},
	{ErrInputs, 1, "some inputs could not be read; what is written of the others is complete"},
	{ErrUsage, 2, "the command line or the environment asks for what does not exist"},
	{errors.New("any other"), 3, "something else failed: an output that cannot be written, data that cannot be used"},
	{context.Canceled, 130, "interrupted"},
}

// otherStatus is for errors that the table does not have.
const otherStatus = 3

// Status returns the exit status for the error of a run.
func Status(err error) int {
	if err == nil || closed(err) {
		return 0
	}
	for _, s := range statuses {
		if s.err != nil && errors.Is(err, s.err) {
			return s.status
		}
	}
	return otherStatus
}

// StatusHelp lists the exit statuses for the help.
func StatusHelp() string {
	var b strings.Builder
	for _, s := range statuses {
		fmt.Fprintf(&b, "%4d  %s\n", s.status, s.meaning)
	}
	return b.String()
}

// closed says whether err only tells that nobody reads on, as behind head.
func closed(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}

// Report tells on w why a run ended, unless it said so already or it is nobody's
// business.
func Report(w io.Writer, err error) {
	switch {
	case err == nil, closed(err), errors.Is(err, ErrInputs), errors.Is(err, context.Canceled):
	case errors.Is(err, ErrUsage):
		fmt.Fprintf(w, "onrecord: %s\n", message(strings.TrimPrefix(err.Error(), ErrUsage.Error()+": ")))
	default:
		fmt.Fprintf(w, "onrecord: %s\n", message(err.Error()))
	}
}
