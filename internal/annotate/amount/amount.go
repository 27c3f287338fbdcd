// Package amount finds sums of money, counted things and other numbers. Values
// are exact decimals. It does not say whose money a dollar is, but knows what
// news means by it (News) and what one country does (In); it converts nothing.
//
// Each sentence is cut into atoms (figures, letters, signs), the atoms are read
// into numbers by the grammar of numeral.go and fraction.go, currencies and
// percent signs make sums and percentages of them, and the words around say
// what bounds, hedges or repeats them. All words stand in number.txt,
// currency.txt and phrase.txt.
package amount

import (
	"math/big"

	"onrecord/internal/annotate"
	"onrecord/internal/text"
)

// Stage gives amounts and numbers. Names found before it are heeded: a number
// within one counts nothing.
func Stage() annotate.Stage {
	return annotate.Stage{
		Name: "amount", Version: annotate.Version(5, numberText, currencyText, phraseText),
		Needs: []annotate.Layer{annotate.LayerTokens, annotate.LayerSentences, annotate.LayerTags, annotate.LayerLemmas, annotate.LayerTree, annotate.LayerEntities, annotate.LayerTimexes},
		Gives: []annotate.Layer{annotate.LayerAmounts, annotate.LayerNumbers}, Apply: apply,
	}
}

func apply(l *annotate.Layers) error {
	r := &reader{Layers: l, text: l.Document.Text}
	for k := 0; k < len(l.Sentences); k++ {
		s := l.Sentences[k]
		for k+1 < len(l.Sentences) && l.Sentences[k+1].Block == s.Block && r.dangles(s) {
			k++
			s.End = l.Sentences[k].End
		}
		r.lex(s)
		if r.hot {
			r.find()
		}
	}
	return nil
}

// dangles says whether a sentence ends in a hyphen or an abbreviated scale
// ("100 bn."), so that the number may go on in the next.
func (r *reader) dangles(s annotate.Sentence) bool {
	if s.First >= s.End {
		return false
	}
	switch last := r.Tokens[s.End-1].Of(r.text); {
	case last == "-":
		return true
	case last == "." && s.End-2 >= s.First:
		return r.lookup(r.Tokens[s.End-2].Of(r.text)).role == suffix
	case len(last) > 1 && last[len(last)-1] == '.':
		return r.lookup(last[:len(last)-1]).role == suffix
	}
	return false
}

// find reads all numbers of one sentence.
func (r *reader) find() {
	r.found = r.found[:0]
	for i := 0; i < len(r.atoms); {
		if !r.starts(i) {
			i++
			continue
		}
		if m, ok := r.sum(i); ok {
			i = r.addSum(&m)
			continue
		}
		i = r.addNumber(i)
	}
	r.convert()
}

// starts says whether a number may begin with atom i.
func (r *reader) starts(i int) bool {
	a := &r.atoms[i]
	switch {
	case a.kind == figures, a.sign != nil, a.word.role != noRole && a.word.role != conjunction:
		return true
	case a.kind == mark:
		return a.end < len(r.text) && i+1 < len(r.atoms) && (r.atoms[i+1].kind == figures || r.atoms[i+1].sign != nil) && r.atoms[i+1].glued || vulgar(r.letter(a)) != nil
	case a.kind == letters && r.is(i, "per"):
		return r.is(i+1, "cent")
	case a.kind == letters && i+1 < len(r.atoms):
		if r.letter(&r.atoms[i+1]) == '.' && r.atoms[i+1].glued && i+2 < len(r.atoms) { // U.S.$, Rs. 5
			return r.atoms[i+2].sign != nil
		}
		if r.atoms[i+1].kind == letters && r.isFigures(i+2) { // Qatari riyals 5 million
			c, end := r.inWords(i)
			return c != nil && end == i+2
		}
		return r.atoms[i+1].kind == figures || r.atoms[i+1].sign != nil || r.role(i+1) != noRole && (r.is(i, "several") || r.is(i, "few") || r.is(i, "multiple"))
	}
	return false
}

