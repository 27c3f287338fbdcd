package amount

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed number.txt
var numberText string

//go:embed phrase.txt
var phraseText string

// role is what a word does in a number.
type role uint8

const (
	noRole role = iota
	small       // zero to nine
	teen        // ten to nineteen
	ten         // twenty to ninety
	hundred
	scale   // thousand, million
	suffix  // a scale behind figures alone: "5 mln"
	glued   // the same, against the figures of a sum of money: "$5m"
	capital // the same in capitals: "10M"
	dozen
	many // "hundreds", "millions"
	part // half, quarter
	ordinal
	conjunction
	point
	minus
	article
	percent
)

var roles = map[string]role{
	"small": small, "teen": teen, "ten": ten, "hundred": hundred, "scale": scale, "suffix": suffix, "glued": glued, "capital": capital,
	"dozen": dozen, "many": many, "part": part, "ordinal": ordinal, "and": conjunction, "point": point, "minus": minus, "article": article, "percent": percent,
}

// word is a word of number.
type word struct {
	role   role
	value  int64 // of scales the power of ten
	plural bool  // ends in s
}

// words are the words of number.txt in lower case, but for capitals.
var words = mustWords(numberText)

func mustWords(s string) map[string]word {
	m := map[string]word{}
	err := readLines("number.txt", s, func(key string, list []string) error {
		name, number, _ := strings.Cut(key, " ")
		v, err := strconv.ParseInt(number, 10, 64)
		if err != nil || roles[name] == noRole {
			return fmt.Errorf("%q is no role and value", key)
		}
		for _, w := range list {
			m[w] = word{role: roles[name], value: v, plural: strings.HasSuffix(w, "s")}
		}
		return nil
	})
	if err != nil {
		panic(err)
	}
	return m
}

// readLines hands each line "key: a, b, c" of a table to add.
func readLines(name, s string, add func(key string, list []string) error) error {
	n := 0
	for line := range strings.Lines(s) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, list, ok := strings.Cut(line, ":")
		if !ok {
			return fmt.Errorf("%s:%d: %q has no colon", name, n, line)
		}
		if err := add(key, splitList(list)); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return nil
}

// phrase is some words in a row and what they do.
type phrase struct {
	words []string
	key   string
}

// phraseTable finds phrases by their first and their last word.
type phraseTable struct {
	first, last map[string][]phrase // the longer before the shorter
	alone       map[string]map[string]bool
}

var surroundings = mustPhrases(phraseText)

func mustPhrases(s string) *phraseTable {
	t := &phraseTable{first: map[string][]phrase{}, last: map[string][]phrase{}, alone: map[string]map[string]bool{}}
	err := readLines("phrase.txt", s, func(key string, list []string) error {
		if t.alone[key] == nil {
			t.alone[key] = map[string]bool{}
		}
		for _, l := range list {
			p := phrase{words: strings.Fields(l), key: key}
			t.alone[key][l] = true
			t.first[p.words[0]] = insert(t.first[p.words[0]], p)
			last := p.words[len(p.words)-1]
			t.last[last] = insert(t.last[last], p)
		}
		return nil
	})
	if err != nil {
		panic(err)
	}
	return t
}

// insert keeps list sorted, the longer phrase first.
func insert(list []phrase, p phrase) []phrase {
	i := 0
	for i < len(list) && len(list[i].words) >= len(p.words) {
		i++
	}
	return append(list[:i:i], append([]phrase{p}, list[i:]...)...)
}
