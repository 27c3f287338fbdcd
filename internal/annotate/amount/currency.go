package amount

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

//go:embed currency.txt
var currencyText string

// currency is a currency, a part of one, or a word that several countries have
// for theirs.
type currency struct {
	code    string // ISO 4217; "" for a word of several countries and for parts
	name    string // in the singular: "Dollar", "Swedish krona"
	news    string // what a word of several countries means in international news
	places  []string
	minor   int  // of a part: its value is that of the currency times 10 to the -minor
	plain   bool // a word with other senses: money only with a scale
	english bool // a code that is a word of English too
}

// tables of currencies, read from currency.txt.
var (
	currencies = mustCurrencies(currencyText)
	byPhrase   = phrases(currencies) // words in lower case; signs and codes as written
	byName     = names(currencies)
)

// moneyNames maps what is written to currencies, and what may begin it.
type moneyNames struct {
	words   map[string]*currency // "swiss franc"
	signs   map[string]*currency // "US$", "CHF"
	begins  map[string]bool      // first words of words
	longest int                  // letters of the longest sign
}

// entry is a block of currency.txt.
type entry struct {
	currency
	words, signs []string
}

func mustCurrencies(s string) []*entry {
	all, err := readCurrencies(s)
	if err != nil {
		panic(err)
	}
	return all
}

// readCurrencies reads blocks of currencies.
func readCurrencies(s string) ([]*entry, error) {
	var all []*entry
	n := 0
	for line := range strings.Lines(s) {
		n++
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] != ' ':
			code, name, ok := strings.Cut(line, " ")
			if !ok {
				return nil, fmt.Errorf("currency.txt:%d: a code without a name", n)
			}
			if code == "-" {
				code = ""
			}
			all = append(all, &entry{currency: currency{code: code, name: name}})
		case len(all) == 0:
			return nil, fmt.Errorf("currency.txt:%d: a line before the first currency", n)
		default:
			if err := all[len(all)-1].set(strings.TrimSpace(line)); err != nil {
				return nil, fmt.Errorf("currency.txt:%d: %w", n, err)
			}
		}
	}
	return all, nil
}

// set reads one line of a block.
func (e *entry) set(line string) (err error) {
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("%q has no colon", line)
	}
	switch value = strings.TrimSpace(value); key {
	case "words":
		e.words = splitList(value)
	case "signs":
		e.signs = splitList(value)
	case "places":
		e.places = strings.Fields(value)
	case "news":
		e.news = value
	case "minor":
		e.minor, err = strconv.Atoi(value)
	case "plain":
		e.plain = value == "yes"
	case "english":
		e.english = value == "yes"
	default:
		err = fmt.Errorf("nothing is called %q", key)
	}
	return err
}

func splitList(s string) []string {
	var out []string
	for f := range strings.SplitSeq(s, ",") {
		if f = strings.TrimSpace(f); f != "" {
			out = append(out, f)
		}
	}
	return out
}

// phrases indexes what is written for each currency. An ISO code is a sign.
func phrases(all []*entry) moneyNames {
	m := moneyNames{words: map[string]*currency{}, signs: map[string]*currency{}, begins: map[string]bool{}}
	sign := func(s string, c *currency) {
		m.signs[s] = c
		m.longest = max(m.longest, len(s))
	}
	for _, e := range all {
		c := &e.currency
		for _, w := range e.words {
			m.words[w] = c
			m.words[w+"s"] = c
			first, _, _ := strings.Cut(w, " ")
			m.begins[first], m.begins[first+"s"] = true, true
		}
		for _, s := range e.signs {
			sign(s, c)
		}
		if c.code != "" && m.signs[c.code] == nil {
			sign(c.code, c)
		}
	}
	return m
}

// names indexes currencies by name; the first of a name counts.
func names(all []*entry) map[string]*currency {
	m := map[string]*currency{}
	for _, e := range all {
		if m[e.name] == nil {
			m[e.name] = &e.currency
		}
	}
	return m
}

// News returns the currency that the unit of an amount means in international
// news in English when nothing else is known, and by how many places its value
// must be shifted (see Shift) to be in that currency. A dollar is one of the
// United States there, a franc Swiss; a crown or a dinar is anybody's, and the
// currency then is "".
//
//	News("Dollar") = "USD", 0    News("Pence") = "GBP", -2    News("Euro") = "EUR", 0
func News(unit string) (code string, places int) {
	c := byName[unit]
	if c == nil {
		return "", 0
	}
	if c.code != "" {
		return c.code, -c.minor
	}
	return c.news, -c.minor
}

// In returns the currency that unit means where the country (ISO 3166 alpha-2)
// is known: a dollar in Australia is AUD. Where the country has no such
// currency it is "".
func In(unit, country string) string {
	word := strings.ToLower(unit)
	if c := byName[unit]; c == nil || c.minor != 0 {
		return ""
	}
	for _, e := range currencies {
		if e.code == "" || e.minor != 0 || !slices.Contains(e.places, country) {
			continue
		}
		for _, w := range e.words {
			if w == word || strings.HasSuffix(w, " "+word) {
				return e.code
			}
		}
	}
	return ""
}
