package coref

import (
	"strings"

	"onrecord/internal/annotate"
)

// names joins names that mean the same. It keeps, for each word that a name can
// be called by, the latest mention with it, and so looks at each name once.
//
// A person is known by the last word of the name, else by any other. Two
// persons of one surname stay apart: a surname alone goes to the latest full
// name that it fits.
type names struct {
	*resolver
	persons map[string][]int // by last word: a mention of each person, the latest last
	parts   map[string]int   // by another word of a person's name: the latest
	exact   map[string]int   // other names by all their letters
	lasts   map[string]int   // other names by their last word
	short   map[string]int   // other names by their initials
	words   []string
}

func (n *names) join() {
	n.persons, n.parts = map[string][]int{}, map[string]int{}
	n.exact, n.lasts, n.short = map[string]int{}, map[string]int{}, map[string]int{}
	for i := range n.mentions {
		if m := &n.mentions[i]; m.Kind == annotate.Name {
			n.split(m)
			switch {
			case len(n.words) == 0:
			case m.Class == annotate.Person:
				n.person(i)
			default:
				n.other(i)
			}
		}
	}
}

// split puts the words of the name into n.words, without titles and marks.
func (n *names) split(m *mention) {
	n.words = n.words[:0]
	for i := m.title; i < m.End; i++ {
		word := n.tree.Word(i)
		switch {
		case n.tree.Tags[i] == annotate.PUNCT || word == "'s" || word == "’s" || word == "'" || word == "’":
		case m.Class == annotate.Person && i+1 < m.End && n.tables.titles[strings.ToLower(word)] != 0:
		case m.Class != annotate.Person && i == m.title && strings.EqualFold(word, "the"):
		case isSuffix(word) && len(n.words) > 0:
		case m.Class == annotate.Person && i+1 < m.End && isParticle(word):
		default:
			n.words = append(n.words, strings.TrimSuffix(strings.ReplaceAll(plain(word), "’", "'"), "'s"))
		}
	}
}

func isSuffix(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "Jr", "Sr", "II", "III", "IV":
		return true
	}
	return false
}

// isParticle says whether word is of a surname but no name: "Bill de Blasio" is
// found by "De Blasio" and by "Blasio".
func isParticle(word string) bool {
	switch strings.ToLower(word) {
	case "de", "da", "di", "del", "della", "dos", "du", "la", "le", "van", "von", "der", "den", "ter", "ten", "zu", "bin", "ibn", "bint", "al", "el", "ben":
		return true
	}
	return false
}

// maxNamesakes bounds how many persons of one surname are told apart.
const maxNamesakes = 8

// person joins the person's name i with an earlier one.
func (n *names) person(i int) {
	m, last := &n.mentions[i], n.words[len(n.words)-1]
	same := n.persons[last]
	for k := len(same) - 1; k >= 0 && k >= len(same)-maxNamesakes; k-- {
		if j := same[k]; n.fits(i, j) {
			n.chains.join(j, i)
			if m.given == "" {
				m.given = n.mentions[j].given // "Berg" is "Anna Berg" from here on
			}
			same = append(append(same[:k:k], same[k+1:]...), i)
			n.persons[last] = same
			n.remember(i)
			return
		}
	}
	if j, ok := n.parts[last]; ok && len(n.words) == 1 && n.agree(i, j) && !n.isThing(m) {
		n.chains.join(j, i)
		n.parts[last] = i
		return
	}
	if j, ok := n.alone(i); ok {
		n.chains.join(j, i)
	}
	if x := n.chains.of(i); x.gender == annotate.UnknownGender {
		x.gender = m.alone
	}
	n.persons[last] = append(same, i)
	n.remember(i)
}

// isThing says whether a name has words before it that make it another's: "the
// Crime Bill" is not Bill.
func (n *names) isThing(m *mention) bool {
	return m.First < m.title && n.tables.noun(strings.ToLower(n.tree.Lemmas[m.title-1])).sort != person &&
		n.tables.titles[strings.ToLower(n.tree.Word(m.title-1))] == 0
}

// alone returns an earlier mention that has one word alone, which is the first
// of the full name i: "Anna" before "Anna Berg".
func (n *names) alone(i int) (int, bool) {
	if len(n.words) < 2 {
		return 0, false
	}
	for _, j := range n.persons[n.words[0]] {
		if n.mentions[j].given == "" && n.agree(i, j) {
			return j, true
		}
	}
	return 0, false
}

// remember keeps the words of the name i but for the last.
func (n *names) remember(i int) {
	m := &n.mentions[i]
	for _, w := range n.words[:len(n.words)-1] {
		if len(w) > 1 && !strings.HasSuffix(w, ".") {
			n.parts[w] = i
		}
		if m.given == "" {
			m.given = w
		}
	}
}

// fits says whether the name i, in n.words, can be the same person as the
// mention j, which has the same last word.
func (n *names) fits(i, j int) bool {
	if !n.agree(i, j) {
		return false
	}
	given := n.mentions[j].given
	if len(n.words) == 1 || given == "" {
		return true
	}
	first := n.words[0]
	if len(strings.TrimSuffix(first, ".")) == 1 || len(strings.TrimSuffix(given, ".")) == 1 {
		return first[0] == given[0] // an initial
	}
	return strings.EqualFold(first, given) || len(first) > 2 && strings.HasPrefix(given, first) || len(given) > 2 && strings.HasPrefix(first, given)
}

// agree says whether the genders of i and j do not contradict.
func (n *names) agree(i, j int) bool {
	a, b := n.mentions[i].Gender, n.chains.of(j).gender
	return a == b || a == annotate.UnknownGender || b == annotate.UnknownGender
}

// other joins the name i of no person with an earlier one.
func (n *names) other(i int) {
	whole, last := strings.Join(n.words, " "), n.words[len(n.words)-1]
	j, ok := n.exact[whole]
	if !ok && len(n.words) == 1 && isShort(whole) {
		j, ok = n.short[whole]
	}
	if k, known := n.lasts[last]; !ok && known && n.mentions[i].Class == annotate.Organization && n.mentions[k].Class == annotate.Organization {
		j, ok = k, n.contains(k)
	}
	if !ok && len(n.words) > 1 {
		if initials := initialsOf(n.words); len(initials) > 1 {
			if j, ok = n.exact[initials]; !ok {
				n.short[initials] = i
			}
		}
	}
	if ok {
		n.chains.join(j, i)
	}
	n.exact[whole] = i
	if n.mentions[i].Class == annotate.Organization {
		n.lasts[last] = i
	}
	if len(n.words) > 1 {
		n.short[initialsOf(n.words)] = i
	}
}

// contains says whether all words of the name in n.words stand in the mention
// j, or the other way around: "Security Council" and "UN Security Council". One
// word alone must be capitals or stand behind "the".
func (n *names) contains(j int) bool {
	m := &n.mentions[j]
	longer := 0
	for i := m.title; i < m.End; i++ {
		for _, w := range n.words {
			if plain(n.tree.Word(i)) == w {
				longer++
				break
			}
		}
	}
	return longer == len(n.words) || longer == m.End-m.title
}

// isShort says whether s is letters in capitals alone.
func isShort(s string) bool {
	if len(s) < 2 || len(s) > 6 {
		return false
	}
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// initialsOf returns the first letters of the words that have capitals.
func initialsOf(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if isCapital(w) {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}
