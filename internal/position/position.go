// Package position finds where each side stands: for what was said, given and
// done, the issues of a codebook that the words speak to, and on which side.
package position

import (
	"onrecord/internal/annotate"
	"onrecord/internal/codebook"
	"onrecord/internal/link"
	"onrecord/internal/record"
)

// Version changes whenever this package would answer differently.
func Version() string { return annotate.Version(1) }

// Find returns the positions that an article's statements, pledges and actions
// take, in the order of what they are of: statements, pledges, actions.
func Find(a *link.Article, book *codebook.Codebook, pledges []record.Pledge, actions []record.Action) []record.Position {
	return nil
}
