package pledge

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/text"
)

// conditionsOf returns the clauses and phrases under which the gift stands: if,
// unless, provided, in exchange for.
func (m *mention) conditionsOf() []text.Span {
	var out []text.Span
	start, end := m.sentenceStart(m.top()), m.sentenceEnd(m.top())
	for i := start; i < end; i++ {
		n := m.opens(i)
		if n == 0 {
			continue
		}
		if s, ok := m.condition(i, i+n); ok {
			out = append(out, s)
			i += n
		}
	}
	return out
}

// opens returns how many words of a condition's opening begin at token i.
func (p *passage) opens(i int) int {
	for _, rest := range lexicon.conditions[p.lower(i)] {
		k := 0
		for k < len(rest) && p.lowerOf(i+1+k) == rest[k] {
			k++
		}
		if k == len(rest) {
			return k + 1
		}
	}
	return 0
}

// condition returns the words of the condition that opens at token i, if it
// hangs on a predicate of m or on a clause that holds one. A time alone ("until
// 2027") is none.
func (m *mention) condition(i, after int) (text.Span, bool) {
	if after >= len(m.Tokens) || m.held[after] > 0 || after >= m.sentenceEnd(i) {
		return text.Span{}, false
	}
	if m.lower(i) == "provided" && (m.Tags[i] == annotate.VERB || m.Tags[i] == annotate.ADV) && m.lowerOf(i+1) != "that" {
		return text.Span{}, false
	}
	clause := i
	for range maxClimb {
		h := m.Head(clause)
		if h < 0 {
			return text.Span{}, false
		}
		if slices.ContainsFunc(m.chain, func(s step) bool { return s.at == h }) || m.Above(h, m.top()) {
			break
		}
		clause = h
	}
	if m.isVerbal(clause) && slices.ContainsFunc(m.chain, func(s step) bool { return s.at == clause }) {
		return text.Span{}, false
	}
	_, end := m.Subtree(clause)
	end = m.untilClause(i, end)
	if end <= after || m.Above(clause, m.top()) || clause == i && end-i < 3 && m.Tags[clause] == annotate.SCONJ {
		return text.Span{}, false
	}
	for k := after; k < end; k++ {
		if m.Word(k) == "," && k > after+2 && clause < k {
			end = k
		}
	}
	return m.span(i, end), true
}
