package coref

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/annotate"
)

// role is what a mention does in its clause.
type role uint8

const (
	subject role = iota
	passive      // the subject of a passive
	object
	recipient
	oblique
	possessor
	modifier
	apposed
	predicate
	inner // within another noun: "the NATO chief"
	elsewhere
	roles // how many there are
)

// mention is a mention with what the rules ask of it.
type mention struct {
	annotate.Mention
	pronoun
	sense
	top      int             // its word that hangs outside
	role     role            // of itself, or of the whole of which "and" makes it a part
	clause   int             // the predicate on which it depends, -1 if none
	sentence int             //
	quote    int32           // number of the quotation around it, -1 if none
	lemma    string          // of a nominal's head, in lower case
	title    int             // of a name: where the name itself begins
	given    string          // of a person: the first name, as far as it is known
	alone    annotate.Gender // of a person's name of one word: its gender, if it is a given name
	joint    bool            // several with "and" between
	definite bool
}

// finder finds the mentions of a passage.
type finder struct {
	*annotate.Tree
	words    *words
	quotes   []int32 // of each word
	owner    []int32 // of each word: 1 more than the mention whose name or title it is a part of
	mentions []mention
}

// find lists the mentions in order of First, the longer before what it holds.
func (f *finder) find() []mention {
	for _, e := range f.Entities {
		f.name(e)
	}
	for i, tag := range f.Tags {
		switch tag {
		case annotate.PRON, annotate.DET:
			f.pronoun(i)
		case annotate.NOUN, annotate.PROPN:
			if f.owner[i] == 0 {
				f.nominal(i)
			}
		}
	}
	for i := range len(f.mentions) {
		if m := f.mentions[i]; m.Kind != annotate.Pronoun && m.role < inner {
			f.together(m)
		}
	}
	slices.SortStableFunc(f.mentions, func(a, b mention) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return b.End - a.End
	})
	return f.mentions
}

// add completes a mention and takes it in.
func (f *finder) add(m mention) {
	m.sentence, m.quote = f.SentenceOf(m.Head), f.quotes[m.Head]
	m.role, m.clause = f.place(m.top)
	f.mentions = append(f.mentions, m)
}

// name takes in a name, with the title before it: "NATO Secretary General Jens
// Stoltenberg" is one mention, and "NATO" in it another.
func (f *finder) name(e annotate.Entity) {
	m := mention{title: e.First, top: e.First}
	for i := e.First; i < e.End; i++ {
		if h := f.Head(i); h < e.First || h >= e.End {
			m.top = i
			break
		}
	}
	m.Mention = annotate.Mention{First: e.First, End: e.End, Head: e.End - 1, Kind: annotate.Name, Class: e.Class, Score: e.Score}
	if e.Class <= annotate.Organization {
		m.First = f.left(e.First, e.End)
		if p := m.First - 1; e.Class == annotate.Person && p >= 0 && f.SentenceOf(p) == f.SentenceOf(e.First) &&
			f.Tags[p] <= annotate.PROPN && f.isTitle(p) && f.owner[p] == 0 {
			m.First = f.left(p, e.End) // which the tree has put elsewhere
		}
	}
	f.tell(&m)
	for i := m.First; i < m.End; i++ {
		if i >= e.First || f.Tags[i] == annotate.NOUN || f.Tags[i] == annotate.PROPN {
			f.owner[i] = 1
		}
	}
	f.add(m)
}

// tell fills in what the letters of a name and of its title tell.
func (f *finder) tell(m *mention) {
	switch m.Class {
	case annotate.Person:
		m.sense = sense{sort: person, actor: true}
	case annotate.Organization, annotate.Place:
		m.Gender, m.sense = annotate.Neuter, sense{sort: organization, actor: true}
		return
	case annotate.Group:
		m.sense, m.Plural = sense{sort: people, actor: true}, strings.HasSuffix(f.Word(m.Head), "s")
		return
	default:
		m.Gender, m.sense = annotate.Neuter, sense{actor: true}
		return
	}
	for i := m.First; i < m.End && m.Gender == annotate.UnknownGender; i++ {
		word := strings.ToLower(f.Word(i))
		if m.Gender = f.words.titles[word]; m.Gender == annotate.UnknownGender && i < m.title {
			m.Gender = f.words.noun(strings.ToLower(f.Lemmas[i])).gender
		}
	}
	if m.Head == m.title { // a given name, or the surname of somebody else
		m.alone = f.words.givenName(f.Word(m.Head))
		return
	}
	for i := m.title; i < m.End && i <= m.title+1 && m.Gender == annotate.UnknownGender; i++ {
		m.Gender = f.words.givenName(f.Word(i))
		if f.words.titles[strings.ToLower(f.Word(i))] == 0 && len(f.Word(i)) > 2 {
			break // only behind a title or an initial is the second word the given name
		}
	}
}

