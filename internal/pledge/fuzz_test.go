package pledge_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"unicode/utf8"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/link"
	"onrecord/internal/pledge"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// vocabulary is what a fuzzed tree is made of: words of the lexicon, and marks.
var vocabulary = []string{
	"Germany", "pledge", "5", "euro", "aid", "package", "to", "for", "Ukraine", "not", "will", "if", "delay", "shipment", "of", "tank",
	"and", ",", "(", ")", "it", "the", "fund", "aim", "reduce", "voluntary", "call", "for", "urge", "yet", "have", "deny", "percent",
	"emission", "include", "respectively", "conditional", "on", "that", "promise", "?", "é", "no", "longer", "another", "-", "F", "16s",
}

var relations = []string{"nsubj", "obj", "iobj", "obl", "nmod", "xcomp", "ccomp", "acl", "advcl", "conj", "compound", "amod", "case", "mark", "aux", "root", "det", "cc"}

// FuzzFind reads trees that no parser would make.
func FuzzFind(f *testing.F) {
	noun, verb, name := byte(annotate.NOUN), byte(annotate.VERB), byte(annotate.PROPN)
	f.Add([]byte{ // Germany pledge aid to Ukraine, twice
		0, name, 2, 0, 1, verb, 0, 15, 4, noun, 2, 1, 6, byte(annotate.ADP), 5, 12, 8, name, 2, 3,
		0, name, 7, 0, 1, verb, 0, 15, 4, noun, 7, 1, 6, byte(annotate.ADP), 10, 12, 8, name, 7, 3,
	})
	f.Fuzz(func(t *testing.T, b []byte) {
		a := random(b)
		for _, p := range pledge.Find(a) {
			check(t, a, p)
		}
	})
}

// TestBrokenTrees reads the cases with trees that are broken in many ways: no
// panic, and spans that hold.
func TestBrokenTrees(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	forEachCase(t, func(t *testing.T, l *annotate.Layers, marks string) {
		a := article(t, l, marks)
		whole := *l
		for range 40 {
			l.Heads, l.Relations = slices.Clone(whole.Heads), slices.Clone(whole.Relations)
			l.Tags, l.Lemmas = slices.Clone(whole.Tags), slices.Clone(whole.Lemmas)
			for range 1 + rnd.IntN(6) {
				i := rnd.IntN(len(l.Tokens))
				switch rnd.IntN(4) {
				case 0:
					l.Heads[i] = int32(rnd.IntN(len(l.Tokens)+1)) - 1
				case 1:
					l.Relations[i] = relations[rnd.IntN(len(relations))]
				case 2:
					l.Tags[i] = annotate.UPOS(rnd.IntN(len(annotate.UPOSNames)))
				case 3:
					j := rnd.IntN(len(l.Tokens))
					l.Lemmas[i], l.Lemmas[j] = l.Lemmas[j], l.Lemmas[i]
				}
			}
			for _, p := range pledge.Find(a) {
				check(t, a, p)
			}
		}
	})
}

// random makes an article of two sentences out of bytes, four a word.
func random(b []byte) *link.Article {
	l := &annotate.Layers{Document: &document.Document{ID: "d"}}
	n := min(len(b)/4, 60)
	a := &link.Article{Document: l.Document, Published: "2024-04-07", Passages: []*annotate.Layers{l}, References: make([][]link.Reference, 1)}
	for i := range n {
		w := vocabulary[int(b[4*i])%len(vocabulary)]
		start := len(l.Document.Text)
		l.Document.Text += w + " "
		l.Tokens = append(l.Tokens, text.Span{Start: start, End: start + len(w)})
		l.Lemmas = append(l.Lemmas, w)
		l.Tags = append(l.Tags, annotate.UPOS(int(b[4*i+1])%len(annotate.UPOSNames)))
		l.Heads = append(l.Heads, int32(int(b[4*i+2])%(n+1))-1)
		l.Relations = append(l.Relations, relations[int(b[4*i+3])%len(relations)])
		mark(a, i, n, b[4*i+3]^b[4*i])
	}
	l.Sentences = []annotate.Sentence{{First: 0, End: n / 2}, {First: n / 2, End: n}}
	return a
}

// mark puts a name, sum, number, time or statement at word i, as kind has it.
func mark(a *link.Article, i, n int, kind byte) {
	l := a.Passages[0]
	at := l.Tokens[i]
	switch kind % 11 {
	case 0:
		a.References[0] = append(a.References[0], link.Reference{First: i, End: i + 1, Head: i, Actors: []record.ActorID{"germany"}})
	case 1:
		l.Amounts = append(l.Amounts, annotate.Amount{Span: at, First: i, End: i + 1, Value: "5", EquivalentOf: len(l.Amounts) - 1, Hedge: []int{i}})
	case 2:
		l.Numbers = append(l.Numbers, annotate.Number{Span: at, First: i, End: i + 1, Value: "31", What: [2]int{i, min(i+2, n)}})
	case 3:
		l.Numbers = append(l.Numbers, annotate.Number{Span: at, First: i, End: i + 1, Value: "31", Unit: "%"})
	case 4:
		l.Timexes = append(l.Timexes, annotate.Timex{Span: at, First: i, End: i + 1, Date: "2030"})
	case 5:
		l.Timexes = append(l.Timexes, annotate.Timex{Span: at, First: i, End: i + 1, Type: annotate.TimexDuration, Duration: "P5Y"})
	case 6:
		l.Attributions = append(l.Attributions, annotate.Attribution{Cue: []int{i}, Content: []int{i}})
		a.Origins = append(a.Origins, link.Origin{Attribution: len(l.Attributions) - 1})
		a.Statements = append(a.Statements, record.Statement{ID: "s"})
	case 7:
		a.Actors = append(a.Actors, record.Actor{ID: "germany", Kind: record.Country})
		l.Mentions = append(l.Mentions, annotate.Mention{First: i, End: i + 1, Head: i})
	}
}

// check holds a pledge against what holds of every one.
func check(t *testing.T, a *link.Article, p record.Pledge) {
	t.Helper()
	spans := append([]text.Span{p.Anchor(), p.Predicate}, p.Evidence...)
	spans = append(append(spans, p.Aims...), p.Conditions...)
	for _, s := range spans {
		if s.Start < 0 || s.End > len(a.Document.Text) || s.Start >= s.End {
			t.Fatalf("span %v is none of the text", s)
		}
		if !utf8.ValidString(s.Of(a.Document.Text)) {
			t.Fatalf("span %v cuts a letter", s)
		}
	}
	for i := 1; i < len(p.Evidence); i++ {
		if p.Evidence[i].Start <= p.Evidence[i-1].End {
			t.Fatalf("evidence %v is not in order", p.Evidence)
		}
	}
	for i, m := range p.Amounts {
		if m.EquivalentOf >= i {
			t.Fatalf("sum %d converts sum %d", i, m.EquivalentOf)
		}
	}
	if p.Score < 0 || p.Score > 1 || len(p.Why) == 0 {
		t.Fatalf("score %v, why %v", p.Score, p.Why)
	}
}
