package pledge

import "onrecord/internal/annotate"

// isNamed says whether token i is a word in the name of a body, which gives
// nothing by its name: "NATO Security Assistance and Training for Ukraine". Two
// capitals before it, or one and an "and", make a name; not where a headline has
// capitals throughout, nor of weapons, which are called so.
func (p *passage) isNamed(i int) bool {
	if !isCapital(p.Word(i)) || p.has(i, arms) || p.isTitle(i) {
		return false
	}
	run, start := 0, p.sentenceStart(i)
	for k := i - 1; k > start && k > i-6; k-- {
		switch {
		case isCapital(p.Word(k)) && (p.refs[k] == 0 || p.words[k] != nil):
			run++
		case p.Tags[k] == annotate.CCONJ && p.Word(k) == "and":
		default:
			return run > 1
		}
	}
	return run > 1
}

// isTitle says whether the words around token i have capitals because they are a
// title: the sentence has no word of four letters or more in small ones.
func (p *passage) isTitle(i int) bool {
	small := 0
	for k := p.sentenceStart(i); k < p.sentenceEnd(i); k++ {
		if w := p.Word(k); len(w) > 4 && w[0] >= 'a' && w[0] <= 'z' {
			small++
		}
	}
	return small < 2
}

func isCapital(w string) bool { return w != "" && w[0] >= 'A' && w[0] <= 'Z' }
