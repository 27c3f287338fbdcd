// Package engine holds the one list of stages, runs it over documents, and
// makes entries of the record out of what the stages found. It opens no file
// and keeps nothing.
package engine

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/attribution"
	"onrecord/internal/annotate/block"
	"onrecord/internal/annotate/encode"
	"onrecord/internal/annotate/entity"
	"onrecord/internal/annotate/quote"
	"onrecord/internal/annotate/segment"
	"onrecord/internal/annotate/syntax"
	"onrecord/internal/document"
	"onrecord/internal/kernel"
	"onrecord/internal/model/en"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// Engine reads documents. It may be used by several goroutines at a time.
type Engine struct {
	kernel   *kernel.Kernel
	digest   string             // of the weights
	document *annotate.Pipeline // run over a whole document
	passage  *annotate.Pipeline // run over each of its passages
	version  string
	meter    *Meter
}

// New returns an engine on the embedded model of English and kernel k. meter,
// if not nil, counts what is read.
func New(k *kernel.Kernel, meter *Meter) (*Engine, error) {
	m, err := en.Load(k)
	if err != nil {
		return nil, err
	}
	p, err := stages(k, m, meter)
	if err != nil {
		return nil, err
	}
	e := &Engine{kernel: k, digest: m.Encoder.Digest(), version: version(p), meter: meter}
	e.document, e.passage = p.Split("quote")
	meter.name(p)
	return e, nil
}

// stages is the list of all stages in their order.
func stages(k *kernel.Kernel, m *en.Model, meter *Meter) (*annotate.Pipeline, error) {
	syn, err := syntax.Stage(k, m.Heads)
	if err != nil {
		return nil, err
	}
	ent, err := entity.Stage(k, m.Heads)
	if err != nil {
		return nil, err
	}
	att, err := attribution.Stage(k, m.Heads)
	if err != nil {
		return nil, err
	}
	return annotate.NewPipeline(
		block.Stage(),
		segment.Stage(),
		quote.Stage(),
		encode.Stage(m.Encoder, meter.encoded),
		syn,
		ent,
		att,
	)
}

// version names the language and the digest of every stage's version.
func version(p *annotate.Pipeline) string {
	sum := sha256.Sum256([]byte(p.Version()))
	return "en-1+" + hex.EncodeToString(sum[:4])
}

// Version names the engine: it changes whenever any stage would answer
// differently.
func (e *Engine) Version() string { return e.version }

// Weights names the weights of the encoder.
func (e *Engine) Weights() string { return e.digest }

// Kernel names the kernel in use.
func (e *Engine) Kernel() string { return e.kernel.Name() }

// Reading is what the engine found in one document.
type Reading struct {
	Document   *document.Document
	Engine     string
	Blocks     []annotate.Block
	Facts      annotate.Facts
	Passages   []*annotate.Layers // in order, without rows
	Statements []record.Statement // in the order of their cues
}

// Read reads one document. One that has a problem of code "language" is cut
// into blocks and words alone: its statements would be guesses.
func (e *Engine) Read(d *document.Document) (*Reading, error) {
	whole := &annotate.Layers{Document: d}
	if err := e.document.Apply(whole, e.meter.stage(0)); err != nil {
		return nil, fmt.Errorf("read %s: %w", cmp.Or(d.Origin, d.ID), err)
	}
	r := &Reading{Document: d, Engine: e.version, Blocks: whole.Blocks, Facts: whole.Facts}
	foreign := d.Has("language")
	for _, p := range passages(whole) {
		if !foreign {
			if err := e.passage.Apply(p, e.meter.stage(len(e.document.Stages()))); err != nil {
				return nil, fmt.Errorf("read %s: %w", cmp.Or(d.Origin, d.ID), err)
			}
		}
		r.Passages = append(r.Passages, p)
		r.Statements = append(r.Statements, statements(p)...)
	}
	identify(d.ID, r.Statements)
	e.meter.document(len(whole.Tokens))
	return r, nil
}

// Annotate runs the stages that judge words over a passage whose words and
// sentences are given.
func (e *Engine) Annotate(l *annotate.Layers) error { return e.passage.Apply(l, nil) }

// identify gives each statement its id: by its cue, else its content's start.
func identify(doc string, statements []record.Statement) {
	order := map[text.Span]int{}
	for i := range statements {
		s := &statements[i]
		anchor := text.Span{}
		if len(s.Cue) > 0 {
			anchor = s.Cue[0].Cover(s.Cue[len(s.Cue)-1])
		} else if len(s.Content) > 0 {
			anchor = text.Span{Start: s.Content[0].Start, End: s.Content[0].Start}
		}
		s.ID = record.StatementID(record.EntryID(doc, record.KindStatement, anchor, order[anchor]))
		order[anchor]++
	}
}
