package lexicon

import "strings"

// name is the lemma of a proper noun: its plural is taken off where the ending
// tells one (Germans, Democrats) or the table lists it (States).
func name(form string) string {
	if lemma, ok := irregular[ProperNoun][form]; ok {
		return lemma
	}
	if n := len(form); n > 5 && form[n-1] == 's' {
		for _, e := range peoples {
			if strings.HasSuffix(form, e) && n > len(e)+2 {
				return form[:n-1]
			}
		}
	}
	return form
}

// peoples are the ends of plurals of peoples, parties and creeds.
var peoples = []string{"ians", "icans", "eans", "ists", "ocrats", "ites", "aelis", "aqis", "stanis", "lims", "wans", "iners"}

// proper are ends of adjectives made of names.
var proper = []string{"ian", "ean", "ican", "ese", "ish", "stani", "raqi", "aeli", "udi", "emeni", "maliu", "uwaiti", "atari", "amic", "ewish"}

// isProper says whether the capitalized adjective form is made of a name and
// keeps its capital (German), rather than stands at the head of a sentence.
func isProper(form string) bool {
	if _, ok := properAdjective[form]; ok {
		return true
	}
	for _, e := range proper {
		if len(form) > len(e)+1 && strings.HasSuffix(form, e) {
			return form != "Selfish" && form != "Foolish" && form != "Childish" && form != "Stylish"
		}
	}
	return false
}

// isAcronym says whether a common noun is written in capitals for good: TV,
// CO2, a single letter. Others go down as all common nouns do.
func isAcronym(form string) bool {
	if acronym[form] {
		return true
	}
	if form == "" || len(form) > 6 || form[0] < 'A' || form[0] > 'Z' {
		return false
	}
	number := len(form) == 1
	for i := range len(form) {
		switch b := form[i]; {
		case '0' <= b && b <= '9':
			number = true
		case b < 'A' || b > 'Z':
			return false
		}
	}
	return number
}

// isRoman says whether form is a number in Roman letters.
func isRoman(form string) bool {
	return form != "" && strings.Trim(form, "IVXLCDM") == "" && form != "M" && form != "MM"
}
