// Package action finds what public actors did, do or are about to do, and who
// says so.
package action

import (
	"onrecord/internal/link"
	"onrecord/internal/record"
)

// Version is the number of this code: it goes up whenever it would answer
// differently.
const Version = 1

// Find returns the actions of an article, without ids, in the order of their
// predicates.
func Find(a *link.Article) []record.Action { return nil }
