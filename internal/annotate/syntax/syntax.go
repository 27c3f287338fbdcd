// Package syntax finds the part of speech of every word, its lemma, and the
// tree of each sentence, all as Universal Dependencies has them. It judges the
// rows that the encoder left and encodes nothing itself.
package syntax

import (
	"fmt"
	"slices"
	"sync"

	"onrecord/internal/annotate"
	"onrecord/internal/encoder"
	"onrecord/internal/head"
	"onrecord/internal/kernel"
	"onrecord/internal/lexicon"
	"onrecord/internal/weights"
)

// The widths of the projections of words, as training has them.
const (
	arcWidth   = 128
	labelWidth = 48
)

// rootRelation is the relation of the root of a sentence, and of nothing else.
const rootRelation = "root"

// model is the heads with what they remember while they read.
type model struct {
	tags      *head.Linear
	arcs      *head.Biaffine
	labels    *head.Biaffine
	root      kernel.Rows // the root as the head of an arc
	relations []string    // name of each label
	rootLabel int

	scratch sync.Pool // of *scratch
}

// Stage gives tags, lemmas and trees, by the heads in f on kernel k. It refuses
// weights whose parts of speech are not ours.
func Stage(k *kernel.Kernel, f *weights.File) (annotate.Stage, error) {
	m, err := load(k, f)
	if err != nil {
		return annotate.Stage{}, fmt.Errorf("syntax: %w", err)
	}
	return annotate.Stage{
		Name: "syntax", Version: annotate.Version(1, f.Digest(), lexicon.LemmaTables()),
		Needs: []annotate.Layer{annotate.LayerTokens, annotate.LayerSentences, annotate.LayerRows},
		Gives: []annotate.Layer{annotate.LayerTags, annotate.LayerLemmas, annotate.LayerTree},
		Apply: m.apply,
	}, nil
}

func load(k *kernel.Kernel, f *weights.File) (*model, error) {
	tags, err := f.Strings("upos")
	if err != nil {
		return nil, err
	}
	if !slices.Equal(tags, annotate.UPOSNames[:]) {
		return nil, fmt.Errorf("%w: its parts of speech are %v instead of %v", weights.ErrInvalid, tags, annotate.UPOSNames)
	}
	m := &model{}
	m.scratch.New = func() any { return new(scratch) }
	if m.relations, err = f.Strings("relations"); err != nil {
		return nil, err
	}
	m.rootLabel = slices.Index(m.relations, rootRelation)
	if m.rootLabel < 0 || len(m.relations) < 2 {
		return nil, fmt.Errorf("%w: its relations are %v; there must be %s and others", weights.ErrInvalid, m.relations, rootRelation)
	}
	if m.tags, err = head.LoadLinear(k, f, "upos", encoder.Width, len(tags)); err != nil {
		return nil, err
	}
	if m.arcs, err = head.LoadBiaffine(k, f, head.BiaffineShape{
		First: "arc.dependent", Second: "arc.head", Weight: "arc.weight",
		Width: encoder.Width, Inner: arcWidth, Labels: 1,
	}); err != nil {
		return nil, err
	}
	if m.labels, err = head.LoadBiaffine(k, f, head.BiaffineShape{
		First: "label.dependent", Second: "label.head", Weight: "label.weight",
		Width: encoder.Width, Inner: labelWidth, Labels: len(m.relations),
	}); err != nil {
		return nil, err
	}
	root, err := f.Floats("root", encoder.Width)
	if err != nil {
		return nil, err
	}
	m.root = m.arcs.Constant(root)
	return m, nil
}

// apply fills the layers of one passage.
func (m *model) apply(l *annotate.Layers) error {
	n := len(l.Tokens)
	l.Tags, l.Lemmas = make([]annotate.UPOS, n), make([]string, n)
	l.Heads, l.Relations = make([]int32, n), make([]string, n)
	s := m.scratch.Get().(*scratch)
	defer m.scratch.Put(s)
	m.parse(s, l)
	for i, tag := range l.Tags {
		l.Lemmas[i] = lexicon.Lemma(l.Word(i), lexicon.POS(tag.String()))
	}
	return nil
}
