package link

// recalls says whether an adverb of the clause of the predicate at token i dates
// it back, and which.
func (p passage) recalls(i int) (string, bool) {
	for _, j := range p.Children(i) {
		if p.Relations[j] == "advmod" && clauseTable.Has("recall", p.Low[j]) {
			return p.Low[j], true
		}
	}
	return "", false
}

// hedges says whether an adverb of the clause of token i leaves it open.
func (p passage) hedges(i int) (string, bool) {
	for _, j := range p.Children(i) {
		if p.Relations[j] == "advmod" && clauseTable.Has("hedge", p.Low[j]) {
			return p.Low[j], true
		}
	}
	return "", false
}
