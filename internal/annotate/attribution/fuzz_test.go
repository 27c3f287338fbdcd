package attribution

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/encoder"
	"onrecord/internal/kernel"
	"onrecord/internal/text"
)

// handReader reads with weights of chance that find many cues.
var handReader = sync.OnceValue(func() *reader {
	w := newHandWeights(3)
	r, err := load(kernel.Best(), w.file(&testing.B{}), Options{Bias: 1})
	if err != nil {
		panic(err)
	}
	return r
})

// vocabulary has words that the rules ask for, and marks.
var vocabulary = strings.Fields(`said signaling remarks which that while , . “ ” " not no may will would like to have plan
who this highlight called for he Oslo possibility if - …`)

// handLayers makes layers of anything: a byte gives a word, the next its tag
// and where a sentence or block ends, the next head and relation.
func handLayers(data []byte) *annotate.Layers {
	relations := []string{"nsubj", "conj", "ccomp", "advcl", "acl", "xcomp", "mark", "aux", "obj", "root", "punct", "parataxis", "cop", "cc"}
	d := &document.Document{}
	l := &annotate.Layers{Document: d}
	n := min(len(data)/3, 150)
	var b strings.Builder
	open := -1
	for i := range n {
		word, form, link := data[3*i], data[3*i+1], data[3*i+2]
		w := vocabulary[int(word)%len(vocabulary)]
		start := b.Len()
		b.WriteString(w)
		l.Tokens = append(l.Tokens, text.Span{Start: start, End: b.Len()})
		if word < 128 {
			b.WriteByte(' ')
		}
		l.Lemmas = append(l.Lemmas, strings.ToLower(w))
		l.Tags = append(l.Tags, annotate.UPOS(int(form)%len(annotate.UPOSNames)))
		l.Heads = append(l.Heads, int32(int(link)%(n+1)-1))
		l.Relations = append(l.Relations, relations[int(link)%len(relations)])
		if i == 0 || form > 230 {
			if i == 0 || form > 245 {
				l.Blocks = append(l.Blocks, annotate.Block{Kind: annotate.BlockKind(int(form) % 6)})
			}
			l.Sentences = append(l.Sentences, annotate.Sentence{First: i, Block: len(l.Blocks) - 1})
		}
		l.Sentences[len(l.Sentences)-1].End = i + 1
		if w == "\"" && open < 0 {
			open = i
		} else if w == "\"" {
			q := annotate.Quote{Span: l.Tokens[open].Cover(l.Tokens[i]), Closed: true}
			q.Inner = text.Span{Start: l.Tokens[open].End, End: l.Tokens[i].Start}
			l.Quotes = append(l.Quotes, q)
			open = -1
		}
	}
	d.Text = b.String()
	return l
}

// addRows gives l rows of chance.
func addRows(l *annotate.Layers, data []byte) {
	n := len(l.Tokens)
	var seed [32]byte
	copy(seed[:], data)
	random := rand.New(rand.NewChaCha8(seed))
	l.Rows = annotate.Rows{Width: encoder.Width, Data: make([]float32, n*encoder.Width), Int: kernel.NewRows(n, encoder.Width)}
	for i := range l.Rows.Data {
		l.Rows.Data[i] = random.Float32() - .5
	}
	kernel.Best().Quantize(l.Rows.Data, l.Rows.Int)
}

func addSeeds(f *testing.F) {
	for seed := range byte(4) {
		data := make([]byte, 240)
		for i := range data {
			data[i] = byte(i*i*31) + seed*byte(i)
		}
		f.Add(data)
	}
}

// FuzzRules hands attributions of anything to the rules.
func FuzzRules(f *testing.F) {
	addSeeds(f)
	r := newRules()
	var s ruleScratch
	f.Fuzz(func(t *testing.T, data []byte) {
		l := handLayers(data)
		var at [2]annotate.Attribution
		for i := range l.Tokens {
			a := &at[int(data[3*i+2])%2]
			switch data[3*i+1] % 4 {
			case 0:
				a.Source = append(a.Source, i)
			case 1:
				if len(a.Cue) == 0 || a.Cue[len(a.Cue)-1] == i-1 {
					a.Cue = append(a.Cue, i)
				}
			case 2:
				a.Content = append(a.Content, i)
			}
		}
		for _, a := range at {
			if len(a.Cue) > 0 && len(a.Content) > 0 {
				l.Attributions = append(l.Attributions, a)
			}
		}
		r.apply(&s, l)
		for _, a := range l.Attributions {
			checkClauses(t, a)
		}
	})
}

// FuzzApply runs the whole stage on weights and rows of chance.
func FuzzApply(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		l := handLayers(data)
		addRows(l, data)
		if err := handReader().apply(l); err != nil {
			t.Fatal(err)
		}
		for _, a := range l.Attributions {
			checkAttribution(t, l, a)
		}
		again := handLayers(data)
		addRows(again, data)
		if err := handReader().apply(again); err != nil {
			t.Fatal(err)
		}
		if len(again.Attributions) != len(l.Attributions) {
			t.Fatal("a second reading finds something else")
		}
	})
}

func checkAttribution(t *testing.T, l *annotate.Layers, a annotate.Attribution) {
	t.Helper()
	seen := map[int]bool{}
	barred := barred(nil, l)
	for _, words := range [][]int{a.Source, a.Cue, a.Content} {
		if !slices.IsSorted(words) {
			t.Fatalf("words %v do not ascend", words)
		}
		for _, i := range words {
			if i < 0 || i >= len(l.Tokens) || seen[i] || barred[i] {
				t.Fatalf("word %d of %d, twice or in boilerplate: %+v", i, len(l.Tokens), a)
			}
			seen[i] = true
		}
	}
	if len(a.Cue) == 0 || len(a.Content) == 0 || a.Score < 0 || a.Score > 1 {
		t.Fatalf("%+v", a)
	}
	checkClauses(t, a)
}

func checkClauses(t *testing.T, a annotate.Attribution) {
	t.Helper()
	last := 0
	for _, c := range a.Clauses {
		if c.First < last || c.First >= c.End {
			t.Fatalf("clauses %v overlap or are empty", a.Clauses)
		}
		for i := c.First; i < c.End; i++ {
			if !contains(a.Content, i) {
				t.Fatalf("clause %v is not in the content %v", c, a.Content)
			}
		}
		last = c.End
	}
}
