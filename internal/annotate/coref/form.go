package coref

import (
	"strings"

	"onrecord/internal/annotate"
)

// form is a family of pronouns.
type form uint8

const (
	noForm form = iota
	he
	she
	it
	they
	speaker // I, we: who speaks
	relative
	forms // how many there are
)

// pronoun is what the letters of a pronoun tell.
type pronoun struct {
	form      form
	gender    annotate.Gender
	plural    bool
	reflexive bool
}

// pronounOf returns what word is, if it is a pronoun of a known form. "US" is
// none.
func pronounOf(word string) pronoun {
	switch {
	case len(word) > 10:
		return pronoun{}
	case word == "US":
		return pronoun{}
	}
	switch strings.ToLower(word) {
	case "he", "him", "his":
		return pronoun{form: he, gender: annotate.Male}
	case "himself":
		return pronoun{form: he, gender: annotate.Male, reflexive: true}
	case "she", "her", "hers":
		return pronoun{form: she, gender: annotate.Female}
	case "herself":
		return pronoun{form: she, gender: annotate.Female, reflexive: true}
	case "it", "its":
		return pronoun{form: it, gender: annotate.Neuter}
	case "itself":
		return pronoun{form: it, gender: annotate.Neuter, reflexive: true}
	case "they", "them", "their", "theirs":
		return pronoun{form: they, plural: true}
	case "themselves":
		return pronoun{form: they, plural: true, reflexive: true}
	case "i", "me", "my", "mine", "myself":
		return pronoun{form: speaker}
	case "we", "us", "our", "ours", "ourselves":
		return pronoun{form: speaker, plural: true}
	case "who", "whom", "whose":
		return pronoun{form: relative}
	}
	return pronoun{}
}