// isTitle says whether word i can be the last of a title.
func (f *finder) isTitle(i int) bool {
	lemma := strings.ToLower(f.Lemmas[i])
	return (f.Tags[i] == annotate.NOUN || f.Tags[i] == annotate.PROPN) && f.words.noun(lemma).sort == person || f.words.titles[lemma] != 0
}

// left returns where the phrase begins whose core is first to end: it takes in
// the words to the left that hang on it.
func (f *finder) left(first, end int) int {
	for i := first - 1; i >= 0; i-- {
		h := f.Head(i)
		switch f.Tags[i] {
		case annotate.NOUN, annotate.PROPN, annotate.ADJ, annotate.NUM, annotate.DET, annotate.PRON, annotate.ADV, annotate.X, annotate.VERB:
			switch f.Relations[i] {
			case "det", "amod", "compound", "nmod", "nummod", "flat", "advmod", "appos", "goeswith":
			default:
				return first
			}
			if h <= i || h >= end {
				return first
			}
		case annotate.PART: // 's
			if h >= i || h < 0 || f.Relations[i] != "case" || f.Head(h) <= i || f.Head(h) >= end {
				return first
			}
			i = h
		case annotate.PUNCT: // "vice-president", "then-mayor" in three words
			if f.Word(i) != "-" || i == 0 || h < i {
				return first
			}
			continue
		default:
			return first
		}
		first = i
	}
	return first
}

// nominal takes in the noun i with what belongs to it, but for clauses and
// appositions.
func (f *finder) nominal(i int) {
	switch f.Relations[i] {
	case "compound", "flat", "fixed", "goeswith", "amod", "advmod", "discourse", "case":
		return
	}
	m := mention{top: i, lemma: strings.ToLower(f.Lemmas[i])}
	m.sense = f.words.noun(m.lemma)
	m.Mention = annotate.Mention{First: f.left(i, i+1), End: f.right(i, 0), Head: i, Kind: annotate.Nominal, Class: annotate.Other}
	m.Plural = f.isPlural(i) || m.sort == people
	m.Gender = m.sense.gender
	switch m.sort {
	case person:
		m.Class = annotate.Person
	case organization:
		m.Class = annotate.Organization
	case place:
		m.Class = annotate.Place
	case people:
		m.Class = annotate.Group
	}
	if m.sort != person && m.sort != people && !m.Plural {
		m.Gender = annotate.Neuter
	}
	switch strings.ToLower(f.Word(m.First)) {
	case "the", "this", "that", "these", "those", "both", "his", "her", "its", "their", "my", "our", "your":
		m.definite = true
	}
	f.add(m)
}

// isPlural says whether the noun i is in the plural.
func (f *finder) isPlural(i int) bool {
	word := f.Word(i)
	return len(f.Lemmas[i]) != len(word) || !strings.EqualFold(f.Lemmas[i], word)
}

// right returns where the phrase of the noun i ends: behind the modifiers with
// a preposition that follow it without a mark between.
func (f *finder) right(i, depth int) int {
	end := i + 1
	for _, c := range f.Children(i) {
		j := int(c)
		if j < i || depth > 6 {
			continue
		}
		switch f.Relations[j] {
		case "nmod", "flat", "compound", "nummod", "fixed":
			if first := f.leftmost(j); first == end {
				end = f.right(j, depth+1)
			}
		}
	}
	return end
}

