// Package lexicon knows words of English: which form belongs to which word. It
// judges no text; what part of speech a form is, the caller says.
package lexicon

import "strings"

// POS is a universal part of speech by its name: "NOUN", "VERB", "AUX".
type POS string

// The parts of speech whose forms are not simply written in lower case.
const (
	Adjective   POS = "ADJ"
	Adverb      POS = "ADV"
	Auxiliary   POS = "AUX"
	Determiner  POS = "DET"
	Noun        POS = "NOUN"
	Number      POS = "NUM"
	Particle    POS = "PART"
	Pronoun     POS = "PRON"
	ProperNoun  POS = "PROPN"
	Punctuation POS = "PUNCT"
	Symbol      POS = "SYM"
	Verb        POS = "VERB"
)

// Lemma returns the word that form is a form of, as the English Web Treebank
// writes it: in lower case but for names; n't is not, 'll will, 's be or 's.
// Exceptions come from inflection.txt, the rest by rule.
//
//	Lemma("went", Verb) = "go"      Lemma("'s", Auxiliary) = "be"
//	Lemma("stopped", Verb) = "stop" Lemma("'s", Particle) = "'s"
//	Lemma("taxes", Noun) = "tax"    Lemma("Germans", ProperNoun) = "German"
func Lemma(form string, pos POS) string {
	if s := straight(form); s != "" {
		form = s
	}
	switch pos {
	case ProperNoun:
		return name(form)
	case Punctuation, Symbol:
		return form
	}
	low := strings.ToLower(form)
	if lemma, ok := irregular[pos][low]; ok {
		return lemma
	}
	switch pos {
	case Verb, Auxiliary:
		return verb(low)
	case Noun:
		if isAcronym(form) {
			return form
		}
		return noun(low)
	case Adjective:
		if form != low && isProper(form) {
			return form
		}
		return compared(low)
	case Adverb:
		return compared(low)
	case Number:
		if isRoman(form) {
			return form
		}
		return strings.ReplaceAll(low, ",", "")
	}
	return low
}

// straight writes the marks of typesetting as a typewriter has them and leaves
// soft hyphens out.
func straight(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0 {
		return strings.ReplaceAll(s, "`", "'")
	}
	return typewriter.Replace(s)
}

var typewriter = strings.NewReplacer("’", "'", "‘", "'", "`", "'", "“", "\"", "”", "\"", "–", "-", "—", "-", "―", "-", "‑", "-", "…", ".", "\u00ad", "")
