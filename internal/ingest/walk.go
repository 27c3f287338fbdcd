package ingest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"onrecord/internal/document"
)

// name reads a file, a directory or standard input.
func (r *reader) name(name string) {
	if name == "-" {
		r.stream("<stdin>", r.Stdin, -1, false)
		return
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		r.system(name, err)
	case info.IsDir():
		r.directory(name)
	default:
		r.file(name, false)
	}
}

// system yields an error of the operating system.
func (r *reader) system(name string, err error) {
	f := &document.Failure{Kind: err, What: err.Error()}
	var path *fs.PathError
	if errors.As(err, &path) {
		f.What = path.Err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.Hint = "check the name"
	case errors.Is(err, fs.ErrPermission):
		f.Hint = "allow reading it, or run as a user who may"
	}
	r.fail(name, f)
}

// beside lists endings of files that lie beside articles and are text, but no
// articles: the parts of a saved page, programs, what people wrote about the
// folder, annotations of earlier runs.
// Such a file is read when it is named itself.
var beside = map[string]bool{
	".js": true, ".mjs": true, ".css": true, ".map": true, ".svg": true, ".ann": true, ".py": true, ".go": true, ".r": true, ".sh": true,
	".yaml": true, ".yml": true, ".toml": true, ".ini": true, ".cfg": true, ".conf": true, ".csv": true, ".tsv": true, ".log": true, ".bib": true, ".tex": true, ".md": true,
}

// directory reads every text below name. Hidden files, links to directories
// and what is no text are passed over in silence.
func (r *reader) directory(name string) {
	texts, others := 0, 0
	err := filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			r.system(path, err)
			texts++ // it is not the lack of texts that must be told
		case path != name && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return filepath.SkipDir
			}
		case entry.IsDir():
		case beside[strings.ToLower(filepath.Ext(path))]:
			others++
		default:
			if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
				others++
			} else if r.file(path, true) {
				texts++
			} else {
				others++
			}
		}
		if r.stopped {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil {
		r.system(name, err)
	} else if texts == 0 && !r.stopped {
		what := "the directory is empty"
		if others > 0 {
			what = fmt.Sprintf("none of the %d files below is a text", others)
		}
		r.fail(name, &document.Failure{Kind: document.ErrNoTexts, What: what, Hint: "give a directory with plain text, HTML or JSON lines"})
	}
}

// file reads one file. Of one that is no text it says so, unless it is passing:
// then it only returns false.
func (r *reader) file(name string, passing bool) (text bool) {
	f, err := os.Open(name)
	if err != nil {
		r.system(name, err)
		return true
	}
	defer f.Close()
	size := int64(-1)
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		size = info.Size()
	}
	return r.stream(name, f, size, passing)
}

// counting tells progress of what is read through it.
type counting struct {
	io.Reader
	progress func(int)
}

func (c counting) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	if n > 0 {
		c.progress(n)
	}
	return n, err
}

// Size adds up the bytes of the files that Source would look at, for a bar of
// progress; -1 if standard input is among them.
func Size(names []string) int64 {
	total := int64(0)
	for _, name := range names {
		if name == "-" {
			return -1
		}
		filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return nil
			}
			if path != name && strings.HasPrefix(entry.Name(), ".") {
				if entry.IsDir() {
					return filepath.SkipDir
				}
				return nil
			}
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				total += info.Size()
			}
			return nil
		})
	}
	return total
}
