package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestGenerated fails where a checked-in file is not what the generator writes now.
func TestGenerated(t *testing.T) {
	lines := 0
	for name, want := range files("..") {
		got, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is out of date: go generate ./internal/kernel", name)
		}
		lines += bytes.Count(want, []byte("\n"))
	}
	t.Logf("%d generated lines", lines)
	if lines >= 20_000 {
		t.Errorf("%d generated lines, want fewer than 20,000", lines)
	}
}
