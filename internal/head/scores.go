// Package head computes what a trained head says of words, from the rows that
// the encoder left of them, and decodes it: labels in a row, labels of a chain
// under transitions, pairs, and trees. It knows no labels by name, only their
// numbers.
//
// Everything is the same on any kernel and any machine: products are sums of
// integers, floats are added in a fixed order and rounded after each step, and
// where two choices score the same, the one with the lower number is taken.
//
// Whatever a decoder needs to remember lies in scratch that the caller keeps:
// its zero value is ready, it grows to the longest input, and it serves one
// goroutine at a time.
package head

import (
	"fmt"

	"onrecord/internal/kernel"
)

// Scores is a matrix with a row a word and a column a label.
type Scores struct {
	Labels int       // columns
	Stride int       // from one row to the next, at least Labels
	Data   []float32 // row i begins at i*Stride
}

// NewScores returns data, rows of labels one after the other, as scores.
func NewScores(labels int, data []float32) Scores {
	if labels <= 0 || len(data)%labels != 0 {
		panic(fmt.Sprintf("head: %d scores in rows of %d", len(data), labels))
	}
	return Scores{Labels: labels, Stride: labels, Data: data}
}

// Len returns the number of rows.
func (s Scores) Len() int {
	if s.Stride == 0 {
		return 0
	}
	return len(s.Data) / s.Stride
}

// Row returns the scores of word i.
func (s Scores) Row(i int) []float32 { return s.Data[i*s.Stride:][:s.Labels:s.Labels] }

// Slice returns the rows from to to, which share memory with s.
func (s Scores) Slice(from, to int) Scores {
	s.Data = s.Data[from*s.Stride : to*s.Stride]
	return s
}

// Argmax returns the index of the largest element, of the first where several
// are. It is 0 where none is larger than another.
func Argmax(x []float32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}

// Probability returns the softmax of row at i.
func Probability(row []float32, i int) float32 {
	sum := float32(0)
	for _, v := range row {
		sum += kernel.Exp(v - row[i])
	}
	return 1 / sum
}

// floats returns n elements of *buf, which it replaces if that is too short.
func floats(buf *[]float32, n int) []float32 {
	if cap(*buf) < n {
		*buf = kernel.Aligned[float32](n)
	}
	return (*buf)[:n]
}

// rounded does the same for rows of integers.
func rounded(buf *kernel.Rows, n, width int) kernel.Rows {
	if buf.Len() < n || buf.Width != width {
		*buf = kernel.NewRows(n, width)
	}
	return buf.Slice(0, n)
}
