// Package codebook reads the codebooks of researchers: which issues there are,
// each as a proposition that one supports or opposes, and which words point to
// them. A codebook is a YAML file, docs/codebook.md describes it; one ships with
// the program.
//
// The package finds the words (Point) and tells where they stand. It judges no
// stance: wording that speaks for or against an issue is found as such, what a
// negation or a cue makes of it is not its business.
package codebook

import (
	"sync"

	"onrecord/internal/record"
)

// Codebook is a set of issues. It never changes once it is loaded, and may be
// used by several goroutines at a time.
type Codebook struct {
	Name      string // "conflict-diplomacy"
	Version   string // "1"
	Language  string // ISO 639-1
	About     string // what it is for, in the author's words
	Issues    []Issue
	Variables []Variable
	Warnings  []Problem // what is odd about the file but does not stop it
	Digest    string    // of the file: 64 hex digits

	byID     map[string]int
	words    machine
	patterns []pattern
	runs     sync.Pool // of *run: what Point needs to work with
}

// Issue is a proposition that one supports or opposes, and what points to it.
type Issue struct {
	ID          string
	Label       string
	Proposition string // the label where Imported
	Imported    bool   // no proposition of its own
	Note        string // for coders
	Parents     []string
	Terms       []Term // terms, patterns, wording and exceptions, in the order of the file within each
	Examples    []Example
	Actors      []record.ActorID // whom it concerns most
	Entries     Entries
	Line        int
}

// Term is a term, a pattern or a wording of an issue.
type Term struct {
	Text   string // as the file has it
	Exact  bool   // the words stand for themselves alone, not for their forms
	Use    Use
	Side   Side
	Weight float32 // how strongly it points: 1 unless the file says otherwise, never above
	Line   int
}

// Use is what a term is for.
type Use uint8

// The uses. Where the words of an exception stand, no other term of the issue
// counts.
const (
	Words   Use = iota // words point to the issue
	Pattern            // a regular expression does
	Wording            // words that speak for or against it
	Exception
)

// Side is the side of a wording.
type Side uint8

// The sides, as bits: an entry may have wording for both.
const (
	Neither Side = iota
	For
	Against
)

var sides = [...]string{"", "for", "against"}

func (s Side) String() string { return sides[s] }

// Example is a text with its coding.
type Example struct {
	Text   string
	Issue  string // the id; that of another issue where the example warns of a confusion
	Stance record.Stance
	Why    string
	Line   int
}

// Entries is a set of kinds of entry.
type Entries uint8

// The kinds of entry that carry issues and variables.
const (
	Statements Entries = 1 << iota
	Pledges
	Actions
	Positions
)

// coded are the kinds that an issue may be coded on.
const coded = Statements | Pledges | Actions

var entryNames = [...]string{"statement", "pledge", "action", "position"}

// Names lists the kinds of the set.
func (e Entries) Names() []string {
	var names []string
	for i, name := range entryNames {
		if e&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names
}

// Variable is a further thing that a researcher codes.
type Variable struct {
	ID     string
	Label  string
	Type   Type
	Values []string // of a Category
	On     Entries
	Note   string
	Line   int
}

// Type is the type of a variable's values.
type Type uint8

// The types.
const (
	Boolean Type = iota
	Integer
	Category
	Text
)

// Types lists the names of the types; Types[t] is t's name.
var Types = [...]string{"boolean", "integer", "category", "text"}

func (t Type) String() string { return Types[t] }

// Ref names the codebook in results: "conflict-diplomacy@1".
func (c *Codebook) Ref() string { return c.Name + "@" + c.Version }

// Find returns the index of an issue by its id.
func (c *Codebook) Find(id string) (int, bool) {
	i, ok := c.byID[id]
	return i, ok
}

// Count returns how many terms of a use all issues have.
func (c *Codebook) Count(use Use) int {
	n := 0
	for i := range c.Issues {
		for j := range c.Issues[i].Terms {
			if c.Issues[i].Terms[j].Use == use {
				n++
			}
		}
	}
	return n
}
