package action

import (
	_ "embed" // the words
	"fmt"
	"slices"
	"strings"

	"onrecord/internal/phrase"
	"onrecord/internal/record"
)

var (
	//go:embed words/class.txt
	classText string
	//go:embed words/verb.txt
	verbText string
	//go:embed words/noun.txt
	nounText string
	//go:embed words/mood.txt
	moodText string
)

var (
	classes = readLists("class.txt", classText)
	moods   = readLists("mood.txt", moodText)
	verbs   = readEntries("verb.txt", verbText)
	nouns   = readEntries("noun.txt", nounText)
)

// entry is one use of a predicate: a lemma with conditions, and what kind of
// deed it is then. words/verb.txt explains the conditions.
type entry struct {
	none     bool // no deed
	typ      record.ActionType
	mode     string
	particle string
	object   condition
	preps    []string // of the oblique that must be there; none: no condition
	oblique  condition
	modifier condition // of words before a noun
	flags    flags
}

type flags uint16

const (
	mutual flags = 1 << iota
	several
	force
	speech
	victim
	ofDoer  // "of" tells who does it
	ofMoved // "of" tells what is moved
	terms   // an infinitive says what is asked for
)

var flagNames = map[string]flags{
	"mutual": mutual, "several": several, "force": force, "speech": speech, "victim": victim, "of": ofDoer, "moved": ofMoved, "terms": terms,
}

// condition asks for the class of a word.
type condition struct {
	kind    conditionKind
	classes []string
}

type conditionKind uint8

const (
	anything conditionKind = iota // no condition
	absent                        // there is no such word
	among                         // it is in one of the classes
	outside                       // it is there, and in none of them
)

// list is a set of lemmas. pairs are those that ask for a modifier too: the
// head, then the modifier.
type list struct {
	words map[string]bool
	pairs [][2]string
}

// readLists reads an embedded table of "CLASS: LEMMA, LEMMA…". A line that it
// cannot read is a programmer's error.
func readLists(name, s string) map[string]list {
	out := map[string]list{}
	for line := range phrase.Lines(s) {
		class := line.Class
		if _, twice := out[class]; !line.OK || twice {
			panic(fmt.Sprintf("action: %s:%d: want CLASS: LEMMA…, once", name, line.Number))
		}
		l := list{words: map[string]bool{}}
		for m := range strings.SplitSeq(line.List, ",") {
			m = strings.TrimSpace(m)
			if other, ok := strings.CutPrefix(m, "+"); ok {
				for w := range out[other].words {
					l.words[w] = true
				}
				l.pairs = append(l.pairs, out[other].pairs...)
				continue
			}
			if head, modifier, ok := strings.Cut(m, "_"); ok {
				l.pairs = append(l.pairs, [2]string{head, modifier})
				continue
			}
			l.words[m] = true
		}
		out[class] = l
	}
	return out
}

// readEntries reads an embedded table of predicates: the entries of each lemma
// in their order.
func readEntries(name, s string) map[string][]entry {
	out := map[string][]entry{}
	for line := range phrase.Lines(s) {
		base, err := readKind(line.Class)
		if !line.OK || err != nil {
			panic(fmt.Sprintf("action: %s:%d: want TYPE [MODE]: ENTRY…: %v", name, line.Number, err))
		}
		for m := range strings.SplitSeq(line.List, ",") {
			lemma, e, err := readEntry(base, strings.TrimSpace(m))
			if err != nil {
				panic(fmt.Sprintf("action: %s:%d: %q: %v", name, line.Number, m, err))
			}
			out[lemma] = append(out[lemma], e)
		}
	}
	return out
}

func readKind(s string) (entry, error) {
	name, mode, _ := strings.Cut(s, " ")
	if name == "none" {
		return entry{none: true}, nil
	}
	i := slices.Index(record.ActionTypes[:], name)
	if i < 0 {
		return entry{}, fmt.Errorf("no type is called %q", name)
	}
	return entry{typ: record.ActionType(i), mode: mode}, nil
}

// readEntry reads "LEMMA [PARTICLE] [CONDITION…]".
func readEntry(e entry, s string) (lemma string, _ entry, err error) {
	words, err := entryWords(s)
	if err != nil {
		return "", e, err
	}
	for _, w := range words[1:] {
		switch w[0] {
		case '<':
			e.object = readCondition(strings.Trim(w, "<>"))
		case '&':
			e.modifier = readCondition(w[1:])
		case '@':
			preps, of, ok := strings.Cut(w[1:], ":")
			e.preps = strings.Split(preps, "|")
			if ok {
				e.oblique = readCondition(of)
			}
		case '=':
			f, ok := flagNames[w[1:]]
			if !ok {
				return "", e, fmt.Errorf("no condition is called %q", w)
			}
			e.flags |= f
		default:
			if e.particle != "" {
				return "", e, fmt.Errorf("two particles")
			}
			e.particle = w
		}
	}
	return words[0], e, nil
}

// entryWords parts an entry at its spaces; several words of a preposition
// ("in favor of") belong together.
func entryWords(s string) ([]string, error) {
	var out []string
	for f := range strings.FieldsSeq(s) {
		if n := len(out); n > 0 && out[n-1][0] == '@' && !strings.ContainsAny(f[:1], "<&@=") {
			out[n-1] += " " + f
			continue
		}
		out = append(out, f)
	}
	if len(out) == 0 || strings.ContainsAny(out[0][:1], "<&@=") {
		return nil, fmt.Errorf("no lemma")
	}
	return out, nil
}

func readCondition(s string) condition {
	switch rest, not := strings.CutPrefix(s, "!"); {
	case s == "":
		return condition{kind: absent}
	case not:
		return condition{kind: outside, classes: strings.Split(rest, "|")}
	default:
		return condition{kind: among, classes: strings.Split(s, "|")}
	}
}

// mood says whether a lemma is in a class of mood.txt.
func mood(class, lemma string) bool { return moods[class].words[lemma] }
