package codebook

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed" // for the shipped codebook
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// What a codebook may hold at most. A file beyond that is no codebook, or one
// that nobody can code by.
const (
	MaxSize   = 8 << 20 // bytes
	MaxIssues = 2000
	maxTerms  = 100_000
)

var (
	//go:embed data/conflict-diplomacy.yaml
	shipped []byte
	//go:embed data/starter.yaml
	starter []byte
)

// Problem is something wrong or odd about a codebook.
type Problem struct {
	File string
	Line int // 1 for the first
	What string
}

func (p Problem) Error() string { return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.What) }

// Default returns the codebook that ships with the program.
func Default() (*Codebook, error) { return Load("conflict-diplomacy.yaml", shipped) }

// Shipped returns the file of the codebook that ships with the program.
func Shipped() []byte { return slices.Clone(shipped) }

// Starter returns a commented file to begin a codebook with.
func Starter() []byte { return slices.Clone(starter) }

// Load reads a codebook; name is how errors call the file. All that is wrong is
// told at once: the error then joins a Problem each, in the order of lines.
func Load(name string, data []byte) (*Codebook, error) {
	r := &reader{file: name, book: &Codebook{byID: map[string]int{}}}
	if root := r.parse(data); root != nil {
		r.codebook(root)
		r.check()
	}
	if len(r.wrong) > 0 {
		return nil, joined(r.wrong)
	}
	c := r.book
	c.Warnings = sorted(r.odd)
	sum := sha256.Sum256(data)
	c.Digest = hex.EncodeToString(sum[:])
	c.words = build(r.sequences)
	return c, nil
}

// reader reads one file.
type reader struct {
	file      string
	book      *Codebook
	wrong     []Problem
	odd       []Problem
	sequences []sequence
	terms     int
}

func (r *reader) errorf(line int, format string, args ...any) {
	r.wrong = append(r.wrong, Problem{r.file, max(line, 1), fmt.Sprintf(format, args...)})
}

func (r *reader) warnf(line int, format string, args ...any) {
	r.odd = append(r.odd, Problem{r.file, max(line, 1), fmt.Sprintf(format, args...)})
}

func sorted(p []Problem) []Problem {
	slices.SortStableFunc(p, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return p
}

func joined(p []Problem) error {
	errs := make([]error, 0, len(p))
	for _, e := range sorted(p) {
		errs = append(errs, e)
	}
	return errors.Join(errs...)
}

// parse returns the mapping at the root of the file.
func (r *reader) parse(data []byte) *yaml.Node {
	switch {
	case len(data) > MaxSize:
		r.errorf(1, "the file has %d bytes and a codebook at most %d; is it one?", len(data), MaxSize)
		return nil
	case !utf8.Valid(data):
		r.errorf(invalidLine(data), "no UTF-8; save the file as UTF-8")
		return nil
	case blank(data):
		r.empty()
		return nil
	}
	var root yaml.Node
	if err := yaml.Load(data, &root, yaml.WithUniqueKeys(false), yaml.WithAllDocuments(false)); err != nil {
		line, what := syntaxError(err)
		r.errorf(line, "%s; this is no YAML (a tab for spaces, a colon or quotation mark too many?)", what)
		return nil
	}
	n := &root
	if n.Kind == yaml.DocumentNode && len(n.Content) == 1 {
		n = n.Content[0]
	}
	switch {
	case n.Kind == 0 || null(n):
		r.empty()
		return nil
	case n.Kind != yaml.MappingNode:
		r.errorf(n.Line, "a codebook begins with keys (name, version, issues), not with %s", kindOf(n))
		return nil
	}
	return n
}

// blank says whether a file has nothing but comments.
func blank(data []byte) bool {
	for line := range bytes.Lines(data) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return true
}

func (r *reader) empty() {
	r.errorf(1, "the file is empty; onrecord codebook init writes one to begin with")
}

// syntaxError returns where the parser of YAML stopped and why.
func syntaxError(err error) (line int, what string) {
	if e, ok := errors.AsType[*yaml.LoadError](err); ok {
		return e.Mark.Line, e.Message
	}
	return 1, err.Error()
}

func invalidLine(data []byte) int {
	line := 1
	for len(data) > 0 {
		c, n := utf8.DecodeRune(data)
		if c == utf8.RuneError && n == 1 {
			break
		}
		if c == '\n' {
			line++
		}
		data = data[n:]
	}
	return line
}
