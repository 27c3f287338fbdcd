// Package pledge finds what is to be given: who proposes, promises, delivers,
// delays or refuses what, to whom, how much and for how long.
//
// A thing that may be given (a sum, counted goods, aid) is looked for first;
// from it the tree is climbed to the predicates that rule it, which
// lexicon.txt lists, from the nearest to the farthest: in "Berlin refused to
// deliver 31 tanks" deliver, then refuse. The predicates together tell the
// status, their frames tell who gives, gets, proposes. A thing without a
// predicate of the lexicon above it is none that is given. What "will" be given
// is pledged, what "could" or "would" be is proposed, what "will not" be is
// refused, what "has yet to" come is delayed.
//
//	thing, chain  what is given, and the predicates over it
//	state, mood   status, negation, supposition
//	role          proposers, donors, beneficiaries
//	detail        duration, period, time, purpose, aims, conditions, binding
//	stand         whether that is a pledge at all
//	settle        beneficiaries that only the rest of the article tells
//	ledger, same  all mentions of one pledge joined; the status is the latest news
//
// A donor who speaks for a country gives for it: the country is the donor, the
// person stands among the proposers. Sums in one list ("Germany pledged 5bn and
// Norway 3bn") are a pledge each. A sum whose beneficiary is not told has that of
// the pledge told just before in the same paragraph, or, where all aid in the
// article is for one country, that country. A sum in bare dollars is in
// those of the United States, as package amount has it.
//
// A score is a sum of what speaks for the pledge, never calibrated: 0.40 for a
// predicate over a thing; 0.20 a sum of money; 0.15 counted things; 0.12 each a
// known donor, a known beneficiary; 0.08 a predicate of committing; 0.05 a
// second mention; less 0.10 if it is only possible, 0.05 if it is recalled; no
// more than 0.95. Why names the predicates and what was counted.
//
// Prices, fines, salaries, sales and campaign money are no pledges, nor is what is
// only needed, threatened, asked in a question or supposed with if. What the words
// leave open is left open here: a person who proposes is no donor, and who blocks
// gives nothing.
package pledge

import (
	"cmp"
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/link"
	"onrecord/internal/record"
)

// Version changes whenever this package would answer differently: with the
// number of its code and with its table.
func Version() string { return annotate.Version(3, lexiconText) }

// Find returns the pledges of an article, without ids, in the order of their
// anchors.
func Find(a *link.Article) []record.Pledge {
	who := newPeople(a)
	var l ledger
	for i := range a.Passages {
		if p := newPassage(a, who, i); p != nil {
			who.help(p)
			l.read(p)
		}
	}
	l.settle(who)
	out := make([]record.Pledge, 0, len(l.groups))
	for _, g := range l.groups {
		out = append(out, g.entry())
	}
	slices.SortStableFunc(out, func(a, b record.Pledge) int {
		x, y := a.Anchor(), b.Anchor()
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
	})
	return out
}

// read takes what the sentences of a passage tell of pledges.
func (l *ledger) read(p *passage) {
	amount, number := 0, 0
	for s, sentence := range p.Sentences {
		var amounts, numbers []int
		for ; amount < len(p.Amounts) && p.Amounts[amount].First < sentence.End; amount++ {
			amounts = append(amounts, amount)
		}
		for ; number < len(p.Numbers) && p.Numbers[number].First < sentence.End; number++ {
			numbers = append(numbers, number)
		}
		if !p.tells(sentence.First, sentence.End, len(amounts)+len(numbers)) {
			continue
		}
		l.takeAll(p.mentions(s, amounts, numbers))
		for _, r := range p.remarks(s, numbers) {
			l.note(r)
		}
	}
}

// tells says whether there is a predicate and something that can be given among
// the words from first to end.
func (p *passage) tells(first, end, figures int) bool {
	predicate, gift := false, figures > 0
	for i := first; i < end; i++ {
		w := p.words[i]
		if w == nil {
			continue
		}
		predicate = predicate || len(w.entries) > 0 || w.lists&(aim|hinge|holds) != 0
		gift = gift || w.lists&(aid|container|goods|anaphor) != 0
	}
	return predicate && gift
}
