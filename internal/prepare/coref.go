package prepare

import (
	"fmt"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/attribution"
	"onrecord/internal/annotate/coref"
	"onrecord/internal/annotate/encode"
	"onrecord/internal/annotate/entity"
	"onrecord/internal/annotate/quote"
	"onrecord/internal/annotate/syntax"
	"onrecord/internal/encoder"
	"onrecord/internal/gold"
	"onrecord/internal/kernel"
	"onrecord/internal/model/en"
)

// Anaphor is a pronoun with the mentions that it can mean.
type Anaphor struct {
	Word     int     `json:"word"`
	Heads    []int   `json:"heads"`    // of the mentions
	Features [][]int `json:"features"` // of each
	Right    []int   `json:"right"`    // indices of those that it means
}

// reader runs the stages that judge words, with the weights as they are: trees
// and names are what the program will see.
type reader struct{ stages *annotate.Pipeline }

func newReader() (*reader, error) {
	k := kernel.Best()
	m, err := en.Load(k)
	if err != nil {
		return nil, err
	}
	stages := []annotate.Stage{given, quote.Stage(), encode.Stage(m.Encoder, func(encoder.Count) {})}
	for _, stage := range []func(*kernel.Kernel, *en.Model) (annotate.Stage, error){
		func(k *kernel.Kernel, m *en.Model) (annotate.Stage, error) { return syntax.Stage(k, m.Heads) },
		func(k *kernel.Kernel, m *en.Model) (annotate.Stage, error) { return entity.Stage(k, m.Heads) },
		func(k *kernel.Kernel, m *en.Model) (annotate.Stage, error) { return attribution.Stage(k, m.Heads) },
	} {
		s, err := stage(k, m)
		if err != nil {
			return nil, err
		}
		stages = append(stages, s)
	}
	p, err := annotate.NewPipeline(stages...)
	return &reader{p}, err
}

// given stands for the stages that have cut the text already.
var given = annotate.Stage{
	Name: "given", Gives: []annotate.Layer{annotate.LayerBlocks, annotate.LayerTokens, annotate.LayerSentences},
	Apply: func(*annotate.Layers) error { return nil },
}

// anaphors fills in the pronouns of e, which is of l; gold tells the chain of a
// word.
func (e *Example) anaphors(l *annotate.Layers, gold func(word int) int) {
	for _, x := range coref.Examples(l, gold) {
		a := Anaphor{Word: x.Word, Right: []int{}}
		for k, c := range x.Candidates {
			a.Heads, a.Features = append(a.Heads, c.Head), append(a.Features, c.Features)
			if c.Right {
				a.Right = append(a.Right, k)
			}
		}
		e.Anaphors = append(e.Anaphors, a)
	}
}

// chains makes an example of one document with coreference; sentences is the
// same document in the treebank, whose trees tell the head of a mention.
func (r *reader) chains(c gold.Chains, sentences []gold.Sentence, v *encoder.Vocabulary) (Example, error) {
	l := Layout(sentences)
	name := sentences[0].Document
	if len(c.Words) != len(l.Tokens) {
		return Example{}, fmt.Errorf("%s: %d words with coreference, %d in the treebank", name, len(c.Words), len(l.Tokens))
	}
	chain := headChains(c, sentences)
	e, err := example(name, l, v)
	if err != nil {
		return e, err
	}
	if err := r.stages.Apply(l, nil); err != nil {
		return e, err
	}
	e.anaphors(l, func(word int) int {
		if n, ok := chain[word]; ok {
			return n
		}
		return len(l.Tokens) + word // of its own
	})
	return e, nil
}

// headChains returns the chain of each word that heads a mention of c, in the
// trees of sentences, and of the last word of a name. Of several mentions with
// one head, the longest chain's counts.
func headChains(c gold.Chains, sentences []gold.Sentence) map[int]int {
	var head []int
	flat := map[int]int{} // the last word that hangs on one as a part of its name
	for _, s := range sentences {
		first := len(head)
		for i, w := range s.Words {
			h := -1
			if w.Head >= 0 {
				h = first + w.Head
			}
			head = append(head, h)
			if gold.Plain(w.Relation) == "flat" && h >= 0 && h < first+i {
				flat[h] = first + i
			}
		}
	}
	size := map[int]int{}
	for _, m := range c.Mentions {
		size[m.Chain]++
	}
	out := map[int]int{}
	for _, m := range c.Mentions {
		h := m.First
		for h < m.End-1 && head[h] >= m.First && head[h] < m.End {
			h++
		}
		last := h
		if f := flat[h]; f > 0 && f < m.End {
			last = f
		}
		for _, i := range [2]int{h, last} {
			if old, ok := out[i]; !ok || size[m.Chain] > size[old] {
				out[i] = m.Chain
			}
		}
	}
	return out
}
