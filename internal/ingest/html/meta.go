package html

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"

	"onrecord/internal/document"
)

// meta is what a page's head says of its article.
type meta struct {
	title, author, outlet, url, section, published, language string
}

// The names under which pages give a value, the surest first. They stand in
// the property, name or itemprop of a <meta>, or as a key of the JSON-LD (ld:).
var (
	titleNames     = []string{"ld:headline", "og:title", "dc.title", "parsely-title", "sailthru.title", "twitter:title", "headline"}
	authorNames    = []string{"ld:author", "author", "parsely-author", "sailthru.author", "dc.creator", "byl"}
	outletNames    = []string{"og:site_name", "ld:publisher", "application-name", "dc.publisher", "publisher"}
	urlNames       = []string{"link:canonical", "og:url", "parsely-link"}
	sectionNames   = []string{"article:section", "ld:articleSection", "parsely-section"}
	publishedNames = []string{
		"ld:datePublished", "article:published_time", "og:published_time", "datepublished", "article:published", "parsely-pub-date", "sailthru.date", "pubdate",
		"publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dc.date", "date", "ptime", "time:published",
	}
)

// readMeta looks through the whole page once.
func readMeta(root *html.Node) meta {
	values := map[string]string{}
	keep := func(name, value string) {
		name, value = strings.ToLower(strings.TrimSpace(name)), clean(value)
		if name != "" && value != "" && values[name] == "" {
			values[name] = value
		}
	}
	m := meta{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "html":
			m.language = language(attribute(n, "lang"))
		case "meta":
			for _, a := range []string{"property", "name", "itemprop"} {
				keep(attribute(n, a), attribute(n, "content"))
			}
		case "link":
			if attribute(n, "rel") == "canonical" && strings.HasPrefix(attribute(n, "href"), "http") {
				keep("link:canonical", attribute(n, "href"))
			}
		case "time":
			keep(attribute(n, "itemprop"), attribute(n, "datetime"))
			if _, ok := lookup(n, "pubdate"); ok {
				keep("pubdate", attribute(n, "datetime"))
			}
		case "script":
			if strings.EqualFold(attribute(n, "type"), "application/ld+json") && n.FirstChild != nil {
				linkedData(n.FirstChild.Data, keep)
			}
		}
	}
	pick := func(names []string) string {
		for _, n := range names {
			if v := values[strings.ToLower(n)]; v != "" {
				return v
			}
		}
		return ""
	}
	m.title, m.author, m.outlet, m.url, m.section = pick(titleNames), pick(authorNames), strings.TrimPrefix(pick(outletNames), "@"), pick(urlNames), pick(sectionNames)
	if !strings.HasPrefix(m.url, "http://") && !strings.HasPrefix(m.url, "https://") {
		m.url = ""
	}
	for _, n := range publishedNames {
		if d, ok := document.Date(values[strings.ToLower(n)]); ok && len(d) == len("2006-01-02") {
			m.published = d
			break
		}
	}
	return m
}

// linkedData reads the article out of a page's JSON-LD, which may be an object,
// a list or a graph.
func linkedData(s string, keep func(name, value string)) {
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		return
	}
	var walk func(v any, depth int)
	walk = func(v any, depth int) {
		if depth > 3 {
			return
		}
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				walk(x, depth+1)
			}
		case map[string]any:
			walk(v["@graph"], depth+1)
			if !articleType(v["@type"]) {
				return
			}
			for _, k := range []string{"headline", "datePublished", "articleSection"} {
				if t, ok := v[k].(string); ok {
					keep("ld:"+k, html.UnescapeString(t))
				}
			}
			keep("ld:publisher", strings.Join(called(v["publisher"]), ", "))
			keep("ld:author", strings.Join(called(v["author"]), ", "))
		}
	}
	walk(v, 0)
}

// called lists the names of a thing, or of several.
func called(v any) []string {
	switch v := v.(type) {
	case map[string]any:
		if name, ok := v["name"].(string); ok {
			return []string{html.UnescapeString(name)}
		}
	case []any:
		var names []string
		for _, x := range v {
			if _, nested := x.([]any); !nested {
				names = append(names, called(x)...)
			}
		}
		return names
	}
	return nil
}

func articleType(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "Posting") || v == "Report"
	case []any:
		for _, x := range v {
			if s, ok := x.(string); ok && articleType(s) {
				return true
			}
		}
	}
	return false
}

// language takes the ISO 639-1 code out of a tag such as en-GB.
func language(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	if len(tag) != 2 {
		return ""
	}
	return strings.ToLower(tag)
}

func lookup(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func attribute(n *html.Node, name string) string {
	v, _ := lookup(n, name)
	return v
}
