package learn

import (
	"cmp"
	"fmt"
	"slices"

	"onrecord/internal/learn/sense"
)

// Report is what cross-validation found. Shares are from 0 to 1.
type Report struct {
	Examples, Groups, Folds int

	Top1, Top3, MacroF1                         float32
	CentroidTop1, CentroidTop3, CentroidMacroF1 float32 // of words alone, in the same folds

	Stance Sides
	Issues []IssueReport // in the order of their ids

	CalibrationError float32
	Asked, Threshold float32 // precision asked for; the score that reaches it, 0 if none does
	Kept             float32 // share of the answers from the threshold on

	sharp, stanceSharp float32
}

// Sides measures stances.
type Sides struct {
	Examples          int
	Accuracy, MacroF1 float32
}

// IssueReport measures one issue.
type IssueReport struct {
	Issue                 string
	Examples              int
	Precision, Recall, F1 float32
}

// Validate measures learning from codings over n folds, none of which shares a
// document or a text with another, and the score from which on the share
// precision of the answers is right.
func Validate(t *sense.Table, codings []Coding, n int, precision float32) (*Report, error) {
	group := groups(codings)
	distinct := slices.Clone(group)
	slices.Sort(distinct)
	distinct = slices.Compact(distinct)
	if len(distinct) < n {
		return nil, fmt.Errorf("cross-validation needs at least %d documents, and the codings are of %d: give fewer folds (--cv), or none (--cv 0)", n, len(distinct))
	}
	d := prepare(t, codings)
	fold := folds(codings, group, n)
	r := &Report{Examples: len(codings), Groups: len(distinct), Folds: n, Asked: precision}
	values, words, sides := make([][]float32, len(codings)), make([][]float32, len(codings)), make([][]float32, len(codings))
	for k := range n {
		var train1 []Features
		var class []int
		for i := range codings {
			if fold[i] != k {
				train1, class = append(train1, d.features[i]), append(class, d.issue[i])
			}
		}
		c, base := train(train1, class, d.issues, false), centroid(train1, class, len(d.issues))
		f, s := d.stanced(func(i int) bool { return fold[i] != k })
		var stances classifier
		if len(f) > 0 {
			stances = train(f, s, d.stances, true)
		}
		for i := range codings {
			if fold[i] == k {
				values[i], words[i] = c.values(&d.features[i]), base(&d.features[i])
				sides[i] = stances.sided(&d.features[i], len(d.stances))
			}
		}
	}
	r.Top1, r.Top3, r.MacroF1, r.Issues = judge(values, d.issue, d.issues)
	r.CentroidTop1, r.CentroidTop3, r.CentroidMacroF1, _ = judge(words, d.issue, d.issues)
	r.stance(sides, d)
	r.calibrate(values, d.issue, fold)
	return r, nil
}

// sided is values, all zero where no stance could be learned.
func (c *classifier) sided(f *Features, n int) []float32 {
	if len(c.planes) == 0 {
		return make([]float32, n)
	}
	return c.values(f)
}

// judge compares the ranking of values with the truth; -1 is passed over.
func judge(values [][]float32, truth []int, names []string) (top1, top3, macro float32, each []IssueReport) {
	right, told := make([]int, len(names)), make([]int, len(names))
	each = make([]IssueReport, len(names))
	n, first, third := 0, 0, 0
	for i, v := range values {
		if truth[i] < 0 {
			continue
		}
		order := ranked(v)
		n++
		each[truth[i]].Examples++
		told[order[0]]++
		if order[0] == truth[i] {
			first++
			right[truth[i]]++
		}
		if slices.Contains(order[:min(3, len(order))], truth[i]) {
			third++
		}
	}
	for k := range each {
		e := &each[k]
		e.Issue = names[k]
		e.Precision, e.Recall = part(right[k], told[k]), part(right[k], e.Examples)
		e.F1 = part(2*right[k], told[k]+e.Examples)
		macro += e.F1
	}
	return part(first, n), part(third, n), macro / float32(max(len(names), 1)), each
}

// part is a share, 0 of nothing.
func part(n, of int) float32 {
	if of == 0 {
		return 0
	}
	return float32(n) / float32(of)
}

// stance measures the sides.
func (r *Report) stance(values [][]float32, d *data) {
	if len(d.stances) == 0 {
		return
	}
	var each []IssueReport
	r.Stance.Accuracy, _, r.Stance.MacroF1, each = judge(values, d.stance, d.stances)
	for _, e := range each {
		r.Stance.Examples += e.Examples
	}
	r.stanceSharp = calibrate(values, d.stance)
}

// calibrate finds how sharp scores are to be, measures them with what the other
// folds say of it, and looks for the threshold.
func (r *Report) calibrate(values [][]float32, truth, fold []int) {
	r.sharp = calibrate(values, truth)
	type answer struct {
		score float32
		right bool
	}
	var answers []answer
	for k := range r.Folds {
		others := slices.Clone(truth)
		for i := range others {
			if fold[i] == k {
				others[i] = -1
			}
		}
		sharp := calibrate(values, others)
		for i, v := range values {
			if fold[i] == k {
				p := slices.Clone(v)
				softmax(p, sharp)
				best := ranked(p)[0]
				answers = append(answers, answer{p[best], best == truth[i]})
			}
		}
	}
	scores, right := make([]float32, len(answers)), make([]bool, len(answers))
	for i, a := range answers {
		scores[i], right[i] = a.score, a.right
	}
	r.CalibrationError = calibrationError(scores, right)
	slices.SortStableFunc(answers, func(a, b answer) int { return cmp.Compare(b.score, a.score) })
	hits := 0
	for i, a := range answers {
		if a.right {
			hits++
		}
		last := i+1 == len(answers) || answers[i+1].score < a.score
		if last && part(hits, i+1) >= r.Asked {
			r.Threshold, r.Kept = a.score, part(i+1, len(answers))
		}
	}
}
