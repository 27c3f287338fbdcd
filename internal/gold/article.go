package gold

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// Article is a text with its attributions.
type Article struct {
	Name, Text   string
	Attributions []Attribution
}

// ReadArticles reads every text of dir/text that has attributions in
// dir/attributions, in the order of names. Of several annotators of a text the
// first by file name counts.
func ReadArticles(dir string) ([]Article, error) {
	texts, err := os.ReadDir(filepath.Join(dir, "text")) // sorted by name
	if err != nil {
		return nil, fmt.Errorf("%s holds no folders text/ and attributions/: %w", dir, err)
	}
	files, err := os.ReadDir(filepath.Join(dir, "attributions"))
	if err != nil {
		return nil, fmt.Errorf("%s holds no folders text/ and attributions/: %w", dir, err)
	}
	first := annotations(files)
	var out []Article
	for _, f := range texts {
		base, ok := strings.CutSuffix(f.Name(), ".txt")
		if !ok || first[base] == "" {
			continue
		}
		t, err := readText(filepath.Join(dir, "text", f.Name()))
		if err != nil {
			return nil, err
		}
		as, err := open(filepath.Join(dir, "attributions", first[base]), ReadBrat)
		if err != nil {
			return nil, err
		}
		out = append(out, Article{Name: base, Text: t, Attributions: as})
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no text/NAME.txt has an attributions/NAME.ann or NAME_xxxx.ann", dir)
	}
	return out, nil
}

// annotations maps the name of a text to the file with its attributions: the
// first of NAME_xxxx.ann, where xxxx is an annotator, else NAME.ann. files are
// sorted by name.
func annotations(files []os.DirEntry) map[string]string {
	out := map[string]string{}
	plain := map[string]string{}
	for _, f := range files {
		base, ok := strings.CutSuffix(f.Name(), ".ann")
		if !ok {
			continue
		}
		plain[base] = f.Name()
		if b := withoutAnnotator(base); b != base && out[b] == "" {
			out[b] = f.Name()
		}
	}
	for base, name := range plain {
		if out[base] == "" {
			out[base] = name
		}
	}
	return out
}

// withoutAnnotator takes an annotator's four characters and the underscore
// before them off a name: "post_01_4e07" is an annotation of "post_01".
func withoutAnnotator(name string) string {
	rest := name
	for range 4 {
		_, n := utf8.DecodeLastRuneInString(rest)
		rest = rest[:len(rest)-n]
	}
	if base, ok := strings.CutSuffix(rest, "_"); ok {
		return base
	}
	return name
}

// readText reads a text as it stands: no line ending is changed, as offsets
// count them.
func readText(path string) (string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	t := string(b)
	if !utf8.ValidString(t) {
		return "", place(path, 1+strings.Count(t[:firstInvalid(t)], "\n"), errNotUTF8)
	}
	return t, nil
}

// firstInvalid returns the first byte of t that is not UTF-8.
func firstInvalid(t string) int {
	for i, r := range t {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(t[i:]); n == 1 {
				return i
			}
		}
	}
	return len(t)
}
