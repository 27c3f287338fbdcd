package amount_test

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/amount"
	"onrecord/internal/annotate/annotatetest"
	"onrecord/internal/document"
	"onrecord/internal/text"
)

// lay returns the layers of one sentence without tags and tree: words are runs
// of letters and figures, marks stand alone.
func lay(s string) *annotate.Layers {
	l := &annotate.Layers{Document: &document.Document{ID: "d", Text: s}, Blocks: []annotate.Block{{Span: text.Span{End: len(s)}}}}
	for p := 0; p < len(s); {
		c, size := utf8.DecodeRuneInString(s[p:])
		end := p + size
		switch {
		case unicode.IsSpace(c):
			p = end
			continue
		case address(s[p:]):
			end = p + strings.IndexByte(s[p:]+" ", ' ')
		case word(c):
			for end < len(s) {
				d, size := utf8.DecodeRuneInString(s[end:])
				if !word(d) && !(strings.ContainsRune(".,", d) && end+1 < len(s) && word(rune(s[end+1]))) {
					break
				}
				end += size
			}
		}
		l.Tokens = append(l.Tokens, text.Span{Start: p, End: end})
		p = end
	}
	l.Sentences = []annotate.Sentence{{First: 0, End: len(l.Tokens)}}
	return l
}

// address says whether s begins with an address of the web or of mail.
func address(s string) bool {
	first, _, _ := strings.Cut(s[:min(len(s), 40)], " ")
	return strings.Contains(first, "@") || strings.Contains(first, "://")
}

func word(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// tell writes what was found in a line: amounts first, then numbers.
func tell(l *annotate.Layers) string {
	var out []string
	value := func(value, low, high string) string {
		if low != "" || high != "" {
			return low + ".." + high
		}
		return value
	}
	for _, a := range l.Amounts {
		f := strings.TrimSpace(a.Unit + " " + value(a.Value, a.Low, a.High))
		if a.About {
			f = "~" + f
		}
		if a.Per != "" {
			f += "/" + a.Per
		}
		for _, h := range a.Hedge {
			f += " " + l.Word(h)
		}
		if a.EquivalentOf >= 0 {
			f += " =" + l.Amounts[a.EquivalentOf].Unit
		}
		out = append(out, f)
	}
	for _, n := range l.Numbers {
		f := value(n.Value, n.Low, n.High) + n.Unit
		if n.About {
			f = "~" + f
		}
		if n.Ordinal {
			f += "."
		}
		if n.What[1] > n.What[0] {
			f += " (" + text.Span{Start: l.Tokens[n.What[0]].Start, End: l.Tokens[n.What[1]-1].End}.Of(l.Document.Text) + ")"
		}
		out = append(out, f)
	}
	return strings.Join(out, "; ")
}

func apply(t testing.TB, l *annotate.Layers) *annotate.Layers {
	t.Helper()
	if err := amount.Stage().Apply(l); err != nil {
		t.Fatal(err)
	}
	return l
}

// testdata/amounts.txt and numbers.txt have a sentence, "=>", and what is found
// in it, a line each.
func TestSentences(t *testing.T) {
	for _, name := range [...]string{"testdata/amounts.txt", "testdata/numbers.txt"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			s, want, ok := strings.Cut(line, "=>")
			if !ok {
				t.Errorf("%s: %q has no =>", name, line)
				continue
			}
			s = strings.ReplaceAll(strings.TrimSpace(s), "~nbsp~", "\u00a0")
			if got := tell(apply(t, lay(s))); got != strings.TrimSpace(want) {
				t.Errorf("%s\n got %s\nwant %s", s, got, strings.TrimSpace(want))
			}
		}
	}
}

