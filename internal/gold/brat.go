package gold

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"onrecord/internal/text"
)

// Attribution is one annotated attribution. Spans count code points.
type Attribution struct{ Source, Cue, Content []text.Span }

// Article is a text with its attributions.
type Article struct {
	Name, Text   string
	Attributions []Attribution
}

// ReadArticles reads every text of dir/text that has attributions in
// dir/attributions, in the order of names. Of several annotators of a text the
// first by file name counts.
func ReadArticles(dir string) ([]Article, error) {
	texts, err := filepath.Glob(filepath.Join(dir, "text", "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("%s: no text/*.txt in it; name the folder that holds text/ and attributions/", dir)
	}
	anns, err := os.ReadDir(filepath.Join(dir, "attributions"))
	if err != nil {
		return nil, err
	}
	var out []Article
	for _, path := range texts {
		base := strings.TrimSuffix(filepath.Base(path), ".txt")
		ann := annotationOf(anns, base)
		if ann == "" {
			continue
		}
		t, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		as, err := open(filepath.Join(dir, "attributions", ann), ReadBrat)
		if err != nil {
			return nil, err
		}
		out = append(out, Article{Name: base, Text: string(t), Attributions: as})
	}
	return out, nil
}

// annotationOf returns the first of base_????.ann, else base.ann, else "".
func annotationOf(files []os.DirEntry, base string) string {
	plain := ""
	for _, f := range files { // ReadDir sorts by name
		rest, ok := strings.CutPrefix(f.Name(), base)
		if !ok {
			continue
		}
		if rest == ".ann" {
			plain = f.Name()
		} else if len(rest) == len("_xxxx.ann") && rest[0] == '_' && strings.HasSuffix(rest, ".ann") {
			return f.Name()
		}
	}
	return plain
}

// ReadBrat reads the attributions of one standoff file: T lines of Source, Cue
// and Content and E lines that tie them together. What an attribution has
// neither a cue nor a content of is left out.
func ReadBrat(name string, r io.Reader) ([]Attribution, error) {
	spans := map[string][]text.Span{}
	var events []string
	err := lines(name, r, func(_ int, line string) error {
		id, rest, ok := strings.Cut(line, "\t")
		switch {
		case !ok:
		case strings.HasPrefix(id, "T"):
			head, _, _ := strings.Cut(rest, "\t")
			_, offsets, _ := strings.Cut(head, " ")
			s, err := bratSpans(offsets)
			if err != nil {
				return err
			}
			spans[id] = s
		case strings.HasPrefix(id, "E"):
			events = append(events, rest)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var out []Attribution
	for _, e := range events {
		var a Attribution
		for _, part := range strings.Fields(e) {
			role, id, _ := strings.Cut(part, ":")
			switch strings.ToLower(strings.TrimRight(role, "0123456789")) {
			case "source":
				a.Source = append(a.Source, spans[id]...)
			case "cue":
				a.Cue = append(a.Cue, spans[id]...)
			case "content":
				a.Content = append(a.Content, spans[id]...)
			}
		}
		if len(a.Cue)+len(a.Content) == 0 {
			continue
		}
		for _, s := range [][]text.Span{a.Source, a.Cue, a.Content} {
			slices.SortFunc(s, text.Compare)
		}
		out = append(out, a)
	}
	return out, nil
}

// bratSpans reads "3 9;12 20".
func bratSpans(s string) ([]text.Span, error) {
	var out []text.Span
	for _, p := range strings.Split(s, ";") {
		from, to, _ := strings.Cut(p, " ")
		a, err1 := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		if err := errors.Join(err1, err2); err != nil {
			return nil, fmt.Errorf("offsets %q: %w", s, err)
		}
		out = append(out, text.Span{Start: a, End: b})
	}
	return out, nil
}
