package codebook

import (
	"cmp"
	"slices"
)

// Hit is a place where a term of an issue stands.
type Hit struct {
	Issue      int32 // index into Codebook.Issues
	Term       int32 // index into the issue's Terms
	First, End int32 // tokens, End exclusive
	Side       Side  // of a wording
	Weight     float32

	exception bool
}

// Enough is the sum of weights from which on an entry touches an issue.
const Enough = 0.5

// Sum returns, in sum, for each issue the weights of what was found of it in
// one entry, each term once. sum is used if it is large enough.
func (c *Codebook) Sum(sum []float32, hits []Hit) []float32 {
	sum = slices.Grow(sum[:0], len(c.Issues))[:len(c.Issues)]
	clear(sum)
	for i := range hits {
		h := &hits[i]
		again := slices.ContainsFunc(hits[max(i-lookBack, 0):i], func(o Hit) bool { return o.Issue == h.Issue && o.Term == h.Term })
		if !again {
			sum[h.Issue] += h.Weight
		}
	}
	return sum
}

// lookBack is how many hits before one are looked at for the same term: more
// than an entry has, and a bound for what is none.
const lookBack = 256

// maxWidth is how many tokens a hit can cover at most, for the neighbors that
// have to be looked at; hits of patterns and of odd tokens may be longer.
const maxWidth = maxSlots * (maxGap + 1) * 2

// tidy orders hits, takes out those that others hide, and returns how many stay.
func tidy(hits []Hit) int {
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.Issue, b.Issue), cmp.Compare(a.First, b.First), cmp.Compare(b.End, a.End), cmp.Compare(a.Term, b.Term))
	})
	for i := range hits {
		h := &hits[i]
		for j := i - 1; j >= 0 && near(&hits[j], h) && h.Weight > 0; j-- {
			if hides(&hits[j], h) {
				h.Weight = -h.Weight // hidden
			}
		}
		for j := i + 1; j < len(hits) && near(h, &hits[j]) && h.Weight > 0; j++ {
			if hides(&hits[j], h) {
				h.Weight = -h.Weight
			}
		}
	}
	n := 0
	for _, h := range hits {
		if h.Weight > 0 && !h.exception {
			hits[n] = h
			n++
		}
	}
	slices.SortFunc(hits[:n], func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.End, a.End), cmp.Compare(a.Issue, b.Issue), cmp.Compare(a.Term, b.Term))
	})
	return n
}

func near(a, b *Hit) bool { return a.Issue == b.Issue && b.First-a.First <= maxWidth }

// weight is that of a hit, hidden or not.
func weight(h *Hit) float32 { return max(h.Weight, -h.Weight) }

// hides says whether o makes h needless. Of two hits of one term that end
// together, as of "lift ... sanction" in "lift or lift sanctions", the shorter stays.
func hides(o, h *Hit) bool {
	if o.exception {
		return !h.exception && o.First < h.End && h.First < o.End
	}
	if o.Term == h.Term && o.End == h.End && o.First != h.First {
		return o.First > h.First // begun anew
	}
	if h.exception || o.First > h.First || o.End < h.End || h.Side != Neither && o.Side == Neither {
		return false
	}
	if longer := o.End-o.First > h.End-h.First; longer {
		return weight(o) >= weight(h)
	}
	return o.Side != h.Side && h.Side == Neither || o.Side == h.Side && o.Term < h.Term
}
