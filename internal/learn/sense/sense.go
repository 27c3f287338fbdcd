// Package sense turns words into a vector that says what they are about: texts
// on one subject have vectors that point the same way, whichever words they
// choose. It is a table of one row a word piece, learned so that the mean of a
// sentence's rows points where a sentence encoder's vector points (distill.py
// tells how). Order and negation are lost on it: it knows the subject and never
// the side.
package sense

import (
	"bytes"
	_ "embed" // for the table
	"fmt"
	"strings"
	"sync"
	"unicode"

	"onrecord/internal/encoder"
	"onrecord/internal/model/en"
	"onrecord/internal/weights"
)

//go:embed sense.safetensors
var embedded []byte

// Table holds the rows. It may be used by several goroutines at a time.
type Table struct {
	vocabulary *encoder.Vocabulary
	rows       []int8
	scales     []float32
	width      int
	digest     string
}

// Load returns the embedded table.
var Load = sync.OnceValues(func() (*Table, error) {
	f, err := weights.Open(embedded)
	if err != nil {
		return nil, fmt.Errorf("load the table of sense: %w", err)
	}
	v, err := encoder.ReadVocabulary(bytes.NewReader(en.Vocabulary()))
	if err != nil {
		return nil, fmt.Errorf("load the table of sense: %w", err)
	}
	shape := f.Shape("sense.weight")
	if len(shape) != 2 {
		return nil, fmt.Errorf("load the table of sense: %w: it has the shape %v", weights.ErrInvalid, shape)
	}
	t := &Table{vocabulary: v, width: shape[1], digest: f.Digest()}
	if t.rows, err = f.Bytes("sense.weight", v.Size(), t.width); err != nil {
		return nil, fmt.Errorf("load the table of sense: %w", err)
	}
	if t.scales, err = f.Floats("sense.scale", v.Size()); err != nil {
		return nil, fmt.Errorf("load the table of sense: %w", err)
	}
	return t, nil
})

// Width is the length of a vector.
func (t *Table) Width() int { return t.width }

// Digest names the table: vectors of different tables cannot be compared.
func (t *Table) Digest() string { return t.digest }

// Vector returns the mean of the rows of all pieces of text, of length 1; zeros
// if text has no words. Sums run in the order of the words.
func (t *Table) Vector(text string) []float32 {
	sum := make([]float32, t.width)
	var ids []int32
	var scratch []byte
	for _, w := range Words(text) {
		ids = t.vocabulary.Append(ids[:0], w, &scratch)
		for _, id := range ids {
			scale := t.scales[id]
			for j, q := range t.rows[int(id)*t.width:][:t.width] {
				sum[j] += float32(float32(q) * scale)
			}
		}
	}
	Unit(sum)
	return sum
}

// Words cuts text into runs of letters and digits, and single signs.
func Words(text string) []string {
	var out []string
	start := -1
	for i, r := range text {
		word := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		switch {
		case word && start < 0:
			start = i
		case !word && start >= 0:
			out, start = append(out, text[start:i]), -1
		}
		if !word && !unicode.IsSpace(r) && r != unicode.ReplacementChar {
			out = append(out, string(r))
		}
	}
	if start >= 0 {
		out = append(out, text[start:])
	}
	return out
}

// Lower returns the words of text that have a letter or digit, in lower case.
func Lower(text string) []string {
	var out []string
	for _, w := range Words(strings.ToLower(text)) {
		if r := []rune(w); unicode.IsLetter(r[0]) || unicode.IsDigit(r[0]) {
			out = append(out, w)
		}
	}
	return out
}
