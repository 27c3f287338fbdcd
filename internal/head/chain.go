package head

import (
	"fmt"
	"math"

	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

// Forbidden is what a forbidden label's score is lowered by, as in training. So
// there is always a way through, even if all labels of a word are forbidden.
const Forbidden = 1e4

// maxChainLabels is the number of labels that a byte of bits holds.
const maxChainLabels = 8

// Chain is a linear-chain conditional random field (Lafferty, McCallum and
// Pereira 2001) over few labels, with transitions that depend on a class of the
// boundary before a word. The score of labels y of n words with scores s and
// classes c is
//
//	start[y₀] + s[0][y₀] + Σ from i = 1 of transitions[cᵢ][yᵢ₋₁][yᵢ] + s[i][yᵢ]
//
// It may be used by several goroutines at a time.
type Chain struct {
	labels, classes int
	start           []float32 // labels
	transitions     []float32 // classes × labels (of the word before) × labels
	startExp        []float64
	transitionsExp  []float64
}

// Sequence is the words to label. Forbidden has bit l of word i set where label
// l is not to be taken; it may be nil.
type Sequence struct {
	Scores    Scores
	Class     []uint8 // of the boundary before each word; the first is not read
	Forbidden []uint8
}

// NewChain returns the chain with as many labels as start has elements.
func NewChain(start, transitions []float32) (*Chain, error) {
	k := len(start)
	if k < 1 || k > maxChainLabels || len(transitions) == 0 || len(transitions)%(k*k) != 0 {
		return nil, fmt.Errorf("chain of %d labels and %d transitions: want 1 to %d labels and their square for each class",
			k, len(transitions), maxChainLabels)
	}
	return &Chain{
		labels: k, classes: len(transitions) / (k * k), start: start, transitions: transitions,
		startExp: exps(start), transitionsExp: exps(transitions),
	}, nil
}

// LoadChain takes the chain called name from f: name.start [labels] and
// name.transitions [classes, labels, labels].
func LoadChain(f *weights.File, name string, classes, labels int) (*Chain, error) {
	start, err := f.Floats(name+".start", labels)
	if err != nil {
		return nil, fmt.Errorf("load head: %w", err)
	}
	transitions, err := f.Floats(name+".transitions", classes, labels, labels)
	if err != nil {
		return nil, fmt.Errorf("load head: %w", err)
	}
	return NewChain(start, transitions)
}

func exps(x []float32) []float64 {
	out := make([]float64, len(x))
	for i, v := range x {
		out[i] = float64(kernel.Exp(v))
	}
	return out
}

// Lattice is what a chain remembers while it decodes. It is scratch, see the
// package.
type Lattice struct {
	back    []uint8
	forward []float64
	emit    []float64
}

// check panics where slices do not fit.
func (c *Chain) check(s *Sequence, out int) {
	n := s.Scores.Len()
	if s.Scores.Labels != c.labels || len(s.Class) < n || s.Forbidden != nil && len(s.Forbidden) < n || out < n {
		panic(fmt.Sprintf("head: chain of %d labels over %d words of %d, %d classes, %d masks, room for %d",
			c.labels, n, s.Scores.Labels, len(s.Class), len(s.Forbidden), out))
	}
	for _, class := range s.Class[:n] {
		if int(class) >= c.classes {
			panic(fmt.Sprintf("head: boundary of class %d in a chain of %d classes", class, c.classes))
		}
	}
}

// Viterbi writes the labels with the best score to labels, one a word, and
// returns their score. Where scores are equal, the lower label wins, the last
// word's first.
func (c *Chain) Viterbi(w *Lattice, s Sequence, labels []uint8) float32 {
	c.check(&s, len(labels))
	n, k := s.Scores.Len(), c.labels
	if n == 0 {
		return 0
	}
	if len(w.back) < n*k {
		w.back = make([]uint8, n*k)
	}
	var v [maxChainLabels]float32
	for l := range k {
		v[l] = c.start[l] + s.at(0, l)
	}
	if k == 3 {
		c.three(w, &s, &v)
	} else {
		c.any(w, &s, &v)
	}
	best := Argmax(v[:k])
	score := v[best]
	for i := n - 1; ; i-- {
		labels[i] = uint8(best)
		if i == 0 {
			return score
		}
		best = int(w.back[i*k+best])
	}
}

// at is the score of label l of word i, lowered where it is forbidden.
func (s *Sequence) at(i, l int) float32 {
	x := s.Scores.Data[i*s.Scores.Stride+l]
	if s.Forbidden != nil && s.Forbidden[i]>>l&1 != 0 {
		x -= Forbidden
	}
	return x
}

// any runs forward from the second word.
func (c *Chain) any(w *Lattice, s *Sequence, v *[maxChainLabels]float32) {
	n, k := s.Scores.Len(), c.labels
	for i := 1; i < n; i++ {
		t := c.transitions[int(s.Class[i])*k*k:][:k*k]
		var next [maxChainLabels]float32
		for l := range k {
			best, from := v[0]+t[l], 0
			for p := 1; p < k; p++ {
				if x := v[p] + t[p*k+l]; x > best {
					best, from = x, p
				}
			}
			next[l] = best + s.at(i, l)
			w.back[i*k+l] = uint8(from)
		}
		*v = next
	}
}

// three is any for three labels, written out: it is run for every cue over its
// window.
func (c *Chain) three(w *Lattice, s *Sequence, v *[maxChainLabels]float32) {
	n := s.Scores.Len()
	a, b, d := v[0], v[1], v[2]
	for i := 1; i < n; i++ {
		t := (*[9]float32)(c.transitions[int(s.Class[i])*9:])
		back := (*[3]uint8)(w.back[i*3:])
		x0, from0 := a+t[0], uint8(0)
		x1, from1 := a+t[1], uint8(0)
		x2, from2 := a+t[2], uint8(0)
		if y := b + t[3]; y > x0 {
			x0, from0 = y, 1
		}
		if y := b + t[4]; y > x1 {
			x1, from1 = y, 1
		}
		if y := b + t[5]; y > x2 {
			x2, from2 = y, 1
		}
		if y := d + t[6]; y > x0 {
			x0, from0 = y, 2
		}
		if y := d + t[7]; y > x1 {
			x1, from1 = y, 2
		}
		if y := d + t[8]; y > x2 {
			x2, from2 = y, 2
		}
		back[0], back[1], back[2] = from0, from1, from2
		a, b, d = x0+s.at(i, 0), x1+s.at(i, 1), x2+s.at(i, 2)
	}
	v[0], v[1], v[2] = a, b, d
}

// Marginals writes to out, rows of labels for each word, the probability of
// each label under the chain (forward-backward). Where all ways through have
// probability 0 in float64, what remains is spread evenly.
func (c *Chain) Marginals(w *Lattice, s Sequence, out []float32) {
	c.check(&s, len(out)/c.labels)
	n, k := s.Scores.Len(), c.labels
	if n == 0 {
		return
	}
	if len(w.forward) < n*k {
		w.forward, w.emit = make([]float64, n*k), make([]float64, n*k)
	}
	for i := range n {
		f, e := w.forward[i*k:][:k], w.emit[i*k:][:k]
		top := float32(math.Inf(-1))
		for l := range k {
			top = max(top, s.at(i, l))
		}
		for l := range k {
			e[l] = float64(kernel.Exp(s.at(i, l) - top))
			f[l] = c.startExp[l]
			if i > 0 {
				before, t := w.forward[(i-1)*k:][:k], c.transitionsExp[int(s.Class[i])*k*k:][:k*k]
				f[l] = 0
				for p, x := range before {
					f[l] += float64(x * t[p*k+l])
				}
			}
			f[l] = float64(f[l] * e[l])
		}
		normalize(f)
	}
	var behind [maxChainLabels]float64
	for l := range k {
		behind[l] = 1
	}
	for i := n - 1; i >= 0; i-- {
		f, o := w.forward[i*k:][:k], out[i*k:][:k]
		for l := range k {
			f[l] = float64(f[l] * behind[l])
		}
		normalize(f)
		for l := range k {
			o[l] = float32(f[l])
		}
		if i == 0 {
			return
		}
		e, t := w.emit[i*k:][:k], c.transitionsExp[int(s.Class[i])*k*k:][:k*k]
		var next [maxChainLabels]float64
		for p := range k {
			for l := range k {
				next[p] += float64(float64(t[p*k+l]*e[l]) * behind[l])
			}
		}
		normalize(next[:k])
		behind = next
	}
}

// normalize makes the sum of x 1; where it is 0 or not finite, all are equal.
func normalize(x []float64) {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	even := !(sum > 0) || math.IsInf(sum, 0)
	for i := range x {
		if even {
			x[i] = 1 / float64(len(x))
		} else {
			x[i] /= sum
		}
	}
}
