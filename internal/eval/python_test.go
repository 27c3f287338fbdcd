package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/export/brat"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// shared returns the folder with the data and the scorer of PolNeAR, which lie
// outside the project: ONRECORD_SHARED, or ../shared beside the module.
func shared(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("ONRECORD_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared") // from internal/eval
	}
	if _, err := os.Stat(filepath.Join(dir, "eval", "score_attribution.py")); err != nil {
		t.Skipf("the scorer of PolNeAR is not here (%v): set ONRECORD_SHARED to the folder that holds eval/score_attribution.py", err)
	}
	return dir
}

// python runs python3 and returns what it prints.
func python(t *testing.T, args ...string) []byte {
	t.Helper()
	path, err := exec.LookPath("python3")
	if err != nil {
		if slices.Contains(strings.Split(os.Getenv("ONRECORD_REQUIRE"), ","), "python") {
			t.Fatal(err)
		}
		t.Skipf("%v: install it with apt-get install python3", err)
	}
	cmd := exec.Command(path, args...)
	cmd.Env = append(os.Environ(), "PYTHONUTF8=1")
	out, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		t.Fatalf("python3: %v\n%s", err, exit.Stderr)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestWordCharactersAreThoseOfPython compares every character that both sides
// know: their versions of Unicode differ.
func TestWordCharactersAreThoseOfPython(t *testing.T) {
	out := python(t, "-c", `
import re, sys, unicodedata
w = re.compile(r"\w")
sys.stdout.write("".join("?" if unicodedata.category(chr(c)) == "Cn" else "w" if w.match(chr(c)) else "." for c in range(0x110000)))`)
	if len(out) != unicode.MaxRune+1 {
		t.Fatalf("%d answers", len(out))
	}
	assigned := []*unicode.RangeTable{unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.C}
	compared := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if out[r] == '?' || !unicode.In(r, assigned...) {
			continue
		}
		compared++
		if got := wordCharacter(r); got != (out[r] == 'w') {
			t.Errorf("%U: %v, for Python %v", r, got, !got)
		}
	}
	if compared < 280000 {
		t.Errorf("only %d characters compared", compared)
	}
}

// TestAttributionAgreesWithTheScorer compares every figure with those that
// score_attribution.py prints for the same predictions.
func TestAttributionAgreesWithTheScorer(t *testing.T) {
	dir := shared(t)
	g := rand.New(rand.NewPCG(7, 11))
	type set struct {
		name     string
		folder   string // with text and attributions, for the scorer
		articles []gold.Article
	}
	made := set{"made up", t.TempDir(), madeUp(g, 60)}
	for _, a := range made.articles {
		write(t, filepath.Join(made.folder, "text", a.Name+".txt"), func(w io.Writer) error {
			_, err := io.WriteString(w, a.Text)
			return err
		})
		write(t, filepath.Join(made.folder, "attributions", a.Name+"_0000.ann"), func(w io.Writer) error { return brat.Write(w, a.Text, a.Attributions) })
	}
	sets := []set{made}
	if dev := filepath.Join(dir, "data", "polnear", "dev"); !testing.Short() {
		articles, err := gold.ReadArticles(dev)
		if err != nil {
			t.Fatal(err)
		}
		sets = append(sets, set{"PolNeAR dev", dev, articles})
	}
	for _, set := range sets {
		for _, noise := range []float64{0, .1, .5} {
			t.Run(fmt.Sprintf("%s, %.0f%% noise", set.name, 100*noise), func(t *testing.T) {
				predicted := map[string][]gold.Attribution{}
				for i, a := range set.articles {
					if noise == 0 || i%17 > 0 { // some are missing
						predicted[a.Name] = perturbed(g, a, noise)
					}
				}
				compare(t, filepath.Join(dir, "eval", "score_attribution.py"), set.folder, set.articles, predicted)
			})
		}
	}
}

