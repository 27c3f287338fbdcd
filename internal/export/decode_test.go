package export_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/export"
)

func objects() []export.Object {
	said, span := "2024-04-06", export.Span{Start: 3, End: 7, Text: "said"}
	return []export.Object{
		{
			Document: export.Document{ID: "one", Version: 1, Unit: "codepoint", Blocks: []export.Block{}, Problems: []export.Problem{}}, Actors: []export.Actor{},
			Statements: []export.Statement{{ID: "ones1", Speakers: []string{"oman"}, Cue: []export.Span{span}, Said: &said, Score: .5, Act: "say"}},
			Pledges:    []export.Pledge{}, Actions: []export.Action{}, Positions: []export.Position{{ID: "oneo1", Stance: "support", Score: .25}},
		},
		{Document: export.Document{ID: "two"}},
	}
}

func decoded(t *testing.T, in []byte) (out []export.Object, bad []error) {
	t.Helper()
	err := export.Decode(bytes.NewReader(in), "in.jsonl", func(o export.Object) error {
		out = append(out, o)
		return nil
	}, func(err error) error {
		bad = append(bad, err)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out, bad
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	var plain, packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	for _, o := range objects() {
		plain.Write(export.JSONLine(o))
		if _, err := z.Write(export.JSONLine(o)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, in := range [][]byte{plain.Bytes(), packed.Bytes(), bytes.TrimSpace(plain.Bytes())} {
		got, bad := decoded(t, in)
		if d := cmp.Diff(objects(), got); d != "" || len(bad) > 0 {
			t.Error(bad, d)
		}
	}
}

func TestALineThatIsNoObjectLeavesTheOthers(t *testing.T) {
	in := append([]byte("{\"a\": 1}\n\n{broken\n"), export.JSONLine(objects()[1])...)
	got, bad := decoded(t, in)
	if len(got) != 1 || len(bad) != 2 {
		t.Fatalf("%d objects and %d errors, want 1 and 2", len(got), len(bad))
	}
	for i, want := range []string{"in.jsonl:1: unreadable line: no document in it; give the output of", "in.jsonl:3: "} {
		if !strings.HasPrefix(bad[i].Error(), want) || !errors.Is(bad[i], export.ErrLine) {
			t.Errorf("%v does not begin with %s", bad[i], want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(export.JSONLine(objects()[0]))
	f.Add([]byte("\x1f\x8b\x08"))
	f.Add([]byte("{}\nnull\n[1]"))
	f.Fuzz(func(t *testing.T, in []byte) {
		_ = export.Decode(bytes.NewReader(in), "f", func(o export.Object) error {
			if o.Document.ID == "" {
				t.Error("an object without a document")
			}
			return nil
		}, func(error) error { return nil })
	})
}
