package segment

import (
	"strings"

	"onrecord/internal/text"
)

// A border is the gap between two words of a block where a sentence may end.
// Rules say where none can be; elsewhere a sum of weights decides over what
// stands around the gap. Example: in
//
//	He met Sen. Doe. "Why?" he asked. She left
//
// the gaps behind "Sen." and "?”" are excluded by rule; behind "Doe." and
// "asked." the marks, the shapes and the words beside them decide.

// passage is a block whose borders are sought, read from left to right.
type passage struct {
	t     string
	words []text.Span

	finished bool // the block ends as sentences do
	casual   bool // its sentences begin with lower case

	quotes, brackets int // open in the sentence so far

	buf  []byte // features, one behind the other
	ends []int  // where each ends in buf
}

// newPassage reads off the block as a whole what the gaps are told.
func newPassage(t string, words []text.Span) *passage {
	p := &passage{t: t, words: words, buf: make([]byte, 0, 1024), ends: make([]int, 0, 48)}
	for i := len(words) - 1; i >= 0 && i >= len(words)-4; i-- {
		w := words[i].Of(t)
		if isTerminal(w) {
			p.finished = true
			break
		}
		if !isCloser(first(w)) {
			break
		}
	}
	lower, upper := 0, 0
	for i := 1; i < len(words); i++ {
		if isTerminal(words[i-1].Of(t)) {
			if r := first(words[i].Of(t)); isUpper(r) {
				upper++
			} else if isLower(r) {
				lower++
			}
		}
	}
	p.casual = lower > upper
	return p
}

// pass takes notice of word i, which is left of the next gap.
func (p *passage) pass(i int) {
	switch w := p.words[i].Of(p.t); w {
	case "“", "«", "„":
		p.quotes++
	case "”", "»":
		p.quotes = max(0, p.quotes-1)
	case "\"", "''":
		p.quotes = 1 - min(1, p.quotes)
	case "(", "[":
		p.brackets++
	case ")", "]":
		p.brackets = max(0, p.brackets-1)
	}
}

// reset forgets what a sentence left open; a quotation may go on.
func (p *passage) reset() { p.brackets = 0 }

// word returns word i, "" outside of the block.
func (p *passage) word(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.words[i].Of(p.t)
}

// glued says whether nothing stands between word i and the one before.
func (p *passage) glued(i int) bool { return p.words[i].Start == p.words[i-1].End }

// possible says whether a sentence may end before word i at all.
func (p *passage) possible(i int) bool {
	prev, next := p.word(i-1), p.word(i)
	a, b := last(prev), first(next)
	if isLower(a) && isLower(b) || prev == "," && isLower(b) {
		return false
	}
	if p.glued(i) {
		return p.possibleGlued(i, a, b)
	}
	switch next {
	case ",", ";", ":", ".", "!", "?", ")", "]", "”", "»", "%", "'s", "’s":
		return false
	}
	if title := strings.TrimSuffix(prev, "."); len(title) < len(prev) && words.title[title] {
		return false
	}
	// ”— Jane Doe, a reader
	if isDash(a) && len(prev) <= 3 && (i == 1 || isTerminal(p.word(i-2)) || isCloser(last(p.word(i-2)))) {
		return false
	}
	if isCloser(a) && isTerminal(p.word(p.behindClosers(i))) {
		return !(isLower(b) || p.speaks(i))
	}
	return true
}

// behindClosers is the last word left of word i that is no closing mark.
func (p *passage) behindClosers(i int) int {
	k := i - 1
	for n := 0; n < 3 && k > 0 && isCloser(first(p.word(k))); n++ {
		k--
	}
	return k
}

// speaks says whether a name and a verb of saying begin at word i, behind a
// question or an exclamation in quotation marks: “Why?” Mr. Doe asked.
func (p *passage) speaks(i int) bool {
	if w := p.word(p.behindClosers(i)); w == "." || last(p.word(i-1)) == ')' || last(p.word(i-1)) == ']' {
		return false
	}
	for k := i; k < i+5; k++ {
		w := p.word(k)
		if words.saying[w] {
			return k > i
		}
		if !isUpper(first(w)) || words.opener[w] && w != "He" && w != "She" && w != "They" && w != "I" && w != "The" {
			return false
		}
	}
	return false
}

// possibleGlued allows for the space that is missing behind a full stop
// ("left.He", "left.”He"): never inside a compound, an address or a clitic.
func (p *passage) possibleGlued(i int, a, b rune) bool {
	if !isUpper(b) && !strings.ContainsRune("“\"‘«", b) {
		return false
	}
	k := i - 1
	if isCloser(a) && !isTerminal(p.word(k)) {
		k--
	}
	if !isTerminal(p.word(k)) || k == 0 {
		return false
	}
	before := p.word(k - 1)
	return len(before) > 1 && (isLower(last(before)) || isCloser(last(before)) || isDigit(last(before)))
}

// weakThreshold is the sum that a border without a mark that ends a sentence
// must exceed in a block whose last sentence has one: there people punctuate,
// and a capital or a colon alone ends no sentence.
const weakThreshold = 300

// threshold is what the weights of the border before word i must exceed.
func (p *passage) threshold(begin, i int) int {
	if !p.finished || p.casual {
		return 0
	}
	for k := i - 1; k >= begin && k >= i-3; k-- {
		w := p.word(k)
		if isTerminal(w) || last(w) == '.' {
			return 0
		}
		if !isCloser(first(w)) {
			break
		}
	}
	return weakThreshold
}

// isTerminal holds for the marks that end a sentence.
func isTerminal(w string) bool {
	return w != "" && len(w) < 16 && strings.Trim(w, ".!?…") == ""
}

func isCloser(r rune) bool { return strings.ContainsRune("”\"’')]»", r) }
