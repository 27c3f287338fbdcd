package gold

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"onrecord/internal/text"
)

// Pair is a sentence with two actors and what one holds of the other, as Park
// et al. (ACL 2021) code it. Spans are bytes of Text.
type Pair struct {
	Text  string
	A, B  text.Span
	Label int // 0 nothing, 1 A likes B, 2 B likes A, 3 A dislikes B, 4 B dislikes A
}

// ReadPairs reads the file at path as tab-separated sentences with two actors
// in square brackets, their names, and the label. A column that holds quotation
// marks stands between more of them, each doubled within, as in CSV. A sentence
// with other brackets in it is left out: which are the actors is not certain.
func ReadPairs(path string) ([]Pair, error) { return open(path, readPairs) }

func readPairs(name string, r io.Reader) ([]Pair, error) {
	var out []Pair
	err := lines(name, r, func(_ int, line string) error {
		if line == "" {
			return nil
		}
		c := strings.Split(line, "\t")
		if len(c) != 4 {
			return fmt.Errorf("%d columns instead of 4", len(c))
		}
		label, err := strconv.Atoi(c[3])
		if err != nil || label < 0 || label > 4 {
			return fmt.Errorf("label %q is none of 0 to 4", c[3])
		}
		if p, ok := unbracket(unquote(c[0]), label); ok {
			out = append(out, p)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// unquote takes the quotation marks of CSV off s: `"a ""b"" c"` is `a "b" c`.
// What is not quoted so stays as it is.
func unquote(s string) string {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return s
	}
	inner := s[1 : len(s)-1]
	if strings.Contains(strings.ReplaceAll(inner, `""`, ""), `"`) {
		return s
	}
	return strings.ReplaceAll(inner, `""`, `"`)
}

// unbracket takes the brackets off the two actors of s; false if s has not
// exactly two bracketed stretches.
func unbracket(s string, label int) (Pair, bool) {
	p := Pair{Label: label}
	var b strings.Builder
	for _, at := range []*text.Span{&p.A, &p.B} {
		before, rest, open := strings.Cut(s, "[")
		actor, after, closed := strings.Cut(rest, "]")
		if !open || !closed || actor == "" || strings.Contains(before, "]") || strings.Contains(actor, "[") {
			return p, false
		}
		b.WriteString(before)
		*at = text.Span{Start: b.Len(), End: b.Len() + len(actor)}
		b.WriteString(actor)
		s = after
	}
	if strings.ContainsAny(s, "[]") {
		return p, false
	}
	b.WriteString(s)
	p.Text = b.String()
	return p, true
}
