package terminal_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/engine"
	"onrecord/internal/export"
	"onrecord/internal/export/terminal"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// reading makes a document of paragraphs. Each statement is written as
// source|cue|content, which are looked for in the text.
func reading(t *testing.T, paragraphs []string, statements ...string) *engine.Reading {
	t.Helper()
	d := &document.Document{ID: "doc", Title: paragraphs[0], Outlet: "Northern Courier", Published: "2024-04-07", Origin: "a.txt", Text: strings.Join(paragraphs, "\n\n")}
	find := func(s string) []text.Span {
		if s == "" {
			return nil
		}
		i := strings.Index(d.Text, s)
		if i < 0 {
			t.Fatalf("%q is not in the text", s)
		}
		return []text.Span{{Start: i, End: i + len(s)}}
	}
	r := &engine.Reading{Document: d, Passages: []*annotate.Layers{{Document: d}}}
	for i, p := range paragraphs {
		kind := annotate.Paragraph
		if i == 0 {
			kind = annotate.Headline
		}
		r.Blocks = append(r.Blocks, annotate.Block{Span: find(p)[0], Kind: kind})
	}
	for at := 0; ; {
		i := strings.Index(d.Text[at:], "“")
		if i < 0 {
			break
		}
		i += at
		at = i + strings.Index(d.Text[i:], "”") + len("”")
		r.Passages[0].Quotes = append(r.Passages[0].Quotes, annotate.Quote{Span: text.Span{Start: i, End: at}, Closed: true})
	}
	for _, s := range statements {
		part := strings.Split(s, "|")
		r.Statements = append(r.Statements, record.Statement{ID: record.StatementID(part[1]), Source: find(part[0]), Cue: find(part[1]), Content: find(part[2])})
	}
	return r
}

var story = []string{
	"Chief leaves terms to Kyiv",
	"The chief, a Norwegian, promised that “a real peace” would come. It signals patience, and more patience than before.",
	"It was reported that talks had begun.",
}

