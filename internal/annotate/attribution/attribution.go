package attribution

import (
	"fmt"
	"sync"

	"onrecord/internal/annotate"
	"onrecord/internal/encoder"
	"onrecord/internal/head"
	"onrecord/internal/kernel"
	"onrecord/internal/lexicon"
	"onrecord/internal/weights"
)

// Options are what a user may set.
type Options struct {
	// Bias is taken off the score of words outside cues: above 0 more is found
	// and less of it is right.
	Bias float32
}

// Stage gives attributions, found with the heads in w.
func Stage(k *kernel.Kernel, w *weights.File) (annotate.Stage, error) { return Options{}.Stage(k, w) }

// Stage gives attributions, found with the heads in w.
func (o Options) Stage(k *kernel.Kernel, w *weights.File) (annotate.Stage, error) {
	r, err := load(k, w, o)
	if err != nil {
		return annotate.Stage{}, fmt.Errorf("load attribution: %w", err)
	}
	return annotate.Stage{
		Name: "attribution", Version: version(w, o),
		Needs: []annotate.Layer{
			annotate.LayerBlocks, annotate.LayerTokens, annotate.LayerSentences, annotate.LayerQuotes,
			annotate.LayerRows, annotate.LayerTags, annotate.LayerLemmas, annotate.LayerTree,
		},
		Gives: []annotate.Layer{annotate.LayerAttributions},
		Apply: r.apply,
	}, nil
}

// version covers the rules here, the weights and the tables.
func version(w *weights.File, o Options) string {
	return annotate.Version(7, w.Digest(), fmt.Sprint(o.Bias), lexicon.Acts().Text, lexicon.Readings().Text, lexicon.Modals().Text)
}

// reader holds the weights of the heads and the tables. It may be used by
// several goroutines at a time.
type reader struct {
	cue     *head.Linear
	bias    float32
	pair    *pairHead
	chain   *head.Chain
	rules   *rules
	scratch sync.Pool // of *scratch
}

// scratch is what one passage needs; it grows to the longest and is used again.
type scratch struct {
	ws     kernel.Workspace
	barred []bool

	scores head.Scores
	bio    head.BIO
	spans  []head.Span
	cues   []cue

	pairs     pairs
	lattice   head.Lattice
	class     []uint8 // of the words in reach of one cue, and so are the next two
	forbidden []uint8
	labels    []uint8
	found     []found
	words     []int // of all that was found

	rules ruleScratch
}

func load(k *kernel.Kernel, w *weights.File, o Options) (*reader, error) {
	r := &reader{bias: o.Bias, rules: newRules()}
	r.scratch.New = func() any { return new(scratch) }
	var err error
	if r.cue, err = head.LoadLinear(k, w, "cue", encoder.Width, cueLabels); err != nil {
		return nil, err
	}
	if r.pair, err = loadPair(k, w); err != nil {
		return nil, err
	}
	if r.chain, err = head.LoadChain(w, "pair", int(Borders), roles); err != nil {
		return nil, err
	}
	return r, nil
}

func (r *reader) apply(l *annotate.Layers) error {
	if l.Rows.Width != encoder.Width {
		return fmt.Errorf("rows of %d numbers, want %d", l.Rows.Width, encoder.Width)
	}
	s := r.scratch.Get().(*scratch)
	defer r.scratch.Put(s)
	s.barred = barred(s.barred, l)
	r.cues(s, l)
	if len(s.cues) == 0 {
		return nil
	}
	c := ContextOf(l)
	r.read(s, l, &c)
	l.Attributions = s.attributions()
	carryOn(l, s.barred)
	r.rules.apply(&s.rules, l)
	return nil
}
