package document_test

import (
	"testing"

	"onrecord/internal/document"
)

func TestIdentifyTakesTheFirstSourceThatIsThere(t *testing.T) {
	full := document.Identify("c", "k", "AP:1", "https://a.example/1", []byte("text"))
	for _, c := range []struct {
		name string
		same bool
		id   string
	}{
		{"another text under the same key", true, document.Identify("c", "k", "AP:1", "https://a.example/1", []byte("other"))},
		{"another address under the same key", true, document.Identify("c", "k", "", "https://b.example/", nil)},
		{"the same key in another collection", false, document.Identify("d", "k", "AP:1", "https://a.example/1", []byte("text"))},
		{"another key", false, document.Identify("c", "l", "AP:1", "https://a.example/1", []byte("text"))},
		{"letters moved from collection to key", false, document.Identify("", "ck", "", "", nil)},
	} {
		if (c.id == full) != c.same {
			t.Errorf("%s: %s and %s", c.name, c.id, full)
		}
	}
}

func TestIdentifyKeepsSourcesApart(t *testing.T) {
	seen := map[string]string{}
	for name, id := range map[string]string{
		"key":   document.Identify("", "x", "", "", nil),
		"wire":  document.Identify("", "", "x", "", nil),
		"url":   document.Identify("", "", "", "x", nil),
		"bytes": document.Identify("", "", "", "", []byte("x")),
	} {
		if other := seen[id]; other != "" {
			t.Errorf("%s and %s share %s", name, other, id)
		}
		seen[id] = name
		if len(id) != 16 {
			t.Errorf("%s: %s has %d letters", name, id, len(id))
		}
	}
}

// Ids are stored for life: this one must never change.
func TestIdentifyIsStable(t *testing.T) {
	if got := document.Identify("wars", "17", "", "", nil); got != "mbkbxroifuhhqzp5" {
		t.Errorf("got %s", got)
	}
}
