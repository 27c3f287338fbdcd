package pledge

import (
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
