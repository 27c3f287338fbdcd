package pledge

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/text"
)

// aimsOf returns what is to be reached: the infinitives of a verb of purpose
// whose subject is the gift ("the package aims to …"), of "in order to", or
// behind the gift ("aimed at …", "designed to …", "to help …").
func (m *mention) aimsOf() []text.Span {
	var out []text.Span
	for _, x := range m.things {
		for _, h := range []int{x.head, x.noun} {
			if h < 0 {
				continue
			}
			for _, j := range m.Children(h) {
				if v := int(j); v > h && m.Relations[v] == "acl" {
					out = add(out, m.infinitives(v)...)
				}
			}
		}
	}
	for _, s := range m.chain {
		for _, j := range m.Children(s.at) {
			if v := int(j); v > s.at && m.Relations[v] == "advcl" && m.Tags[v] == annotate.VERB && m.isPurpose(v) {
				out = add(out, m.infinitives(v)...)
			}
		}
	}
	return out
}

// isPurpose says whether the verb v is an infinitive or a participle of aim.
func (p *passage) isPurpose(v int) bool {
	return p.lowerOf(v-1) == "to" || p.has(v, aim)
}

// infinitives returns the aims that the verb v states: its complements where it
// is a verb of aim, itself where it is an infinitive; each conjunct is one.
func (p *passage) infinitives(v int) []text.Span {
	if p.has(v, aim) && !p.Is(v, "help") {
		var out []text.Span
		for _, j := range p.Children(v) {
			k := int(j)
			if k < v {
				continue
			}
			switch p.Relations[k] {
			case "xcomp", "advcl", "ccomp", "acl":
				if p.lowerOf(k-1) == "to" || strings.HasSuffix(p.lower(k), "ing") && p.Child(k, "mark", "case") >= 0 {
					out = add(out, p.conjuncts(k)...)
				}
			}
		}
		return out
	}
	if p.lowerOf(v-1) == "to" && p.predicateless(v) {
		return p.conjuncts(v)
	}
	return nil
}

// predicateless says whether verb v is none of giving, so that "money to send"
// is no aim.
func (p *passage) predicateless(v int) bool {
	e := p.predicate(v)
	return e == nil || e.frame == frameKeep || e.frame == frameVoid
}

// conjuncts returns the clause of verb v and those joined to it, each from its
// verb to before the next or before a comma that closes it.
func (p *passage) conjuncts(v int) []text.Span {
	verbs := []int{}
	for _, k := range p.Coordinated(v) {
		if k >= v && p.Tags[k] == annotate.VERB {
			verbs = append(verbs, k)
		}
	}
	var out []text.Span
	for n, k := range verbs {
		_, end := p.Subtree(k)
		if n+1 < len(verbs) {
			end = verbs[n+1]
			for end > k+1 && (p.Tags[end-1] == annotate.CCONJ || p.Tags[end-1] == annotate.PUNCT || p.lower(end-1) == "to") {
				end--
			}
		}
		if end = p.untilClause(k, end); end > k+1 {
			out = append(out, p.span(k, end))
		}
	}
	return out
}

// untilClause shortens the words from k to end to before a comma that opens an
// adjunct, and to what is no mark.
func (p *passage) untilClause(k, end int) int {
	end = min(end, p.sentenceEnd(k))
	for i := k + 1; i < end; i++ {
		if p.Word(i) == "," && i+1 < end && (strings.HasSuffix(p.lower(i+1), "ing") && p.Tags[i+1] == annotate.VERB || p.Tags[i+1] == annotate.SCONJ || p.isRelative(i+1) || p.Tags[i+1] == annotate.PRON) {
			end = i
		}
	}
	for end > k+1 && p.Tags[end-1] == annotate.PUNCT {
		end--
	}
	return end
}

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

// bindingOf says whether one is bound to give: by an adjective of the gift, or
// by an aim that lessens what is voluntary. A plan "to reduce reliance on
// voluntary contributions" puts something binding in their place, as one to
// "replace mandatory quotas" puts something free; an adjective that stands
// anywhere else tells nothing of this gift.
func (m *mention) bindingOf() string {
	for _, x := range m.things {
		for k := x.first; k < x.end; k++ {
			if b := m.boundness(k); b != "" && m.Tags[k] == annotate.ADJ {
				return b
			}
		}
	}
	for _, s := range m.chain {
		for _, j := range m.Children(s.at) {
			if b := m.boundness(int(j)); b != "" && m.Relations[j] == "amod" {
				return b
			}
		}
	}
	for _, x := range m.things {
		if b := m.boundBelow(x); b != "" {
			return b
		}
	}
	return m.bindingAims()
}

// boundBelow reads what is said behind thing x of how it is paid for: "a fund
// financed by mandatory contributions".
func (m *mention) boundBelow(x thing) string {
	_, end := m.Subtree(x.head)
	for k := x.end; k < min(end, x.end+20); k++ {
		if m.has(k, lessen) {
			return ""
		}
		if b := m.boundness(k); b != "" && m.Relations[k] == "amod" && m.has(m.Head(k), container|anaphor|aid) {
			return b
		}
	}
	return ""
}

func (p *passage) boundness(k int) string {
	switch {
	case p.has(k, free):
		return "voluntary"
	case p.has(k, bound):
		if p.lowerOf(k-1) == "non" || p.lowerOf(k-2) == "non" && p.Word(k-1) == "-" {
			return "voluntary"
		}
		return "binding"
	}
	return ""
}

// bindingAims reads the aims for what they lessen.
func (m *mention) bindingAims() string {
	for _, a := range m.aims {
		less := false
		for k := m.sentenceStart(m.top()); k < m.sentenceEnd(m.top()); k++ {
			if t := m.Tokens[k]; t.Start < a.Start || t.End > a.End {
				continue
			}
			less = less || m.has(k, lessen)
			if b := m.boundness(k); b != "" {
				if less {
					return map[string]string{"binding": "voluntary", "voluntary": "binding"}[b]
				}
				return b
			}
		}
	}
	return ""
}
