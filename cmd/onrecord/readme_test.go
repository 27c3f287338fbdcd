package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/internal/app"
)

// TestReadme holds what README.md shows against the program: the exit statuses,
// and the output of its commands, of which it leaves parts out at "…".
func TestReadme(t *testing.T) {
	b, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(b)
	for line := range strings.Lines(app.StatusHelp()) {
		status, meaning, _ := strings.Cut(strings.TrimSpace(line), "  ")
		if row := "| " + status + " | " + meaning + " |"; !strings.Contains(readme, row) {
			t.Errorf("the row %q is missing", row)
		}
	}
	if testing.Short() {
		return
	}
	t.Chdir("../..")
	files, shown := map[string]string{}, 0
	for block := range strings.SplitSeq(readme, "```\n$ ") {
		block, _, closed := strings.Cut(block, "```")
		for command := range strings.SplitSeq(block, "\n$ ") {
			line, want, _ := strings.Cut(command, "\n")
			args, ok := strings.CutPrefix(line, "go run ./cmd/onrecord ")
			if !ok || !closed {
				continue
			}
			args, file, _ := strings.Cut(args, " > ")
			got := printed(t, strings.Fields(args), files)
			if file != "" {
				files[file] = got
				continue
			}
			shown++
			holds(t, got, want)
		}
	}
	if shown < 3 {
		t.Errorf("README.md shows the output of %d commands, want 3", shown)
	}
}

// printed returns what a command prints. The files that earlier commands wrote
// lie in a folder of the test's.
func printed(t *testing.T, args []string, files map[string]string) string {
	t.Helper()
	for i, a := range args {
		text, ok := files[a]
		if !ok {
			continue
		}
		args[i] = filepath.Join(t.TempDir(), a)
		if err := os.WriteFile(args[i], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	status, stdout, stderr := run(t.Context(), nil, args...)
	if status != 0 {
		t.Fatalf("%v: status %d: %s", args, status, stderr)
	}
	return stdout
}

// holds says whether what is shown is printed, in this order; "…" leaves parts out.
func holds(t *testing.T, printed, shown string) {
	t.Helper()
	rest := strings.ReplaceAll(printed, "\u00a0", " ")
	for part := range strings.SplitSeq("\n"+shown, "\n…\n") {
		part = strings.TrimRight(strings.TrimPrefix(part, "\n"), "\n")
		i := strings.Index(rest, part)
		if i < 0 {
			t.Fatalf("README.md shows what is not printed (any more, or in this order):\n%s", part)
		}
		rest = rest[i+len(part):]
	}
}
