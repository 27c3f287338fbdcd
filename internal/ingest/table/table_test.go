package table_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/document"
	"onrecord/internal/ingest/table"
)

// read shows each row as one line.
func read(r io.Reader, maxBytes int) []string {
	var out []string
	for row := range table.Rows(r, maxBytes) {
		if row.Failure != nil {
			out = append(out, fmt.Sprintf("%d: %v", row.Line, row.Failure))
			continue
		}
		d := row.Document
		s := fmt.Sprintf("%d:", row.Line)
		for _, f := range []struct{ name, value string }{
			{"key", d.Key},
			{"title", d.Title},
			{"published", d.Published},
			{"outlet", d.Outlet},
			{"author", d.Author},
			{"section", d.Section},
			{"url", d.URL},
			{"language", d.Language},
			{"text", d.Text},
		} {
			if f.value != "" {
				s += fmt.Sprintf(" %s=%q", f.name, f.value)
			}
		}
		for _, p := range d.Problems {
			s += " !" + p.Code
		}
		out = append(out, s)
	}
	return out
}

func TestRows(t *testing.T) {
	const notObject = `each line must be an object such as {"id": "1", "text": "…"}`
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{
			"all columns",
			`{"id":"7","title":"Ferries","published":"2024-04-07T10:00:00Z","outlet":"Harbor Times","author":"Ann Oak","section":"Port","url":"https://a.example/7","language":"en-GB","text":"They sail.","extra":{"a":[1]}}`,
			[]string{`1: key="7" title="Ferries" published="2024-04-07" outlet="Harbor Times" author="Ann Oak" section="Port" url="https://a.example/7" language="en" text="They sail."`},
		},
		{
			"other names, a number as id, several authors, paragraphs in a list",
			`{"Doc-ID":7e2,"Headline":"Ferries","date":"April 7, 2024","publisher":"Harbor Times","authors":["Ann Oak","Bo Elm"],"link":"https://a.example/7","body":["They sail.","They stay."]}`,
			[]string{`1: key="7e2" title="Ferries" published="2024-04-07" outlet="Harbor Times" author="Ann Oak, Bo Elm" url="https://a.example/7" text="They sail.\n\nThey stay."`},
		},
		{"the documented name wins", `{"body":"no","text":"yes"}`, []string{`1: text="yes"`}},
		{"null is nothing", `{"id":null,"text":null,"content":"They sail."}`, []string{`1: text="They sail."`}},
		{"a date of two readings", `{"date":"04/07/2024","text":"They sail."}`, []string{`1: text="They sail." !date`}},
		{"byte order mark, empty lines, line ends of Windows", "\xEF\xBB\xBF{\"text\":\"A\"}\r\n\r\n \n{\"text\":\"B\"}\r\n", []string{`1: text="A"`, `4: text="B"`}},
		{
			"bad lines between good ones",
			"{\"text\":\"A\"}\nnonsense\n{\"text\":\"B\"}\n{\"title\":\"T\",\"id\":1}\n[1]\n{\"text\":\"C\"\n{\"text\":\" \"}\n{\"text\":\"D\"}",
			[]string{
				`1: text="A"`,
				"2: :2:2: not a JSON object (invalid character 'o' in literal null (expecting 'u')); " + notObject,
				`3: text="B"`,
				`4: :4: no column text among id, title; give the article's words as a string under "text"`,
				"5: :5: not a JSON object (json: cannot unmarshal array into Go value of type map[string]json.RawMessage); " + notObject,
				"6: :6:11: not a JSON object (unexpected end of JSON input); " + notObject,
				"7: :7: the text is empty; leave the line out, or give its text",
				`8: text="D"`,
			},
		},
		{"NUL in the text", `{"text":"A\u0000B"}`, []string{`1: text="AB" !nul`}},
		{"windows-1252", "{\"text\":\"It\x92s here.\"}", []string{`1: text="It’s here." !invalid-utf8`}},
		{"a text that is too large", `{"text":"` + strings.Repeat("x", 101) + "\"}\n{\"text\":\"A\"}", []string{"1: :1: a text of more than 100 bytes; raise --max-bytes to read it", `2: text="A"`}},
		{"a line that is too large", `{"text":"` + strings.Repeat("x", 400_000) + "\"}\n{\"text\":\"A\"}", []string{"1: :1: a text of more than 100 bytes; raise --max-bytes to read it", `2: text="A"`}},
		{"nothing", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, read(strings.NewReader(c.in), 100)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestARowMayBeAsLongAsItsTextAllows(t *testing.T) {
	text := strings.Repeat("The ferry sails. ", 200_000)
	got := read(strings.NewReader(`{"text":"`+text+`"}`), 4<<20)
	if len(got) != 1 || !strings.HasSuffix(got[0], text+`"`) {
		t.Errorf("%d rows, the first of %d bytes", len(got), len(got[0]))
	}
}

func TestAStreamThatBreaksOff(t *testing.T) {
	broken := errors.New("broken")
	rows := 0
	for row := range table.Rows(io.MultiReader(strings.NewReader("{\"text\":\"A\"}\n"), iotest.ErrReader(broken)), 100) {
		rows++
		if rows == 2 && (!errors.Is(row.Failure, broken) || row.Line != 2) {
			t.Errorf("line %d: %v", row.Line, row.Failure)
		}
	}
	if rows != 2 {
		t.Errorf("%d rows", rows)
	}
}

// endless is a line without an end.
type endless struct{ left int }

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.left)
	for i := range n {
		p[i] = 'x'
	}
	e.left -= n
	return n, nil
}

func TestALineWithoutEndTakesBoundedMemory(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for row := range table.Rows(&endless{64 << 20}, 1000) {
		if !errors.Is(row.Failure, document.ErrTooLarge) {
			t.Error(row.Failure)
		}
	}
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 8<<20 {
		t.Errorf("%d bytes for a line of 64 MB of which 1000 bytes may be text", n)
	}
}

func FuzzTable(f *testing.F) {
	for _, s := range []string{"", "{}", `{"text":"A\ud800"}`, "{\"text\":\"It\x92s\"}\n[", `{"text":["a",1]}`, `{"authors":[],"text":"\u0000a"}`, "\xFF\xFE{"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		line := 0
		for row := range table.Rows(bytes.NewReader(in), 200) {
			if row.Line <= line {
				t.Fatalf("line %d behind line %d", row.Line, line)
			}
			line = row.Line
			switch {
			case (row.Document == nil) == (row.Failure == nil):
				t.Fatalf("line %d: %v and %v", line, row.Document, row.Failure)
			case row.Failure != nil && (row.Failure.Hint == "" || row.Failure.Kind == nil):
				t.Fatalf("line %d says too little: %+v", line, row.Failure)
			case row.Document != nil && (!utf8.ValidString(row.Document.Text) || strings.Contains(row.Document.Text, "\x00")):
				t.Fatalf("line %d: %q is not canonical", line, row.Document.Text)
			}
		}
	})
}
