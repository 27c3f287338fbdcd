package main

import (
	"os"
	"strings"
	"testing"

	"onrecord/internal/app"
)

// TestReadme holds what README.md shows against the program: the exit statuses,
// and the output of the first command, of which it leaves parts out at "…".
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
	status, stdout, stderr := run(t.Context(), nil, "read", "examples")
	if status != 0 {
		t.Fatalf("status %d: %s", status, stderr)
	}
	_, shown, _ := strings.Cut(readme, "$ go run ./cmd/onrecord read examples\n")
	shown, _, _ = strings.Cut(shown, "```")
	rest := strings.ReplaceAll(stdout, "\u00a0", " ")
	for part := range strings.SplitSeq(shown, "…\n") {
		part = strings.TrimRight(part, "\n")
		i := strings.Index(rest, part)
		if i < 0 {
			t.Fatalf("README.md shows what is not printed (any more, or in this order):\n%s", part)
		}
		rest = rest[i+len(part):]
	}
}
