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
			for i+1 < end && m.Tokens[i+1].Start < s.End {
				i++
			}
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

// condition returns the words of the condition that opens at token i and goes
// on at after, if it hangs on a predicate of m or on a clause that holds one.
func (m *mention) condition(i, after int) (text.Span, bool) {
	if !m.isOpening(i, after) {
		return text.Span{}, false
	}
	clause := m.dependent(i)
	if clause < 0 || m.Relations[clause] == "ccomp" || m.isStep(clause) || m.Above(clause, m.top()) {
		return text.Span{}, false
	}
	_, end := m.Subtree(clause)
	end = m.untilClause(i, end)
	if end <= after {
		return text.Span{}, false
	}
	for k := after + 3; k < end; k++ {
		if m.Word(k) == "," && clause < k {
			end = k
		}
	}
	return m.span(i, end), true
}

// isOpening says whether the words from token i to after open a condition here: a
// time alone ("until 2027"), a verb ("provided aid"), a concession ("even if") and
// a length ("for as long as it takes") are none.
func (m *mention) isOpening(i, after int) bool {
	if after >= m.sentenceEnd(i) || m.held[after] > 0 {
		return false
	}
	if m.lower(i) == "provided" && (m.Tags[i] == annotate.VERB || m.Tags[i] == annotate.ADV) && m.lowerOf(i+1) != "that" {
		return false
	}
	if w := m.lower(after); m.lower(i) == "once" && (w == "more" || w == "again") {
		return false
	}
	return i == 0 || m.lower(i-1) != "even" && !(m.lower(i-1) == "for" && m.lower(i) != "if")
}

// dependent climbs from token i to the word that hangs on a predicate of m, or
// on what stands above all of them; -1 for none.
func (m *mention) dependent(i int) int {
	for range maxClimb {
		h := m.Head(i)
		if h < 0 {
			return -1
		}
		if m.isStep(h) || m.chain[len(m.chain)-1].class == verb && m.Above(h, m.top()) {
			return i
		}
		i = h
	}
	return -1
}

// isStep says whether token i is a predicate of the chain.
func (m *mention) isStep(i int) bool {
	return slices.ContainsFunc(m.chain, func(s step) bool { return s.at == i })
}
