// Package attitude judges what one of two actors in some words thinks of the
// other: for each of the pairs that the layers hold, a score an attitude. Who
// the pairs are is for others to say; without any it does nothing.
//
// The head is that of Park et al.'s task (ACL 2021), made anew for rows that are
// there anyway: the two ask the words around them together, and what comes out is
// averaged with the same seen the other way round.
package attitude

import (
	"fmt"
	"slices"
	"sync"

	"onrecord/internal/annotate"
	"onrecord/internal/encoder"
	"onrecord/internal/head"
	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

// The widths of the head, as training/ has them.
const (
	width = 192
	looks = 4 // parts in which the words are asked
	part  = width / looks
)

// scale is the square root of part, by whose inverse products are multiplied.
const scale = 6.9282032

// exchanged is each attitude as it is called when the two are exchanged.
var exchanged = [annotate.Attitudes]int{0, 2, 1, 4, 3}

// model is the head. With a and b the mean rows of the two, x a word's row:
//
//	asked = F·a + S·b
//	z = gelu(asked + for each part the mean of V·x, weighed by softmax((K·x · asked)/√48))
//	scores = O·(z + gelu(M·z))
type model struct {
	kernel                         *kernel.Kernel
	first, second, key, value, mid kernel.Dense
	out                            *head.Linear
}

// Stage judges the pairs, with the head in w on kernel k.
func Stage(k *kernel.Kernel, w *weights.File) (annotate.Stage, error) {
	m, err := load(k, w)
	if err != nil {
		return annotate.Stage{}, err
	}
	scratch := sync.Pool{New: func() any { return &judge{model: m} }}
	return annotate.Stage{
		Name: "attitude", Version: annotate.Version(1, w.Digest()),
		Needs: []annotate.Layer{annotate.LayerTokens, annotate.LayerRows},
		Gives: []annotate.Layer{annotate.LayerAttitudes},
		Apply: func(l *annotate.Layers) error {
			if len(l.Pairs) == 0 {
				return nil
			}
			j := scratch.Get().(*judge)
			defer scratch.Put(j)
			for i := range l.Pairs {
				j.judge(l, &l.Pairs[i])
			}
			return nil
		},
	}, nil
}

func load(k *kernel.Kernel, w *weights.File) (*model, error) {
	m := &model{kernel: k}
	for _, d := range []struct {
		name string
		in   int
		to   *kernel.Dense
	}{
		{"first", encoder.Width, &m.first}, {"second", encoder.Width, &m.second}, {"key", encoder.Width, &m.key}, {"value", encoder.Width, &m.value}, {"mid", width, &m.mid},
	} {
		var err error
		if *d.to, err = w.Dense("attitude."+d.name, d.in, width); err != nil {
			return nil, fmt.Errorf("attitude: %w", err)
		}
	}
	var err error
	if m.out, err = head.LoadLinear(k, w, "attitude.out", width, annotate.Attitudes); err != nil {
		return nil, fmt.Errorf("attitude: %w", err)
	}
	return m, nil
}

// judge is a model with its scratch.
type judge struct {
	*model
	ws         kernel.Workspace
	keys       []float32 // width for each word around
	values     []float32
	mean       []float32   // of two spans
	meanInt    kernel.Rows // the same rounded
	one, other [2 * width]float32
	z, y       []float32
	zInt       kernel.Rows
	weight     []float32 // of each word
	both       []float32 // width for each of the two
	scores     head.Scores
	from, to   int // the words of keys and values
}

// judge scores one pair.
func (j *judge) judge(l *annotate.Layers, p *annotate.Pair) {
	j.around(l, p.First, p.End)
	j.project(l, p)
	there := j.ask(j.one[:width], j.other[width:])
	back := j.ask(j.other[:width], j.one[width:])
	for k := range p.Scores {
		p.Scores[k] = (there[k] + back[exchanged[k]]) * .5
	}
}

// around projects the words from first to end.
func (j *judge) around(l *annotate.Layers, first, end int) {
	n := end - first
	j.from, j.to = first, end
	j.keys, j.values = grow(j.keys, n*width), grow(j.values, n*width)
	rows := l.Rows.Int.Slice(first, end)
	j.kernel.Dense(&j.ws, j.keys, width, rows, &j.key)
	j.kernel.Dense(&j.ws, j.values, width, rows, &j.value)
}

// project makes what each of the two asks as the first, and as the second.
func (j *judge) project(l *annotate.Layers, p *annotate.Pair) {
	j.mean = grow(j.mean, 2*encoder.Width)
	meanRow(j.mean[:encoder.Width], l, p.A)
	meanRow(j.mean[encoder.Width:2*encoder.Width], l, p.B)
	if j.meanInt.Len() == 0 {
		j.meanInt, j.zInt = kernel.NewRows(2, encoder.Width), kernel.NewRows(1, width)
		j.z, j.y = kernel.Aligned[float32](width), kernel.Aligned[float32](width)
	}
	j.kernel.Quantize(j.mean[:2*encoder.Width], j.meanInt)
	j.both = grow(j.both, 2*width)
	out := j.both[:2*width]
	j.kernel.Dense(&j.ws, out, width, j.meanInt, &j.first)
	copy(j.one[:width], out[:width])
	copy(j.other[:width], out[width:])
	j.kernel.Dense(&j.ws, out, width, j.meanInt, &j.second)
	copy(j.one[width:], out[:width])
	copy(j.other[width:], out[width:])
}

func meanRow(to []float32, l *annotate.Layers, span [2]int) {
	clear(to)
	for i := span[0]; i < span[1]; i++ {
		for k, x := range l.Rows.Row(i) {
			to[k] += x
		}
	}
	n := float32(span[1] - span[0])
	for k := range to {
		to[k] /= n
	}
}

// ask returns the scores for two in one order: a is what the one asks, b what
// the other does.
func (j *judge) ask(a, b []float32) [annotate.Attitudes]float32 {
	for k := range width {
		j.z[k] = a[k] + b[k]
	}
	copy(j.y, j.z)
	for p := range looks {
		j.look(j.z[p*part:][:part], p*part)
	}
	for k := range width {
		j.z[k] += j.y[k]
	}
	j.kernel.GeluQuantize(j.z, j.zInt)
	j.kernel.Dense(&j.ws, j.y, width, j.zInt, &j.mid)
	j.kernel.Gelu(j.y)
	for k := range width {
		j.z[k] += j.y[k]
	}
	j.kernel.Quantize(j.z, j.zInt)
	j.scores = j.out.Score(&j.ws, j.scores, j.zInt)
	return [annotate.Attitudes]float32(j.scores.Row(0)[:annotate.Attitudes])
}

// look puts what the words answer in the place of what is asked, for the part
// of the width that begins at from.
func (j *judge) look(asked []float32, from int) {
	n := j.to - j.from
	j.weight = grow(j.weight, n)
	w := j.weight[:n]
	for i := range w {
		s := float32(0)
		for k, x := range j.keys[i*width+from:][:part] {
			s += float32(x * asked[k])
		}
		w[i] = s / scale
	}
	top, sum := slices.Max(w), float32(0)
	for i := range w {
		w[i] = kernel.Exp(w[i] - top)
		sum += w[i]
	}
	clear(asked)
	for i := range w {
		share := w[i] / sum
		for k, x := range j.values[i*width+from:][:part] {
			asked[k] += float32(share * x)
		}
	}
}

// grow makes room for n elements. What they hold is left over from earlier.
func grow(b []float32, n int) []float32 {
	if len(b) < n {
		return kernel.Aligned[float32](n)
	}
	return b
}
