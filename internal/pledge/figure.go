package pledge

import (
	"cmp"
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/amount"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// sums returns the sums of m, as the record has them.
func (m *mention) sums() []record.Amount {
	var out []record.Amount
	at := map[int]int{} // index in Amounts to index in out
	for _, x := range m.things {
		if x.like > 0 {
			n := m.Numbers[x.numbers[0]]
			a := m.Amounts[x.like-1]
			a.Span, a.Value, a.Low, a.High, a.About, a.EquivalentOf, a.Hedge = n.Span, n.Value, n.Low, n.High, n.About, -1, nil
			out = append(out, m.newsworthy(a))
			continue
		}
		for _, k := range x.amounts {
			if _, ok := at[k]; ok {
				continue
			}
			a := m.Amounts[k]
			r := m.newsworthy(a)
			r.Hedge = m.hedge(a.Hedge)
			if e, ok := at[a.EquivalentOf]; ok && a.EquivalentOf >= 0 {
				r.EquivalentOf = e
			}
			at[k] = len(out)
			out = append(out, r)
		}
	}
	return out
}

// newsworthy makes a sum of the record out of one of the text. A bare unit is the
// currency that news in English means by it: dollars are those of the United
// States; crowns and dinars those of the country that gives them.
func (m *mention) newsworthy(a annotate.Amount) record.Amount {
	r := record.Amount{
		Span: a.Span, Value: a.Value, Currency: a.Currency, Unit: a.Unit, Low: a.Low, High: a.High, About: a.About, Per: a.Per, EquivalentOf: -1,
	}
	if r.Currency != "" {
		return r
	}
	code, places := amount.News(a.Unit)
	r.Currency = cmp.Or(code, m.currency(a.Unit))
	if places != 0 {
		r.Value, r.Low, r.High = amount.Shift(r.Value, places), amount.Shift(r.Low, places), amount.Shift(r.High, places)
	}
	return r
}

// currency returns the currency that a unit is in the country of a donor, or of
// who gets it; "" where it has none of that name.
func (m *mention) currency(unit string) string {
	if m.article.Register == nil {
		return ""
	}
	for _, id := range slices.Concat(m.donors, m.beneficiaries) {
		if a := m.article.Register.Actor(m.whole(id)); a != nil && a.ISO2 != "" {
			if code := amount.In(unit, a.ISO2); code != "" {
				return code
			}
		}
	}
	return ""
}

// hedge returns the words at tokens.
func (m *mention) hedge(tokens []int) string {
	if len(tokens) == 0 {
		return ""
	}
	return m.span(tokens[0], tokens[len(tokens)-1]+1).Of(m.Document.Text)
}

// counts returns the things of m that are counted, and goods without a number.
func (m *mention) counts() []record.Item {
	var out []record.Item
	for _, x := range m.things {
		switch {
		case x.like > 0: // a sum
		case len(x.numbers) > 0:
			for _, k := range x.numbers {
				out = append(out, m.counted(x, k))
			}
		case x.noun >= 0 && m.has(x.noun, goods):
			s := m.uncounted(x)
			out = append(out, record.Item{Span: s, What: s.Of(m.Document.Text)})
		}
	}
	return out
}

// counted returns number k of thing x as an item.
func (m *mention) counted(x thing, k int) record.Item {
	n := m.Numbers[k]
	what := m.shared(k)
	span := m.span(what[0], max(x.end, what[1]))
	if x.share { // percent of its GDP
		span = m.span(n.End-1, x.end)
	}
	return record.Item{Span: n.Cover(span), Value: n.Value, Low: n.Low, High: n.High, About: n.About, What: span.Of(m.Document.Text)}
}

// uncounted returns the words for the goods x, without sums, determiners and
// those who give or get them: "weapons" of "$650 million in weapons", "artillery
// shells" of "Kyiv artillery shells".
func (m *mention) uncounted(x thing) text.Span {
	first, end := x.first, x.end
	for _, k := range x.amounts {
		end = x.noun + 1
		if a := m.Amounts[k]; a.End <= x.noun {
			first = max(first, a.End)
		}
	}
	for first < x.noun && (m.isParty(first) || m.isEmpty(first)) {
		first++
	}
	return m.span(first, end)
}

// isEmpty says whether token i tells nothing of a thing.
func (m *mention) isEmpty(i int) bool {
	switch m.Tags[i] {
	case annotate.DET, annotate.CCONJ, annotate.ADP, annotate.PRON, annotate.PUNCT, annotate.PART:
		return true
	case annotate.PROPN:
		return false
	}
	return m.refs[i] > 0
}

// isParty says whether token i names one who gives or gets.
func (m *mention) isParty(i int) bool {
	return m.refs[i] > 0 && (share(m.alone(i), m.donors) || share(m.alone(i), m.beneficiaries))
}
