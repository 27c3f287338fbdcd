package app

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"onrecord/internal/engine"
	"onrecord/internal/export/exporttest"
	"onrecord/internal/kernel"
)

func testEngine(t testing.TB) *engine.Engine {
	t.Helper()
	e, err := engine.New(kernel.Best(), engine.Sources{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// readAll reads input as standard input and returns what is written and told.
func readAll(ctx context.Context, t testing.TB, e *engine.Engine, o Read, input io.Reader) (stdout, stderr string, err error) {
	t.Helper()
	o.Inputs, o.Workers = []string{"-"}, 2
	f, err := o.check()
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	s := Streams{Stdin: input, Stdout: &out, Stderr: &errs, Env: func(string) string { return "" }}
	err = o.run(ctx, s, e, f, &stream{w: &out}, &progress{})
	return out.String(), errs.String(), err
}

// FuzzRead reads any bytes in every format that goes to standard output.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"", "He said “yes”.", "\xff\xfeH\x00e\x00", "a\x00b said no.", "{\"id\": 1, \"text\": \"Zoë said: \\\"Né\\\".\"}\n{", "<html><body><p>She said “no.</p></body></html>",
		"KYIV, April 7 (Reuters) — “One.\n\n“Two,” said X.", "\x1f\x8b\x08", "\"'\"'“”«»", "\u2028He\u00ad said 🙂 that\u200b it was.", strings.Repeat("a", 3000) + " said so.",
	} {
		f.Add([]byte(s))
	}
	e := testEngine(f)
	f.Fuzz(func(t *testing.T, input []byte) {
		for _, format := range Formats {
			if formats[format].directory {
				continue
			}
			o := Read{Format: format, MaxBytes: 1 << 12, Color: "always"}
			stdout, stderr, err := readAll(t.Context(), t, e, o, bytes.NewReader(input))
			if status := Status(err); status > 1 || (status == 1) != (stderr != "") || strings.Contains(stderr, "fault of the program") {
				t.Fatalf("%s: %v: %s", format, err, stderr)
			}
			switch format {
			case "json", "jsonl", "layers":
				if _, _, err := exporttest.Citations(strings.NewReader(stdout)); err != nil {
					t.Fatalf("%s: %v", format, err)
				}
			}
		}
	})
}

func TestFailureOfOneDocumentIsItsOwn(t *testing.T) {
	formats["broken"] = format{render: func(r *engine.Reading, _ look) ([]part, error) {
		if strings.Contains(r.Document.Text, "bad") {
			panic("no such thing")
		}
		return []part{{data: []byte(r.Document.Key + "\n")}}, nil
	}}
	defer delete(formats, "broken")
	stdout, stderr, err := readAll(t.Context(), t, testEngine(t), Read{Format: "broken", MaxBytes: 100}, strings.NewReader(
		`{"id": "a", "text": "fine"}`+"\n"+`{"id": "b", "text": "bad"}`+"\n"+`{"id": "c", "text": "fine"}`+"\n"))
	if Status(err) != 1 || stdout != "a\nc\n" || !strings.Contains(stderr, "<stdin>:2: the program failed on this document (no such thing); this is a fault of the program") {
		t.Errorf("%v\n%s\n%s", err, stdout, stderr)
	}
}

func TestStatus(t *testing.T) {
	for _, c := range []struct {
		err  error
		want int
	}{{nil, 0}, {ErrInputs, 1}, {usage("odd"), 2}, {io.ErrUnexpectedEOF, 3}, {context.Canceled, 130}, {io.ErrClosedPipe, 0}} {
		if got := Status(c.err); got != c.want {
			t.Errorf("%v: %d, want %d", c.err, got, c.want)
		}
	}
}

func TestBar(t *testing.T) {
	p := &progress{width: 90}
	p.documents.Store(1234)
	p.read.Store(250)
	if got, want := p.line(10*time.Second), "1,234 documents  123.4 a second"; got != want {
		t.Errorf("without a total %q, want %q", got, want)
	}
	p.total.Store(1000)
	if got, want := p.line(10*time.Second), "━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌  25 %  1,234 documents  123.4 a second  30 s left"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	p.width = 20
	if got := len([]rune(p.line(time.Second))); got >= 20 {
		t.Errorf("%d columns in a terminal of 20", got)
	}
}

func TestSpoken(t *testing.T) {
	for d, want := range map[time.Duration]string{
		1400 * time.Millisecond: "1 s", 59600 * time.Millisecond: "1 min 0 s", 200 * time.Second: "3 min 20 s", 2*time.Hour + 5*time.Minute: "2 h 5 min",
	} {
		if got := spoken(d); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}
