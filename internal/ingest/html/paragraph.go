package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

var (
	hidden = set("script style noscript template head iframe object svg math button select textarea")
	blocks = set("p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre table thead tbody tr section article figure figcaption header footer main aside hr address body html form details summary")
	cells  = set("td th")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// paragraphs writes what stands below n as a browser would break it: each
// block element and each double line break begins a new paragraph, a single
// line break a new line; white space is folded, and characters that show
// nothing are left out.
func paragraphs(n *html.Node) []string {
	if n == nil {
		return nil
	}
	w := writer{}
	w.node(n)
	w.end()
	return w.done
}

// sparse says whether so little was found that it may be the library's last
// resort, which runs the paragraphs of a page together and repeats them.
func sparse(paragraphs []string) bool {
	runes := 0
	for _, p := range paragraphs {
		runes += utf8.RuneCountInString(p)
	}
	return len(paragraphs) <= 2 || runes < 400
}

// everything returns the paragraphs of the page's article, its main part or
// its body, without what is by its name no part of the story.
func everything(root *html.Node) []string {
	for _, part := range []string{"article", "main", "body"} {
		for n := range root.Descendants() {
			if n.Type != html.ElementNode || n.Data != part {
				continue
			}
			w := writer{skip: surroundings}
			w.node(n)
			if w.end(); len(w.done) > 0 {
				return w.done
			}
		}
	}
	return nil
}

var surroundings = set("nav header footer aside form figure")

// longer prefers a, unless b has many more letters.
func longer(a, b []string) []string {
	if letters(a)*10 >= letters(b)*4 {
		return a
	}
	return b
}

func letters(paragraphs []string) int {
	n := 0
	for _, p := range paragraphs {
		n += len(p) - strings.Count(p, " ")
	}
	return n
}

type writer struct {
	skip  map[string]bool // elements to pass over
	done  []string
	now   strings.Builder
	space bool // white space is due before the next letter
	lines int  // line breaks are due
}

func (w *writer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		if hidden[n.Data] || w.skip[n.Data] {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	block := blocks[n.Data]
	switch {
	case block:
		w.end()
	case n.Data == "br":
		w.lines++
		return
	case cells[n.Data]:
		w.space = true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	if block {
		w.end()
	} else if cells[n.Data] {
		w.space = true
	}
}

func (w *writer) text(s string) {
	for _, r := range s {
		switch r {
		case ' ', '\n', '\t', '\r', '\f', '\u00a0':
			w.space = true
			continue
		case '\u200b', '\u00ad', '\ufeff', '\u200e', '\u200f', 0:
			continue
		}
		if w.lines > 1 {
			w.end()
		}
		if w.now.Len() > 0 {
			if w.lines == 1 {
				w.now.WriteByte('\n')
			} else if w.space {
				w.now.WriteByte(' ')
			}
		}
		w.space, w.lines = false, 0
		w.now.WriteRune(r)
	}
}

// end closes the paragraph that is being written.
func (w *writer) end() {
	if w.now.Len() > 0 {
		w.done = append(w.done, w.now.String())
		w.now.Reset()
	}
	w.space, w.lines = false, 0
}
