package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"onrecord/internal/export/exporttest"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"onrecord": main}) }

// TestScript runs the real program with its real weights.
func TestScript(t *testing.T) {
	examples, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("EXAMPLES", filepath.Join(e.WorkDir, "examples"))
			if err := copyFiles(filepath.Join(e.WorkDir, "examples"), examples); err != nil {
				return err
			}
			e.Setenv("ONRECORD_KERNEL", os.Getenv("ONRECORD_KERNEL"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "cited": cited, "bytes": writeBytes, "alone": alone,
		},
	})
}

// copyFiles copies the files of a folder, but none of the folders in it.
func copyFiles(to, from string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	if err := os.Mkdir(to, 0o777); err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		data, err := os.ReadFile(filepath.Join(from, e.Name()))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, e.Name()), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// status N COMMAND… runs a command, which must exit with status N.
func status(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		e, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = e.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// writeBytes FILE N TEXT writes TEXT, which may have Go's escapes, N times.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	s, err := strconv.Unquote(`"` + args[2] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat([]byte(s), n), 0o666))
}

// alone N says that stdout has N lines.
func alone(ts *testscript.TestScript, _ bool, args []string) {
	if got := strconv.Itoa(strings.Count(ts.ReadFile("stdout"), "\n")); got != args[0] {
		ts.Fatalf("%s lines, want %s", got, args[0])
	}
}

// cited N FILE reads the objects in FILE: there must be N, and each span in
// them must be the words that are shown with it.
func cited(ts *testscript.TestScript, _ bool, args []string) {
	n, spans, err := exporttest.Citations(strings.NewReader(ts.ReadFile(args[1])))
	ts.Check(err)
	if strconv.Itoa(n) != args[0] {
		ts.Fatalf("%d objects, want %s", n, args[0])
	}
	if spans == 0 {
		ts.Fatalf("nothing is cited")
	}
}

func run(ctx context.Context, stdin io.Reader, args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	m := Main{Stdin: stdin, Stdout: &out, Stderr: &errs, Env: func(string) string { return "" }}
	status = m.Run(ctx, args)
	return status, out.String(), errs.String()
}

func TestInterruptEndsAtOnce(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in, w := io.Pipe() // nobody ever writes
	defer w.Close()
	time.AfterFunc(20*time.Millisecond, cancel)
	start := time.Now()
	status, stdout, _ := run(ctx, in, "read", "-")
	if status != 130 || stdout != "" || time.Since(start) > 5*time.Second {
		t.Errorf("status %d after %v, printed %q", status, time.Since(start), stdout)
	}
}

// broken is a pipe that nobody reads.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestClosedOutputEndsQuietly(t *testing.T) {
	var errs bytes.Buffer
	m := Main{Stdin: strings.NewReader("He said yes."), Stdout: broken{}, Stderr: &errs, Env: func(string) string { return "" }}
	if status := m.Run(t.Context(), []string{"read", "-"}); status != 0 || errs.Len() > 0 {
		t.Errorf("status %d, told %q", status, errs.String())
	}
}

func TestHelpGivesTheExitStatuses(t *testing.T) {
	for _, args := range [][]string{nil, {"--help"}, {"read", "--help"}} {
		status, stdout, stderr := run(t.Context(), nil, args...)
		if status != 0 || stderr != "" || !strings.Contains(stdout, "some inputs could not be read") {
			t.Errorf("%q: status %d, %q, %q", args, status, stdout, stderr)
		}
	}
}
