package brief

import (
	"slices"
	"strings"

	"onrecord/internal/export"
)

// maxPassage is how many code points of the article a footnote gives in one
// piece; what is longer is given in its parts.
const maxPassage = 400

// passage is an article's words from the first to the last of some spans, with
// the marks around them; the spans' own words, where the text is not known, they
// lie far apart or a paragraph ends between them.
func passage(text []rune, in []export.Span) string {
	in = slices.Clone(in)
	slices.SortStableFunc(in, func(a, b export.Span) int { return a.Start - b.Start })
	if len(in) == 0 {
		return ""
	}
	start, end := in[0].Start, in[0].End
	for _, s := range in {
		end = max(end, s.End)
	}
	if start < 0 || end > len(text) || start >= end || end-start > maxPassage || strings.Contains(string(text[start:end]), "\n\n") {
		return spans(in)
	}
	if start > 0 && strings.ContainsRune("“‘\"", text[start-1]) {
		start--
	}
	for end < len(text) && strings.ContainsRune(".?!”\"", text[end]) {
		end++
	}
	return plain(string(text[start:end]))
}

// spans are the words of spans in order, with gaps between those that do not
// touch.
func spans(in []export.Span) string {
	var parts []string
	for i, s := range in {
		if i > 0 && s.Start > in[i-1].End+2 {
			parts = append(parts, strings.TrimSpace(export.Gap))
		}
		parts = append(parts, s.Text)
	}
	return plain(strings.Join(parts, " "))
}

// longest is the longest of some spans: as a rule the sentence, not its
// headline.
func longest(in []export.Span) []export.Span {
	best := 0
	for i, s := range in {
		if len(s.Text) > len(in[best].Text) {
			best = i
		}
	}
	return in[min(best, len(in)):min(best+1, len(in))]
}
