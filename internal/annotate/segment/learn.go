package segment

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"onrecord/internal/text"
)

// Example is a block of a text whose sentences are known.
type Example struct {
	Text   string
	Block  text.Span
	Starts map[int]bool // the bytes where sentences begin
}

// How the weights are learnt.
const (
	rounds    = 10 // over all gaps
	margin    = 16 // how far on the right side a sum must be to leave the weights alone
	minSeen   = 6  // features seen less often are left out
	minWeight = 32 // so are those that weigh less in the end
	unit      = 16 // a weight of 1 in the file is 1/16 of a correction
)

// Learn returns the text of border.txt for the examples: weights of an
// averaged perceptron over the gaps that the rules leave open. It computes in
// whole numbers and in a fixed order.
func Learn(examples []Example) string {
	var l learner
	l.ids = map[string]int32{}
	for _, e := range examples {
		l.collect(e)
	}
	weights := l.learn()
	var lines []string
	for i, name := range l.names {
		if w := weights[i]; w >= minWeight || w <= -minWeight {
			lines = append(lines, fmt.Sprintf("%s\t%d\n", name, w))
		}
	}
	slices.Sort(lines)
	return "# Weights of the borders between sentences: a feature of a gap, a tab, its weight.\n# Made by the command train of this package; not to be edited.\n" + strings.Join(lines, "")
}

// learner numbers the features of the gaps that it has seen.
type learner struct {
	ids   map[string]int32
	names []string
	seen  []int
	gaps  []gap
}

// gap is a border that the rules leave open: its features and the answer.
type gap struct {
	features []int32
	border   bool
}

// collect adds the gaps of e. The sentences to the left of each are the true ones.
func (l *learner) collect(e Example) {
	tokens := Words(nil, e.Text, e.Block)
	p := newPassage(e.Text, tokens)
	begin := 0
	for i := 1; i < len(tokens); i++ {
		p.pass(i - 1)
		border := e.Starts[tokens[i].Start]
		if p.possible(i) {
			l.add(p, begin, i, border)
		}
		if border {
			begin = i
			p.reset()
		}
	}
}

func (l *learner) add(p *passage, begin, i int, border bool) {
	g := gap{border: border}
	buf, ends := p.features(begin, i)
	from := 0
	for _, end := range ends {
		name := string(buf[from:end])
		id, ok := l.ids[name]
		if !ok {
			id = int32(len(l.names))
			l.ids[name] = id
			l.names, l.seen = append(l.names, name), append(l.seen, 0)
		}
		l.seen[id]++
		g.features = append(g.features, id)
		from = end
	}
	l.gaps = append(l.gaps, g)
}

// learn corrects the weights at each gap that they get wrong or barely right,
// and returns their mean over all steps.
func (l *learner) learn() []int64 {
	for i := range l.gaps {
		l.gaps[i].features = slices.DeleteFunc(l.gaps[i].features, func(f int32) bool { return l.seen[f] < minSeen })
	}
	now, late := make([]int64, len(l.names)), make([]int64, len(l.names))
	random := rand.New(rand.NewPCG(1, 2))
	step := int64(1)
	for range rounds {
		random.Shuffle(len(l.gaps), func(i, j int) { l.gaps[i], l.gaps[j] = l.gaps[j], l.gaps[i] })
		for _, g := range l.gaps {
			sum := int64(0)
			for _, f := range g.features {
				sum += now[f]
			}
			d := int64(0)
			if g.border && sum <= margin {
				d = 1
			} else if !g.border && sum >= -margin {
				d = -1
			}
			for _, f := range g.features {
				now[f] += d
				late[f] += d * step
			}
			step++
		}
	}
	for i := range now {
		now[i] = (now[i]*step - late[i]) * unit / step
	}
	return now
}
