// Package position finds where each side stands: for what was said, given and
// done, the issues of a codebook that the words speak to, and on which side.
//
// The codebook's terms are looked for once in every sentence. Each hit belongs
// to the innermost statement that holds it, and to the deeds and pledges whose
// words it is among. From its top the tree is climbed to the predicates that
// rule it (words/attitude.txt), which turn its sign, and to what denies, supposes
// or demands them (words/clause.txt): "warned against rejecting the talks" is
// against an against. A predicate whose subject is somebody else than the speaker
// tells that one's stance: the speaker has only told it.
//
//	passage    the hits of a passage, and whose they are
//	climb      from a hit to its predicates: signs, denial, mood, holders
//	attitude   what a predicate makes of what is below it
//	condition  what a stance hangs on, and what it is limited to
//	statement  positions of statements
//	deed       positions of actions and pledges
//	collect    all that is found of one holder and issue in an entry, as one
//
// No side is ever guessed: what the words weigh, ask, suppose or only name is
// unclear, and so is most of what they deny ("is not pushing for"). The score is
// of the issue alone: w / (w + 0.5) for the sum w of the weights of its terms, so
// that what is just enough stands at 0.5 and two strong terms at 0.8. Why names
// the terms and predicates.
package position

import (
	_ "embed" // the words

	"onrecord/internal/annotate"
	"onrecord/internal/codebook"
	"onrecord/internal/link"
	"onrecord/internal/record"
)

// MaxIssues is how many issues an entry can be of for one holder.
const MaxIssues = 3

// Version changes whenever this package would answer differently: with the
// number of its code and with its tables.
func Version() string { return annotate.Version(6, attitudeText, clauseText) }

// Find returns the positions that an article's statements, pledges and actions
// take, in the order of what they are of: statements, pledges, actions.
func Find(a *link.Article, book *codebook.Codebook, pledges []record.Pledge, actions []record.Action) []record.Position {
	f := &finder{article: a, book: book, order: map[record.PositionID]int{}}
	for i := range a.Passages {
		if p := newPassage(a, book, i); p != nil {
			f.passages = append(f.passages, p)
		}
	}
	for _, p := range f.passages {
		f.statements(p)
	}
	for i := range pledges {
		f.pledge(&pledges[i])
	}
	for i := range actions {
		f.action(&actions[i])
	}
	return f.out
}

// finder collects the positions of an article.
type finder struct {
	article  *link.Article
	book     *codebook.Codebook
	passages []*passage
	out      []record.Position
	order    map[record.PositionID]int // how often an id was given
}
