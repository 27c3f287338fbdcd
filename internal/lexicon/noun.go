package lexicon

import "strings"

// noun is the singular of a common noun.
func noun(s string) string {
	if i := strings.LastIndexByte(s, '-'); i > 0 && i < len(s)-1 { // ex-wives
		if lemma, ok := irregular[Noun][s[i+1:]]; ok {
			return s[:i+1] + lemma
		}
	}
	n := len(s)
	if n < 3 || s[n-1] != 's' || s[n-2] >= '0' && s[n-2] <= '9' {
		return man(s)
	}
	switch {
	case strings.HasSuffix(s, "ss"), strings.HasSuffix(s, "us"), strings.HasSuffix(s, "is"), strings.HasSuffix(s, "'s"):
		return s
	case strings.HasSuffix(s, "ics"):
		return s
	case strings.HasSuffix(s, "yses"):
		return s[:n-2] + "is"
	case strings.HasSuffix(s, "uses") && n > 6 && !isVowel(s[n-5]):
		return s[:n-2]
	}
	return plural(s)
}

// man is the singular of a noun in -men: spokesmen, chairwomen.
func man(s string) string {
	if strings.HasSuffix(s, "men") && len(s) > 5 {
		return s[:len(s)-2] + "an"
	}
	if strings.HasSuffix(s, "children") {
		return s[:len(s)-len("ren")]
	}
	return s
}

// plural takes the s off a noun or a verb: cities, boxes, watches, heroes.
func plural(s string) string {
	n := len(s)
	switch {
	case strings.HasSuffix(s, "ies") && n > 4:
		return s[:n-3] + "y"
	case strings.HasSuffix(s, "sses"), strings.HasSuffix(s, "shes"), strings.HasSuffix(s, "ches"), strings.HasSuffix(s, "xes"), strings.HasSuffix(s, "zzes"):
		return s[:n-2]
	case strings.HasSuffix(s, "oes") && n > 4:
		return s[:n-2]
	}
	return s[:n-1]
}
