package brat_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/export/brat"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

func TestWrite(t *testing.T) {
	const article = "Zoë said the ferry,\nold as it was,\tis safe. “No” — from nobody."
	got := &bytes.Buffer{}
	err := brat.Write(got, article, []gold.Attribution{
		{Source: []text.Span{{Start: 0, End: 3}}, Cue: []text.Span{{Start: 4, End: 8}}, Content: []text.Span{{Start: 9, End: 18}, {Start: 20, End: 42}}},
		{Content: []text.Span{{Start: 44, End: 48}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	const want = "T1\tSource 0 3\tZoë\n" +
		"T2\tCue 4 8\tsaid\n" +
		"T3\tContent 9 18;20 42\tthe ferry old as it was, is safe\n" +
		"T4\tAttribution 4 8\tsaid\n" +
		"E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n" +
		"T5\tContent 44 48\t“No”\n" +
		"T6\tAttribution 44 48\t“No”\n" +
		"E2\tAttribution:T6 Content:T5\n"
	if d := cmp.Diff(want, got.String()); d != "" {
		t.Error(d)
	}
}

func TestWriteRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		a    gold.Attribution
		want string
	}{
		{"a source alone", gold.Attribution{Source: []text.Span{{Start: 0, End: 3}}}, "attribution 1: neither a cue nor a content"},
		{"a span beyond the end", gold.Attribution{Cue: []text.Span{{Start: 3, End: 6}}}, "attribution 1: Cue from 3 to 6 in a text of 5 characters"},
		{"an empty span", gold.Attribution{Content: []text.Span{{Start: 3, End: 3}}}, "attribution 1: Content from 3 to 3 in"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := brat.Write(&bytes.Buffer{}, "Zoë …", []gold.Attribution{c.a})
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got error %v, want %q", err, c.want)
			}
		})
	}
}

// spans returns up to three spans in a text of n characters, in order.
func spans(g *rand.Rand, n int) []text.Span {
	var out []text.Span
	for range g.IntN(4) {
		start := g.IntN(n)
		out = append(out, text.Span{Start: start, End: start + 1 + g.IntN(n-start)})
	}
	slices.SortFunc(out, text.Compare)
	return out
}

// FuzzRoundTrip writes attributions and has package gold read them.
func FuzzRoundTrip(f *testing.F) {
	f.Add("Zoë said:\r\n“no\t\tferry”\u2028today 🎈.", uint64(1))
	f.Add("T1\tCue 1 2\nE1\tCue:T1\r", uint64(2))
	f.Fuzz(func(t *testing.T, article string, seed uint64) {
		n := utf8.RuneCountInString(article)
		if n == 0 || !utf8.ValidString(article) {
			return
		}
		g := rand.New(rand.NewPCG(seed, 0))
		var want []gold.Attribution
		for range g.IntN(5) {
			a := gold.Attribution{Source: spans(g, n), Cue: spans(g, n), Content: spans(g, n)}
			if len(a.Cue)+len(a.Content) > 0 {
				want = append(want, a)
			}
		}
		b := &bytes.Buffer{}
		if err := brat.Write(b, article, want); err != nil {
			t.Fatal(err)
		}
		got, err := gold.ReadBrat("written", b)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
			t.Error(d)
		}
	})
}

func TestFromLayersJoinsNeighboringWords(t *testing.T) {
	const article = "Zoë said, twice, no ferry."
	d := &document.Document{Text: article}
	tokens := func(from string) []text.Span {
		var out []text.Span
		for _, w := range []string{"Zoë", "said", ",", "twice", "no", "ferry", "."} {
			if i := strings.Index(article, w); i >= strings.Index(article, from) {
				out = append(out, text.Span{Start: i, End: i + len(w)})
			}
		}
		return out
	}
	got := brat.FromLayers([]*annotate.Layers{
		{Document: d, Tokens: tokens("Zoë"), Attributions: []annotate.Attribution{{Source: []int{0}, Cue: []int{1}, Content: []int{3, 4, 5}}}},
		{Document: d, Tokens: tokens("twice"), Attributions: []annotate.Attribution{{Content: []int{0, 2}}}},
	})
	want := []gold.Attribution{
		{Source: []text.Span{{Start: 0, End: 3}}, Cue: []text.Span{{Start: 4, End: 8}}, Content: []text.Span{{Start: 10, End: 25}}},
		{Content: []text.Span{{Start: 10, End: 15}, {Start: 20, End: 25}}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if got := brat.FromLayers(nil); got != nil {
		t.Errorf("without passages: %v", got)
	}
}
