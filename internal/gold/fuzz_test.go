package gold

import (
	"regexp"
	"strings"
	"testing"

	"onrecord/internal/text"
)

// inLine is how every error of a reader begins.
var inLine = regexp.MustCompile(`^file:[1-9][0-9]*: .`)

// located fails if err does not say where it is.
func located(t *testing.T, err error) {
	t.Helper()
	if err != nil && !inLine.MatchString(err.Error()) {
		t.Fatalf("error %q does not begin with file and line", err)
	}
}

func FuzzReadBrat(f *testing.F) {
	f.Add("T1\tCue 3 9;12 20\tx\nT2\tSource 1 2\ty\nE1\tCue:T1 Source:T2 Content2:T1\n")
	f.Add("T1\tCue 3\r\rE1\tCue:T1")
	f.Fuzz(func(t *testing.T, s string) {
		as, err := ReadBrat("file", strings.NewReader(s))
		located(t, err)
		for _, a := range as {
			if len(a.Cue)+len(a.Content) == 0 {
				t.Fatal("an attribution with neither cue nor content")
			}
			for _, spans := range [][]text.Span{a.Source, a.Cue, a.Content} {
				for i, p := range spans {
					if p.Start < 0 || p.End < p.Start || i > 0 && text.Compare(spans[i-1], p) > 0 {
						t.Fatalf("spans %v", spans)
					}
				}
			}
		}
	})
}

func FuzzReadCoNLLU(f *testing.F) {
	f.Add(fused)
	f.Add("1-2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n1\tx\tx\tX\tX\t_\t2\tdep\t_\t_\n")
	f.Fuzz(func(t *testing.T, s string) {
		sentences, err := ReadCoNLLU("file", strings.NewReader(s))
		located(t, err)
		for _, s := range sentences {
			if len(s.Words) == 0 {
				t.Fatal("a sentence without words")
			}
			for i, w := range s.Words {
				if w.Form == "" || w.Head < -1 || w.Head >= len(s.Words) || w.Head == i {
					t.Fatalf("word %d: %+v", i, w)
				}
			}
			end := 0
			for _, m := range s.Fused {
				if m.First < end || m.End <= m.First || m.End > len(s.Words) {
					t.Fatalf("multiword tokens %v of %d words", s.Fused, len(s.Words))
				}
				end = m.End
			}
		}
		n := 0
		for _, d := range Documents(sentences) {
			if len(d) == 0 {
				t.Fatal("an empty document")
			}
			n += len(d)
		}
		if n != len(sentences) {
			t.Fatalf("%d sentences in documents, of %d", n, len(sentences))
		}
	})
}

func FuzzReadBIO(f *testing.F) {
	f.Add("Anna B-person\nBerg\tI-person\n\nspoke O\n")
	f.Fuzz(func(t *testing.T, s string) {
		labeled, err := ReadBIO("file", strings.NewReader(s))
		located(t, err)
		for _, l := range labeled {
			if len(l.Words) == 0 || len(l.Words) != len(l.Labels) {
				t.Fatalf("%d words, %d labels", len(l.Words), len(l.Labels))
			}
		}
	})
}

func FuzzReadSilver(f *testing.F) {
	f.Add(silver)
	f.Fuzz(func(t *testing.T, s string) {
		silver, err := readSilverText("file", strings.NewReader(s))
		located(t, err)
		for _, words := range silver {
			end := 0
			for _, w := range words {
				if w.Start < end || w.Empty() {
					t.Fatalf("words %v", words)
				}
				end = w.End
			}
		}
		// As gzip it may be anything; it must only not panic.
		_, _ = readSilver("file", strings.NewReader(s))
	})
}

func FuzzReadChains(f *testing.F) {
	f.Add(chains)
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := readWebAnno("file", strings.NewReader(s))
		located(t, err)
		for i, m := range doc.Mentions {
			if m.First < 0 || m.End <= m.First || m.End > len(doc.Words) || m.Chain < 0 || m.Chain >= len(doc.Mentions) {
				t.Fatalf("mention %+v of %d words", m, len(doc.Words))
			}
			if i > 0 && doc.Mentions[i-1].First > m.First {
				t.Fatal("mentions out of order")
			}
		}
	})
}

func FuzzReadPairs(f *testing.F) {
	f.Add("\"[a] \"\"and\"\" [b]\"\ta\tb\t3\n[a] b]\ta\tb\t0")
	f.Fuzz(func(t *testing.T, s string) {
		pairs, err := readPairs("file", strings.NewReader(s))
		located(t, err)
		for _, p := range pairs {
			if p.A.Empty() || p.B.Empty() || p.A.Start < 0 || p.A.End > p.B.Start || p.B.End > len(p.Text) || strings.ContainsAny(p.Text, "[]") {
				t.Fatalf("pair %+v", p)
			}
		}
	})
}

func FuzzReadSplits(f *testing.F) {
	f.Add("## dev\n * harbor\n")
	f.Fuzz(func(t *testing.T, s string) {
		_, err := readSplits("file", strings.NewReader(s))
		located(t, err)
	})
}