func TestWhatIsCounted(t *testing.T) {
	for name, c := range map[string]struct{ table, want string }{
		"a number hangs on the noun it counts": {`
They   they   PRON  2 nsubj
sent   send   VERB  0 root
31     31     NUM   5 nummod
Abrams Abrams PROPN 5 compound
tanks  tank   NOUN  2 obj`, "31 (Abrams tanks)"},
		"the most of a million": {`
up      up      ADP  4 advmod
to      to      ADP  1 fixed
a       a       DET  4 det
million million NUM  5 nummod
shells  shell   NOUN 0 root`, "..1000000 (shells)"},
		"what stands behind of": {`
dozens dozen NOUN 0 root
of     of    ADP  3 case
drones drone NOUN 1 nmod`, "~ (drones)"},
		"some of more": {`
It     it     PRON 2 nsubj
downed down   VERB 0 root
30     30     NUM  2 obj
of     of     ADP  6 case
34     34     NUM  6 nummod
drones drone  NOUN 3 nmod`, "30 (drones); 34 (drones)"},
		"a noun of measure goes on": {`
10,000     10000      NUM  2 nummod
rounds     round      NOUN 0 root
of         of         ADP  4 case
ammunition ammunition NOUN 2 nmod`, "10000 (rounds of ammunition)"},
		"one of them counts none": {`
one     one    NUM  0 root
of      of     ADP  4 case
the     the    DET  4 det
parties party  NOUN 1 nmod`, "1"},
		"a number behind a noun labels it": {`
Article article NOUN 3 compound
5       5       NUM  1 nummod
applies apply   VERB 0 root`, "5"},
		"a year counts nothing": {`
the      the      DET  3 det
2016     2016     NUM  3 nummod
election election NOUN 0 root`, "2016"},
		"a dispute is not over a number": {`
disputes dispute NOUN 0 root
over     over    ADP  4 case
30       30      NUM  4 nummod
islands  island  NOUN 1 nmod`, "30 (islands)"},
		"over as an adverb bounds": {`
over    over   ADV  2 advmod
30      30     NUM  3 nummod
islands island NOUN 0 root`, "30.. (islands)"},
		"over is a particle of some verbs": {`
take    take   VERB 0 root
over    over   ADV  1 advmod
3       3      NUM  4 nummod
towns   town   NOUN 1 obj`, "3 (towns)"},
		"a number within what another counts": {`
14         14         NUM   4 nummod
Challenger Challenger PROPN 4 compound
2          2          NUM   4 nummod
tanks      tank       NOUN  0 root`, "14 (Challenger 2 tanks); 2"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := tell(apply(t, annotatetest.Parsed(t, c.table))); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestTimesAndNames(t *testing.T) {
	l := lay("In 2022 the Group of Seven gave 12 tanks over five years")
	at := func(first, end int) (text.Span, int, int) { return l.Tokens[first].Cover(l.Tokens[end-1]), first, end }
	var year, years annotate.Timex
	year.Span, year.First, year.End = at(1, 2)
	years.Span, years.First, years.End = at(10, 12)
	l.Timexes = []annotate.Timex{year, years}
	l.Entities = []annotate.Entity{{First: 3, End: 6, Class: annotate.Organization}}
	if got, want := tell(apply(t, l)), "7; 12"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestSpansAreLettersAndTokens(t *testing.T) {
	l := apply(t, lay("They asked for about EUR100 billion (USD107 billion) a year."))
	var words []string
	for _, a := range l.Amounts {
		words = append(words, a.Of(l.Document.Text), text.Span{Start: l.Tokens[a.First].Start, End: l.Tokens[a.End-1].End}.Of(l.Document.Text))
	}
	want := []string{"EUR100 billion", "EUR100 billion", "USD107 billion", "USD107 billion"}
	if d := cmp.Diff(want, words); d != "" {
		t.Error(d)
	}
}

func TestNews(t *testing.T) {
	for unit, want := range map[string]struct {
		code   string
		places int
	}{
		"Dollar": {"USD", 0}, "Pound": {"GBP", 0}, "Pence": {"GBP", -2}, "Euro": {"EUR", 0}, "Swedish krona": {"SEK", 0},
		"Dinar": {"", 0}, "Crown": {"", 0}, "nothing": {"", 0}, "Yen sign": {"JPY", 0},
	} {
		if code, places := amount.News(unit); code != want.code || places != want.places {
			t.Errorf("News(%q) = %q, %d, want %q, %d", unit, code, places, want.code, want.places)
		}
	}
}

func TestIn(t *testing.T) {
	for _, c := range [...]struct{ unit, country, want string }{
		{"Dollar", "AU", "AUD"},
		{"Dollar", "US", "USD"},
		{"Dollar", "FR", ""},
		{"Pound", "EG", "EGP"},
		{"Franc", "CH", "CHF"},
		{"Dinar", "IQ", "IQD"},
		{"Rial", "IR", "IRR"},
		{"Krona", "SE", "SEK"},
		{"Peso", "MX", "MXN"},
		{"Cent", "US", ""},
		{"Won", "KR", "KRW"},
	} {
		if got := amount.In(c.unit, c.country); got != c.want {
			t.Errorf("In(%q, %q) = %q, want %q", c.unit, c.country, got, c.want)
		}
	}
}

func TestShift(t *testing.T) {
	for _, c := range [...]struct {
		value  string
		places int
		want   string
	}{
		{"50", -2, "0.5"}, {"1.25", 9, "1250000000"}, {"-3", 2, "-300"}, {"", 3, ""}, {"7", 0, "7"}, {"1", 1 << 30, "1"}, {"words", 1, "words"},
	} {
		if got := amount.Shift(c.value, c.places); got != c.want {
			t.Errorf("Shift(%q, %d) = %q, want %q", c.value, c.places, got, c.want)
		}
	}
}

func FuzzApply(f *testing.F) {
	for _, name := range [...]string{"testdata/amounts.txt", "testdata/numbers.txt"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			f.Add(line)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 || !utf8.ValidString(s) {
			return
		}
		l := apply(t, lay(s))
		check := func(at text.Span, first, end, before int) {
			if at.Start < before || at.Empty() || at.End > len(s) || !utf8.ValidString(at.Of(s)) {
				t.Fatalf("span %v in %q, after %d", at, s, before)
			}
			if first < 0 || end <= first || end > len(l.Tokens) || l.Tokens[first].Start > at.Start || l.Tokens[end-1].End < at.End {
				t.Fatalf("tokens %d to %d do not hold %v in %q", first, end, at, s)
			}
		}
		before := 0
		for i, a := range l.Amounts {
			check(a.Span, a.First, a.End, before)
			before = a.Span.End
			if a.EquivalentOf >= i {
				t.Fatalf("amount %d is equivalent to %d", i, a.EquivalentOf)
			}
		}
		before = 0
		for _, n := range l.Numbers {
			check(n.Span, n.First, n.End, before)
			before = n.Span.End
			for _, a := range l.Amounts {
				if a.Overlaps(n.Span) {
					t.Fatalf("%q is both a number and a sum", n.Of(s))
				}
			}
		}
	})
}

func BenchmarkApply(b *testing.B) {
	s := strings.Repeat("The ministers agreed on Saturday to send 31 tanks and about $1.2 billion (€1.1bn) to the north, said the envoy, who has long warned that the talks would fail and that nothing could be done before the summer. ", 200)
	l := lay(s)
	b.ReportAllocs()
	for b.Loop() {
		l.Amounts, l.Numbers = nil, nil
		apply(b, l)
	}
	b.ReportMetric(float64(len(l.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
