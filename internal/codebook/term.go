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
//	cease-fire      the same as cease fire; of alternatives a longer one: lift|do-away-with
//	...             at most maxGap words between, none of them behind a mark
//	*               one word, whatever it is
//
// "lift|ease ... sanction|embargo" finds "eased most of the sanctions".

const (
	maxGap       = 3
	maxSlots     = 12 // of a term
	maxChoices   = 60 // of a field
	minWildcards = 3  // letters beside a *
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

// slot is one step of a term: alternatives, each of one element or, if it has
// hyphens, several.
type slot [][]element

// open says whether the slot takes words that it does not name.
func (f slot) open() bool { return f[0][0].kind == gap || f[0][0].kind == anything }

// sequence is a term as its slots.
type sequence struct {
	slots []slot
	at    place
	term  Term
}

// place is where a term stands in the codebook.
type place struct{ issue, term int32 }

// parseTerm returns the slots of a term.
func parseTerm(s string, exact bool) ([]slot, error) {
	if strings.Count(s, `"`)%2 != 0 {
		return nil, fmt.Errorf("term %q: a quotation mark is not closed; put one on each side of the exact words", s)
	}
	var fields []slot
	for _, alternatives := range fieldsOf(s, exact) {
		f, err := choices(s, alternatives)
		if err != nil {
			return nil, err
		}
		fields = append(fields, f)
	}
	return fields, checkSlots(s, fields)
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

// choices reads what stands between two spaces.
func choices(term string, alternatives []alternative) (slot, error) {
	if len(alternatives) == 1 {
		switch alternatives[0].text {
		case "...", "…":
			return slot{{{kind: gap}}}, nil
		case "*":
			return slot{{{kind: anything}}}, nil
		}
	}
	if len(alternatives) > maxChoices {
		return nil, fmt.Errorf("term %q has more than %d alternatives at one place; make several terms of it", term, maxChoices)
	}
	var f slot
	for _, a := range alternatives {
		c, err := units(term, a.text, a.exact)
		if err != nil {
			return nil, err
		}
		f = append(f, c)
	}
	return f, nil
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

// checkSlots tells what is wrong with a whole term.
func checkSlots(s string, fields []slot) error {
	switch {
	case len(fields) == 0:
		return fmt.Errorf("an empty term; write words, or take it out")
	case fields[0].open(), fields[len(fields)-1].open():
		return fmt.Errorf("term %q begins or ends with any word; begin and end it with words of its own", s)
	case len(fields) > maxSlots:
		return fmt.Errorf("term %q has more than %d words; shorten it", s, maxSlots)
	}
	for i := 1; i < len(fields); i++ {
		if fields[i].open() && fields[i-1].open() && (fields[i][0][0].kind == gap || fields[i-1][0][0].kind == gap) {
			return fmt.Errorf("term %q has two openings beside each other; ... alone leaves room for up to %d words", s, maxGap)
		}
	}
	return nil
}
