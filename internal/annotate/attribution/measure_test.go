package attribution_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/attribution"
	"onrecord/internal/annotate/block"
	"onrecord/internal/annotate/encode"
	"onrecord/internal/annotate/quote"
	"onrecord/internal/annotate/segment"
	"onrecord/internal/annotate/syntax"
	"onrecord/internal/document"
	"onrecord/internal/eval"
	"onrecord/internal/gold"
	"onrecord/internal/kernel"
	"onrecord/internal/model/en"
)

func shared(t testing.TB) string {
	dir := os.Getenv("ONRECORD_SHARED")
	if dir == "" {
		dir = "../../../../shared"
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no folder %s: set ONRECORD_SHARED", dir)
	}
	return dir
}

func pipeline(t testing.TB) *annotate.Pipeline {
	t.Helper()
	k := kernel.Best()
	m, err := en.Load(k)
	if err != nil {
		t.Fatal(err)
	}
	syn, err := syntax.Stage(k, m.Heads)
	if err != nil {
		t.Fatal(err)
	}
	a, err := attribution.Stage(k, m.Heads)
	if err != nil {
		t.Fatal(err)
	}
	p, err := annotate.NewPipeline(block.Stage(), segment.Stage(), quote.Stage(), encode.Stage(m.Encoder, nil), syn, a)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestDev(t *testing.T) {
	articles, err := gold.ReadArticles(filepath.Join(shared(t), "data/polnear/dev"))
	if err != nil {
		t.Fatal(err)
	}
	p := pipeline(t)
	spent := make([]time.Duration, len(p.Stages()))
	words := 0
	r, err := eval.Attribution(articles, func(s string) ([]*annotate.Layers, error) {
		l := &annotate.Layers{Document: &document.Document{Text: s}}
		last := time.Now()
		err := p.Apply(l, func(i int) { spent[i] += time.Since(last); last = time.Now() })
		words += len(l.Tokens)
		return []*annotate.Layers{l}, err
	})
	if err != nil {
		t.Fatal(err)
	}
	r.Write(os.Stdout)
	for i, s := range p.Stages() {
		t.Logf("%s %.1f µs a word", s.Name, float64(spent[i].Microseconds())/float64(words))
	}
}

// TestShow prints what is found in the texts that ONRECORD_SHOW names.
func TestShow(t *testing.T) {
	paths, _ := filepath.Glob(os.Getenv("ONRECORD_SHOW"))
	if len(paths) == 0 {
		t.Skip("ONRECORD_SHOW names no texts")
	}
	p := pipeline(t)
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		l := &annotate.Layers{Document: &document.Document{Text: string(b)}}
		if err := p.Apply(l, nil); err != nil {
			t.Fatal(err)
		}
		words := func(tokens []int) string {
			var out []string
			for k, i := range tokens {
				if k > 0 && tokens[k-1] != i-1 {
					out = append(out, "…")
				}
				out = append(out, l.Word(i))
			}
			return strings.Join(out, " ")
		}
		fmt.Println("#", path)
		if os.Getenv("ONRECORD_TREE") != "" {
			for i := range l.Tokens {
				fmt.Println(i, l.Word(i), l.Lemmas[i], l.Tags[i], l.Heads[i], l.Relations[i])
			}
		}
		for _, a := range l.Attributions {
			fmt.Printf("%.2f %v %v | %s | %s | %s %q\n", a.Score, a.Act, a.Manner, words(a.Source), words(a.Cue), words(a.Content), a.Why)
			for _, c := range a.Clauses {
				var w []int
				for i := c.First; i < c.End; i++ {
					w = append(w, i)
				}
				fmt.Printf("       %v negated=%v: %s\n", c.Modality, c.Negated, words(w))
			}
		}
	}
}
