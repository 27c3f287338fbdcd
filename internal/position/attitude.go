package position

import (
	_ "embed" // the words
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/codebook"
	"onrecord/internal/phrase"
)

var (
	//go:embed words/attitude.txt
	attitudeText string
	//go:embed words/clause.txt
	clauseText string
)

var (
	attitudes = readAttitudes(attitudeText)
	clauses   = phrase.Read("clause.txt", clauseText)
)

// attitude is what a predicate makes of what stands below it.
type attitude uint8

// The attitudes, as words/attitude.txt explains them.
const (
	neutral attitude = iota
	want
	demand
	push
	against
	refuse
	makes
	unmakes
	open
	doubt
)

var attitudeNames = map[string]attitude{
	"want": want, "demand": demand, "push": push, "against": against, "refuse": refuse, "make": makes, "unmake": unmakes, "open": open, "doubt": doubt,
}

// sided says whether it takes a side by itself.
func (a attitude) sided() bool { return a >= want && a <= refuse }

// readAttitudes reads the table: of a lemma, alone or with the word behind it,
// the attitude. The first line that has it counts.
func readAttitudes(list string) map[string]attitude {
	out := map[string]attitude{}
	for line := range phrase.Lines(list) {
		a, ok := attitudeNames[line.Class]
		if !ok {
			panic("position: attitude.txt: no class " + line.Class)
		}
		for entry := range strings.SplitSeq(line.List, ",") {
			key := strings.Join(strings.Fields(entry), " ")
			if _, known := out[key]; !known {
				out[key] = a
			}
		}
	}
	return out
}

// attitude returns what word i makes of below, which hangs on it: by the
// preposition or mark of below or a particle of i, else by its lemma alone. A
// preposition that the hit's own wording against its issue has counts once.
func (p *passage) attitude(i, below int, h *codebook.Hit) attitude {
	switch p.Tags[i] {
	case annotate.VERB, annotate.NOUN, annotate.ADJ, annotate.AUX, annotate.ADV, annotate.ADP:
	default:
		return neutral
	}
	lemma := p.Lemmas[i]
	for _, c := range p.Children(i) {
		j := int(c)
		if r := p.Relations[j]; j > i && j <= i+3 && (r == "compound" || r == "advmod" || r == "case") {
			if a, ok := attitudes[lemma+" "+p.low(j)]; ok {
				return a
			}
		}
	}
	for _, c := range p.Children(below) {
		j := int(c)
		if r := p.Relations[j]; j < below && j > i && !(h.Side == codebook.Against && inHit(h, j)) && (r == "case" || r == "mark") {
			if a, ok := attitudes[lemma+" "+p.low(j)]; ok {
				return a
			}
		}
	}
	return attitudes[lemma]
}
