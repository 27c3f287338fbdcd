package engine

import (
	"sync/atomic"
	"time"

	"onrecord/internal/annotate"
	"onrecord/internal/encoder"
)

// Meter counts what engines read. All methods of a nil Meter do nothing.
type Meter struct {
	documents, tokens, pieces, work, windows atomic.Int64

	names []string
	nanos []atomic.Int64 // a stage's time, over all workers
}

// Count is what a Meter holds.
type Count struct {
	Documents, Tokens, Pieces int64
	Work                      int64 // pieces encoded, the marks around windows included
	Windows                   int64
	Stages                    []StageTime
}

// StageTime is how long a stage worked, summed over workers.
type StageTime struct {
	Name string
	Time time.Duration
}

func (m *Meter) name(p *annotate.Pipeline) {
	if m == nil {
		return
	}
	m.names = nil
	for _, s := range p.Stages() {
		m.names = append(m.names, s.Name)
	}
	m.names = append(m.names, finders...)
	m.nanos = make([]atomic.Int64, len(m.names))
}

// stage returns what is to be called behind each stage of a run of stages; the
// first of them is number first of all.
func (m *Meter) stage(first int) func(int) {
	if m == nil {
		return func(int) {}
	}
	last := time.Now()
	return func(i int) {
		now := time.Now()
		m.nanos[first+i].Add(int64(now.Sub(last)))
		last = now
	}
}

func (m *Meter) encoded(c encoder.Count) {
	if m != nil {
		m.pieces.Add(int64(c.Pieces))
		m.work.Add(int64(c.Work))
		m.windows.Add(int64(c.Windows))
	}
}

func (m *Meter) document(tokens int) {
	if m != nil {
		m.documents.Add(1)
		m.tokens.Add(int64(tokens))
	}
}

// Count returns what was counted so far.
func (m *Meter) Count() Count {
	c := Count{Documents: m.documents.Load(), Tokens: m.tokens.Load(), Pieces: m.pieces.Load(), Work: m.work.Load(), Windows: m.windows.Load()}
	for i, n := range m.names {
		c.Stages = append(c.Stages, StageTime{n, time.Duration(m.nanos[i].Load())})
	}
	return c
}
