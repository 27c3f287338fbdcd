package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestGenerated fails where a checked-in file is not what the generator writes now, or is no longer written at all.
func TestGenerated(t *testing.T) {
	want := files("..")
	lines := 0
	for name, text := range want {
		got, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, text) {
			t.Errorf("%s is out of date: go generate ./internal/kernel", name)
		}
		lines += bytes.Count(text, []byte("\n"))
	}
	t.Logf("%d generated lines", lines)
	if lines >= 20_000 {
		t.Errorf("%d generated lines, want fewer than 20,000", lines)
	}
	names, err := filepath.Glob("../*.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(string(text), header) && want[filepath.Base(name)] == nil {
			t.Errorf("%s is generated no longer: remove it", name)
		}
	}
}

// TestProgramSize keeps the generator something that one can read.
func TestProgramSize(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "_test.go") {
			lines += bytes.Count(text, []byte("\n"))
		}
	}
	if lines > 1000 {
		t.Errorf("the generator has %d lines, want at most 1,000", lines)
	}
}
