package timex_test

import (
	"cmp"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/annotatetest"
	"onrecord/internal/annotate/timex"
	"onrecord/internal/document"
	"onrecord/internal/text"
)

// worded returns the layers of t with one token a word or mark, a sentence a
// full stop, and no trees.
func worded(t, published string) *annotate.Layers {
	l := &annotate.Layers{Document: &document.Document{ID: "d", Text: t, Published: published}}
	l.Blocks = []annotate.Block{{Span: text.Span{End: len(t)}}}
	kind := func(r rune) int {
		switch {
		case unicode.IsSpace(r):
			return 0
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return 1
		}
		return 2
	}
	first, start, before := 0, 0, 0
	end := func(at int) {
		if before > 0 && at > start {
			l.Tokens = append(l.Tokens, text.Span{Start: start, End: at})
		}
	}
	for i, r := range t {
		k := kind(r)
		if k != before || k == 2 {
			end(i)
			start = i
		}
		before = k
		if r == '.' && (i+1 == len(t) || strings.HasPrefix(t[i:], ". T") || strings.HasPrefix(t[i:], ". O")) {
			end(i + 1)
			start, before = i+1, 0
			l.Sentences = append(l.Sentences, annotate.Sentence{First: first, End: len(l.Tokens)})
			first = len(l.Tokens)
		}
	}
	end(len(t))
	if first < len(l.Tokens) {
		l.Sentences = append(l.Sentences, annotate.Sentence{First: first, End: len(l.Tokens)})
	}
	l.Tags = make([]annotate.UPOS, len(l.Tokens))
	for i := range l.Tags {
		l.Tags[i] = tag(l, i)
	}
	return l
}

// tag gives words a rough part of speech, as far as the sentences need one.
func tag(l *annotate.Layers, i int) annotate.UPOS {
	w := l.Word(i)
	before := ""
	if i > 0 {
		before = l.Word(i - 1)
	}
	switch {
	case unicode.IsDigit(rune(w[0])), w == "billion":
		return annotate.NUM
	case w == "march" && before == "may":
		return annotate.VERB
	case w == "may", w == "will", w == "has":
		return annotate.AUX
	case before == "Theresa", w == "Theresa", w == "Resolution":
		return annotate.PROPN
	case w == "Around":
		return annotate.ADV
	case strings.HasSuffix(w, "ed"):
		return annotate.VERB
	}
	return annotate.NOUN
}

func apply(t testing.TB, l *annotate.Layers) {
	t.Helper()
	if err := timex.Stage().Apply(l); err != nil {
		t.Fatal(err)
	}
}

// shown writes the timexes of l as testdata/expressions.txt does.
func shown(l *annotate.Layers) string {
	var out []string
	for _, x := range l.Timexes {
		out = append(out, fmt.Sprintf("%s = %s %s", x.Span.Of(l.Document.Text), x.Type, cmp.Or(string(x.Date), string(x.Duration), "-")))
	}
	return strings.Join(out, "; ")
}

func TestExpressions(t *testing.T) {
	data, err := os.ReadFile("testdata/expressions.txt")
	if err != nil {
		t.Fatal(err)
	}
	published := ""
	for n, line := range strings.Split(string(data), "\n") {
		if day, ok := strings.CutPrefix(line, "published"); ok {
			published = strings.TrimSpace(day)
			continue
		}
		sentence, want, ok := strings.Cut(line, " -> ")
		if !ok || line[0] == '#' {
			continue
		}
		l := worded(sentence, published)
		apply(t, l)
		if got := shown(l); got != strings.TrimSpace(want) {
			t.Errorf("expressions.txt:%d: %s\n got %s\nwant %s", n+1, sentence, got, want)
		}
	}
}

