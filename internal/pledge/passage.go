package pledge

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/link"
	"onrecord/internal/text"
)

// maxClimb bounds walks up a tree, which a hand-made one could make endless.
const maxClimb = 48

// passage is one passage as the rules of this package look at it.
type passage struct {
	*annotate.Tree
	*people
	index int     // of the passage in the article
	words []*word // what the lexicon knows of each token; nil for nothing
	refs  []int32 // for each token, 1 + the reference whose head it is; 0 for none
	held  []int32 // for each token, 1 + the timex that holds it; 0 for none
}

// newPassage indexes passage i of a; nil if no word in it could tell of a pledge.
func newPassage(a *link.Article, who *people, i int) *passage {
	l := a.Passages[i]
	n := len(l.Tokens)
	if len(l.Heads) != n || len(l.Tags) != n || len(l.Lemmas) != n || len(l.Relations) != n {
		return nil
	}
	p := &passage{people: who, index: i, words: make([]*word, n)}
	any := false
	for t, lemma := range l.Lemmas {
		w := lexicon.words[strings.ToLower(lemma)]
		if w == nil && l.Tags[t] == annotate.PROPN { // whose lemma keeps its s: "Archer howitzers"
			w = lexicon.words[strings.TrimSuffix(strings.ToLower(lemma), "s")]
		}
		if w != nil {
			p.words[t] = w
			any = any || len(w.entries) > 0
		}
	}
	if !any {
		return nil
	}
	p.Tree = annotate.NewTree(l)
	p.refs = make([]int32, n)
	if i < len(a.References) {
		for k, r := range a.References[i] {
			if r.Head < 0 || r.Head >= n || len(r.Actors) == 0 {
				continue
			}
			if p.refs[r.Head] == 0 {
				p.refs[r.Head] = int32(k) + 1
			}
		}
	}
	p.held = make([]int32, n)
	for k, x := range l.Timexes {
		for t := max(x.First, 0); t < min(x.End, n); t++ {
			p.held[t] = int32(k) + 1
		}
	}
	return p
}

// has says whether the lemma of token i is in one of lists.
func (p *passage) has(i int, in list) bool {
	return i >= 0 && p.words[i] != nil && p.words[i].lists&in != 0
}

// predicate returns the entry of the lexicon for the predicate at token i, nil
// if it is none. Of a verb it is the one of most words that stand there.
func (p *passage) predicate(i int) *entry {
	w := p.words[i]
	if w == nil {
		return nil
	}
	for k := range w.entries {
		e := &w.entries[k]
		if p.isClass(i, e.class) && p.follows(i, e.words) {
			return e
		}
	}
	return nil
}

func (p *passage) isClass(i int, c class) bool {
	switch p.Tags[i] {
	case annotate.VERB:
		return c == verb || c == adjective && p.Is(i, "set", "bind")
	case annotate.NOUN:
		return c == noun
	case annotate.ADJ:
		return c == adjective
	}
	return false
}

// follows says whether words stand behind token i, in order, each within three
// tokens of the one before, in the same sentence.
func (p *passage) follows(i int, words []string) bool {
	end := p.sentenceEnd(i)
	for _, w := range words {
		k := i + 1
		for k < end && k <= i+3 && p.lower(k) != w {
			k++
		}
		if k >= end || k > i+3 {
			return false
		}
		i = k
	}
	return true
}

func (p *passage) lower(i int) string { return strings.ToLower(p.Word(i)) }

func (p *passage) sentenceEnd(i int) int { return p.Sentences[p.SentenceOf(i)].End }

func (p *passage) sentenceStart(i int) int { return p.Sentences[p.SentenceOf(i)].First }

// isNominal says whether token i can head a noun phrase.
func (p *passage) isNominal(i int) bool {
	switch p.Tags[i] {
	case annotate.NOUN, annotate.PROPN, annotate.PRON, annotate.NUM, annotate.SYM:
		return true
	}
	return false
}

func (p *passage) isVerbal(i int) bool {
	return p.Tags[i] == annotate.VERB || p.Tags[i] == annotate.AUX
}

// phrase returns the words of the noun phrase that token i heads, without what
// hangs behind it but for "of" and the like: from its first modifier to itself.
func (p *passage) phrase(i int) (first, end int) {
	first = i
	for k := i - 1; k >= p.sentenceStart(i); k-- {
		if p.Tags[k] == annotate.PUNCT && p.Word(k) != "-" && p.Word(k) != "–" {
			break
		}
		if p.isOther(k) || p.Tags[k] == annotate.VERB && p.Relations[k] != "amod" || p.Tags[k] == annotate.ADP || p.Tags[k] == annotate.SCONJ || p.Tags[k] == annotate.AUX {
			break
		}
		if h := p.Head(k); h <= i && h > k-4 && h >= 0 && (h > k || p.Tags[k] == annotate.NUM || p.Word(k) == "-" || p.Word(k) == "–") {
			first = k
			continue
		}
		break
	}
	return first, i + 1
}

// isOther says whether token k heads a phrase for somebody, no mere name before
// the noun: "offered the army unlimited weapons".
func (p *passage) isOther(k int) bool {
	r := p.refs[k]
	return r > 0 && (p.Tags[k] == annotate.NOUN || p.article.References[p.index][r-1].Kind == annotate.Nominal)
}

// outer returns the token between first and end whose head is outside of it.
func (p *passage) outer(first, end int) int {
	for i := first; i < end; i++ {
		if h := p.Head(i); h < first || h >= end {
			return i
		}
	}
	return first
}

// isDefinite says whether the noun phrase of token i points at something known.
func (p *passage) isDefinite(i int) bool {
	for _, j := range p.Children(i) {
		if int(j) < i && p.Tags[j] == annotate.DET && slices.Contains([]string{"the", "this", "that", "these", "those", "such"}, p.lower(int(j))) {
			return true
		}
		if int(j) < i && p.Tags[j] == annotate.PRON && p.Relations[j] == "nmod" { // its, their
			return true
		}
	}
	return false
}

// isAnaphor says whether the noun phrase of token i may mean what was told
// before: it is definite and says nothing more of its own ("the pledge", but
// not "the pledge to defend every inch").
func (p *passage) isAnaphor(i int) bool {
	if !p.isDefinite(i) {
		return false
	}
	for _, j := range p.Children(i) {
		if int(j) > i && (p.Relations[j] == "acl" && p.lowerOf(int(j)-1) == "to" || p.Relations[j] == "nmod" && p.Preposition(int(j)) == "of") {
			return false
		}
	}
	return true
}

// span returns the letters of the tokens from first to before end. In a broken
// tree what should end a phrase may stand before it.
func (p *passage) span(first, end int) text.Span {
	return p.Words(max(0, min(first, end-1)), max(end, first+1))
}
