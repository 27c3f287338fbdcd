package pledge

// isUnsaid says whether the outermost predicate of a chain is an infinitive
// that nothing known rules: a purpose, or an unknown verb's complement, of which
// nobody says that it is so.
func (p *passage) isUnsaid(x step) bool {
	if x.class != verb || p.lowerOf(x.at-1) != "to" || p.hasYet(x.at) || p.heads(x.at) {
		return false
	}
	m := p.mood(x.at)
	return !m.future && p.Child(x.at, "aux", "nsubj") < 0
}

// isHypothetical says whether the clause of token i, or one above it, only
// supposes: "if Germany sent", "whether to send".
func (p *passage) isHypothetical(i int) bool {
	for range maxClimb {
		if p.supposes(i) {
			return true
		}
		if i = p.Head(i); i < 0 {
			return false
		}
	}
	return false
}

// supposes says whether a word of supposing opens the clause of token i.
func (p *passage) supposes(i int) bool {
	for _, j := range p.Children(i) {
		k := int(j)
		if k < i && (p.Relations[k] == "mark" || p.Relations[k] == "advmod") {
			switch p.lower(k) {
			case "if", "whether", "unless", "until", "once":
				return true
			}
		}
	}
	return false
}

// isQuestion says whether the sentence of token i asks.
func (p *passage) isQuestion(i int) bool {
	end := p.sentenceEnd(i)
	for k := end - 1; k >= max(end-2, p.sentenceStart(i)); k-- {
		if p.Word(k) == "?" {
			return true
		}
	}
	return false
}
