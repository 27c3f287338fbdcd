// Package learn learns from codings that people confirmed which issue a
// statement speaks to and which side it takes: a linear classifier over the
// words of the statement and the vector of its sense, for issues and for
// stances. It measures itself by cross-validation that never splits a document
// or a text, calibrates its scores on what it was not trained on, and is kept
// in a small file. It knows no codebook and reads no article.
//
// Everything is deterministic: the same codings, in any order, give the same
// model to the byte.
package learn

import (
	"cmp"
	"slices"
	"strings"
)

// Coding is what people said of one statement.
type Coding struct {
	Line   int // in the file; 0 if it is from none
	Text   string
	Issue  string
	Stance string // one of Stances, or "" if nothing was said

	Speaker, Date, Outlet, Document string // "" if unknown

	Count int // how often the very same coding stands in the file
}

// Stances are the sides that a statement can take, in their order.
var Stances = []string{"support", "oppose", "mixed", "unclear"}

// stanceWords are other words that files have for stances.
var stanceWords = map[string]string{
	"support": "support", "supports": "support", "agree": "support", "agreement": "support", "yes": "support", "true": "support", "1": "support", "for": "support", "pro": "support", "+": "support",
	"oppose": "oppose", "opposes": "oppose", "disagree": "oppose", "disagreement": "oppose", "no": "oppose", "false": "oppose", "0": "oppose", "-1": "oppose", "against": "oppose", "con": "oppose", "-": "oppose",
	"mixed": "mixed", "both": "mixed", "ambivalent": "mixed",
	"unclear": "unclear", "neutral": "unclear", "unknown": "unclear", "none": "unclear",
}

// ParseStance returns the stance that word stands for; of no word, "".
func ParseStance(word string) (string, bool) {
	word = strings.ToLower(strings.TrimSpace(word))
	if word == "" {
		return "", true
	}
	s, ok := stanceWords[word]
	return s, ok
}

// order sorts codings by what they say, never by where they stand, so that the
// order of a file changes nothing.
func order(a, b *Coding) int {
	return cmp.Or(strings.Compare(a.Text, b.Text), strings.Compare(a.Issue, b.Issue), strings.Compare(a.Stance, b.Stance),
		strings.Compare(a.Document, b.Document), strings.Compare(a.Speaker, b.Speaker), strings.Compare(a.Date, b.Date),
		strings.Compare(a.Outlet, b.Outlet), cmp.Compare(a.Line, b.Line))
}

// same says whether two codings say the same of the same statement.
func same(a, b *Coding) bool {
	return a.Text == b.Text && a.Issue == b.Issue && a.Stance == b.Stance && a.Document == b.Document &&
		a.Speaker == b.Speaker && a.Date == b.Date && a.Outlet == b.Outlet
}

// issues are the issues of codings, sorted.
func issues(codings []Coding) []string {
	seen := map[string]bool{}
	for i := range codings {
		seen[codings[i].Issue] = true
	}
	out := make([]string, 0, len(seen))
	for s := range seen {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}
