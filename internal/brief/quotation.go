package brief

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/edtf"
	"onrecord/internal/history"
)

// maxQuotations is how many quotations a brief gives.
const maxQuotations = 12

// quotations are the words of the period: each saying once, those that most
// articles report first, then those of office holders.
func (b *builder) quotations() []draft {
	var found []history.Utterance
	for _, u := range b.history.Utterances() {
		if u.Background || u.Act == "gloss" || u.Act == "repeat" || !b.has(u.Said) || !b.wanted(u.Speakers...) || !b.touches(u.Issues) {
			continue
		}
		if b.names(u.Speakers) != "" && quotable(u.Content, u.Manner) {
			found = append(found, u)
		}
	}
	slices.SortStableFunc(found, func(x, y history.Utterance) int {
		return cmp.Or(articles(y)-articles(x), less(b.holdsOffice(y.Speakers), b.holdsOffice(x.Speakers)), less(y.Manner == "direct", x.Manner == "direct"))
	})
	b.count.quoted = len(found)
	var out []draft
	for _, u := range found[:min(len(found), maxQuotations)] {
		said := b.introduce(u.Speakers)
		if day := edtf.Date(u.Said); day.IsDay() {
			said += ", " + day.Words()
		}
		out = append(out, draft{said + ": " + reported(u.Content, u.Manner), b.cited(u.Reports)})
	}
	return out
}

// minQuoted is how many words a quoted sentence has at least, minPart how many a
// quoted part of one.
const (
	minQuoted = 5
	minPart   = 7
)

// quotable says whether words are worth quoting: a sentence of the speaker's.
func quotable(content, manner string) bool {
	if manner == "direct" {
		return len(strings.Fields(content)) >= minQuoted
	}
	return manner == "mixed" && len(strings.Fields(quoted(content))) >= minPart
}

// quoted is the longest stretch in quotation marks.
func quoted(content string) string {
	longest, rest := "", curl(plain(content))
	for {
		_, after, ok := strings.Cut(rest, "“")
		if !ok {
			return longest
		}
		inside, behind, closed := strings.Cut(after, "”")
		if closed && len(inside) > len(longest) {
			longest = inside
		}
		rest = behind
	}
}

// reported is a content as a brief shows it: what is direct in quotation marks,
// of what is mixed the longest quotation.
func reported(content, manner string) string {
	if manner == "direct" {
		return quoteParts(content)
	}
	part := quoted(content)
	if first, _ := utf8.DecodeRuneInString(part); unicode.IsLower(first) {
		part = "… " + part
	}
	return Quote(part)
}

// articles counts the articles that report an utterance.
func articles(u history.Utterance) int {
	seen := map[string]bool{}
	for _, r := range u.Reports {
		seen[r.Document] = true
	}
	return len(seen)
}

// less orders false before true.
func less(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
