package annotate

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Layer names one field of Layers.
type Layer string

// The layers, in the order in which they are usually made.
const (
	LayerBlocks       Layer = "blocks"
	LayerTokens       Layer = "tokens"
	LayerSentences    Layer = "sentences"
	LayerQuotes       Layer = "quotes"
	LayerRows         Layer = "rows"
	LayerTags         Layer = "tags"
	LayerLemmas       Layer = "lemmas"
	LayerTree         Layer = "tree"
	LayerEntities     Layer = "entities"
	LayerAttributions Layer = "attributions"
	LayerTimexes      Layer = "timexes"
	LayerAmounts      Layer = "amounts"
	LayerNumbers      Layer = "numbers"
	LayerMentions     Layer = "mentions"
	LayerAttitudes    Layer = "attitudes"
)

// Stage makes some layers out of others. Apply is pure: the same layers in,
// the same layers out, on any machine; it may be called at the same time for
// different Layers.
type Stage struct {
	Name    string
	Version string // changes whenever the stage would answer differently
	Needs   []Layer
	Gives   []Layer
	Apply   func(*Layers) error
}

// ErrUnmet is wrapped by the error of a pipeline whose stages do not fit.
var ErrUnmet = errors.New("unmet need")

// Pipeline is a list of stages that runs in order.
type Pipeline struct {
	stages []Stage
	free   []bool // free the rows after this stage
}

// NewPipeline checks that each stage's needs are given by an earlier one and
// that no layer is made twice, before anything runs.
func NewPipeline(stages ...Stage) (*Pipeline, error) {
	given := map[Layer]string{}
	p := &Pipeline{stages: stages, free: make([]bool, len(stages))}
	last := -1
	for i, s := range stages {
		for _, n := range s.Needs {
			if given[n] == "" {
				return nil, fmt.Errorf("stage %s needs %s, which no earlier stage gives: %w", s.Name, n, ErrUnmet)
			}
		}
		for _, g := range s.Gives {
			if by := given[g]; by != "" {
				return nil, fmt.Errorf("stage %s gives %s, which stage %s gives already: %w", s.Name, g, by, ErrUnmet)
			}
			given[g] = s.Name
		}
		if slices.Contains(s.Needs, LayerRows) || slices.Contains(s.Gives, LayerRows) {
			last = i
		}
	}
	if last >= 0 {
		p.free[last] = true
	}
	return p, nil
}

// Stages returns the stages in their order.
func (p *Pipeline) Stages() []Stage { return p.stages }

// Split parts p before the stage called name. The two run one after the other
// what p runs.
func (p *Pipeline) Split(name string) (before, from *Pipeline) {
	i := slices.IndexFunc(p.stages, func(s Stage) bool { return s.Name == name })
	if i < 0 {
		panic("annotate: no stage is called " + name)
	}
	return &Pipeline{p.stages[:i], p.free[:i]}, &Pipeline{p.stages[i:], p.free[i:]}
}

// Apply runs every stage over l. after, if not nil, is called behind each stage
// with its index, for those who count or time.
func (p *Pipeline) Apply(l *Layers, after func(stage int)) error {
	for i, s := range p.stages {
		if err := s.Apply(l); err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
		if after != nil {
			after(i)
		}
		if p.free[i] {
			l.Rows = Rows{}
		}
	}
	return nil
}

// Version names every stage with its version, in order.
func (p *Pipeline) Version() string {
	names := make([]string, len(p.stages))
	for i, s := range p.stages {
		names[i] = s.Name + "@" + s.Version
	}
	return strings.Join(names, " ")
}
