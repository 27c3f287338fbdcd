package coref_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/annotatetest"
	"onrecord/internal/annotate/coref"
	"onrecord/internal/document"
	"onrecord/internal/encoder"
	"onrecord/internal/kernel"
	"onrecord/internal/model/en"
	"onrecord/internal/text"
)

var stage = sync.OnceValue(func() annotate.Stage {
	k := kernel.Best()
	m, err := en.Load(k)
	if err != nil {
		panic(err)
	}
	s, err := coref.Stage(k, m.Heads)
	if err != nil {
		panic(err)
	}
	return s
})

// chains returns the chains of more than one mention, each as its words.
func chains(t testing.TB, l *annotate.Layers) []string {
	t.Helper()
	if err := stage().Apply(l); err != nil {
		t.Fatal(err)
	}
	var order []int
	words := map[int][]string{}
	for _, m := range l.Mentions {
		if words[m.Chain] == nil {
			order = append(order, m.Chain)
		}
		span := text.Span{Start: l.Tokens[m.First].Start, End: l.Tokens[m.End-1].End}
		words[m.Chain] = append(words[m.Chain], span.Of(l.Document.Text))
	}
	var out []string
	for _, c := range order {
		if len(words[c]) > 1 {
			out = append(out, strings.Join(words[c], " = "))
		}
	}
	return out
}

// named adds names: the words in the text, and their class.
func named(t testing.TB, l *annotate.Layers, names ...any) *annotate.Layers {
	t.Helper()
	from := 0
	for i := 0; i < len(names); i += 2 {
		words := strings.Fields(names[i].(string))
		k := slices.IndexFunc(l.Tokens[from:], func(s text.Span) bool {
			at := slices.Index(l.Tokens, s)
			for n, w := range words {
				if at+n >= len(l.Tokens) || l.Word(at+n) != w {
					return false
				}
			}
			return true
		})
		if k < 0 {
			t.Fatalf("no name %q from word %d on", names[i], from)
		}
		from += k
		l.Entities = append(l.Entities, annotate.Entity{First: from, End: from + len(words), Class: names[i+1].(annotate.EntityClass), Score: 1})
		from += len(words)
	}
	return l
}

const (
	per   = annotate.Person
	org   = annotate.Organization
	place = annotate.Place
)

