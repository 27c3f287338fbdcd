package coref

import "onrecord/internal/annotate"

// Example is a pronoun with the mentions that it can mean, to train on.
type Example struct {
	Word       int // the pronoun
	Candidates []Candidate
}

// Candidate is a mention that a pronoun can mean.
type Candidate struct {
	Head     int // word
	Features []int
	Right    bool
}

// Unknown is the chain of a word of which it is not known what it means.
const Unknown = -1

// Values returns how many values each feature of a candidate has.
func Values() []int {
	var out []int
	for _, n := range values {
		out = append(out, int(n))
	}
	return out
}

// Examples lists the pronouns of l of which gold knows what they mean. gold
// returns the chain of the mention that word heads. Before the next pronoun is
// looked at, each is joined with what it truly means.
func Examples(l *annotate.Layers, gold func(word int) int) []Example {
	c := collector{gold: gold}
	apply(l, &c)
	return c.examples
}

// collector is a scorer that knows the truth and takes it down.
type collector struct {
	gold     func(word int) int
	examples []Example
}

func (c *collector) begin(*resolver) {}

func (c *collector) score(r *resolver, i int, p *pairs) []float32 {
	word := r.mentions[i].Head
	chain := c.gold(word)
	if chain < 0 {
		return nil
	}
	e := Example{Word: word}
	scores := make([]float32, 1, 1+len(p.candidates))
	for k, j := range p.candidates {
		o := &r.mentions[j]
		g := c.gold(o.Head)
		right := g == chain && !o.joint
		scores = append(scores, -100)
		if right {
			scores[k+1] = 100
		}
		if g == Unknown {
			continue
		}
		x := Candidate{Head: o.Head, Right: right}
		for _, f := range p.features[k] {
			x.Features = append(x.Features, int(f))
		}
		e.Candidates = append(e.Candidates, x)
	}
	if len(e.Candidates) > 0 {
		c.examples = append(c.examples, e)
	}
	return scores
}
