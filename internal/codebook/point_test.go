package codebook_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/codebook"
	"onrecord/internal/register"
	"onrecord/internal/text"
)

// book loads a codebook with the issue "it" of some lines, and "other".
func book(t testing.TB, lines string) *codebook.Codebook {
	t.Helper()
	src := "name: test\nversion: 1\nissues:\n  - id: it\n    label: it\n    proposition: It is so.\n" + indent(lines) +
		"  - id: other\n    label: other\n    proposition: It is otherwise.\n    terms: [zebra]\n"
	c, err := codebook.Load("test.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func indent(lines string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.TrimRight(lines, "\n") + "\n") {
		b.WriteString("    " + line)
	}
	return b.String()
}

// shown is hits as "words" or "words/side", several with "; " between.
func shown(s string, tokens []text.Span, hits []codebook.Hit) string {
	var parts []string
	for _, h := range hits {
		words := s[tokens[h.First].Start:tokens[h.End-1].End]
		if h.Side != codebook.Neither {
			words += "/" + h.Side.String()
		}
		parts = append(parts, words)
	}
	return strings.Join(parts, "; ")
}

func TestPoint(t *testing.T) {
	for _, c := range []struct{ name, lines, text, want string }{
		{"a word stands for its forms", "terms: [negotiate]", "They negotiated and will negotiate, negotiating on.", "negotiated; negotiate; negotiating"},
		{"in double quotation marks for itself alone", `terms: ["talks"]`, "Talks, but no talk.", "Talks"},
		{"quotation marks inside a term", `terms: ['"talks" with']`, "He talks with us. Talk with me.", "talks with"},
		{"case does not count", "terms: [nato]", "NATO and Nato", "NATO; Nato"},
		{"a star ends a word", "terms: [sanction*]", "Sanctions, sanctioning, sanctionable.", "Sanctions; sanctioning; sanctionable"},
		{"a star begins a word", "terms: ['*proliferation']", "Nonproliferation and counterproliferation.", "Nonproliferation; counterproliferation"},
		{"alternatives", "terms: [cease-fire|ceasefire|truce]", "A cease-fire, a ceasefire, a cease fire and a truce.", "cease-fire; ceasefire; cease fire; truce"},
		{"hyphens of any kind", "terms: [no-fly zone]", "a no‑fly zone, a no–fly zone", "no‑fly zone; no–fly zone"},
		{"apostrophes of any kind", "terms: [Russia's assets]", "Russia’s assets, Russia's assets", "Russia’s assets; Russia's assets"},
		{"quotation marks in the text", "terms: [frozen asset]", "the “frozen” assets", "frozen” assets"},
		{"a comma parts", "terms: [frozen asset]", "It was frozen, assets sold.", ""},
		{"a dash parts", "terms: [frozen asset]", "It was frozen - assets sold.", ""},
		{"a gap holds three words", "terms: [lift ... sanction]", "lift sanctions; lift some of the sanctions; lift just some of the sanctions", "lift sanctions; lift some of the sanctions"},
		{"a gap holds a comma", "terms: [lift ... sanction]", "lift, then, sanctions", "lift, then, sanctions"},
		{"a gap holds brackets", "terms: [billion ... years]", "100 billion (107 billion) over years", "billion) over years"},
		{"a gap ends at a period", "terms: [lift ... sanction]", "Take the lift. Sanctions hurt.", ""},
		{"any one word", "terms: [freeze * asset]", "freeze their assets, freeze assets, freeze all their assets", "freeze their assets"},
		{"the nearest beginning", "terms: [lift ... sanction]", "lift or lift sanctions", "lift sanctions"},
		{"a longer hit hides those inside", "terms: [sanction, economic sanction]", "economic sanctions", "economic sanctions"},
		{"wording", "terms: [sanction]\nfor: [tighten ... sanction]\nagainst: [lift ... sanction]", "lift the sanctions or tighten sanctions", "lift the sanctions/against; tighten sanctions/for"},
		{"a heavier one inside stays", "terms:\n  - {term: economic sanction, weight: 0.5}\n  - sanction", "economic sanctions", "economic sanctions; sanctions"},
		{"wording inside a term stays", "terms: [the sanction of the council]\nfor: [sanction of]", "the sanction of the council", "the sanction of the council; sanction of/for"},
		{"both sides in one place", "for: [war]\nagainst: [war]", "war", "war/for"},
		{"an exception hides what it touches", "terms: [peace]\nexcept: [peace prize]", "The peace prize for peace.", "peace"},
		{"an exception leaves other issues alone", "terms: [stripes]\nexcept: [zebra crossing]", "a zebra crossing", "zebra"},
		{"abbreviations", "terms: [U.N. mission]", "The U.N. mission and the UN mission.", "U.N. mission"},
		{"numbers", "terms: [40 billion]", "$40 billion, 40 billion euros", "40 billion"},
		{"patterns", `patterns: ['\bcease-fires?\b']`, "Cease‑fires hold", "Cease‑fires"},
		{"a space of a pattern is any", `patterns: ['peace talks']`, "peace\n  talks", "peace\n  talks"},
		{"patterns see letters as they stand if they ask", `patterns: ['(?-i:EU)']`, "EU, eu", "EU"},
		{"pattern of half a word gives the token", `patterns: [ceas(e|ing)]`, "The ceasing noise", "ceasing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tokens := codebook.Split(c.text)
			hits := book(t, c.lines).Point(nil, c.text, tokens, nil)
			if diff := cmp.Diff(c.want, shown(c.text, tokens, hits)); diff != "" {
				t.Errorf("%q (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

func TestPointTakesLemmasThatAreGiven(t *testing.T) {
	s := "The left left."
	tokens := codebook.Split(s)
	c := book(t, "terms: [leave]")
	if got := shown(s, tokens, c.Point(nil, s, tokens, []string{"the", "left", "leave", "."})); got != "left" {
		t.Errorf("got %q, want the verb alone", got)
	}
}

func TestPointAppends(t *testing.T) {
	c := book(t, "terms: [peace]")
	hits := c.Point(nil, "peace", codebook.Split("peace"), nil)
	hits = c.Point(hits, "a peace", codebook.Split("a peace"), nil)
	if len(hits) != 2 || hits[0].First != 0 || hits[1].First != 1 {
		t.Errorf("got %v", hits)
	}
}

func TestSumCountsATermOnce(t *testing.T) {
	c := book(t, "terms:\n  - {term: peace, weight: 0.25}\n  - {term: quiet, weight: 0.5}")
	s := "peace, peace and quiet"
	if got := c.Sum(nil, c.Point(nil, s, codebook.Split(s), nil)); got[0] != 0.75 || got[1] != 0 {
		t.Errorf("got %v, want 0.75 and 0", got)
	}
}

// Many terms that all begin alike must not make the work grow with the square
// of the text.
func TestPointIsLinear(t *testing.T) {
	c := book(t, "terms: [x-ray ... x-ray ... x-ray, x-ray * x-ray]")
	for _, n := range []int{100, 1000, 10000} {
		s := strings.Repeat("x-ray ", n)
		if hits := c.Point(nil, s, codebook.Split(s), nil); len(hits) > 3*n {
			t.Errorf("%d hits in %d words", len(hits), n)
		}
	}
}

// TestPassages counts what the shipped codebook finds in passages of our own.
func TestPassages(t *testing.T) {
	c := shippedBook(t)
	data, err := os.ReadFile("testdata/passages.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		want, s, ok := strings.Cut(line, " | ")
		if !ok {
			t.Fatalf("no | in %q", line)
		}
		found := touched(c, s)
		for issue := range strings.SplitSeq(want, ", ") {
			issue, not := strings.CutPrefix(issue, "!")
			issue, missed := strings.CutPrefix(issue, "?")
			if _, known := c.Find(issue); !known {
				t.Errorf("unknown issue %s in %q", issue, line)
			}
			if got := slices.Contains(found, issue); got == (not || missed) {
				t.Errorf("%s in %q: found %v", issue, s, found)
			}
		}
	}
}

// touched is the ids of the issues that a text touches.
func touched(c *codebook.Codebook, s string) []string {
	var ids []string
	for i, sum := range c.Sum(nil, c.Point(nil, s, codebook.Split(s), nil)) {
		if sum >= codebook.Enough {
			ids = append(ids, c.Issues[i].ID)
		}
	}
	return ids
}

func shippedBook(t testing.TB) *codebook.Codebook {
	t.Helper()
	c, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestShippedCodebook(t *testing.T) {
	c := shippedBook(t)
	if len(c.Warnings) > 0 {
		t.Errorf("warnings: %v", c.Warnings)
	}
	if c.Ref() != "conflict-diplomacy@1" {
		t.Errorf("it is called %s", c.Ref())
	}
	for i := range c.Issues {
		issue := &c.Issues[i]
		if len(issue.Examples) < 2 || issue.Note == "" {
			t.Errorf("%s needs two examples and a note", issue.ID)
		}
		for _, use := range []codebook.Side{codebook.For, codebook.Against} {
			if !slices.ContainsFunc(issue.Terms, func(t codebook.Term) bool { return t.Side == use }) {
				t.Errorf("%s has no wording %s it", issue.ID, use)
			}
		}
	}
}

func TestShippedActorsAreKnown(t *testing.T) {
	known, err := register.Load()
	if err != nil {
		t.Fatal(err)
	}
	c := shippedBook(t)
	for i := range c.Issues {
		for _, a := range c.Issues[i].Actors {
			if known.Actor(a) == nil {
				t.Errorf("%s: the register does not know %s", c.Issues[i].ID, a)
			}
		}
	}
}

// TestShippedExamples counts the examples that the terms of their own issue find.
// They are written to be understood, not to hold the terms, so some are missed.
func TestShippedExamples(t *testing.T) {
	c := shippedBook(t)
	found, all := 0, 0
	for i := range c.Issues {
		for _, e := range c.Issues[i].Examples {
			all++
			if slices.Contains(touched(c, e.Text), e.Issue) {
				found++
			} else {
				t.Logf("%s: not found in %q", e.Issue, e.Text)
			}
		}
	}
	t.Logf("%d of %d examples found", found, all)
	if 2*found < all {
		t.Error("less than half")
	}
}

func TestStarterHasNoWarnings(t *testing.T) {
	c, err := codebook.Load("starter.yaml", codebook.Starter())
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Warnings) > 0 {
		t.Errorf("warnings: %v", c.Warnings)
	}
}

func FuzzPoint(f *testing.F) {
	c := shippedBook(f)
	f.Add("The U.S. won't lift “most” of the sanctions—yet.")
	f.Add("cease-fire|’’’...---\xff\xfe")
	f.Fuzz(func(t *testing.T, s string) {
		tokens := codebook.Split(s)
		last := 0
		for _, token := range tokens {
			if token.Start < last || token.End <= token.Start || token.End > len(s) {
				t.Fatalf("token %v behind %d of %d bytes", token, last, len(s))
			}
			last = token.End
		}
		for _, h := range c.Point(nil, s, tokens, nil) {
			if h.First < 0 || h.End <= h.First || int(h.End) > len(tokens) || h.Weight <= 0 {
				t.Fatalf("hit %+v of %d tokens", h, len(tokens))
			}
			_ = c.Issues[h.Issue].Terms[h.Term]
		}
	})
}

func FuzzTerm(f *testing.F) {
	f.Add(`lift|ease ... "sanctions" * cease-fire*`, "They eased the old sanctions for cease-fires.")
	f.Add(`"`, "")
	f.Fuzz(func(t *testing.T, term, s string) {
		src := fmt.Sprintf("name: fuzz\nversion: 1\nissues:\n  - id: it\n    label: it\n    terms: [%q]\n    patterns: [%q]\n", term, s)
		c, err := codebook.Load("fuzz.yaml", []byte(src))
		if err != nil {
			return
		}
		tokens := codebook.Split(s)
		for _, h := range c.Point(nil, s, tokens, nil) {
			if h.End <= h.First || int(h.End) > len(tokens) {
				t.Fatalf("hit %+v of %d tokens", h, len(tokens))
			}
		}
	})
}

const benchText = `The foreign minister said on Friday that his government would lift most of the sanctions once the truce
held and the convoys reached the besieged city. “We won’t be pushed into talks,” he told reporters, adding that the
long-range missiles which the allies had sent were no threat to anybody who stayed on his own side of the border. In the
capital, shops opened again, children went to school, and the mayor promised new buses by the end of the year. `

func BenchmarkPoint(b *testing.B) {
	c := shippedBook(b)
	tokens := codebook.Split(benchText)
	lemmas := make([]string, len(tokens))
	for i, t := range tokens {
		lemmas[i] = strings.ToLower(t.Of(benchText))
	}
	var hits []codebook.Hit
	b.ReportAllocs()
	for b.Loop() {
		hits = c.Point(hits[:0], benchText, tokens, lemmas)
	}
	b.ReportMetric(float64(len(tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkDefault(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		shippedBook(b)
	}
}
