package app

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"onrecord/internal/document"
)

// output takes what is made of documents, in their order.
type output interface {
	write(d *document.Document, parts []part) error
	close() error
}

// output opens where results go.
func (o Read) output(f format, stdout io.Writer) (output, error) {
	if o.Out != "" {
		if err := os.MkdirAll(o.Out, 0o777); err != nil {
			return nil, err
		}
	}
	if f.open != nil {
		return f.open(o, stdout)
	}
	if o.Out != "" && f.file == "" {
		return &files{directory: o.Out, used: map[string]bool{}}, nil
	}
	out := &stream{w: stdout}
	if o.Out != "" {
		file, err := os.Create(filepath.Join(o.Out, f.file))
		if err != nil {
			return nil, err
		}
		out = &stream{w: file, file: file}
	}
	return out, nil
}

// stream writes all documents one behind the other, each at once: who reads
// along sees it as soon as it is there.
type stream struct {
	w    io.Writer
	file *os.File // to close, if any
}

func (s *stream) write(_ *document.Document, parts []part) error {
	for _, p := range parts {
		if len(p.data) == 0 {
			continue
		}
		if _, err := s.w.Write(p.data); err != nil {
			return fmt.Errorf("write the results: %w", err)
		}
	}
	return nil
}

func (s *stream) close() error {
	if s.file == nil {
		return nil
	}
	return s.file.Close()
}

// files writes files of its own for each document.
type files struct {
	directory string
	used      map[string]bool // names in lower case, as some file systems see them
}

func (f *files) write(d *document.Document, parts []part) error {
	base := f.name(d)
	for _, p := range parts {
		if err := write(filepath.Join(f.directory, base+p.ending), p.data, d.Origin); err != nil {
			return err
		}
	}
	return nil
}

func (f *files) close() error { return nil }

// write writes a file. It refuses to change the very file that was read.
func write(name string, data []byte, origin string) error {
	if was, err := os.ReadFile(name); err == nil && !bytes.Equal(was, data) {
		a, err1 := os.Stat(name)
		b, err2 := os.Stat(origin)
		if err1 == nil && err2 == nil && os.SameFile(a, b) {
			return fmt.Errorf("write the results: %s is an input and would be changed; give another directory to --out", name)
		}
	}
	if err := os.WriteFile(name, data, 0o666); err != nil {
		return fmt.Errorf("write the results: %w", err)
	}
	return nil
}

// endings are what names of inputs lose.
var endings = []string{".gz", ".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".json"}

// name makes a file name, without ending, for the results of d: from the user's
// own id, else from the name of its file. A name that is taken gets a number.
func (f *files) name(d *document.Document) string {
	name := cmp.Or(d.Key, originName(d.Origin))
	name = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_.", r) {
			return r
		}
		return '_'
	}, strings.Trim(name, ". <>"))
	if len(name) > 120 {
		name = strings.ToValidUTF8(name[:120], "")
	}
	name = cmp.Or(name, "document")
	unique := name
	for n := 2; f.used[strings.ToLower(unique)]; n++ {
		unique = fmt.Sprintf("%s-%d", name, n)
	}
	f.used[strings.ToLower(unique)] = true
	return unique
}

// originName is the name of a file without its endings, and the number of the
// line where there is one: a/news.jsonl.gz:12 gives news-12.
func originName(origin string) string {
	name, line := filepath.Base(origin), ""
	if i := strings.LastIndexByte(name, ':'); i > 0 && strings.Trim(name[i+1:], "0123456789") == "" {
		name, line = name[:i], "-"+name[i+1:]
	}
	for _, e := range endings {
		if k := len(name) - len(e); k > 0 && strings.EqualFold(name[k:], e) {
			name = name[:k]
		}
	}
	return name + line
}