// compare scores predicted here, and by the scorer against the gold files in
// folder, of which articles were read.
func compare(t *testing.T, scorer, folder string, articles []gold.Article, predicted map[string][]gold.Attribution) {
	t.Helper()
	tmp := t.TempDir()
	for _, a := range articles {
		if p, ok := predicted[a.Name]; ok {
			write(t, filepath.Join(tmp, a.Name+".ann"), func(w io.Writer) error { return brat.Write(w, a.Text, p) })
		}
	}
	out := python(t, scorer, "--json", filepath.Join(folder, "text"), filepath.Join(folder, "attributions"), tmp)
	ours, err := json.Marshal(ScoreAttribution(articles, predicted))
	if err != nil {
		t.Fatal(err)
	}
	want, got := map[string]any{}, map[string]any{}
	if err := errors.Join(json.Unmarshal(out, &want), json.Unmarshal(ours, &got)); err != nil {
		t.Fatal(err)
	}
	if len(want) != len(got) || len(want) != 8 {
		t.Errorf("%d figures, of the scorer %d", len(got), len(want))
	}
	for k, w := range want {
		if figure, ok := w.(map[string]any); ok {
			for m, x := range figure {
				if y := got[k].(map[string]any)[m]; x != y {
					t.Errorf("%s %s: %v, of the scorer %v", k, m, y, x)
				}
			}
			low, f1, high := got[k].(map[string]any)["low"].(float64), figure["f1"].(float64), got[k].(map[string]any)["high"].(float64)
			if low > f1 || high < f1 {
				t.Errorf("%s: %v is not in [%v, %v]", k, f1, low, high)
			}
		} else if w != got[k] {
			t.Errorf("%s: %v, of the scorer %v", k, got[k], w)
		}
	}
	t.Logf("%s", bytes.TrimSpace(out))
}

func write(t *testing.T, path string, to func(io.Writer) error) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(to(f), f.Close()); err != nil {
		t.Fatal(err)
	}
}

// madeUp returns n articles of words, marks and letters that are easily counted
// wrongly, with attributions anywhere.
func madeUp(g *rand.Rand, n int) []gold.Article {
	parts := strings.Fields("Zoë cafe\u0301s Oslo’s two-day rock'n'roll €100.5 ½ x² Київ 東京 🎈 snake_case — “ ” , . ... -- ' ’ -")
	gaps := []string{" ", " ", " ", "", "\n", "\r\n", "\u00a0", "\u2028", "\t", "\x1c"}
	var out []gold.Article
	for i := range n {
		var b strings.Builder
		for range 1 + g.IntN(60) {
			b.WriteString(parts[g.IntN(len(parts))] + gaps[g.IntN(len(gaps))])
		}
		a := gold.Article{Name: fmt.Sprintf("article %d", i), Text: b.String()}
		for range g.IntN(8) {
			a.Attributions = append(a.Attributions, anywhere(g, a.Text))
		}
		out = append(out, a)
	}
	return out
}

// anywhere returns an attribution at random places of t.
func anywhere(g *rand.Rand, t string) gold.Attribution {
	n := utf8.RuneCountInString(t)
	spans := func(most, length int) []text.Span {
		var out []text.Span
		for range g.IntN(most + 1) {
			start := g.IntN(n)
			out = append(out, text.Span{Start: start, End: min(n, start+1+g.IntN(length))})
		}
		return out
	}
	start := g.IntN(n)
	return gold.Attribution{Source: spans(1, 12), Cue: []text.Span{{Start: start, End: min(n, start+1+g.IntN(8))}}, Content: spans(2, 80)}
}

// perturbed returns the gold attributions of a with mistakes, each as likely as
// noise says: left out, doubled, shifted, without source, or made up.
func perturbed(g *rand.Rand, a gold.Article, noise float64) []gold.Attribution {
	n := utf8.RuneCountInString(a.Text)
	shift := func(spans []text.Span) []text.Span {
		out := slices.Clone(spans)
		for i := range out {
			if g.Float64() < noise {
				start := max(0, min(n-1, out[i].Start+g.IntN(21)-10))
				out[i] = text.Span{Start: start, End: max(start+1, min(n, out[i].End+g.IntN(41)-20))}
			}
		}
		return out
	}
	var out []gold.Attribution
	for _, x := range a.Attributions {
		if g.Float64() < noise {
			continue
		}
		y := gold.Attribution{Source: shift(x.Source), Cue: shift(x.Cue), Content: shift(x.Content)}
		if g.Float64() < noise {
			y.Source = nil
		}
		if g.Float64() < noise && len(y.Content) > 0 {
			y.Cue = nil
		}
		out = append(out, y)
		if g.Float64() < noise {
			out = append(out, y)
		}
		if g.Float64() < noise {
			out = append(out, anywhere(g, a.Text))
		}
	}
	g.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}
