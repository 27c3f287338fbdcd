package learn

import "onrecord/internal/learn/sense"

// data are codings as numbers.
type data struct {
	features []Features
	issue    []int // index into issues
	issues   []string
	counts   []int // codings of each issue
	stance   []int // index into stances, -1 if none was coded
	stances  []string
}

// prepare extracts the features of codings, of equal texts once.
func prepare(t *sense.Table, codings []Coding) *data {
	d := &data{issues: issues(codings)}
	index := map[string]int{}
	for i, s := range d.issues {
		index[s] = i
	}
	coded := map[string]bool{}
	for i := range codings {
		coded[codings[i].Stance] = true
	}
	for _, s := range Stances {
		if coded[s] {
			d.stances = append(d.stances, s)
		}
	}
	d.counts = make([]int, len(d.issues))
	for i := range codings {
		if i > 0 && codings[i].Text == codings[i-1].Text {
			d.features = append(d.features, d.features[i-1])
		} else {
			d.features = append(d.features, Extract(t, codings[i].Text))
		}
		k := index[codings[i].Issue]
		d.issue = append(d.issue, k)
		d.counts[k]++
		stance := -1
		for j, s := range d.stances {
			if s == codings[i].Stance {
				stance = j
			}
		}
		d.stance = append(d.stance, stance)
	}
	return d
}

// stanced returns the examples that have a stance, with it; in, if not nil,
// picks among them.
func (d *data) stanced(in func(i int) bool) (features []Features, class []int) {
	for i, s := range d.stance {
		if s >= 0 && (in == nil || in(i)) {
			features, class = append(features, d.features[i]), append(class, s)
		}
	}
	return features, class
}
