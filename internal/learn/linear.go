package learn

// share is the weight of the sense beside the words; see docs/learning.md for
// how it was chosen.
const share = 0.7

// cost is how much an error in training counts against the length of the
// weights (C of Hsieh et al. 2008).
const cost = 0.1

// Work is bounded: fewer rounds over more examples.
const (
	maxRounds = 60
	minRounds = 3
	maxVisits = 600_000
)

// point is an example as the classifiers see it: words, sense, and a constant 1.
type point struct {
	words  []weight
	sense  []float32
	square float32 // of its length
}

func newPoint(v *vocabulary, f *Features) point {
	p := point{words: v.vector(f.Words), sense: make([]float32, len(f.Vector)), square: 1}
	for _, w := range p.words {
		p.square += float32(w.value * w.value)
	}
	for i, x := range f.Vector {
		p.sense[i] = float32(x * share)
		p.square += float32(p.sense[i] * p.sense[i])
	}
	return p
}

// plane divides the points of a class from all others.
type plane struct {
	words []float32
	sense []float32
	bias  float32
}

// value is positive on the side of the class.
func (l *plane) value(p *point) float32 {
	sum := l.bias
	for _, w := range p.words {
		sum += float32(l.words[w.index] * w.value)
	}
	return sum + dot(l.sense, p.sense)
}

// dot sums in four lanes, then over these.
func dot(a, b []float32) float32 {
	var s [4]float32
	n := len(a) &^ 3
	for i := 0; i < n; i += 4 {
		s[0] += float32(a[i] * b[i])
		s[1] += float32(a[i+1] * b[i+1])
		s[2] += float32(a[i+2] * b[i+2])
		s[3] += float32(a[i+3] * b[i+3])
	}
	for i := n; i < len(a); i++ {
		s[0] += float32(a[i] * b[i])
	}
	return (s[0] + s[1]) + (s[2] + s[3])
}

// add adds by·p to the plane.
func (l *plane) add(p *point, by float32) {
	for _, w := range p.words {
		l.words[w.index] += float32(by * w.value)
	}
	for i, x := range p.sense {
		l.sense[i] += float32(by * x)
	}
	l.bias += by
}

// fit finds the plane with the least squared hinge loss by dual coordinate
// descent (Hsieh et al. 2008, algorithm 1): example i with the label y, the
// cost c and the dual variable a ≥ 0 is moved by
//
//	g = y·value(x) − 1 + a/2c;  a' = max(a − g/(|x|² + 1/2c), 0)
//
// and the plane by (a'−a)·y·x. The rarer a class, the more its examples
// count, see costs. The order of the examples is stirred by a fixed seed.
func fit(points []point, in func(i int) bool, balance, terms, width int) *plane {
	l := &plane{words: make([]float32, terms), sense: make([]float32, width)}
	yes := 0
	for i := range points {
		if in(i) {
			yes++
		}
	}
	if yes == 0 || yes == len(points) {
		l.bias = -1
		if yes > 0 {
			l.bias = 1
		}
		return l
	}
	costs := costs(len(points), yes, balance)
	dual, turn := make([]float32, len(points)), make([]int32, len(points))
	for i := range turn {
		turn[i] = int32(i)
	}
	seed := uint64(1)
	for range min(max(maxVisits/len(points), minRounds), maxRounds) {
		var moved float32
		for i := len(turn) - 1; i > 0; i-- {
			seed = mix(seed)
			j := int(seed % uint64(i+1))
			turn[i], turn[j] = turn[j], turn[i]
		}
		for _, i := range turn {
			p, y, c := &points[i], float32(-1), costs[0]
			if in(int(i)) {
				y, c = 1, costs[1]
			}
			slack := 1 / (2 * c)
			g := float32(y*l.value(p)) - 1 + float32(dual[i]*slack)
			next := max(dual[i]-g/(p.square+slack), 0)
			if d := next - dual[i]; d != 0 {
				dual[i] = next
				l.add(p, float32(d*y))
				moved = max(moved, max(d, -d))
			}
		}
		if moved < 1e-3 {
			break
		}
	}
	return l
}

// costs are what an error counts on an example of the other classes and of the
// class, which yes of n examples have. With a balance of 2 both sides count the
// same in all; with one of the number of classes all classes do, and the others
// stay as they are.
func costs(n, yes, balance int) [2]float32 {
	own := cost * float32(n) / float32(balance*yes)
	if balance > 2 {
		return [2]float32{cost, own}
	}
	return [2]float32{cost * float32(n) / float32(2*(n-yes)), own}
}
