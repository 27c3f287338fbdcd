package pledge

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// goals lists the prepositions behind which stands who gets something.
var goals = []string{"to", "for", "toward", "towards"}

// indirect returns who gets what the verb of step s gives, by what hangs on it.
func (p *passage) indirect(s step) []record.ActorID {
	var out []record.ActorID
	for _, j := range p.Children(s.at) {
		k := int(j)
		if k < s.at || k == s.from {
			continue
		}
		switch p.Relations[k] {
		case "iobj", "obj", "nsubj": // a subject behind the verb is the parser's error
			if len(p.alone(k)) == 0 {
				continue
			}
		case "obl", "nmod":
			prep := p.Preposition(k)
			if !slices.Contains(goals, prep) && !(prep == "from" && s.status >= record.Delayed) {
				continue
			}
		default:
			continue
		}
		out = add(out, p.receivers(p.actors(k))...)
	}
	return out
}

// goal returns who gets thing x, by what stands behind it: to or for a name, in
// its phrase or further on in the clause.
func (p *passage) goal(chain []step, x thing) []record.ActorID {
	heads := []int{x.head, x.noun}
	for _, s := range chain {
		if s.class == noun {
			heads = append(heads, s.at)
		}
	}
	if ids := p.goalOf(heads...); len(ids) > 0 {
		return ids
	}
	if slices.ContainsFunc(chain, func(s step) bool { return s.frame == frameGive && s.class == verb && s.status >= record.Delayed }) {
		for _, h := range []int{x.head, x.noun} { // withholding bombs from Israel
			if h >= 0 {
				if ids := p.receivers(p.actors(p.Oblique(h, "from"))); len(ids) > 0 {
					return ids
				}
			}
		}
	}
	return p.goalBehind(x.end)
}

// goalOf returns who stands behind to or for on one of heads.
func (p *passage) goalOf(heads ...int) []record.ActorID {
	for _, h := range heads {
		if h < 0 {
			continue
		}
		for _, j := range p.Children(h) {
			prep := p.Preposition(int(j))
			if r := p.Relations[j]; (r == "nmod" || r == "obl") && (slices.Contains(goals, prep) || prep == "of" && p.Is(h, "funding", "support", "financing")) {
				if ids := p.receivers(p.actors(int(j))); len(ids) > 0 {
					return ids
				}
			}
		}
	}
	return nil
}

// goalBehind reads on from token i to the end of the clause for "to" or "for"
// and a name, where the tree has hung it elsewhere.
func (p *passage) goalBehind(i int) []record.ActorID {
	for end := min(p.sentenceEnd(i-1), i+12); i < end; i++ {
		switch {
		case p.Tags[i] == annotate.VERB && p.Relations[i] != "amod", p.Tags[i] == annotate.PUNCT && p.Word(i) == ";":
			return nil
		case p.Tags[i] == annotate.ADP && slices.Contains(goals, p.lower(i)):
			h := p.Head(i)
			if h <= i || h >= i+6 {
				continue
			}
			if ids := p.receivers(p.actors(h)); len(ids) > 0 || p.lower(i) == "to" && p.held[h] == 0 && !p.inAmount(h) {
				return ids
			}
		}
	}
	return nil
}

// goalWithin returns the first name behind to or for among tokens first to end.
func (p *passage) goalWithin(first, end int) []record.ActorID {
	for i := first; i < end; i++ {
		if p.Tags[i] == annotate.ADP && slices.Contains(goals, p.lower(i)) {
			if h := p.Head(i); h > i {
				if ids := p.receivers(p.actors(h)); len(ids) > 0 {
					return ids
				}
			}
		}
	}
	return nil
}
