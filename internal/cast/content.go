package cast

import (
	"cmp"
	"slices"
)

// content tells which attributions of a passage hold a token.
type content struct {
	first []int32 // of each token: where its attributions begin in held
	held  []int32 // attributions, those with the shortest content first
	cue   []int32 // of each token: the attribution whose cue holds it, -1 for none
}

// index finds the attributions of a passage by their tokens.
func (p *Passage) index() {
	c := content{first: make([]int32, len(p.Forms)+1), cue: make([]int32, len(p.Forms))}
	for i := range c.cue {
		c.cue[i] = -1
	}
	order := make([]int, len(p.Attributions))
	for k := range order {
		order[k] = k
		for _, t := range p.Attributions[k].Content {
			c.first[t+1]++
		}
		for _, t := range p.Attributions[k].Cue {
			c.cue[t] = int32(k)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Compare(extent(p.Attributions[x].Content), extent(p.Attributions[y].Content))
	})
	for i := range p.Forms {
		c.first[i+1] += c.first[i]
	}
	c.held = make([]int32, c.first[len(p.Forms)])
	next := slices.Clone(c.first)
	for _, k := range order {
		for _, t := range p.Attributions[k].Content {
			c.held[next[t]] = int32(k)
			next[t]++
		}
	}
	p.content = c
}

// extent is how far apart the first and the last of ascending tokens are.
func extent(tokens []int) int {
	if len(tokens) == 0 {
		return 0
	}
	return tokens[len(tokens)-1] - tokens[0]
}

// Holding returns the attributions whose content holds token i, the innermost
// first.
func (p *Passage) Holding(i int) []int32 {
	return p.content.held[p.content.first[i]:p.content.first[i+1]]
}

// CueOf returns the attribution whose cue holds token i, -1 for none.
func (p *Passage) CueOf(i int) int { return int(p.content.cue[i]) }
