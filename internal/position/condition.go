package position

import (
	"slices"

	"onrecord/internal/text"
)

// conditions returns what the side of a view hangs on: clauses with "if" and
// the like on its predicates, and what its matter must be.
func (p *passage) conditions(v *view) []text.Span {
	var out []text.Span
	first, end := p.sentence(int(v.hit.First))
	for i := first; i < end; i++ {
		n := p.opens(i, end)
		if n == 0 {
			continue
		}
		if clause := p.clause(i); clause >= 0 && p.ruledBy(clause, v) {
			_, stop := p.Subtree(clause)
			if stop = min(stop, end); stop > i+n {
				out = append(out, p.Words(i, p.trimmed(i, stop)))
				i = stop - 1
			}
		}
	}
	for k, t := range v.terms {
		_, stop := p.Subtree(t)
		if k+1 < len(v.terms) {
			stop, _ = p.Subtree(v.terms[k+1])
			for stop > t+1 && (p.low(stop-1) == "and" || p.low(stop-1) == "or" || p.low(stop-1) == ",") {
				stop--
			}
		}
		out = append(out, p.Words(t, p.trimmed(t, stop)))
	}
	return out
}

// trimmed leaves out marks at the end of a stretch of tokens.
func (p *passage) trimmed(first, end int) int {
	for end > first+1 && !wordy(p.low(end-1)) {
		end--
	}
	return end
}

// wordy says whether a token has a letter or digit.
func wordy(w string) bool {
	for _, r := range w {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127 && r != '”' && r != '“' && r != '’' && r != '—' && r != '…' {
			return true
		}
	}
	return false
}

// opens returns how many words open a condition at token i; 0 for none.
func (p *passage) opens(i, end int) int {
	longest := 0
	low := make([]string, 0, 6)
	for k := i; k < min(end, i+6); k++ {
		low = append(low, p.low(k))
		if classes, start := clauses.Ending(low, 0, len(low)); start == 0 && slices.Contains(classes, "condition") {
			longest = len(low)
		}
	}
	if before := p.low(i - 1); before == "even" || before == "as" && p.low(i) == "if" || before == "for" {
		return 0
	}
	return longest
}

// clause climbs from the opening of a condition to the head of its clause or
// phrase; -1 for none.
func (p *passage) clause(i int) int {
	for range maxClimb {
		switch p.Relations[i] {
		case "advcl", "obl", "nmod", "acl":
			return i
		case "advmod":
			if p.Child(i, "advcl") >= 0 { // as long as
				return i
			}
		case "root", "ccomp", "parataxis":
			return -1
		}
		if i = p.Head(i); i < 0 {
			return -1
		}
	}
	return -1
}

// ruledBy says whether a clause hangs on one of the predicates of a view, and
// does not hold its words.
func (p *passage) ruledBy(clause int, v *view) bool {
	top := p.top(v.hit)
	if clause == top || p.Above(clause, top) {
		return false
	}
	h := p.Head(clause)
	if h == top || slices.Contains(v.verbs, h) {
		return true
	}
	for _, i := range v.verbs {
		if p.Above(i, clause) {
			return true
		}
	}
	return false
}

// scope returns what a side is limited to: "for now", "with the current
// leadership".
func (p *passage) scope(v *view) []text.Span {
	var out []text.Span
	first, end := p.sentence(int(v.hit.First))
	low := make([]string, 0, end-first)
	for i := first; i < end; i++ {
		low = append(low, p.low(i))
		if classes, start := clauses.Ending(low, 0, len(low)); start < len(low) && slices.Contains(classes, "now") {
			out = append(out, p.Words(first+start, i+1))
		}
	}
	heads := append([]int{p.top(v.hit)}, v.verbs...)
	for i := int(v.hit.First); i < int(v.hit.End); i++ {
		heads = append(heads, i)
	}
	slices.Sort(heads)
	for _, h := range slices.Compact(heads) {
		for _, c := range p.Children(h) {
			j := int(c)
			if r := p.Relations[j]; (r == "nmod" || r == "obl") && p.Preposition(j) != "" && p.current(j) {
				from, to := p.Subtree(j)
				from += p.leading(from, j)
				for k := j + 1; k < to; k++ {
					if clauses.Has("aside", p.low(k)) {
						to = k
					}
				}
				out = append(out, p.Words(from, p.trimmed(from, to)))
			}
		}
	}
	return out
}

// leading counts the prepositions at the beginning of a phrase.
func (p *passage) leading(from, head int) int {
	n := 0
	for from+n < head && p.Relations[from+n] == "case" {
		n++
	}
	return n
}

// current says whether an adjective limits the noun j to what is there now.
func (p *passage) current(j int) bool {
	for _, c := range p.Children(j) {
		if p.Relations[c] == "amod" && clauses.Has("current", p.low(int(c))) {
			return true
		}
	}
	return false
}
