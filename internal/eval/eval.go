// Package eval measures what the program reads against what people annotated:
// attributions, words and sentences, parts of speech, trees and names. It is
// handed the program as a function and prints figures; it neither reads files
// of results nor tunes anything.
//
// Every figure has a 95 % interval from resampling documents. A difference
// between two engines that is smaller than the interval is wide may be noise.
package eval

import (
	"fmt"
	"io"

	"onrecord/internal/annotate"
	"onrecord/internal/gold"
)

// ReadText reads a raw text as the program itself does and returns its
// passages in order. They share one document, whose text is t to the byte.
type ReadText func(t string) ([]*annotate.Layers, error)

// ReadWords reads one document whose words and sentences are given. The layers
// it returns have one token a word, in order.
type ReadWords func(sentences []gold.Sentence) (*annotate.Layers, error)

// Report is what a measurement gives: a struct that encoding/json can print,
// with this beside it.
type Report interface {
	// Write prints a line a figure, with its interval, in columns.
	Write(w io.Writer) error
	// Values returns the main value of each figure in percent: F1, or the
	// accuracy. Its keys are those of the JSON and of the lines of Write.
	Values() map[string]float64
}

// Score is precision, recall and F1 in percent, to the hundredth.
type Score struct {
	P    float64 `json:"p"`
	R    float64 `json:"r"`
	F1   float64 `json:"f1"`
	Low  float64 `json:"low"` // of the 95 % interval of F1
	High float64 `json:"high"`
	Gold int     `json:"gold"` // how many there are
	Pred int     `json:"pred"` // how many were found, rightly or not
}

// Accuracy is the share that is right in percent, to the hundredth.
type Accuracy struct {
	Value float64 `json:"accuracy"`
	Low   float64 `json:"low"` // of the 95 % interval
	High  float64 `json:"high"`
	Right int     `json:"right"`
	Total int     `json:"total"`
}

func (s Score) value() float64    { return s.F1 }
func (a Accuracy) value() float64 { return a.Value }

func (s Score) String() string {
	return fmt.Sprintf("P %6.2f  R %6.2f  F1 %6.2f  [%6.2f, %6.2f]   gold %d pred %d", s.P, s.R, s.F1, s.Low, s.High, s.Gold, s.Pred)
}

func (a Accuracy) String() string {
	return fmt.Sprintf("%6.2f  [%6.2f, %6.2f]   right %d of %d", a.Value, a.Low, a.High, a.Right, a.Total)
}

// row is one named figure of a report.
type row struct {
	name   string
	figure interface {
		fmt.Stringer
		value() float64
	}
}

// writeRows prints head and then rows, their names in one column.
func writeRows(w io.Writer, head string, rows []row) error {
	width := 0
	for _, r := range rows {
		width = max(width, len(r.name))
	}
	if _, err := fmt.Fprintf(w, "%s (95 %% intervals: %d resamplings of the documents)\n", head, draws); err != nil {
		return err
	}
	for _, r := range rows {
		if _, err := fmt.Fprintf(w, "%-*s  %v\n", width, r.name, r.figure); err != nil {
			return err
		}
	}
	return nil
}

func values(rows []row) map[string]float64 {
	out := make(map[string]float64, len(rows))
	for _, r := range rows {
		out[r.name] = r.figure.value()
	}
	return out
}
