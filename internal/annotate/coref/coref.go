// Package coref finds the words that refer to somebody or something, and which
// of them mean the same.
//
// A mention is a name with the title before it ("NATO Secretary General Jens
// Stoltenberg"), a noun phrase ("a senior US official") or a pronoun. It is the
// longest noun phrase without relative clauses, appositions and what "and"
// joins to it, so one may hold another ("NATO"). Given are names, noun phrases
// whose noun can mean a public actor, pronouns, and noun phrases that one of
// these refers to.
//
// Names are joined by their words, noun phrases by apposition, copula and
// repetition, relative pronouns by the tree, "I" and "we" in a quotation with
// its source. He, she, it and they are joined with the chain that the head in
// the weights holds most probable, among those that number, gender and place in
// the sentence allow. Who it is in the world, package link tells.
package coref

import (
	"sync"

	"onrecord/internal/annotate"
	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

// Stage gives mentions, with the head in w on kernel k.
func Stage(k *kernel.Kernel, w *weights.File) (annotate.Stage, error) {
	m, err := load(k, w)
	if err != nil {
		return annotate.Stage{}, err
	}
	scratch := sync.Pool{New: func() any { return &judge{model: m} }}
	return annotate.Stage{
		Name: "coref", Version: annotate.Version(4, w.Digest(), nounText, givenText, titleText),
		Needs: []annotate.Layer{
			annotate.LayerTokens, annotate.LayerSentences, annotate.LayerQuotes, annotate.LayerRows, annotate.LayerTags, annotate.LayerLemmas,
			annotate.LayerTree, annotate.LayerEntities, annotate.LayerAttributions,
		},
		Gives: []annotate.Layer{annotate.LayerMentions},
		Apply: func(l *annotate.Layers) error {
			j := scratch.Get().(*judge)
			defer scratch.Put(j)
			l.Mentions = apply(l, j)
			return nil
		},
	}, nil
}

// apply reads one passage.
func apply(l *annotate.Layers, s scorer) []annotate.Mention {
	if len(l.Heads) != len(l.Tokens) {
		return nil
	}
	tree := annotate.NewTree(l)
	f := finder{Tree: tree, words: tables(), quotes: quotesOf(l), owner: make([]int32, len(l.Tokens))}
	r := resolver{tree: tree, tables: f.words, mentions: f.find(), score: s}
	r.pairs.quotes = f.quotes
	s.begin(&r)
	r.resolve()
	return r.result()
}

// quotesOf returns the number of the outermost quotation around each word, -1
// if none.
func quotesOf(l *annotate.Layers) []int32 {
	out := make([]int32, len(l.Tokens))
	for i := range out {
		out[i] = -1
	}
	i := 0
	for n, q := range l.Quotes {
		if q.Depth > 0 {
			continue
		}
		for i < len(l.Tokens) && l.Tokens[i].Start < q.Start {
			i++
		}
		for ; i < len(l.Tokens) && l.Tokens[i].End <= q.End; i++ {
			out[i] = int32(n)
		}
	}
	return out
}
