package learn

import (
	"cmp"
	"slices"

	"onrecord/internal/learn/sense"
)

// Model scores statements. It may be used by several goroutines at a time.
type Model struct {
	Digest  string // of the table of sense that it was trained on
	Trained int    // codings
	Counts  []int  // codings of each issue
	// Threshold is the score from which on Precision of the first answers were
	// right in cross-validation; 0 if none was measured or reaches it.
	Threshold, Precision float32

	issues  classifier
	stances classifier // without classes if no stance was coded
}

// classifier tells classes by one plane each.
type classifier struct {
	classes []string // sorted
	terms   *vocabulary
	planes  []*plane
	sharp   float32
}

// Scored is an answer with its score: the calibrated probability, 0 to 1.
type Scored struct {
	Name  string
	Score float32
}

// train makes a classifier of examples and the class of each.
func train(examples []Features, class []int, classes []string, pairs bool) classifier {
	c := classifier{classes: classes, terms: newVocabulary(examples, pairs), sharp: 2}
	points := make([]point, len(examples))
	width := 0
	for i := range examples {
		points[i] = newPoint(c.terms, &examples[i])
		width = len(examples[i].Vector)
	}
	balance := len(classes)
	if pairs {
		balance = 2
	}
	for k := range classes {
		c.planes = append(c.planes, fit(points, func(i int) bool { return class[i] == k }, balance, len(c.terms.terms), width))
	}
	return c
}

// values are the planes' values for a statement, by class.
func (c *classifier) values(f *Features) []float32 {
	p := newPoint(c.terms, f)
	out := make([]float32, len(c.planes))
	for k, l := range c.planes {
		out[k] = l.value(&p)
	}
	return out
}

// score gives all classes, the likeliest first; ties in the order of classes.
func (c *classifier) score(f *Features) []Scored {
	v := c.values(f)
	softmax(v, c.sharp)
	out := make([]Scored, len(v))
	for k := range v {
		out[k] = Scored{c.classes[k], v[k]}
	}
	slices.SortStableFunc(out, func(a, b Scored) int { return cmp.Compare(b.Score, a.Score) })
	return out
}

// Issues returns the issues that m knows, sorted.
func (m *Model) Issues() []string { return m.issues.classes }

// Score returns all issues that m knows, the likeliest first. The scores are
// probabilities given that the statement speaks to one of the issues: they sum
// to 1, even for a statement that speaks to none, so whoever asks looks at
// Threshold, or at the words beside. f is what Extract gives, with the table
// whose digest is m.Digest.
func (m *Model) Score(f Features) []Scored { return m.issues.score(&f) }

// Stance returns the stances that were learned, the likeliest first, whatever
// the issue; nothing if no stance was coded.
func (m *Model) Stance(f Features) []Scored {
	if len(m.stances.classes) == 0 {
		return nil
	}
	return m.stances.score(&f)
}

// Train makes a model of codings. Its scores are as sharp as r, which measured
// the same codings, found best; without r by a guess.
func Train(t *sense.Table, codings []Coding, r *Report) *Model {
	d := prepare(t, codings)
	m := &Model{Digest: t.Digest(), Trained: len(codings), Counts: d.counts}
	m.issues = train(d.features, d.issue, d.issues, false)
	if features, class := d.stanced(nil); len(features) > 0 {
		m.stances = train(features, class, d.stances, true)
	}
	if r != nil {
		m.issues.sharp, m.stances.sharp = r.sharp, r.stanceSharp
		m.Threshold, m.Precision = r.Threshold, r.Asked
	}
	return m
}
