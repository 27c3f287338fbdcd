// Package html reads news articles out of web pages: the text of the article
// without what surrounds it, as paragraphs, and what the page's metadata says
// of it. It fetches nothing.
package html

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"onrecord/internal/document"
)

// Read finds the article in a page. The document that it returns has text,
// title, author, outlet, address, date and the language that the page declares,
// as far as the page tells them. A page without text is a document.Failure of
// kind ErrEmpty.
func Read(raw []byte) (*document.Document, error) {
	page, problems := decode(raw)
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil, &document.Failure{Kind: document.ErrInvalid, What: fmt.Sprintf("this HTML cannot be parsed (%v)", err), Hint: "save the page again, or give its text"}
	}
	m := readMeta(root)
	heading := heading(root, m)
	var body *html.Node
	var info trafilatura.Metadata
	if !huge(root) {
		body, info = article(root)
	}
	paragraphs := paragraphs(body)
	if sparse(paragraphs) {
		paragraphs = longer(everything(root), paragraphs)
	}
	if len(paragraphs) > 0 && heading != "" && !opens(paragraphs, heading) {
		paragraphs = append([]string{heading}, paragraphs...)
	}
	d := &document.Document{
		Title: first(m.title, clean(info.Title), heading), Author: first(clean(info.Author), m.author),
		Outlet: outlet(m, info), URL: first(m.url, info.URL), Section: m.section,
		Published: m.published, Language: m.language,
	}
	var more []document.Problem
	d.Text, more = document.Canonical([]byte(strings.Join(paragraphs, "\n\n")))
	if strings.TrimSpace(d.Text) == "" {
		return nil, &document.Failure{Kind: document.ErrEmpty, What: "no article text in this HTML", Hint: "the page may be made by a script: save it from the browser, or give its text"}
	}
	d.Note(append(problems, more...)...)
	return d, nil
}

// huge says whether the page has so many elements that the library, which
// compares paragraphs with one another, would take minutes: its time grows
// with the square of their number. Such a page is read as a whole.
func huge(root *html.Node) bool {
	elements, paragraphs := 0, 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if elements++; n.Data == "p" {
			paragraphs++
		}
	}
	return elements > 20_000 || paragraphs > 2_000
}

// article asks trafilatura for the node that holds the article, and for
// metadata; where it finds nothing, its fallbacks (readability, then distiller)
// have a try. A page on which the library panics has no article.
func article(root *html.Node) (body *html.Node, m trafilatura.Metadata) {
	defer func() {
		if recover() != nil {
			body, m = nil, trafilatura.Metadata{}
		}
	}()
	r, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		EnableFallback: true, ExcludeComments: true, HtmlDateMode: trafilatura.Disabled,
	})
	if err != nil {
		return nil, m
	}
	return r.ContentNode, r.Metadata
}

// outlet prefers what the page says to what the library made of its address.
func outlet(m meta, info trafilatura.Metadata) string {
	if m.outlet != "" {
		return m.outlet
	}
	name := clean(info.Sitename)
	if name == strings.ToLower(name) && strings.Contains(info.Hostname, name) {
		return ""
	}
	return name
}

// opens says whether the article's first paragraphs hold its heading already.
func opens(paragraphs []string, heading string) bool {
	for _, p := range paragraphs[:min(2, len(paragraphs))] {
		if alike(p, heading) {
			return true
		}
	}
	return false
}

// heading returns the page's first h1 that is the title that its metadata
// gives, or, where they give none, its only h1.
func heading(root *html.Node, m meta) string {
	var found []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "h1" {
			if t := clean(textOf(n)); t != "" {
				found = append(found, t)
			}
		}
	}
	for _, t := range found {
		if m.title != "" && (alike(t, m.title) || len(t) > 15 && strings.Contains(fold(m.title), fold(t))) {
			return t
		}
	}
	if m.title == "" && len(found) == 1 {
		return found[0]
	}
	return ""
}

// alike compares two lines by their letters alone.
func alike(a, b string) bool { return fold(a) == fold(b) }

func fold(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-").Replace(s)
	return strings.Trim(strings.ToLower(clean(s)), ".!? ")
}

// clean joins the words of s by single spaces.
func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}

// textOf returns the text below n, scripts left out.
func textOf(n *html.Node) string {
	var b bytes.Buffer
	for d := range n.Descendants() {
		if d.Type == html.TextNode && !hidden[d.Parent.Data] {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return b.String()
}
