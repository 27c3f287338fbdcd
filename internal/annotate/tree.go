package annotate

import (
	"slices"
	"strings"

	"onrecord/internal/text"
)

// Tree answers what rules ask of the trees of a passage. Words are indices of
// tokens; -1 is none.
type Tree struct {
	*Layers
	first    []int32 // where the words that hang on word i begin in children
	children []int32
	sentence []int32 // number of each word's
}

// MaxClimb bounds walks up a tree, which a hand-made one could make endless.
const MaxClimb = 64

// NewTree indexes the trees of l, in time linear in its words.
func NewTree(l *Layers) *Tree {
	n := len(l.Heads)
	t := &Tree{Layers: l, first: make([]int32, n+1), children: make([]int32, n), sentence: make([]int32, len(l.Tokens))}
	for _, h := range l.Heads {
		if h >= 0 {
			t.first[h+1]++
		}
	}
	for i := range n {
		t.first[i+1] += t.first[i]
	}
	next := slices.Clone(t.first)
	for i, h := range l.Heads {
		if h >= 0 {
			t.children[next[h]] = int32(i)
			next[h]++
		}
	}
	for k, s := range l.Sentences {
		for i := s.First; i < s.End; i++ {
			t.sentence[i] = int32(k)
		}
	}
	return t
}

// SentenceOf returns the number of the sentence of word i.
func (t *Tree) SentenceOf(i int) int { return int(t.sentence[i]) }

// Children returns the words that hang on word i, in order.
func (t *Tree) Children(i int) []int32 { return t.children[t.first[i]:t.first[i+1]] }

// Child returns the first word that hangs on word i by one of relations (UD,
// without subtype), -1 if there is none.
func (t *Tree) Child(i int, relations ...string) int {
	for _, j := range t.Children(i) {
		if slices.Contains(relations, t.Relations[j]) {
			return int(j)
		}
	}
	return -1
}

// Is says whether word i has one of lemmas.
func (t *Tree) Is(i int, lemmas ...string) bool {
	return i >= 0 && slices.Contains(lemmas, t.Lemmas[i])
}

// Head returns the word that word i hangs on, -1 for a root.
func (t *Tree) Head(i int) int { return int(t.Heads[i]) }

// Above says whether word i hangs, over others, on word above.
func (t *Tree) Above(above, i int) bool {
	for range MaxClimb {
		if i = t.Head(i); i < 0 {
			return false
		}
		if i == above {
			return true
		}
	}
	return false
}

// Subject returns the subject of the verb or predicate i, active or passive.
// Where i has none of its own but shares that of another ("and", "seems to",
// "began to"), it is the other's. Of two, which no true tree has, it is the one
// next to the verb.
func (t *Tree) Subject(i int) int {
	for range MaxClimb {
		s := -1
		for _, j := range t.Children(i) {
			if r := t.Relations[j]; (r == "nsubj" || r == "csubj") && (s < 0 || int(j) < i) {
				s = int(j)
			}
		}
		if s >= 0 {
			return s
		}
		switch t.Relations[i] {
		case "conj", "xcomp", "aux", "cop":
		default:
			return -1
		}
		if i = t.Head(i); i < 0 {
			return -1
		}
	}
	return -1
}

// Agent returns who a passive verb says did it ("struck by drones"): the word
// that hangs on i with "by".
func (t *Tree) Agent(i int) int { return t.Oblique(i, "by") }

// Oblique returns the first oblique of i, or modifier of the noun i, with one
// of these prepositions.
func (t *Tree) Oblique(i int, prepositions ...string) int {
	for _, j := range t.Children(i) {
		if r := t.Relations[j]; (r == "obl" || r == "nmod") && slices.Contains(prepositions, t.Preposition(int(j))) {
			return int(j)
		}
	}
	return -1
}

// Preposition returns the preposition of word i in lower case, all of one of
// several words ("because of"); "" if it has none.
func (t *Tree) Preposition(i int) string {
	c := t.Child(i, "case")
	if c < 0 || c > i {
		return ""
	}
	p := strings.ToLower(t.Word(c))
	for _, j := range t.Children(c) {
		if t.Relations[j] == "fixed" {
			p += " " + strings.ToLower(t.Word(int(j)))
		}
	}
	return p
}

// Passive says whether the verb i is passive: "be" or "get" helps it and it is
// no progressive.
func (t *Tree) Passive(i int) bool {
	if t.Tags[i] != VERB || strings.HasSuffix(strings.ToLower(t.Word(i)), "ing") {
		return false
	}
	for _, j := range t.Children(i) {
		if int(j) < i && t.Relations[j] == "aux" && t.Is(int(j), "be", "get") {
			return true
		}
	}
	return false
}

// Coordinated returns i and what is joined to it by "and", "or" or commas, in
// order.
func (t *Tree) Coordinated(i int) []int {
	out := []int{i}
	for k := 0; k < len(out) && k < MaxClimb; k++ {
		for _, j := range t.Children(out[k]) {
			if t.Relations[j] == "conj" {
				out = append(out, int(j))
			}
		}
	}
	slices.Sort(out)
	return out
}

// Subtree returns the words from the first to behind the last one that hangs,
// over others, on i, itself among them.
func (t *Tree) Subtree(i int) (first, end int) {
	first, end = i, i+1
	t.below(i, &first, &end, 0)
	return first, end
}

func (t *Tree) below(i int, first, end *int, depth int) {
	if depth > MaxClimb {
		return
	}
	for _, j := range t.Children(i) {
		*first, *end = min(*first, int(j)), max(*end, int(j)+1)
		t.below(int(j), first, end, depth+1)
	}
}

// Words returns the stretch of text from word first to before word end.
func (t *Tree) Words(first, end int) text.Span {
	return text.Span{Start: t.Tokens[first].Start, End: t.Tokens[end-1].End}
}
