package coref

import (
	"onrecord/internal/annotate"
)

// resolver joins the mentions of one passage.
type resolver struct {
	tree     *annotate.Tree
	tables   *words
	mentions []mention
	chains   *chains
	owner    []int32        // of each word: 1 more than the mention whose head or name it is
	called   map[string]int // the latest mention that had a noun
	quoted   map[int32]int  // of a quotation: who speaks in it
	speeches speeches
	pairs    pairs
	score    scorer
}

// at returns the mention of which word i is the head or a part of the name, -1
// if none or i is negative.
func (r *resolver) at(i int) int {
	if i < 0 {
		return -1
	}
	return int(r.owner[i]) - 1
}

// own fills owner: of several mentions with one head, the longest that is not
// joint has it.
func (r *resolver) own() {
	r.owner = make([]int32, len(r.tree.Tokens))
	for i := len(r.mentions) - 1; i >= 0; i-- {
		m := &r.mentions[i]
		if m.joint {
			continue
		}
		first := m.Head
		if m.Kind == annotate.Name {
			first = m.title
		}
		for w := first; w <= m.Head; w++ {
			r.owner[w] = int32(i) + 1
		}
		r.owner[m.top] = int32(i) + 1
	}
}

// resolve joins what means the same: names first, over the whole passage, then
// word by word what is said of them.
func (r *resolver) resolve() {
	r.own()
	r.chains = newChains(r.mentions)
	n := names{resolver: r}
	n.join()
	r.hear()
	r.called, r.quoted = map[string]int{}, map[int32]int{}
	for k, a := range r.tree.Attributions {
		if s := r.speeches.source[k]; s >= 0 && len(a.Content) > 0 {
			if q := r.quotes(a.Content[0]); q >= 0 {
				r.quoted[q] = int(s)
			}
		}
	}
	for i := range r.mentions {
		switch m := &r.mentions[i]; m.Kind {
		case annotate.Nominal:
			if !r.appose(i) {
				r.repeat(i)
			}
		case annotate.Name:
			if !r.appose(i) {
				r.reveal(i)
			}
		case annotate.Pronoun:
			switch m.form {
			case relative:
				r.relate(i)
			case he, she, it, they:
				r.refer(i)
			}
		}
		r.call(i)
		r.chains.see(i)
	}
	for i := range r.mentions {
		if r.mentions[i].form == speaker {
			r.speak(i)
		}
	}
}

// quotes returns the number of the quotation around word i, -1 if none.
func (r *resolver) quotes(i int) int32 { return r.pairs.quotes[i] }

// result lists the mentions that others get: names, nominals that can mean a
// public actor, pronouns, and whatever has the chain of another of those.
func (r *resolver) result() []annotate.Mention {
	size := make([]int, len(r.mentions))
	for i := range r.mentions {
		size[r.chains.root(i)]++
	}
	number := make([]int, len(r.mentions))
	n := 0
	var out []annotate.Mention
	for i := range r.mentions {
		m := &r.mentions[i]
		root := r.chains.root(i)
		if m.Kind == annotate.Nominal && (!m.actor || m.joint) && size[root] == 1 {
			continue
		}
		if number[root] == 0 {
			n++
			number[root] = n
		}
		x := m.Mention
		x.Chain = number[root] - 1
		if x.Score == 0 {
			x.Score = 1
		}
		if g := r.chains.known[root].gender; x.Gender == annotate.UnknownGender && !x.Plural {
			x.Gender = g
		}
		out = append(out, x)
	}
	return out
}
