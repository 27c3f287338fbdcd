package record

import "onrecord/internal/text"

// Amount is a sum of money. Numbers are exact decimals ("107000000000",
// "2.5"); "" is unknown.
type Amount struct {
	text.Span
	Value        string // "" where only Low and High are known
	Currency     string // ISO 4217; "" where the words do not tell ("dollars")
	Unit         string // the currency as the words have it, in the singular: "Dollar", "Euro"
	Low, High    string // of a range; "up to" has High alone, "at least" Low alone
	About        bool   // "nearly", "around"
	Per          string // year, month, week, day, hour; "" for a sum paid once
	EquivalentOf int    // index into the same list of the sum that this converts; -1 for none
	Hedge        string // the word that leaves the sum open: "reportedly"
}

// Item is a number of things: "31 Abrams tanks".
type Item struct {
	text.Span
	Value     string // exact decimal; "" where only Low and High are known, or none is given
	Low, High string
	About     bool
	What      string // as the words have it: "Abrams tanks"
}
