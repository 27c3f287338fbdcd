package eval

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"strconv"
)

// draws is how often the documents are resampled for an interval.
const draws = 1000

// counts is what one figure counts in one document. For an accuracy pred and
// gold are both the number of words.
type counts struct{ right, pred, gold int }

func (c *counts) add(o counts) {
	c.right += o.right
	c.pred += o.pred
	c.gold += o.gold
}

// prf returns precision, recall and F1 in percent; 0 where nothing can be
// divided by.
func (c counts) prf() (p, r, f1 float64) {
	if c.pred > 0 {
		p = float64(c.right) / float64(c.pred)
	}
	if c.gold > 0 {
		r = float64(c.right) / float64(c.gold)
	}
	if p+r > 0 {
		f1 = 200 * p * r / (p + r)
	}
	return 100 * p, 100 * r, f1
}

// sample holds the counts of every document: sample[d][k] is figure k of
// document d. Every document has the same figures.
type sample [][]counts

// score returns figure k over all documents, with its interval.
func (s sample) score(k int) Score {
	total := s.total(k)
	p, r, f1 := total.prf()
	low, high := s.interval(k)
	return Score{P: hundredth(p), R: hundredth(r), F1: hundredth(f1), Low: hundredth(low), High: hundredth(high), Gold: total.gold, Pred: total.pred}
}

// accuracy returns figure k over all documents, with its interval.
func (s sample) accuracy(k int) Accuracy {
	total := s.total(k)
	p, _, _ := total.prf()
	low, high := s.interval(k)
	return Accuracy{Value: hundredth(p), Low: hundredth(low), High: hundredth(high), Right: total.right, Total: total.gold}
}

func (s sample) total(k int) counts {
	var c counts
	for _, d := range s {
		c.add(d[k])
	}
	return c
}

// interval returns the bounds between which F1 of figure k lies in 95 % of the
// draws.
func (s sample) interval(k int) (low, high float64) {
	return s.resample([]int{k}, func(c []counts) float64 {
		_, _, f1 := c[0].prf()
		return f1
	})
}

// resample returns the bounds between which what of makes of some figures lies in
// 95 % of the draws: each draw takes as many documents as there are, with
// replacement. The draws are the same in every run, and the same for every figure.
func (s sample) resample(figures []int, of func([]counts) float64) (low, high float64) {
	if len(s) == 0 {
		return 0, 0
	}
	g := rand.NewPCG(1, 2)
	all, c := make([]float64, draws), make([]counts, len(figures))
	for i := range all {
		clear(c)
		for range s {
			d, _ := bits.Mul64(g.Uint64(), uint64(len(s))) // uniform over the documents
			for k, f := range figures {
				c[k].add(s[d][f])
			}
		}
		all[i] = of(c)
	}
	slices.Sort(all)
	return all[draws/40], all[draws-1-draws/40]
}

// hundredth rounds x to two digits as Python's round does: the decimal nearest
// to x itself, not to 100·x.
func hundredth(x float64) float64 {
	y, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 2, 64), 64)
	return y
}

// agreement counts the elements that pred and gold share. Neither holds one
// twice.
func agreement[T comparable](pred, gold []T) counts {
	c := counts{pred: len(pred), gold: len(gold)}
	in := make(map[T]bool, len(gold))
	for _, g := range gold {
		in[g] = true
	}
	for _, p := range pred {
		if in[p] {
			c.right++
		}
	}
	return c
}
