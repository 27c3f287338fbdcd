package gold

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"onrecord/internal/text"
)

// Ambiguous is a passage with a pronoun and two names of its gender, as GAP has
// them (Webster et al., TACL 2018). Spans are bytes of Text.
type Ambiguous struct {
	Name     string
	Text     string
	Pronoun  text.Span
	Feminine bool
	Names    [2]text.Span
	Means    [2]bool // whether the pronoun means each of the names
}

// gapColumns are id, text, pronoun, its offset, name A, its offset, whether the
// pronoun means it, the same of B, and the address.
const gapColumns = 11

// ReadGAP reads the file at path as GAP's tab-separated columns. Its offsets
// count code points.
func ReadGAP(path string) ([]Ambiguous, error) { return open(path, readGAP) }

func readGAP(name string, r io.Reader) ([]Ambiguous, error) {
	var out []Ambiguous
	err := lines(name, r, func(n int, line string) error {
		c := strings.Split(line, "\t")
		if len(c) != gapColumns {
			return fmt.Errorf("%d columns instead of %d", len(c), gapColumns)
		}
		if n == 1 && c[0] == "ID" {
			return nil
		}
		a := Ambiguous{Name: c[0], Text: c[1]}
		switch strings.ToLower(c[2]) {
		case "she", "her", "hers":
			a.Feminine = true
		case "he", "him", "his":
		default:
			return fmt.Errorf("%q is no pronoun of GAP", c[2])
		}
		x := text.NewIndex(a.Text)
		for _, part := range []struct {
			to   *text.Span
			word int // column; the next one is the offset
		}{{&a.Pronoun, 2}, {&a.Names[0], 4}, {&a.Names[1], 7}} {
			at, err := strconv.Atoi(c[part.word+1])
			if err != nil || at < 0 || at > len(a.Text) {
				return fmt.Errorf("offset %q of %q", c[part.word+1], c[part.word])
			}
			start := x.Byte(at)
			*part.to = text.Span{Start: start, End: start + len(c[part.word])}
			if c[part.word] == "" || !strings.HasPrefix(a.Text[start:], c[part.word]) {
				return fmt.Errorf("%q is not at %d of the text", c[part.word], at)
			}
		}
		for k, column := range [2]int{6, 9} {
			switch strings.ToUpper(c[column]) {
			case "TRUE":
				a.Means[k] = true
			case "FALSE":
			default:
				return fmt.Errorf("%q is neither TRUE nor FALSE", c[column])
			}
		}
		out = append(out, a)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
