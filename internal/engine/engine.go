// Package engine holds the one list of stages, runs it over documents, and
// makes entries of the record out of what the stages found. It opens no file
// and keeps nothing.
package engine

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"onrecord/internal/action"
	"onrecord/internal/annotate"
	"onrecord/internal/annotate/amount"
	"onrecord/internal/annotate/attitude"
	"onrecord/internal/annotate/attribution"
	"onrecord/internal/annotate/block"
	"onrecord/internal/annotate/coref"
	"onrecord/internal/annotate/encode"
	"onrecord/internal/annotate/entity"
	"onrecord/internal/annotate/quote"
	"onrecord/internal/annotate/segment"
	"onrecord/internal/annotate/syntax"
	"onrecord/internal/annotate/timex"
	"onrecord/internal/codebook"
	"onrecord/internal/document"
	"onrecord/internal/kernel"
	"onrecord/internal/link"
	"onrecord/internal/model/en"
	"onrecord/internal/pledge"
	"onrecord/internal/position"
	"onrecord/internal/record"
	"onrecord/internal/register"
	"onrecord/internal/text"
)

// Engine reads documents. It may be used by several goroutines at a time.
type Engine struct {
	kernel   *kernel.Kernel
	digest   string             // of the weights
	document *annotate.Pipeline // run over a whole document
	passage  *annotate.Pipeline // run over each of its passages
	register *register.Register
	codebook *codebook.Codebook
	version  string
	meter    *Meter
}

// Sources are what an engine reads by besides its weights; what is nil is the
// embedded one.
type Sources struct {
	Register *register.Register
	Codebook *codebook.Codebook
}

// New returns an engine on the embedded model of English, kernel k and some
// sources. meter, if not nil, counts what is read.
func New(k *kernel.Kernel, src Sources, meter *Meter) (*Engine, error) {
	m, err := en.Load(k)
	if err != nil {
		return nil, err
	}
	p, err := stages(k, m, meter)
	if err != nil {
		return nil, err
	}
	if src.Register == nil {
		if src.Register, err = register.Load(); err != nil {
			return nil, err
		}
	}
	if src.Codebook == nil {
		if src.Codebook, err = codebook.Default(); err != nil {
			return nil, err
		}
	}
	e := &Engine{kernel: k, digest: m.Encoder.Digest(), register: src.Register, codebook: src.Codebook, version: version(p, src), meter: meter}
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
	cor, err := coref.Stage(k, m.Heads)
	if err != nil {
		return nil, err
	}
	opinion, err := attitude.Stage(k, m.Heads)
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
		cor,
		opinion,
		timex.Stage(),
		amount.Stage(),
	)
}

// version names the language and the digest of the versions of all stages, of
// what makes entries out of them, and of the register. The codebook is no part
// of it: it is named beside.
func version(p *annotate.Pipeline, src Sources) string {
	all := fmt.Sprintf("%s link@%s pledge@%s action@%s position@%s register@%s", p.Version(), link.Version(), pledge.Version(), action.Version(),
		position.Version(), src.Register.Digest())
	sum := sha256.Sum256([]byte(all))
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
	Actors     []record.Actor     // in the order of their first mention
	Statements []record.Statement // in the order of their cues
	Pledges    []record.Pledge    // in the order of their anchors
	Actions    []record.Action    // in the order of their predicates
	Positions  []record.Position  // in the order of what they are of
	Codebook   string             // that names their issues: "conflict-diplomacy@1"; "" if none was read by
	Problems   []document.Problem // that reading found; those of Document are others
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
	identify(d.ID, record.KindStatement, r.Statements, (*record.Statement).Anchor, func(s *record.Statement, id string) { s.ID = record.StatementID(id) })
	if !foreign {
		e.complete(r)
		r.Problems = problems(r)
	}
	e.meter.document(len(whole.Tokens))
	return r, nil
}

// Known returns what is known of a document's publication: what its source
// says, else what its text tells, else, of the date alone, what the user
// assumed. Empty strings are unknown.
func Known(r *Reading) annotate.Facts {
	d, f := r.Document, r.Facts
	return annotate.Facts{
		Title:     cmp.Or(d.Title, f.Title),
		Outlet:    cmp.Or(d.Outlet, f.Outlet),
		Author:    cmp.Or(d.Author, f.Author),
		Place:     f.Place,
		WireID:    cmp.Or(d.WireID, f.WireID),
		Published: annotate.PublishedOn(d, f),
	}
}

// Opinion scores what one of two stretches of a text thinks of the other, in all
// of the text's words (at most MaxPassage).
func (e *Engine) Opinion(t string, a, b text.Span) ([annotate.Attitudes]float32, error) {
	l := &annotate.Layers{Document: &document.Document{Text: t}}
	if err := e.document.Apply(l, nil); err != nil {
		return [annotate.Attitudes]float32{}, err
	}
	p := annotate.Pair{A: l.Within(a), B: l.Within(b), End: min(len(l.Tokens), MaxPassage)}
	if p.A[0] == p.A[1] || p.B[0] == p.B[1] || max(p.A[1], p.B[1]) > p.End {
		return p.Scores, nil
	}
	l.Pairs = []annotate.Pair{p}
	err := e.passage.Apply(l, nil)
	return l.Pairs[0].Scores, err
}

// Annotate runs the stages that judge words over a passage whose words and
// sentences are given.
func (e *Engine) Annotate(l *annotate.Layers) error { return e.passage.Apply(l, nil) }
