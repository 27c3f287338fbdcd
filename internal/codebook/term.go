package codebook

import (
	"fmt"
	"strings"
)

// A term is a sequence of elements with spaces between:
//
//	sanction        the word, or any form of it
//	"sanction"      the word in this form alone; quotation marks may hold several
//	sanction*       words that begin so; *proliferation words that end so
//	truce|armistice one or the other
//	cease-fire      the same as cease fire: hyphens do not count
//	...             at most maxGap words between, none of them behind a mark
//	*               one word, whatever it is
//
// "lift|ease ... sanction|embargo" finds "eased most of the sanctions".

const (
	maxGap       = 3
	maxUnits     = 12  // of a term
	maxVariants  = 400 // that a term's alternatives make
	minWildcards = 3   // letters beside a *
)

// element is one step of a term.
type element struct {
	kind elementKind
	text string // folded
}

type elementKind uint8

const (
	lemma    elementKind = iota // a form of the word
	form                        // the word itself
	prefix                      // beginning with it
	suffix                      // ending with it
	anything                    // any one word
	gap                         // up to maxGap words
)

// sequence is one variant of a term: no alternatives are left in it.
type sequence struct {
	elements []element
	at       place
	term     Term
}

// place is where a term stands in the codebook.
type place struct{ issue, term int32 }

// parseTerm returns the variants of a term.
func parseTerm(s string, exact bool) ([][]element, error) {
	if strings.Count(s, `"`)%2 != 0 {
		return nil, fmt.Errorf("term %q: a quotation mark is not closed; put one on each side of the exact words", s)
	}
	variants := [][]element{nil}
	for _, field := range fieldsOf(s, exact) {
		choices, err := alternatives(s, field)
		if err != nil {
			return nil, err
		}
		if len(variants)*len(choices) > maxVariants {
			return nil, fmt.Errorf("term %q: its alternatives make more than %d variants; make several terms of it", s, maxVariants)
		}
		variants = product(variants, choices)
	}
	for _, v := range variants {
		if err := checkVariant(s, v); err != nil {
			return nil, err
		}
	}
	return variants, nil
}

// alternative is what stands between two of the marks space and |.
type alternative struct {
	text  string
	exact bool
}

// fieldsOf cuts a term at its spaces, and each field at |. Quotation marks
// make exact what stands between them.
func fieldsOf(s string, exact bool) [][]alternative {
	var fields [][]alternative
	var field []alternative
	quoted, from := false, 0
	cut := func(to int, end bool) {
		if a := strings.ReplaceAll(s[from:to], `"`, ""); a != "" || !end || len(field) > 0 {
			field = append(field, alternative{a, exact || quoted || strings.HasSuffix(s[from:to], `"`)})
		}
		from = to + 1
		if end && len(field) > 0 {
			fields, field = append(fields, field), nil
		}
	}
	for i := range len(s) {
		switch s[i] {
		case '"':
			quoted = !quoted
		case '|':
			cut(i, false)
		case ' ', '\t', '\n', '\r':
			cut(i, true)
		}
	}
	cut(len(s), true)
	return fields
}

// product lengthens each sequence by each choice.
func product(variants, choices [][]element) [][]element {
	longer := make([][]element, 0, len(variants)*len(choices))
	for _, v := range variants {
		for _, c := range choices {
			longer = append(longer, append(v[:len(v):len(v)], c...))
		}
	}
	return longer
}

// alternatives reads what stands between two spaces.
func alternatives(term string, field []alternative) ([][]element, error) {
	if len(field) == 1 {
		switch field[0].text {
		case "...", "…":
			return [][]element{{{kind: gap}}}, nil
		case "*":
			return [][]element{{{kind: anything}}}, nil
		}
	}
	var choices [][]element
	for _, a := range field {
		c, err := units(term, a.text, a.exact)
		if err != nil {
			return nil, err
		}
		choices = append(choices, c)
	}
	return choices, nil
}

// units reads a word, in its parts if it has hyphens.
func units(term, s string, exact bool) ([]element, error) {
	kind := lemma
	if exact {
		kind = form
	}
	body := strings.Trim(s, "*")
	switch stars := strings.Count(s, "*"); {
	case body == "":
		return nil, fmt.Errorf("term %q: %q is no word; write a word on each side of |, and * or ... alone between words", term, s)
	case strings.Contains(body, "*"), stars > 1:
		return nil, fmt.Errorf("term %q: a word takes one *, at its end or beginning", term)
	case stars > 0 && len(body) < minWildcards:
		return nil, fmt.Errorf("term %q: %q matches too much; leave at least %d letters beside the *", term, s, minWildcards)
	}
	var elements []element
	for _, span := range Split(body) {
		var u unit
		for rest := span.Of(body); ; {
			rest = u.next(rest)
			if u.kind == word {
				elements = append(elements, element{kind, string(u.bytes())})
			} else if u.kind != skip {
				return nil, fmt.Errorf("term %q: %q has a mark that ends a term; take it out", term, s)
			}
			if rest == "" {
				break
			}
		}
	}
	if len(elements) == 0 {
		return nil, fmt.Errorf("term %q: %q holds no letter; take it out", term, s)
	}
	switch {
	case strings.HasSuffix(s, "*"):
		elements[len(elements)-1].kind = prefix
	case strings.HasPrefix(s, "*"):
		elements[0].kind = suffix
	}
	return elements, nil
}

// checkVariant tells what is wrong with a whole term.
func checkVariant(s string, v []element) error {
	open := func(e element) bool { return e.kind == gap || e.kind == anything }
	switch {
	case len(v) == 0:
		return fmt.Errorf("an empty term; write words, or take it out")
	case open(v[0]), open(v[len(v)-1]):
		return fmt.Errorf("term %q begins or ends with any word; begin and end it with words of its own", s)
	case len(v) > maxUnits:
		return fmt.Errorf("term %q has more than %d words; shorten it", s, maxUnits)
	}
	for i := 1; i < len(v); i++ {
		if v[i].kind == gap && open(v[i-1]) || v[i-1].kind == gap && open(v[i]) {
			return fmt.Errorf("term %q has two openings beside each other; ... alone leaves room for up to %d words", s, maxGap)
		}
	}
	return nil
}
