package engine

import (
	"fmt"

	"onrecord/internal/annotate/timex"
	"onrecord/internal/document"
)

// maxMarked is how many contradictory dates of a document are told one by one.
const maxMarked = 20

// problems returns what is wrong with the dates in a reading. They stay words:
// no date is guessed.
func problems(r *Reading) []document.Problem {
	var out []document.Problem
	undated := false
	for _, p := range r.Passages {
		undated = undated || timex.Undated(p)
		for _, t := range p.Timexes {
			why := timex.Contradicts(t)
			if why == "" || len(out) == maxMarked {
				continue
			}
			out = append(out, document.Problem{
				Code: document.Contradictory, What: fmt.Sprintf("“%s” is no date: %s", t.Of(r.Document.Text), why), Span: t.Span,
				Hint: "it is kept as words; look it up and correct the entries that rest on it",
			})
		}
	}
	if undated {
		out = append(out, document.Problem{
			Code: document.Relative, What: "the document has no date, so words such as “Saturday” or “last month” have none either",
			Hint: "give the date with --date, or in the column published",
		})
	}
	return out
}
