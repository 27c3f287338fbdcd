package ingest

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// format is what a stream holds.
type format uint8

const (
	binary     format = iota
	empty             // nothing at all
	compressed        // gzip
	plain             // text
	page              // HTML
	lines             // JSON lines
	wideLines         // JSON lines in UTF-16
	markup            // other XML
	array             // a JSON list
	object            // a JSON object over several lines
)

func (f format) String() string {
	return [...]string{"binary", "empty", "gzip", "text", "HTML", "JSON lines", "JSON lines", "XML", "a JSON list", "a JSON object over several lines"}[f]
}

// sniff is how many bytes of a stream decide what it is.
const sniff = 8 << 10

// detect tells the format of a stream from its first bytes.
func detect(head []byte) format {
	if len(head) == 0 {
		return empty
	}
	if bytes.HasPrefix(head, []byte("\x1f\x8b\x08")) {
		return compressed
	}
	if kindOf(head) != "" {
		return binary
	}
	t, wide := narrow(head)
	t = bytes.TrimLeft(bytes.TrimPrefix(t, []byte("\xEF\xBB\xBF")), " \t\r\n\f")
	switch {
	case len(t) == 0:
		return plain
	case t[0] == '<':
		return detectMarkup(t)
	case t[0] == '[' && startsJSON(t[1:], `{["`):
		return detectList(t)
	case isTable(t):
		if wide {
			return wideLines
		}
		return lines
	case t[0] == '{' && startsJSON(t[1:], `"`):
		return object
	}
	return plain
}

// narrow leaves only the ASCII of a head in UTF-16 with its byte order mark,
// which is enough to tell formats apart.
func narrow(head []byte) (t []byte, wide bool) {
	low := 0
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		low = 1
	default:
		return head, false
	}
	for i := 2; i+1 < len(head); i += 2 {
		if head[i+1-low] == 0 {
			t = append(t, head[i+low])
		} else {
			t = append(t, '?')
		}
	}
	return t, true
}

// startsJSON says whether the first letter that is no space is one of marks.
func startsJSON(t []byte, marks string) bool {
	t = bytes.TrimLeft(t, " \t\r\n")
	return len(t) > 0 && bytes.IndexByte([]byte(marks), t[0]) >= 0
}

// detectList tells a JSON list from a text that opens with a bracket.
func detectList(t []byte) format {
	d := json.NewDecoder(bytes.NewReader(t))
	for i := 0; i < 4; i++ {
		if _, err := d.Token(); err != nil {
			return plain
		}
	}
	return array
}

// isTable says whether t is JSON lines: at least half of its first ten lines
// open as objects do. A line that is cut off at the end of t counts if it
// opens so.
func isTable(t []byte) bool {
	seen, objects := 0, 0
	for len(t) > 0 && seen < 10 {
		line, rest, whole := bytes.Cut(t, []byte("\n"))
		t = rest
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		seen++
		if line[0] != '{' || !startsJSON(line[1:], `"}`) {
			continue
		}
		if !whole || json.Valid(line) || !json.Valid(append(bytes.TrimRight(line, ","), '}')) && len(line) > 1 {
			objects++
		}
	}
	return objects > 0 && objects*2 >= seen
}

var htmlTags = [][]byte{
	[]byte("<!doctype html"), []byte("<html"), []byte("<head"), []byte("<body"), []byte("<article"), []byte("<main"), []byte("<div"), []byte("<p>"), []byte("<p "), []byte("<h1"), []byte("<table"), []byte("<meta"), []byte("<title"),
}

// detectMarkup tells HTML, other XML and a text that opens with "<" apart.
func detectMarkup(t []byte) format {
	lower := bytes.ToLower(t)
	xml := bytes.HasPrefix(lower, []byte("<?xml"))
	if xml && !bytes.Contains(lower, []byte("<html")) {
		return markup
	}
	for _, tag := range htmlTags {
		if bytes.HasPrefix(lower, tag) || (xml || bytes.HasPrefix(lower, []byte("<!"))) && bytes.Contains(lower, tag) {
			return page
		}
	}
	if bytes.HasPrefix(lower, []byte("<!doctype")) || bytes.HasPrefix(lower, []byte("<!--")) {
		return markup
	}
	if len(t) > 1 && t[1] < utf8.RuneSelf && (bytes.Contains(lower, []byte("</p>")) || bytes.Contains(lower, []byte("<br"))) {
		return page
	}
	return plain
}
