package link

import (
	_ "embed" // for the tables

	"onrecord/internal/phrase"
)

var (
	//go:embed words/carrier.txt
	carrierText string
	//go:embed words/clause.txt
	clauseText string
	//go:embed words/occasion.txt
	occasionText string
)

// The tables. They never change.
var (
	carrierTable  = phrase.Read("carrier.txt", carrierText)
	clauseTable   = phrase.Read("clause.txt", clauseText)
	occasionTable = phrase.Read("occasion.txt", occasionText)
)
