package position

import (
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/codebook"
)

// mood returns what the helpers of word i make of it: must, will, may, or "".
func (p *passage) mood(i int) string {
	out := ""
	for _, c := range p.Children(i) {
		j := int(c)
		if r := p.Relations[j]; r != "aux" && r != "cop" {
			continue
		}
		for _, class := range []string{"must", "will", "may"} {
			if clauses.Has(class, p.low(j)) || clauses.Has(class, p.Lemmas[j]) {
				out = class
			}
		}
	}
	if out == "" && p.Tags[i] == annotate.VERB && p.infinitive(i) {
		if h := p.Head(i); h >= 0 && p.Relations[i] == "xcomp" && (p.Is(h, "have") || p.Is(h, "need")) {
			return "must"
		}
	}
	return out
}

// infinitive says whether "to" marks the verb i.
func (p *passage) infinitive(i int) bool {
	for _, c := range p.Children(i) {
		if p.Relations[c] == "mark" && p.low(int(c)) == "to" {
			return true
		}
	}
	return false
}

// only says whether "only" stands among what hangs on word i.
func (p *passage) only(i int) bool {
	first, end := p.Subtree(i)
	for j := first; j < end; j++ {
		if p.low(j) == "only" {
			return true
		}
	}
	return false
}

// denied says whether word i is denied, by other words than those of a hit.
func (p *passage) denied(i int, h *codebook.Hit) bool {
	for _, c := range p.Children(i) {
		j := int(c)
		if j >= int(h.First) && j < int(h.End) {
			continue
		}
		switch p.Relations[j] {
		case "advmod", "det", "cc", "aux":
		default:
			continue
		}
		if clauses.Has("deny", p.low(j)) && !clauses.Has("also", p.low(j+1)) {
			return true
		}
	}
	return false
}

// noneDoes says whether the subject of word i is nobody, or none of something,
// and that is no part of a hit's own words.
func (p *passage) noneDoes(i int, h *codebook.Hit) bool {
	s := p.Child(i, "nsubj")
	return s >= 0 && !(h.Side != codebook.Neither && inHit(h, s)) && (p.Is(s, "nobody", "none", "nothing") || p.Child(s, "det") >= 0 && p.low(p.Child(s, "det")) == "no")
}

// supposed says whether word i stands in a clause that supposes it.
func (p *passage) supposed(i int) bool {
	for _, c := range p.Children(i) {
		if j := int(c); (p.Relations[j] == "mark" || p.Relations[j] == "advmod") && j < i && clauses.Has("suppose", p.low(j)) {
			return true
		}
	}
	return false
}

// asked says whether the sentence of token i is a question.
func (p *passage) asked(i int) bool {
	_, end := p.sentence(i)
	for k := end - 1; k >= max(i, end-3); k-- {
		if strings.HasPrefix(p.Word(k), "?") {
			return true
		}
	}
	return false
}
