package position_test

import (
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/position"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// vocabulary is what a fuzzed sentence is made of.
var vocabulary = []string{"Norland", "Sudland", "truce", "reject", "support", "not", "must", "if", "only", "resistance", "face", "from", "current", "said", "é", "?"}

var relations = []string{"nsubj", "obj", "obl", "nmod", "xcomp", "ccomp", "acl", "advcl", "conj", "aux", "advmod", "case", "mark", "root"}

// FuzzFind reads trees that no parser would make.
func FuzzFind(f *testing.F) {
	f.Add([]byte{0, 7, 2, 0, 13, 15, 0, 13, 1, 7, 5, 0, 3, 15, 2, 5, 2, 5, 4, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		l := random(b)
		if len(l.Tokens) < 4 {
			return
		}
		a := said(t, l, "1-1 2-2 3-4")
		for _, p := range position.Find(a, readStudy(t), nil, []record.Action{{ID: "a", Actors: []record.ActorID{"norland"}, Predicate: l.Tokens[1]}}) {
			check(t, a, p)
		}
	})
}

// random makes a sentence out of bytes, four a word.
func random(b []byte) *annotate.Layers {
	l := &annotate.Layers{Document: &document.Document{ID: "d"}}
	n := min(len(b)/4, 40)
	for i := range n {
		w := vocabulary[int(b[4*i])%len(vocabulary)]
		start := len(l.Document.Text)
		l.Document.Text += w + " "
		l.Tokens = append(l.Tokens, text.Span{Start: start, End: start + len(w)})
		l.Lemmas = append(l.Lemmas, w)
		l.Tags = append(l.Tags, annotate.UPOS(int(b[4*i+1])%len(annotate.UPOSNames)))
		l.Heads = append(l.Heads, int32(int(b[4*i+2])%(n+1))-1)
		l.Relations = append(l.Relations, relations[int(b[4*i+3])%len(relations)])
	}
	l.Blocks = []annotate.Block{{Span: text.Span{End: len(l.Document.Text)}}}
	l.Sentences = []annotate.Sentence{{First: 0, End: n}}
	return l
}
