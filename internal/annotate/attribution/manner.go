package attribution

import (
	"unicode"
	"unicode/utf8"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// mannerOf says how much of a content stands within quotation marks; marks of
// punctuation do not count. A few words in marks, be it in mockery, make a
// content mixed.
func mannerOf(l *annotate.Layers, content []int) record.Manner {
	quoted, plain := false, false
	q := 0
	for _, i := range content {
		w := l.Tokens[i]
		if !isWord(w.Of(l.Document.Text)) {
			continue
		}
		for q < len(l.Quotes) && (l.Quotes[q].End <= w.Start || l.Quotes[q].Depth > 0) {
			q++
		}
		if q < len(l.Quotes) && l.Quotes[q].Inner.Contains(w) {
			quoted = true
		} else {
			plain = true
		}
	}
	switch {
	case quoted && plain:
		return record.Mixed
	case quoted:
		return record.Direct
	}
	return record.Indirect
}

// isWord says whether a token is more than punctuation.
func isWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return true
	}
	for _, r := range w {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}
