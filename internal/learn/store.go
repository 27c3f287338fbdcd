package learn

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"

	"onrecord/internal/learn/sense"
)

// format is the version of the file; a file of another is refused.
const format = "onrecord-learned-1"

// maxFile is the largest file that is read.
const maxFile = 1 << 30

// header is the first line of the file, JSON. Behind it lie the numbers, float32
// with the least byte first: for issues, then for stances, the weights of the
// terms, and of each class its plane: terms, sense, bias.
type header struct {
	Format    string  `json:"format"`
	Sense     string  `json:"sense"`
	Width     int     `json:"width"`
	Trained   int     `json:"trained"`
	Counts    []int   `json:"counts"`
	Threshold float32 `json:"threshold"`
	Precision float32 `json:"precision"`
	Issues    listing `json:"issues"`
	Stances   listing `json:"stances"`
}

// listing are the names of a classifier.
type listing struct {
	Classes []string `json:"classes"`
	Terms   []string `json:"terms"`
	Pairs   bool     `json:"pairs"`
	Sharp   float32  `json:"sharp"`
}

func (c *classifier) listing() listing {
	l := listing{Classes: c.classes, Sharp: c.sharp}
	if c.terms != nil {
		l.Terms, l.Pairs = c.terms.terms, c.terms.pairs
	}
	return l
}

// Write writes the file of m: the same model, the same bytes.
func (m *Model) Write(w io.Writer) error {
	h := header{
		Format: format, Sense: m.Digest, Trained: m.Trained, Counts: m.Counts, Threshold: m.Threshold, Precision: m.Precision,
		Issues: m.issues.listing(), Stances: m.stances.listing(),
	}
	if len(m.issues.planes) > 0 {
		h.Width = len(m.issues.planes[0].sense)
	}
	head, err := json.Marshal(h)
	if err != nil {
		return err
	}
	out := append(head, '\n')
	for _, c := range []*classifier{&m.issues, &m.stances} {
		if c.terms == nil {
			continue
		}
		out = appendFloats(out, c.terms.idf)
		for _, l := range c.planes {
			out = appendFloats(appendFloats(appendFloats(out, l.words), l.sense), []float32{l.bias})
		}
	}
	_, err = w.Write(out)
	return err
}

func appendFloats(out []byte, v []float32) []byte {
	for _, x := range v {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x))
	}
	return out
}

// Open reads the file called name. It refuses a model that was trained on
// another table of sense than t: the numbers would mean nothing.
func Open(name string, r io.Reader, t *sense.Table) (*Model, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	line, rest, ok := bytes.Cut(data, []byte("\n"))
	var h header
	if !ok || json.Unmarshal(line, &h) != nil || h.Format != format {
		return nil, fmt.Errorf("%s: %w: it is no model of the format %s; make it again with onrecord learn", name, ErrInvalid, format)
	}
	if h.Sense != t.Digest() || h.Width != t.Width() {
		return nil, fmt.Errorf("%s: %w: the model was learned with another table of sense (%.8s…, not %.8s…); make it again with onrecord learn", name, ErrInvalid, h.Sense, t.Digest())
	}
	in := &numbers{data: rest}
	m := &Model{Digest: h.Sense, Trained: h.Trained, Counts: h.Counts, Threshold: h.Threshold, Precision: h.Precision}
	m.issues, m.stances = in.classifier(h.Issues, h.Width), in.classifier(h.Stances, h.Width)
	if in.wrong || len(in.data) > 0 || len(h.Issues.Classes) == 0 || len(h.Counts) != len(h.Issues.Classes) {
		return nil, fmt.Errorf("%s: %w: the numbers do not fit the header; the file was cut or changed", name, ErrInvalid)
	}
	return m, nil
}

// numbers are read from the front.
type numbers struct {
	data  []byte
	wrong bool
}

func (n *numbers) take(count int) []float32 {
	if n.wrong || count > len(n.data)/4 {
		n.wrong = true
		return nil
	}
	out := make([]float32, count)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(n.data[4*i:]))
		if out[i] != out[i] || out[i] > 1e15 || out[i] < -1e15 {
			n.wrong = true
		}
	}
	n.data = n.data[4*count:]
	return out
}

func (n *numbers) classifier(l listing, width int) classifier {
	if len(l.Classes) == 0 {
		return classifier{}
	}
	v := &vocabulary{terms: l.Terms, idf: n.take(len(l.Terms)), pairs: l.Pairs}
	v.index()
	c := classifier{classes: l.Classes, terms: v, sharp: l.Sharp}
	for range l.Classes {
		p := &plane{words: n.take(len(l.Terms)), sense: n.take(width)}
		if b := n.take(1); len(b) == 1 {
			p.bias = b[0]
		}
		c.planes = append(c.planes, p)
	}
	return c
}
