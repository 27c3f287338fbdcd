package cast

import "onrecord/internal/annotate"

// Listed returns the references that a list goes on with behind reference k,
// whatever the tree says: "Biden" + "and President Zelensky", "France" + ",
// Germany and Italy". Without "and" there is no list.
func (p *Passage) Listed(k int) []int {
	if k < 0 {
		return nil
	}
	_, end := p.Bounds(p.Refs[k].First)
	var list []int
	and := false
	for at := p.Refs[k].End; at+1 < end && !and && (p.Low[at] == "," || p.Low[at] == "and"); {
		for at+1 < end && (p.Low[at] == "," || p.Low[at] == "and" || p.Tags[at] == annotate.DET) {
			and = and || p.Low[at] == "and"
			at++
		}
		next := p.Begins(at)
		if next < 0 || p.Possessive(p.Refs[next].End-1) || p.Refs[next].Kind == annotate.Pronoun {
			return nil
		}
		list = append(list, next)
		at = p.Refs[next].End
	}
	if !and {
		return nil
	}
	return list
}

// Begins returns the largest reference that begins with token i, or with the
// article before it; -1 for none.
func (p *Passage) Begins(i int) int {
	best := -1
	for k := int(p.holder[i]); k >= 0; k = p.over(k) {
		if f := p.Refs[k].First; f == i || f == i-1 && p.Tags[f] == annotate.DET {
			best = k
		}
	}
	return best
}

// Outermost returns the largest reference that holds token i and lies within a
// source; -1 for none.
func (p *Passage) Outermost(i int, source []int) int {
	first, last := source[0], source[len(source)-1]
	best := -1
	for k := p.At(i); k >= 0; k = p.over(k) {
		if r := &p.Refs[k]; r.First >= first && r.End <= last+1 {
			best = k
		}
	}
	return best
}

// over returns the smallest reference that is larger than another and holds
// it; -1 for none. References are in order, so that one that holds another
// stands before it.
func (p *Passage) over(k int) int {
	r := &p.Refs[k]
	for j := k - 1; j >= 0 && j > k-maxNested; j-- {
		if q := &p.Refs[j]; q.First <= r.First && q.End >= r.End && q.End-q.First > r.End-r.First {
			return j
		}
	}
	return -1
}

// maxNested bounds how many references one may hold.
const maxNested = 8