func TestVerbsTellWhetherATimeIsStillToCome(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"a past verb looks back", "They they PRON 2 nsubj\nmet meet VERB 0 root\non on ADP 4 case\nThursday Thursday PROPN 2 obl", "Thursday = DATE 2024-04-04"},
		{"will looks ahead", "They they PRON 3 nsubj\nwill will AUX 3 aux\nmeet meet VERB 0 root\non on ADP 5 case\nThursday Thursday PROPN 3 obl", "Thursday = DATE 2024-04-11"},
		{"the present looks ahead", "Talks talk NOUN 2 nsubj\nstart start VERB 0 root\nin in ADP 4 case\nJuly July PROPN 2 obl", "July = DATE 2024-07"},
		{"what is scheduled looks ahead", "It it PRON 3 nsubj\nwas be AUX 3 aux\nscheduled schedule VERB 0 root\nfor for ADP 5 case\nMonday Monday PROPN 3 obl", "Monday = DATE 2024-04-08"},
		{"a month in an infinitive is the nearer one", "They they PRON 2 nsubj\nhoped hope VERB 0 root\nto to PART 4 mark\nmeet meet VERB 2 xcomp\nin in ADP 6 case\nMarch March PROPN 4 obl", "March = DATE 2024-03"},
		{"will with a length of time", "They they PRON 3 nsubj\nwill will AUX 3 aux\nmeet meet VERB 0 root\nin in ADP 6 case\ntwo two NUM 6 nummod\nweeks week NOUN 3 obl", "in two weeks = DATE 2024-04-21~"},
		{"a past verb with a length of time", "They they PRON 2 nsubj\nfell fall VERB 0 root\nin in ADP 5 case\ntwo two NUM 5 nummod\nweeks week NOUN 2 obl", "two weeks = DURATION P2W"},
		{"told as past, but still to come", "He he PRON 2 nsubj\ndied die VERB 0 root\non on ADP 5 case\n5 5 NUM 5 nummod\nMay May PROPN 2 obl\n2031 2031 NUM 5 nmod", "5 May 2031 = DATE -"},
	} {
		l := annotatetest.Parsed(t, c.table)
		l.Document.Published = "2024-04-07"
		apply(t, l)
		if got := shown(l); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestNamesAreNoTimes(t *testing.T) {
	l := worded("The Sunday Times wrote it on Sunday.", "2024-04-07")
	l.Entities = []annotate.Entity{{First: 0, End: 3, Class: annotate.Organization}}
	apply(t, l)
	if got, want := shown(l), "Sunday = DATE 2024-04-07"; got != want || l.Timexes[0].First != 6 {
		t.Errorf("%s, want %s", got, want)
	}
	l = worded("Sara Stone, 27, left.", "2024-04-07")
	l.Entities = []annotate.Entity{{First: 0, End: 2, Class: annotate.Person}}
	apply(t, l)
	if got, want := shown(l), "27 = AGE P27Y"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestTheDayOfPublicationMayStandInTheTextOrBeAssumed(t *testing.T) {
	for _, c := range []struct{ published, told, assumed, want string }{
		{"2024-04-07", "2020-01-01", "2019-01-01", "2024-04-06"},
		{"", "2024-04-07", "2019-01-01", "2024-04-06"},
		{"", "", "2024-04-07", "2024-04-06"},
		{"2024-04", "", "", ""},
	} {
		l := worded("They met yesterday.", c.published)
		l.Facts.Published, l.Document.AssumedDate = c.told, c.assumed
		apply(t, l)
		if got := string(l.Timexes[0].Date); got != c.want || timex.Undated(l) != (c.want == "") {
			t.Errorf("%v: %q, want %q; undated %v", c, got, c.want, timex.Undated(l))
		}
	}
}

func lastToken(x annotate.Timex) int { return x.End - 1 }

func FuzzApply(f *testing.F) {
	f.Add("On Friday, April 5, 2024, and from 3 to 5 May; two weeks later – mid-’90s, 10/1-11/2/2017 at 3pm.", "2024-04-07")
	f.Add("the last 3 months and 2 weeks of the 21st century until the week after next, aged 34", "")
	f.Add("next 99999999 years, year 0000, 9999-12-31 to 0001-01-01, the decade to 0001", "9999-12-31")
	f.Fuzz(func(t *testing.T, s, published string) {
		if !utf8.ValidString(s) {
			return
		}
		l := worded(s, published)
		apply(t, l)
		end := 0
		for _, x := range l.Timexes {
			if x.Start < end || x.Span.End <= x.Start || x.Span.End > len(s) || !utf8.ValidString(x.Span.Of(s)) {
				t.Fatalf("span %v in %q", x.Span, s)
			}
			end = x.Span.End
			if last := l.Tokens[lastToken(x)]; x.Span.End > last.End || x.Start < l.Tokens[x.First].Start {
				t.Fatalf("the tokens from %d do not hold %v", x.First, x.Span)
			}
			if x.Date != "" && !x.Date.Valid() {
				t.Fatalf("date %q of %q", x.Date, x.Span.Of(s))
			}
		}
	})
}

func BenchmarkApply(b *testing.B) {
	one := "The minister said on Friday that 40 tanks would be sent by the end of the year, two weeks after talks in early March. " +
		"Nobody at the long table had asked for them, and the officials who spoke to reporters would not say where they came from. "
	l := worded(strings.Repeat(one, 100), "2024-04-07")
	b.ReportAllocs()
	for range b.N {
		l.Timexes = nil
		apply(b, l)
	}
	b.ReportMetric(float64(b.N*len(l.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}
