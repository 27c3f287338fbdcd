package pledge

import (
	"onrecord/internal/annotate"
)

// bindingOf says whether one is bound to give: by an adjective of the gift, or
// by an aim that lessens what is voluntary. A plan "to reduce reliance on
// voluntary contributions" puts something binding in their place, as one to
// "replace mandatory quotas" puts something free; an adjective that stands
// anywhere else tells nothing of this gift.
func (m *mention) bindingOf() string {
	for _, x := range m.things {
		for k := x.first; k < x.end; k++ {
			if b := m.boundness(k); b != "" && (m.Tags[k] == annotate.ADJ || m.Relations[k] == "amod") {
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

// boundness returns whether token k says that one is bound to give: binding,
// voluntary, or "".
func (p *passage) boundness(k int) string {
	switch {
	case p.has(k, free):
		return "voluntary"
	case p.has(k, bound), p.lower(k) == "binding":
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
