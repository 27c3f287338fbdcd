package lexicon

import "strings"

// compared is the positive of an adjective or adverb in the comparative or
// superlative, which only the words of gradable have.
func compared(s string) string {
	var stem string
	switch {
	case strings.HasSuffix(s, "er"):
		stem = s[:len(s)-2]
	case strings.HasSuffix(s, "est"):
		stem = s[:len(s)-3]
	default:
		return s
	}
	n := len(stem)
	switch {
	case n < 2:
		return s
	case gradable[stem]:
		return stem
	case gradable[stem+"e"]:
		return stem + "e"
	case stem[n-1] == 'i' && gradable[stem[:n-1]+"y"]:
		return stem[:n-1] + "y"
	case stem[n-1] == stem[n-2] && gradable[stem[:n-1]]:
		return stem[:n-1]
	}
	return s
}