// cover returns the letters and tokens of atoms first to end.
func (r *reader) cover(first, end int) (s text.Span, f, e int) {
	s = text.Span{Start: r.atoms[first].start, End: r.atoms[end-1].end}
	f, e = r.atoms[first].token, r.atoms[end-1].token+1
	for r.Tokens[e-1].End < s.End { // figures may go over several tokens: 10 000
		e++
	}
	return s, f, e
}

// place is where an amount of the sentence stands.
type place struct{ first, end, amount int }

// addSum adds a sum of money and returns the atom behind it.
func (r *reader) addSum(m *sum) int {
	a := annotate.Amount{Currency: m.currency.code, Unit: m.currency.name, EquivalentOf: -1, Why: "sum"}
	if m.currency.minor != 0 {
		a.Currency = ""
	}
	a.Span, a.First, a.End = r.cover(m.first, m.end)
	c := r.around(m.first, m.end)
	a.Value, a.Low, a.High = bounds(m.low, m.high, &c)
	a.About = c.about || m.low == nil
	a.Per = r.per(m.first, c.end)
	if h := r.hedge(m.first); h >= 0 {
		a.Hedge = []int{h}
	}
	if n := len(r.Amounts); n > 0 && r.Amounts[n-1].End > a.First && r.Amounts[n-1].Span.End > a.Start {
		return m.end
	}
	r.found = append(r.found, place{m.first, m.end, len(r.Amounts)})
	r.Amounts = append(r.Amounts, a)
	return m.end
}

// bounds puts a number into value, low and high.
func bounds(low, high *big.Rat, c *surrounding) (value, least, most string) {
	switch {
	case low == nil:
		return "", "", ""
	case high != nil:
		return "", decimal(low), decimal(high)
	case c.low:
		return "", decimal(low), ""
	case c.high:
		return "", "", decimal(low)
	}
	return decimal(low), "", ""
}

// convert marks the sums of the sentence that give another one in a further
// currency: "EUR100 billion (USD107 billion)", "40 billion kronor, or $3.8
// billion".
func (r *reader) convert() {
	for k := 1; k < len(r.found); k++ {
		before, p := r.found[k-1], r.found[k]
		a, b := &r.Amounts[before.amount], &r.Amounts[p.amount]
		of := before.amount
		if a.EquivalentOf >= 0 {
			of = a.EquivalentOf
		}
		if a.Unit == b.Unit || r.Amounts[of].Unit == b.Unit || !r.converts(before.end, p.first, a.EquivalentOf >= 0) {
			continue
		}
		b.EquivalentOf = of
	}
}

// converts says whether the atoms between two sums say that the second is the
// first in another currency; further is true behind one that does so already
// ("€5m ($5.4m; £4.2m)").
func (r *reader) converts(from, to int, further bool) bool {
	k, bracket, comma := from, false, false
	if k < to && (r.role(r.joined(k)) == article) { // "a year ("
		if _, e := r.phraseAt(r.joined(k), "per year", "per quarter", "per month", "per week", "per day", "per hour"); e > k {
			k = e
		}
	}
	if k < to {
		switch r.letter(&r.atoms[k]) {
		case '(', '[':
			bracket, k = true, k+1
		case ',', '—', '–':
			comma, k = true, k+1
		case ';', '/':
			return k+1 == to && (further || r.letter(&r.atoms[k]) == '/')
		case '=', '≈':
			return k+1 == to
		}
	}
	if k == to {
		return bracket || comma && further
	}
	if bracket && k+1 == to && !r.atoms[k].glued {
		c := r.letter(&r.atoms[k])
		return c == '≈' || c == '~' || c == '='
	}
	said := false
	for k < to {
		key, e := r.phraseAt(k, "equivalent")
		if key == "" {
			return false
		}
		said = said || !r.is(k, "worth")
		k = e
	}
	return bracket || said && (comma || r.is(from, "or") || r.is(from, "equivalent") || r.is(from, "equals") || r.is(from, "the"))
}
