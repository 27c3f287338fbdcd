package record_test

import (
	"strings"
	"testing"

	"onrecord/internal/record"
	"onrecord/internal/text"
)

func TestEntriesHaveIDsOfTheirOwn(t *testing.T) {
	at := text.Span{Start: 10, End: 14}
	id := record.EntryID("doc", record.KindStatement, at, 0)
	if id != record.EntryID("doc", record.KindStatement, at, 0) {
		t.Error("one anchor has two ids")
	}
	if !strings.HasPrefix(id, "docs") {
		t.Errorf("%q does not begin with its document and kind", id)
	}
	for name, other := range map[string]string{
		"another document":   record.EntryID("doc2", record.KindStatement, at, 0),
		"another place":      record.EntryID("doc", record.KindStatement, text.Span{Start: 10, End: 15}, 0),
		"another order":      record.EntryID("doc", record.KindStatement, at, 1),
		"another kind":       record.EntryID("doc", 'p', at, 0),
		"start and end swap": record.EntryID("doc", record.KindStatement, text.Span{Start: 14, End: 10}, 0),
	} {
		if other == id {
			t.Errorf("%s has the same id", name)
		}
	}
	// An id is for life: what it is made of must not change.
	if want := "docs" + "xxxxxxxxxx"; len(id) != len(want) {
		t.Errorf("%q has %d letters", id, len(id))
	}
}
