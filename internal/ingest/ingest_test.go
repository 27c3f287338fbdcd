package ingest_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/document"
	"onrecord/internal/ingest"
)

const (
	english = "The two ports will talk again on Monday, a spokeswoman said, after a week in which neither of them had answered the letters of the other.\n"
	page    = "<!doctype html><html><head><title>x</title></head><body><article><p>" + english + "</p><p>" + english + "</p></article></body></html>"
	png     = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00"
)

// tree writes files below a new directory and goes there, so that messages
// name them as they are here.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, data := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// read shows what came of each input: a document's origin, the length of its
// text and the codes of its problems, or the error.
func read(t *testing.T, o ingest.Options, names ...string) []string {
	t.Helper()
	var out []string
	for d, err := range ingest.Source(names, o) {
		if err != nil {
			var f *document.Failure
			if !errors.As(err, &f) || f.Hint == "" {
				t.Errorf("%v has no hint", err)
			}
			out = append(out, "error "+err.Error())
			continue
		}
		s := fmt.Sprintf("%s %d", d.Origin, len(d.Text))
		for _, p := range d.Problems {
			s += " !" + p.Code
		}
		if d.ID == "" || d.Version != 1 {
			t.Errorf("%s has no identity", d.Origin)
		}
		out = append(out, s)
	}
	return out
}