func TestText(t *testing.T) {
	r := reading(t, story, "The chief, a Norwegian,|promised|that “a real peace” would come", "|was reported|that talks had begun", "It|signals|patience, and more patience than before")
	r.Statements[0].Manner, r.Statements[0].Act = record.Mixed, record.Promise
	r.Statements[2].Act = record.Gloss
	r.Document.Note(document.Problem{Code: document.Capitals, What: "nearly all letters are capitals", Hint: "give the text as it was printed"})
	r.Actors = []record.Actor{
		{ID: "chief", Name: "The Chief", Kind: record.Person, Offices: []record.Office{{Title: "Chair", Of: "club"}}},
		{ID: "club", Name: "the Club", Kind: record.Organization},
	}
	r.Statements[0].Speakers, r.Statements[0].Said, r.Statements[0].SaidBasis, r.Statements[0].SaidText = []record.ActorID{"chief"}, "2024-04-06", record.Spoken, "Saturday"
	span := func(s string) text.Span {
		i := strings.Index(r.Document.Text, s)
		return text.Span{Start: i, End: i + len(s)}
	}
	r.Pledges = []record.Pledge{{
		Proposers: []record.ActorID{"chief"}, Donors: []record.ActorID{"club"}, Predicate: span("promised"), Evidence: []text.Span{span("a real peace")}, Status: record.Proposed,
		Amounts: []record.Amount{{Value: "5000000", Currency: "NOK", EquivalentOf: -1, Hedge: "reportedly"}, {Value: "450000", Currency: "USD", EquivalentOf: 0}},
	}}
	r.Actions = []record.Action{
		{Actors: []record.ActorID{"club"}, Type: record.TypeConsult, Predicate: span("talks"), Evidence: []text.Span{span("talks")}, Time: "2022"},
		{Actors: []record.ActorID{"club"}, Type: record.TypeAgree, Predicate: span("come"), Evidence: []text.Span{span("come")}, Negated: true, AccordingTo: []record.StatementID{r.Statements[0].ID}},
	}
	want := `Chief leaves terms to Kyiv
Northern Courier · 7 April 2024 · a.txt

  The Chief · Chair, the Club
    promised that “a real peace” would
      come
      1 · promise, mixed · 6 April 2024
      (said, “Saturday”) · ¶1 · 61–91

  Nobody named
    was reported that talks had begun
      2 · indirect · ¶2 · 162–182

  Pledges
    the Club NOK 5 million (reportedly)
      = USD 450,000
      P1 · proposed · proposed by The
      Chief · ¶1 · 67–79

  Actions, in the outlet’s own voice
    the Club talks
      A1 · consult · 2022 · ¶2 · 167–172

  Actions, claimed
    the Club come
      A2 · agree · not done · according
      to 1 · ¶1 · 87–91

  The outlet’s own words
    It signals patience, and more
      patience than before
      3 · ¶1 · 104–143

  ! nearly all letters are capitals
    give the text as it was printed

`
	got := strings.ReplaceAll(string(terminal.Text(export.Of(r, export.Options{}), terminal.Style{Width: 40})), "\u00a0", " ")
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestColors(t *testing.T) {
	r := reading(t, story, "The chief|promised|that “a real peace” would come")
	colored := string(terminal.Text(export.Of(r, export.Options{}), terminal.Style{Width: 60, Color: true}))
	for _, want := range []string{"\x1b[1;36mThe chief\x1b[0m", "\x1b[32m“a real peace”\x1b[0m would come\n"} {
		if !strings.Contains(colored, want) {
			t.Errorf("%q is missing in %q", want, colored)
		}
	}
	plain := colored
	for {
		before, rest, ok := strings.Cut(plain, "\x1b[")
		if !ok {
			break
		}
		_, after, _ := strings.Cut(rest, "m")
		plain = before + after
	}
	if d := cmp.Diff(string(terminal.Text(export.Of(r, export.Options{}), terminal.Style{Width: 60})), plain); d != "" {
		t.Error(d)
	}
}

func TestLinesFitTheWidth(t *testing.T) {
	r := reading(t, story, "The chief|promised|that “a real peace” would come. It signals patience, and more patience than before")
	for width := 30; width <= 130; width++ {
		for line := range strings.Lines(string(terminal.Text(export.Of(r, export.Options{}), terminal.Style{Width: width}))) {
			if n := len([]rune(line)) - 1; n > min(width, 100) {
				t.Errorf("width %d: %d columns in %q", width, n, line)
			}
		}
	}
}

func TestNothingControlsTheTerminal(t *testing.T) {
	r := reading(t, []string{"Title \x1b[2J\a", "He\u202e said \x1b]0;x\x07 \u009b5m yes."}, "He\u202e|said|\x1b]0;x\x07 \u009b5m yes")
	r.Document.Origin = "a\rb"
	got := string(terminal.Text(export.Of(r, export.Options{}), terminal.Style{}))
	for _, c := range got {
		if c != '\n' && (c < ' ' || 0x7f <= c && c < 0xa0) || c == '\u202e' {
			t.Errorf("%q goes to the terminal in %q", c, got)
		}
	}
}

func TestNoStatements(t *testing.T) {
	r := reading(t, story)
	if got := string(terminal.Text(export.Of(r, export.Options{}), terminal.Style{})); !strings.Contains(got, "No statements found.") {
		t.Errorf("nothing says that nothing was found:\n%s", got)
	}
	r.Document.Note(document.Problem{Code: document.Language, What: "the article is in another language (French)"})
	if got := string(terminal.Text(export.Of(r, export.Options{}), terminal.Style{})); strings.Contains(got, "No statements found.") || !strings.Contains(got, "! the article is in another language (French)") {
		t.Errorf("the language is not given as the reason:\n%s", got)
	}
}
