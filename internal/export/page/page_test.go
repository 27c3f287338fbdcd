package page_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"onrecord/internal/export"
	"onrecord/internal/export/page"
)

const story = "Zoë <spoke>: “Talks,” Ann said, “are what Bo called wise,” and Oslo gave 5 crowns."

func p[T any](v T) *T { return &v }

// at is the span of the first s in story, in code points.
func at(s string) export.Span {
	i := strings.Index(story, s)
	if i < 0 {
		panic(s + " is not in the story")
	}
	start := len([]rune(story[:i]))
	return export.Span{Start: start, End: start + len([]rune(s)), Text: s}
}

// object is a document with nested and parted statements.
func object() export.Object {
	spans := func(s ...export.Span) []export.Span { return s }
	return export.Object{
		Document: export.Document{
			ID: "doc", Title: p("A <b>title</b>"), Outlet: p("Courier"), Published: p("2024-04-07"), Text: p(story), Engine: "en-1",
			Blocks: []export.Block{{Kind: "paragraph", Start: 0, End: len([]rune(story))}}, Problems: []export.Problem{{Code: "nul", What: "a NUL & more", Hint: p("check")}},
		},
		Actors: []export.Actor{
			{ID: "doc-ann", Name: "Ann", Kind: "person", Provisional: true, Offices: []export.Office{{Title: "Chair", Of: p("g7")}}, Mentions: spans(at("Ann"))},
			{ID: "norway", Name: "Norway", Kind: "country"},
		},
		Statements: []export.Statement{
			{ID: "docs1", Speakers: []string{"doc-ann"}, Source: spans(at("Ann")), Cue: spans(at("said")), Content: spans(at("“Talks,”"), at("“are what Bo called wise,”")), Manner: "direct", Act: "say", Said: p("2024-04-06"), SaidBasis: p("said"), SaidText: p("Saturday"), Why: []string{"a verb of saying"}},
			{ID: "docs2", Source: spans(at("Bo")), Cue: spans(at("called")), Content: spans(at("wise")), Manner: "indirect", Act: "praise"},
			{ID: "docs3", Cue: spans(at("spoke")), Content: spans(at("Zoë")), Act: "gloss"},
		},
		Pledges: []export.Pledge{{
			ID: "docp1", Donors: []string{"norway"}, Status: "delivered", Predicate: at("gave"), Statements: []string{"docs1"}, Evidence: spans(at("Oslo gave 5 crowns")),
			Amounts: []export.Amount{{Span: at("5 crowns"), Value: p("5000000"), Currency: p("NOK")}},
		}},
		Actions: []export.Action{
			{ID: "doca1", Actors: []string{"norway"}, Type: "AID", Predicate: export.Predicate{Span: at("gave"), Lemma: "give"}, Certainty: "certain", Tense: "past", Evidence: spans(at("gave"))},
			{ID: "doca2", Actors: []string{"doc-ann"}, Type: "CONSULT", Predicate: export.Predicate{Span: at("Talks"), Lemma: "talk"}, Certainty: "certain", Tense: "past", AccordingTo: []string{"docs1"}, Evidence: spans(at("Talks"))},
		},
	}
}

// nodes calls f on every element of a page.
func nodes(t *testing.T, data []byte, f func(*html.Node)) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			f(n)
		}
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// marked returns the words of every span of the article that has all classes.
func marked(t *testing.T, data []byte, classes ...string) string {
	t.Helper()
	var out []string
	nodes(t, data, func(n *html.Node) {
		has := strings.Fields(attribute(n, "class"))
		for _, c := range classes {
			if !strings.Contains(" "+strings.Join(has, " ")+" ", " "+c+" ") {
				return
			}
		}
		if n.Data == "span" {
			out = append(out, words(n))
		}
	})
	return strings.Join(out, "|")
}

func TestMarks(t *testing.T) {
	data := page.Of(object(), "index.html")
	for want, classes := range map[string][]string{
		"“|Talks|,”|“are what |Bo| |called| |wise|,”": {"content", "s1"},
		"Bo":     {"source", "s2"},
		"called": {"cue", "s2"},
		"wise":   {"content", "deep", "s2"},
		"gave":   {"pledge", "action", "a1", "p1"},
	} {
		if got := marked(t, data, classes...); got != want {
			t.Errorf("%v: %q, want %q", classes, got, want)
		}
	}
}

func TestEveryLinkHasItsEnd(t *testing.T) {
	ids, links := map[string]int{}, 0
	data := page.Of(object(), "index.html")
	nodes(t, data, func(n *html.Node) {
		if id := attribute(n, "id"); id != "" {
			ids[id]++
		}
	})
	nodes(t, data, func(n *html.Node) {
		if to, ok := strings.CutPrefix(attribute(n, "href"), "#"); ok {
			links++
			if ids[to] != 1 {
				t.Errorf("#%s is there %d times", to, ids[to])
			}
		}
	})
	if links < 12 {
		t.Errorf("%d links", links)
	}
	for _, id := range []string{"s1", "s2", "s3", "p1", "a1", "a2"} {
		if ids[id] != 1 || ids["t-"+id] != 1 {
			t.Errorf("%s: %d entries, %d references", id, ids[id], ids["t-"+id])
		}
	}
}

func TestArticleIsWhole(t *testing.T) {
	nodes(t, page.Of(object(), ""), func(n *html.Node) {
		if n.Data != "main" {
			return
		}
		var b strings.Builder
		for d := range n.FirstChild.NextSibling.Descendants() {
			if d.Type == html.TextNode && d.Parent.Data != "a" {
				b.WriteString(d.Data)
			}
		}
		if b.String() != story {
			t.Errorf("%q", b.String())
		}
	})
}

func TestPageSays(t *testing.T) {
	data := string(page.Of(object(), "index.html"))
	for _, want := range []string{
		"<title>A &lt;b&gt;title&lt;/b&gt;</title>", "Courier · 7 April 2024", "Ann <small>Chair, g7</small>", "6 April 2024 (said, “Saturday”)",
		"Norway", "NOK 5 million", "delivered", "Actions, claimed", "according to 1", "The outlet’s own words", "a NUL &amp; more", "a verb of saying",
	} {
		if !strings.Contains(data, want) {
			t.Errorf("%s is missing", want)
		}
	}
	if strings.Contains(data, "<script") || strings.Contains(data, "http") {
		t.Error("the page needs something from outside")
	}
}

func TestTextLeftOut(t *testing.T) {
	o := object()
	o.Document.Text = nil
	if data := string(page.Of(o, "")); !strings.Contains(data, "The text is left out.") || strings.Contains(data, "All documents") {
		t.Error(data)
	}
}

func TestIndex(t *testing.T) {
	first, second := page.Summarize(object(), "one.html"), page.Summarize(object(), "two.html")
	data := string(page.NewIndex([]page.Summary{first, second}, "", "index-part-2.html"))
	for _, want := range []string{
		`<a href="one.html">A &lt;b&gt;title&lt;/b&gt;</a>`, `<a href="two.html#p1">NOK 5 million</a>`, "<td>Ann</td><td>person</td>", `href="index-part-2.html"`, "a NUL &amp; more",
		fmt.Sprintf(`<td>Norway</td><td>country</td><td class="count">%d</td><td class="count">0</td>`, 2),
	} {
		if !strings.Contains(data, want) {
			t.Errorf("%s is missing in\n%s", want, data)
		}
	}
}
