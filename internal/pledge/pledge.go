// Package pledge finds what is to be given: who proposes, promises, delivers,
// delays or refuses what, to whom, how much and for how long.
package pledge

import (
	"onrecord/internal/link"
	"onrecord/internal/record"
)

// Version is the number of this code: it goes up whenever it would answer
// differently.
const Version = 1

// Find returns the pledges of an article, without ids, in the order of their
// anchors.
func Find(a *link.Article) []record.Pledge { return nil }