func compress(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

func TestSourceTellsFormatsByContent(t *testing.T) {
	row := `{"text":"` + strings.TrimSpace(english) + `"}` + "\n"
	size := len(english)
	for _, c := range []struct{ name, data, want string }{
		{"plain text", english, fmt.Sprint("x ", size)},
		{"HTML", page, fmt.Sprint("x ", 2*size)},
		{"HTML behind a comment", "<!-- saved -->\n" + page, fmt.Sprint("x ", 2*size)},
		{"XHTML", `<?xml version="1.0"?>` + page, fmt.Sprint("x ", 2*size)},
		{"JSON lines", row, fmt.Sprint("x:1 ", size-1)},
		{"JSON lines in UTF-16", "\xFF\xFE" + strings.Join(strings.Split(row, ""), "\x00") + "\x00", fmt.Sprint("x:1 ", size-1)},
		{"compressed text", compress(english), fmt.Sprint("x ", size)},
		{"compressed JSON lines", compress(row), fmt.Sprint("x:1 ", size-1)},
		{"compressed HTML", compress(page), fmt.Sprint("x ", 2*size)},
		{"a text that opens with a brace", "{laughs} " + english, fmt.Sprint("x ", size+9)},
		{"a text that opens with a bracket", "[Oslo, Monday] " + english, fmt.Sprint("x ", size+15)},
		{"a text that opens with an angle", "<<Never>>, he said. " + english, fmt.Sprint("x ", size+20)},
		{"invalid UTF-8", "caf\xE9. " + english, fmt.Sprint("x ", size+7, " !invalid-utf8")},
		{"UTF-16", "\xFF\xFEA\x00 \x00f\x00e\x00r\x00r\x00y\x00", "x 7 !utf-16"},
		{"NUL", "A\x00 ferry. " + english, fmt.Sprint("x ", size+9, " !nul")},
		{"empty", "", "error x: the file is empty; give a file with text"},
		{"white space", " \n\n", "error x: nothing but white space; give a file with text"},
		{"compressed nothing", compress(""), "error x: the file is empty; give a file with text"},
		{"an image", png, "error x: this is an image (PNG); give its text, as plain text, HTML or JSON lines"},
		{"a ZIP archive", "PK\x03\x04\x14\x00\x00", "error x: this is a ZIP archive, or a document of an office program; give its text, as plain text, HTML or JSON lines"},
		{"a program", "\x7FELF\x02\x01\x01\x00", "error x: this is a program; give its text, as plain text, HTML or JSON lines"},
		{"a PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "error x: this is a PDF; give its text, as plain text, HTML or JSON lines"},
		{"noise", strings.Repeat("\x01\x90\x00\xC3\x02\x1A", 99), "error x: this is a binary file; give its text, as plain text, HTML or JSON lines"},
		{"compressed twice", compress(compress(english)), "error x: this is a compressed file in a compressed file; give its text, as plain text, HTML or JSON lines"},
		{"a cut compressed file", compress(english)[:40], "error x: the compressed file is damaged (unexpected EOF); fetch it again"},
		{"other XML", "<?xml version=\"1.0\"?>\n<nitf><body/></nitf>", "error x: XML, but no HTML; give plain text, HTML or JSON lines"},
		{"a JSON list", `[{"text": "a"}, {"text": "b"}]`, "error x: a JSON list, not JSON lines; write one object a line (jq -c '.[]' does, for a list)"},
		{"a JSON object over lines", "{\n  \"text\": \"a\"\n}", "error x: a JSON object over several lines, not JSON lines; write one object a line (jq -c '.[]' does, for a list)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree(t, map[string]string{"x": c.data})
			if diff := cmp.Diff([]string{c.want}, read(t, ingest.Options{}, "x")); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestADirectoryInOrderOfPathsWithoutWhatIsNoText(t *testing.T) {
	tree(t, map[string]string{
		"news/b.txt": english, "news/a/z.txt": english, "news/a/page_files/p.js": "var a", "news/a.png": png, "news/.hidden/x.txt": english, "news/c": page,
		"news/d.txt": "", "news/e.ann": "T1\tSource 0 3\tThe",
	})
	want := []string{
		"news/a/z.txt " + fmt.Sprint(len(english)),
		"news/b.txt " + fmt.Sprint(len(english)),
		"news/c " + fmt.Sprint(2*len(english)),
		"error news/d.txt: the file is empty; give a file with text",
	}
	if diff := cmp.Diff(want, read(t, ingest.Options{}, "news")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestOneBadInputCostsNoOther(t *testing.T) {
	tree(t, map[string]string{"a.txt": english, "b.png": png, "pictures/x.png": png, "c.txt": english, "t.jsonl": "{\"text\":\"A ferry.\"}\nnonsense\n{\"text\":\"A port.\"}\n"})
	if err := os.Mkdir("nothing", 0o755); err != nil {
		t.Fatal(err)
	}
	n := fmt.Sprint(len(english))
	want := []string{
		"a.txt " + n,
		"error b.png: this is an image (PNG); give its text, as plain text, HTML or JSON lines",
		"error missing.txt: no such file or directory; check the name",
		"error pictures: none of the 1 files below is a text; give a directory with plain text, HTML or JSON lines",
		"error nothing: the directory is empty; give a directory with plain text, HTML or JSON lines",
		"t.jsonl:1 8",
		`error t.jsonl:2:2: not a JSON object (invalid character 'o' in literal null (expecting 'u')); each line must be an object such as {"id": "1", "text": "…"}`,
		"t.jsonl:3 7",
		"<stdin> 9",
		"c.txt " + n,
	}
	got := read(t, ingest.Options{Stdin: strings.NewReader("A harbor.")}, "a.txt", "b.png", "missing.txt", "pictures", "nothing", "t.jsonl", "-", "c.txt")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestFailuresSayWhatTheyAre(t *testing.T) {
	tree(t, map[string]string{"empty": "", "image": png, "xml": "<?xml version='1.0'?><a/>", "large": english, "rows": "{\"a\":1}\n"})
	if err := os.Mkdir("directory", 0o755); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]error{
		"empty": document.ErrEmpty, "image": document.ErrBinary, "xml": document.ErrFormat, "large": document.ErrTooLarge, "rows": document.ErrInvalid,
		"directory": document.ErrNoTexts, "missing": fs.ErrNotExist,
	} {
		for _, err := range ingest.Source([]string{name}, ingest.Options{MaxBytes: 50}) {
			if !errors.Is(err, want) {
				t.Errorf("%s: %v is no %v", name, err, want)
			}
		}
	}
}

// countless is a stream of letters that counts how many were taken.
type countless struct{ left, taken int }

func (c *countless) Read(p []byte) (int, error) {
	n := min(len(p), c.left)
	if n == 0 {
		return 0, io.EOF
	}
	for i := range n {
		p[i] = "the ferry "[i%10]
	}
	c.left, c.taken = c.left-n, c.taken+n
	return n, nil
}

func TestATextOf200MegabytesIsRefusedUnread(t *testing.T) {
	tree(t, map[string]string{"large.txt": english})
	if err := os.Truncate("large.txt", 200<<20); err != nil { // a hole, but for its head
		t.Fatal(err)
	}
	f, err := os.OpenFile("large.txt", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	io.Copy(f, &countless{left: 64 << 10})
	f.Close()
	const hint = "raise --max-bytes to read it, or give its articles one by one (JSON lines may be of any size)"
	read1 := 0
	got := read(t, ingest.Options{Progress: func(n int) { read1 += n }}, "large.txt")
	if diff := cmp.Diff([]string{"error large.txt: a text of 209715200 bytes, where 4194304 are allowed; " + hint}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if read1 > 1<<20 {
		t.Errorf("%d bytes were read", read1)
	}
	in := &countless{left: 200 << 20}
	got = read(t, ingest.Options{Stdin: in}, "-")
	if diff := cmp.Diff([]string{"error <stdin>: a text of more bytes, where 4194304 are allowed; " + hint}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if in.taken > 5<<20 {
		t.Errorf("%d bytes were taken from a stream", in.taken)
	}
}

func TestALineOfThreeMegabytesIsADocument(t *testing.T) {
	in := &countless{left: 3 << 20}
	if diff := cmp.Diff([]string{fmt.Sprint("<stdin> ", 3<<20)}, read(t, ingest.Options{Stdin: in}, "-")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestRowsAreGivenAsTheyCome(t *testing.T) {
	in, out := io.Pipe()
	go func() {
		row := `{"text":"` + strings.Repeat("A ferry. ", 20_000) + `"}` + "\n"
		for {
			if _, err := io.WriteString(out, row); err != nil {
				return
			}
		}
	}()
	rows := 0
	for _, err := range ingest.Source([]string{"-"}, ingest.Options{Stdin: in}) {
		if err != nil {
			t.Fatal(err)
		}
		if rows++; rows == 3 {
			break // of a stream without an end
		}
	}
	in.Close()
}

func TestIdentity(t *testing.T) {
	row := `{"id":"7","url":"https://a.example/7","text":"A ferry."}`
	tree(t, map[string]string{"a.txt": english, "b.txt": english, "c.txt": english + " ", "a.gz": compress(english), "t": row, "u": strings.Replace(row, "ferry", "port", 1)})
	id := func(o ingest.Options, name string) string {
		for d, err := range ingest.Source([]string{name}, o) {
			if err != nil {
				t.Fatal(err)
			}
			return d.ID
		}
		return ""
	}
	var o ingest.Options
	if id(o, "a.txt") != id(o, "b.txt") || id(o, "a.txt") != id(o, "a.gz") {
		t.Error("the same bytes are two documents")
	}
	if id(o, "a.txt") == id(o, "c.txt") {
		t.Error("a bare file that changed is the same document")
	}
	if id(o, "t") != id(o, "u") {
		t.Error("a changed text under the same key is another document")
	}
	if id(o, "t") == id(ingest.Options{Collection: "mine"}, "t") {
		t.Error("the same key in two collections is one document")
	}
}

func TestTheDateThatIsAssumed(t *testing.T) {
	tree(t, map[string]string{"a.txt": english, "t": `{"published":"2023-11-05","text":"A ferry."}`})
	for d := range ingest.Source([]string{"a.txt", "t"}, ingest.Options{Date: "2024-04-07"}) {
		if d.AssumedDate != "2024-04-07" || d.Published != map[string]string{"a.txt": "", "t:1": "2023-11-05"}[d.Origin] {
			t.Errorf("%s: published %q, assumed %q", d.Origin, d.Published, d.AssumedDate)
		}
	}
	for _, date := range []string{"April 7, 2024", "2024-04", "2024-02-30"} {
		for _, err := range ingest.Source([]string{"a.txt"}, ingest.Options{Date: date}) {
			if !errors.Is(err, document.ErrInvalid) {
				t.Errorf("%s: %v", date, err)
			}
		}
	}
}

func TestSize(t *testing.T) {
	tree(t, map[string]string{"d/a": "12345", "d/e/b": "123", "c": "1", "d/.h": "1234"})
	if got := ingest.Size([]string{"d", "c", "missing"}); got != 9 {
		t.Errorf("%d", got)
	}
	if got := ingest.Size([]string{"c", "-"}); got != -1 {
		t.Errorf("%d", got)
	}
}
