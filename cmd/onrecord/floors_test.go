package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/internal/eval/floors"
)

// TestFloors runs every command of docs/accuracy.md and holds what it prints
// against the figures there. It takes minutes, and data that are no part of the
// project: it runs where ONRECORD_REQUIRE names floors.
func TestFloors(t *testing.T) {
	if !slices.Contains(strings.Split(os.Getenv("ONRECORD_REQUIRE"), ","), "floors") {
		t.Skip("takes minutes: set ONRECORD_REQUIRE=floors to run it")
	}
	const shared = "../shared/" // how the commands name the folder of data, from the module
	dir := os.Getenv("ONRECORD_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared") // from cmd/onrecord
	}
	f, err := os.Open("../../docs/accuracy.md")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := floors.Parse("docs/accuracy.md", f)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) == 0 {
		t.Fatal("docs/accuracy.md has no figures")
	}
	measured := map[floors.Key]float64{}
	for _, command := range floors.Commands(rows) {
		args := strings.Fields(command)[1:]
		for i, a := range args {
			if below, ok := strings.CutPrefix(a, shared); ok {
				args[i] = filepath.Join(dir, below)
			} else if strings.HasPrefix(a, "internal/") {
				args[i] = filepath.Join("..", "..", a)
			}
		}
		status, stdout, stderr := run(t.Context(), nil, append(args, "--json")...)
		if status != 0 {
			t.Fatalf("%s: status %d: %s", command, status, stderr)
		}
		var report map[string]json.RawMessage
		if err := json.Unmarshal([]byte(stdout), &report); err != nil {
			t.Fatalf("%s: %v", command, err)
		}
		for figure, raw := range report {
			var value struct{ F1, Accuracy *float64 }
			if json.Unmarshal(raw, &value) != nil {
				continue // a count
			}
			key := floors.Key{Command: command, Figure: figure}
			if value.F1 != nil {
				measured[key] = *value.F1
			} else if value.Accuracy != nil {
				measured[key] = *value.Accuracy
			}
		}
	}
	for _, s := range append(floors.Fallen(rows, measured), floors.Stale(rows, measured)...) {
		t.Error(s)
	}
}
