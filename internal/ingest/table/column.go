package table

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"onrecord/internal/document"
)

// names lists, for each thing that a column may hold, what the column may be
// called, the name of the documentation first. Case does not count, and spaces
// and hyphens count as underscores. Where a line has several, the first wins.
var names = map[string][]string{
	"id":        {"id", "key", "doc_id", "document_id", "article_id", "uid", "uuid", "guid", "_id"},
	"title":     {"title", "headline", "head"},
	"published": {"published", "date", "published_at", "publication_date", "date_published", "datepublished", "date_publish", "publish_date", "pub_date", "pubdate", "publishedat", "datetime"},
	"outlet":    {"outlet", "source", "publisher", "publication", "site_name", "sitename", "newspaper", "medium", "source_name"},
	"author":    {"author", "authors", "byline", "creator"},
	"section":   {"section", "category"},
	"url":       {"url", "link", "permalink", "web_url", "source_url"},
	"language":  {"language", "lang"},
	"text":      {"text", "body", "content", "article", "article_text", "full_text", "fulltext", "maintext", "main_text"},
}

// columns are the values of one line by the names above.
type columns map[string]json.RawMessage

func byName(object map[string]json.RawMessage) columns {
	c := columns{}
	for name, value := range object {
		c[strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(strings.TrimSpace(name)))] = value
	}
	return c
}

// list names the columns that are there, for a message.
func (c columns) list() string {
	var have []string
	for n := range c {
		have = append(have, n)
	}
	slices.Sort(have)
	if len(have) == 0 {
		return ": the object is empty"
	}
	if len(have) > 12 {
		have = append(have[:12], "…")
	}
	return " among " + strings.Join(have, ", ")
}

// value returns the column for what as a string: a string as it is, a number
// as it is written, several strings (authors) joined. Anything else is none.
func (c columns) value(what string) (string, bool) {
	for _, n := range names[what] {
		raw, ok := c[n]
		if !ok || string(raw) == "null" {
			continue
		}
		var s string
		var list []string
		switch {
		case json.Unmarshal(raw, &s) == nil:
			return s, true
		case raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9':
			return string(raw), true
		case json.Unmarshal(raw, &list) == nil:
			return strings.Join(list, ", "), true
		}
	}
	return "", false
}

// text returns the article's words; a list of strings is a list of paragraphs.
func (c columns) text() (string, bool) {
	for _, n := range names["text"] {
		raw, ok := c[n]
		var s string
		var list []string
		switch {
		case !ok || string(raw) == "null":
		case json.Unmarshal(raw, &s) == nil:
			return s, true
		case json.Unmarshal(raw, &list) == nil:
			return strings.Join(list, "\n\n"), true
		}
	}
	return "", false
}

// fill gives d what the other columns say.
func (c columns) fill(d *document.Document) {
	field := func(what string) string {
		s, _ := c.value(what)
		return strings.TrimSpace(strings.ReplaceAll(s, "\x00", ""))
	}
	if key, ok := c.value("id"); ok {
		d.Key = strings.ReplaceAll(key, "\x00", "")
	}
	d.Title, d.Outlet, d.Author = field("title"), field("outlet"), field("author")
	d.Section, d.URL = field("section"), field("url")
	if l := strings.ToLower(field("language")); len(l) == 2 || len(l) > 2 && (l[2] == '-' || l[2] == '_') {
		d.Language = l[:2]
	}
	if p := field("published"); p != "" {
		var ok bool
		if d.Published, ok = document.Date(p); !ok {
			d.Note(document.Problem{Code: document.Undated, What: fmt.Sprintf("published %q says no single day", p), Hint: "write it as YYYY-MM-DD"})
		}
	}
}
