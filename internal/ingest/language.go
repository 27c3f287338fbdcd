package ingest

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"

	"onrecord/internal/document"
)

// inspect notes what a reader must know of the text as a whole: its language,
// and whether it is all capitals.
func inspect(d *document.Document) {
	sample := d.Text[:min(len(d.Text), sampled)]
	for len(sample) < len(d.Text) && !utf8.RuneStart(d.Text[len(sample)]) {
		sample = sample[:len(sample)-1]
	}
	if code := language(sample); code != "" {
		d.Language = code
	}
	if d.Language != "" && d.Language != "en" {
		d.Note(document.Problem{
			Code: document.Language, What: fmt.Sprintf("the article is in another language (%s)", name(d.Language)),
			Hint: "only English is read: no statements are made; translate it first",
		})
	}
	if capitals(sample) {
		d.Note(document.Problem{
			Code: document.Capitals, What: "nearly all letters are capitals",
			Hint: "it is read, but names are harder to find; give the text as it was printed, if you can",
		})
	}
}

// sampled is how many bytes of a text tell its language.
const sampled = 16 << 10

// english are words that make up a fifth of English news and hardly occur in
// other languages.
var english = words("the of and to that with for from said says his her their they which has have been were would will who are this its it by on after not but")

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// The shares of English words, in percent, above which a text is English, below
// which it may be something else, and below which it must be; and the fewest
// words and letters that can tell.
const (
	surelyEnglish = 8
	hardlyEnglish = 5
	noEnglish     = 2
	fewestWords   = 20
	fewestLetters = 40
)

// language returns the ISO 639-1 code of the language that t is in, "" if that
// is not sure. English comes first: short texts and lists of names look like
// any language to statistics of letters, so only a text of some length that
// lacks the commonest English words counts as another one. Letters of another
// script are sure sooner.
func language(t string) string {
	letters, latin, words, small, known := 0, 0, 0, 0, 0
	for _, w := range strings.FieldsFunc(t, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		words++
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			small++
		}
		if english[strings.ToLower(w)] {
			known++
		}
		for _, r := range w {
			letters++
			if r < 0x250 {
				latin++
			}
		}
	}
	switch {
	case letters >= fewestLetters && latin*2 < letters:
		return code(whatlanggo.Detect(t).Lang)
	case known*100 >= words*surelyEnglish && known > 0 && words >= 10:
		return "en"
	case known*100 >= words*hardlyEnglish || words < fewestWords:
		return ""
	}
	// Statistics are unsure between neighbors (Dutch, Afrikaans), but running
	// text, which names are not, with no English in it is one of them.
	running := small >= fewestWords && known*100 < words*noEnglish
	if info := whatlanggo.Detect(strings.ToLower(t)); info.Lang != whatlanggo.Eng && (info.IsReliable() || running) {
		return code(info.Lang)
	}
	return ""
}

// code prefers the two letters; "und" where a language has none.
func code(l whatlanggo.Lang) string {
	if c := l.Iso6391(); c != "" {
		return c
	}
	return "und"
}

// name is the English name of a language for a message, or its code.
func name(code string) string {
	for l := whatlanggo.Afr; l.String() != ""; l++ {
		if l.Iso6391() == code {
			return l.String()
		}
	}
	return code
}

// capitals says whether t is written in capitals: nine of ten letters, of
// enough to be more than a headline.
func capitals(t string) bool {
	upper, lower := 0, 0
	for _, r := range t {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	return upper >= 200 && upper >= 9*lower
}