// leftmost returns the first word that hangs on i or on what hangs before it.
func (f *finder) leftmost(i int) int {
	for range 16 {
		c := f.Children(i)
		if len(c) == 0 || int(c[0]) > i {
			return i
		}
		i = int(c[0])
	}
	return i
}

// pronoun takes in word i if it is a pronoun that refers.
func (f *finder) pronoun(i int) {
	p := pronounOf(f.Word(i))
	if p.form == noForm || f.Relations[i] == "expl" || f.owner[i] != 0 || p.form == it && f.isEmpty(i) {
		return
	}
	m := mention{pronoun: p, top: i}
	m.Mention = annotate.Mention{First: i, End: i + 1, Head: i, Kind: annotate.Pronoun, Class: annotate.Other, Gender: p.gender, Plural: p.plural}
	switch p.form {
	case he, she, speaker, relative:
		m.Class, m.sort = annotate.Person, person
	}
	f.add(m)
}

// isEmpty says whether "it" stands for nothing: "it is clear that", "it seems",
// "it rained".
func (f *finder) isEmpty(i int) bool {
	h := f.Head(i)
	if h < 0 || f.Relations[i] != "nsubj" {
		return false
	}
	if f.Is(h, "seem", "appear", "rain", "snow", "turn") && f.Tags[h] == annotate.VERB {
		return f.Child(h, "ccomp", "csubj") >= 0 || f.Is(h, "rain", "snow")
	}
	if f.Child(h, "cop") < 0 && !f.Passive(h) {
		return false
	}
	c := f.Child(h, "csubj", "ccomp")
	return c > h
}

// together takes in m with those that "and" or commas join to it: "Russia and
// China" of "Russia".
func (f *finder) together(m mention) {
	if f.Child(m.top, "conj") < m.top || f.Relations[m.top] == "conj" {
		return
	}
	all := f.Coordinated(m.top)
	last := all[len(all)-1]
	if len(all) > 12 || !f.isNoun(last) {
		return
	}
	end := f.right(last, 0)
	j := mention{top: m.top, joint: true, sense: sense{sort: m.sort}}
	j.Mention = annotate.Mention{First: m.First, End: max(end, m.End), Head: last, Kind: annotate.Nominal, Class: m.Class, Plural: true}
	f.add(j)
}

func (f *finder) isNoun(i int) bool {
	return f.Tags[i] == annotate.NOUN || f.Tags[i] == annotate.PROPN || f.Tags[i] == annotate.PRON
}

// place returns what the phrase with the top word i does, and in which clause.
func (f *finder) place(i int) (r role, clause int) {
	r = elsewhere
	first := true
	for range 24 {
		h := f.Head(i)
		if h < 0 {
			if first {
				r = predicate
			}
			return r, i
		}
		now := elsewhere
		switch f.Relations[i] {
		case "conj":
			if !f.isNoun(h) {
				return r, i
			}
			i = h
			continue
		case "nsubj", "csubj":
			if now = subject; f.Passive(h) {
				now = passive
			}
		case "obj":
			now = object
		case "iobj":
			now = recipient
		case "obl", "advmod":
			now = oblique
		case "nmod":
			if now = modifier; f.isPossessive(i) {
				now = possessor
			}
			clause = -2
		case "appos":
			now, clause = apposed, -2
		case "compound", "amod", "flat", "nummod", "det":
			now, clause = inner, -2
		case "ccomp", "xcomp", "advcl", "acl", "parataxis":
			if first {
				r = predicate
			}
			return r, i
		case "case", "fixed", "cop", "aux", "mark", "cc":
			clause = -2
		}
		if first {
			r, first = now, false
		}
		if clause != -2 {
			return r, h
		}
		i, clause = h, -1
	}
	return r, -1
}

// isPossessive says whether word i is a possessive: "its", or "Russia" before
// "'s".
func (f *finder) isPossessive(i int) bool {
	if f.Tags[i] == annotate.PRON || f.Tags[i] == annotate.DET {
		return true
	}
	for _, c := range f.Children(i) {
		if int(c) > i && f.Relations[c] == "case" {
			return true
		}
	}
	return false
}

// isCapital says whether word begins with a capital letter.
func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