func TestChains(t *testing.T) {
	for _, c := range []struct {
		name  string
		table string
		names []any
		want  []string
	}{
		{"a title, a surname and a pronoun", `
NATO      nato      PROPN 2 compound
Secretary secretary PROPN 3 nmod
Jens      Jens      PROPN 5 nsubj
Stoltenberg Stoltenberg PROPN 3 flat
spoke     speak     VERB  0 root
.         .         PUNCT 5 punct

He        he        PRON  2 nsubj
left      leave     VERB  0 root
.         .         PUNCT 2 punct

Stoltenberg Stoltenberg PROPN 2 nsubj
slept     sleep     VERB  0 root
`, []any{"NATO", org, "Jens Stoltenberg", per, "Stoltenberg", per}, []string{"NATO Secretary Jens Stoltenberg = He = Stoltenberg"}},

		{"two persons of one surname stay apart", `
Anna  Anna  PROPN 3 nsubj
Berg  Berg  PROPN 1 flat
met   meet  VERB  0 root
Tom   Tom   PROPN 3 obj
Berg  Berg  PROPN 4 flat
.     .     PUNCT 3 punct

Berg  Berg  PROPN 2 nsubj
left  leave VERB  0 root
.     .     PUNCT 2 punct

Anna  Anna  PROPN 3 nsubj
Berg  Berg  PROPN 1 flat
slept sleep VERB  0 root
`, []any{"Anna Berg", per, "Tom Berg", per, "Berg", per, "Anna Berg", per}, []string{"Anna Berg = Anna Berg", "Tom Berg = Berg"}},

		{"an apposition, and the office again", `
Anna     Anna     PROPN 8 nsubj
Lind     Lind     PROPN 1 flat
,        ,        PUNCT 6 punct
Norway   Norway   PROPN 6 nmod
's       's       PART  4 case
minister minister NOUN  1 appos
,        ,        PUNCT 6 punct
spoke    speak    VERB  0 root
.        .        PUNCT 8 punct

The      the      DET   2 det
minister minister NOUN  3 nsubj
left     leave    VERB  0 root
`, []any{"Anna Lind", per, "Norway", place}, []string{"Anna Lind = Norway 's minister = The minister"}},

		{"another office is another person", `
Anna      Anna      PROPN 3 nsubj
Lind      Lind      PROPN 1 flat
is        be        AUX   6 cop
the       the       DET   6 det
foreign   foreign   ADJ   6 amod
minister  minister  NOUN  0 root
.         .         PUNCT 6 punct

The       the       DET   3 det
defense   defense   NOUN  3 compound
minister  minister  NOUN  4 nsubj
left      leave     VERB  0 root
`, []any{"Anna Lind", per}, nil},

		{"an acronym and what it stands for", `
The      the      DET   3 det
European European PROPN 3 compound
Union    Union    PROPN 4 nsubj
met      meet     VERB  0 root
.        .        PUNCT 4 punct

The      the      DET   2 det
EU       EU       PROPN 3 nsubj
agreed   agree    VERB  0 root
.        .        PUNCT 3 punct

Its      its      PRON  2 nmod
members  member   NOUN  3 nsubj
left     leave    VERB  0 root
`, []any{"European Union", org, "EU", org}, []string{"The European Union = The EU = Its"}},

		{"a relative pronoun means its noun", `
Officials official NOUN  4 nsubj
who       who      PRON  3 nsubj
left      leave    VERB  1 acl
agreed    agree    VERB  0 root
`, nil, []string{"Officials = who"}},

		{"him is not who acts on him", `
Tom   Tom   PROPN 3 nsubj
Lind  Lind  PROPN 1 flat
met   meet  VERB  0 root
him   he    PRON  3 obj
`, []any{"Tom Lind", per}, nil},

		{"she is not a man", `
Tom   Tom   PROPN 3 nsubj
Lind  Lind  PROPN 1 flat
left  leave VERB  0 root
.     .     PUNCT 3 punct

She   she   PRON  2 nsubj
slept sleep VERB  0 root
`, []any{"Tom Lind", per}, nil},

		{"it that stands for nothing", `
NATO  nato  PROPN 2 nsubj
met   meet  VERB  0 root
.     .     PUNCT 2 punct

It    it    PRON  3 nsubj
is    be    AUX   3 cop
clear clear ADJ   0 root
that  that  SCONJ 6 mark
Oslo  Oslo  PROPN 6 nsubj
left  leave VERB  3 csubj
`, []any{"NATO", org, "Oslo", place}, nil},

		{"a surname that was not there before tells who he was", `
He      he      PRON  2 nsubj
grew    grow    VERB  0 root
.       .       PUNCT 2 punct

Lindum  Lindum  PROPN 2 nsubj
studied study   VERB  0 root
`, []any{"Lindum", per}, []string{"He = Lindum"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := named(t, annotatetest.Parsed(t, c.table), c.names...)
			if d := cmp.Diff(c.want, chains(t, l)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestWeIsWhoSpeaks(t *testing.T) {
	l := named(t, annotatetest.Parsed(t, `
Lind  Lind  PROPN 2 nsubj
said  say   VERB  0 root
:     :     PUNCT 2 punct
“     “     PUNCT 6 punct
We    we    PRON  6 nsubj
agree agree VERB  2 ccomp
”     ”     PUNCT 6 punct
`), "Lind", per)
	l.Quotes = []annotate.Quote{{Span: text.Span{Start: l.Tokens[3].Start, End: l.Tokens[6].End}}}
	l.Attributions = []annotate.Attribution{{Source: []int{0}, Cue: []int{1}, Content: []int{3, 4, 5, 6}}}
	if d := cmp.Diff([]string{"Lind = We"}, chains(t, l)); d != "" {
		t.Error(d)
	}
	l.Quotes = nil
	if got := chains(t, l); got != nil {
		t.Errorf("outside of quotations, %q", got)
	}
}

func TestMentionsAreInOrder(t *testing.T) {
	l := named(t, annotatetest.Parsed(t, `
A       a       DET   4 det
senior  senior  ADJ   4 amod
US      US      PROPN 4 compound
official official NOUN 5 nsubj
left    leave   VERB  0 root
`), "US", place)
	if err := stage().Apply(l); err != nil {
		t.Fatal(err)
	}
	want := []annotate.Mention{
		{First: 0, End: 4, Head: 3, Kind: annotate.Nominal, Class: per, Chain: 0, Score: 1},
		{First: 2, End: 3, Head: 2, Kind: annotate.Name, Class: place, Chain: 1, Score: 1, Gender: annotate.Neuter},
	}
	if d := cmp.Diff(want, l.Mentions); d != "" {
		t.Error(d)
	}
}

func TestMentionsAreTheSameOnEveryKernel(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	l := crowd(t, 30)
	l.Rows = annotate.Rows{Width: encoder.Width, Data: make([]float32, len(l.Tokens)*encoder.Width), Int: kernel.NewRows(len(l.Tokens), encoder.Width)}
	for i := range l.Rows.Data {
		l.Rows.Data[i] = float32(r.NormFloat64())
	}
	var want []annotate.Mention
	for _, k := range kernel.All() {
		m, err := en.Load(k)
		if err != nil {
			t.Fatal(err)
		}
		s, err := coref.Stage(k, m.Heads)
		if err != nil {
			t.Fatal(err)
		}
		k.Quantize(l.Rows.Data, l.Rows.Int)
		if err := s.Apply(l); err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = l.Mentions
		}
		if d := cmp.Diff(want, l.Mentions); d != "" {
			t.Errorf("%s: %s", k, d)
		}
	}
}

// crowd makes a text of n sentences with two persons and two pronouns each.
func crowd(t testing.TB, n int) *annotate.Layers {
	l := annotatetest.Parsed(t, strings.Repeat(`
Anna  Anna  PROPN 3 nsubj
Berg  Berg  PROPN 1 flat
told  tell  VERB  0 root
Tom   Tom   PROPN 3 obj
Lind  Lind  PROPN 4 flat
that  that  SCONJ 8 mark
she   she   PRON  8 nsubj
left  leave VERB  3 ccomp
his   his   PRON  10 nmod
party party NOUN  8 obj
.     .     PUNCT 3 punct
`, n))
	for i := 0; i < len(l.Tokens); i += 11 {
		l.Entities = append(l.Entities, annotate.Entity{First: i, End: i + 2}, annotate.Entity{First: i + 3, End: i + 5})
	}
	return l
}

// FuzzApply makes layers of any words, tags and trees.
func FuzzApply(f *testing.F) {
	f.Add("Anna Berg said she left . They met him and it “ We agree ”", []byte("any bytes, read as tags, heads and names"))
	f.Fuzz(func(t *testing.T, s string, b []byte) {
		if len(b) == 0 {
			return
		}
		at := func(i int) int { return int(b[i%len(b)]) }
		l := &annotate.Layers{Document: &document.Document{Text: s}, Blocks: []annotate.Block{{Span: text.Span{End: len(s)}}}}
		relations := []string{"nsubj", "obj", "nmod", "conj", "appos", "acl", "root", "flat", "compound", "case", "cop", "ccomp", "det", "obl"}
		from := 0
		for w := range strings.FieldsSeq(s) {
			start := from + strings.Index(s[from:], w)
			from = start + len(w)
			l.Tokens = append(l.Tokens, text.Span{Start: start, End: from})
		}
		n := len(l.Tokens)
		for i := range n {
			l.Tags = append(l.Tags, annotate.UPOS(at(i)%len(annotate.UPOSNames)))
			l.Lemmas = append(l.Lemmas, strings.ToLower(l.Word(i)))
			l.Heads = append(l.Heads, int32(at(i+1)%(n+1)-1))
			l.Relations = append(l.Relations, relations[at(i+2)%len(relations)])
		}
		for first := 0; first < n; {
			end := min(n, first+1+at(first)%9)
			l.Sentences = append(l.Sentences, annotate.Sentence{First: first, End: end})
			if at(first)%2 == 0 {
				l.Entities = append(l.Entities, annotate.Entity{First: first, End: min(end, first+1+at(first)%3), Class: annotate.EntityClass(at(first) % 5)})
				l.Attributions = append(l.Attributions, annotate.Attribution{Source: []int{first}, Cue: []int{end - 1}, Content: []int{at(first) % n}})
			}
			first = end
		}
		if n > 3 {
			l.Quotes = []annotate.Quote{{Span: text.Span{Start: l.Tokens[1].Start, End: l.Tokens[n-2].End}}}
		}
		if err := stage().Apply(l); err != nil {
			t.Fatal(err)
		}
		for i, m := range l.Mentions {
			if m.First < 0 || m.End <= m.First || m.End > n || m.Head < m.First || m.Head >= m.End || m.Chain < 0 || m.Score < 0 || m.Score > 1.0001 {
				t.Fatalf("mention %+v of %d words", m, n)
			}
			if i > 0 && (m.First < l.Mentions[i-1].First || m.First == l.Mentions[i-1].First && m.End > l.Mentions[i-1].End) {
				t.Fatalf("mention %+v after %+v", m, l.Mentions[i-1])
			}
		}
	})
}

func BenchmarkApply(b *testing.B) {
	l := crowd(b, 200)
	apply := stage().Apply
	for b.Loop() {
		if err := apply(l); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(l.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
