// Package prepare turns annotated texts into examples to train on: word
// pieces, what the encoder and the heads are told of each word, and labels by
// number. The training program cuts windows and never sees a text.
package prepare

import (
	"onrecord/internal/annotate"
	"onrecord/internal/annotate/attribution"
	"onrecord/internal/annotate/encode"
	"onrecord/internal/annotate/quote"
	"onrecord/internal/encoder"
)

// Unknown is the label of a word that nobody labeled.
const Unknown = -100

// Example is one document. Slices have one element a word unless they say
// otherwise; each set fills the labels that it has.
type Example struct {
	Name   string  `json:"name"`
	Pieces []int32 `json:"pieces"` // of all words in a row
	Lens   []int   `json:"lens"`   // pieces of each word
	Shape  []int   `json:"shape"`
	Quote  []int   `json:"quote"`
	Para   []int32 `json:"para"`
	Sent   []int32 `json:"sent"`
	QSeg   []int32 `json:"qseg"`
	Border []int   `json:"border"`

	Relations []Relation `json:"relations,omitempty"`
	Names     []int      `json:"names,omitempty"`
	UPOS      []int      `json:"upos,omitempty"`
	Heads     []int      `json:"heads,omitempty"`
	Labels    []int      `json:"labels,omitempty"`
	Anaphors  []Anaphor  `json:"anaphors,omitempty"`
	Pairs     []Pair     `json:"pairs,omitempty"`
}

// Relation is one attribution, in words.
type Relation struct {
	Cue     []int `json:"cue"`
	Source  []int `json:"source"`
	Content []int `json:"content"`
}

// Pair is two actors, each [first, end), and what one holds of the other.
type Pair struct {
	A     [2]int `json:"a"`
	B     [2]int `json:"b"`
	Label int    `json:"label"`
}

// example fills in what does not depend on labels. l has tokens and sentences.
func example(name string, l *annotate.Layers, v *encoder.Vocabulary) (Example, error) {
	if err := quote.Stage().Apply(l); err != nil {
		return Example{}, err
	}
	n := len(l.Tokens)
	e := Example{Name: name, Lens: make([]int, n), Shape: make([]int, n), Quote: make([]int, n), Border: make([]int, n)}
	var scratch []byte
	for i, f := range encode.Features(l) {
		before := len(e.Pieces)
		e.Pieces = v.Append(e.Pieces, l.Word(i), &scratch)
		e.Lens[i] = len(e.Pieces) - before
		e.Shape[i], e.Quote[i] = int(f.Shape), int(f.Quote)
	}
	c := attribution.ContextOf(l)
	e.Para, e.Sent, e.QSeg = c.Paragraph, c.Sentence, c.Quote
	for i, b := range c.Border {
		e.Border[i] = int(b)
	}
	return e, nil
}
