package lexicon

import (
	"strings"
	"unicode/utf8"
)

// verb is the base of a form of a verb.
func verb(s string) string {
	if i := strings.IndexByte(s, '-'); i > 0 && i < len(s)-3 { // re-sent, co-wrote
		return s[:i+1] + verb(s[i+1:])
	}
	if lemma, ok := irregular[Verb][s]; ok {
		return lemma
	}
	for _, p := range verbPrefixes { // outgrew, rewritten, misunderstood
		if rest, ok := strings.CutPrefix(s, p); ok && len(rest) > 2 {
			if lemma, ok := irregular[Verb][rest]; ok && lemma != rest && !isRegular(rest) {
				return p + lemma
			}
		}
	}
	n := len(s)
	switch {
	case n > 4 && strings.HasSuffix(s, "ied"):
		return s[:n-3] + "y"
	case n > 3 && strings.HasSuffix(s, "ed") && hasVowel(s[:n-2]):
		return base(s[:n-2])
	case n > 4 && strings.HasSuffix(s, "ing") && hasVowel(s[:n-3]):
		return base(s[:n-3])
	case n > 4 && strings.HasSuffix(s, "in'") && hasVowel(s[:n-3]):
		return base(s[:n-3])
	case n > 3 && s[n-1] == 's' && s[n-2] != 's' && s[n-2] != 'u' && s[n-2] != 'i' && s[n-2] != '\'':
		return plural(s)
	}
	return s
}

// isRegular holds for the ends that regular verbs have too: relying is no form
// of lie.
func isRegular(s string) bool {
	return strings.HasSuffix(s, "s") || strings.HasSuffix(s, "ed") && len(s) > 3 || strings.HasSuffix(s, "ing")
}

var verbPrefixes = []string{"out", "over", "under", "mis", "fore", "with", "pre", "re", "un", "up"}

// base is the base of a verb whose stem is left when -ed or -ing is off: the
// stem, the stem with e (mak), or the stem without a doubled letter (stopp).
func base(stem string) string {
	n := len(stem)
	if silent[stem] {
		return stem + "e"
	}
	if bare[stem] {
		return stem
	}
	a, z := byte(0), stem[n-1] // the last two letters
	if n > 1 {
		a = stem[n-2]
	}
	if a == z && z < utf8.RuneSelf && !isVowel(z) {
		if single[stem[:n-1]] {
			return stem[:n-1]
		}
		if z == 'l' || z == 's' || z == 'z' || z == 'f' {
			return stem
		}
		return stem[:n-1]
	}
	if endsSilent(stem, a, z) {
		return stem + "e"
	}
	return stem
}

// endsSilent says whether a stem that ends with the letters a and z has lost
// an e. The rules hold for most verbs; stem.txt lists those that differ.
func endsSilent(stem string, a, z byte) bool {
	before := byte(0) // the letter before a
	if n := len(stem); n > 2 {
		before = stem[n-3]
	}
	digraph := isVowel(a) && isVowel(before) && !(before == 'u' && strings.HasSuffix(stem[:len(stem)-2], "qu")) // ea, ou, ai
	switch z {
	case 'c', 'v', 'u':
		return true
	case 'e': // agreed, but seeing
		return a != 'e' && a != 'o'
	case 'z':
		return true
	case 's':
		return isVowel(a) || strings.IndexByte("nrpl", a) >= 0
	case 'g':
		return a == 'a' && !digraph || a == 'e' || a == 'r' || a == 'd' || a == 'l'
	case 'l':
		return !isVowel(a) && strings.IndexByte("lrwy", a) < 0 || (a == 'i' || a == 'u') && !digraph
	case 't':
		return (a == 'a' || a == 'u' || a == 'o') && (!digraph || a == 'a' && before == 'i' || a == 'a' && before == 'u')
	case 'r':
		return (a == 'a' || a == 'i' || a == 'u' || a == 'o') && !digraph || strings.HasSuffix(stem, "quir")
	case 'd':
		return (a == 'a' || a == 'i' || a == 'o' || a == 'u' || a == 'e' && before == 'c') && !digraph
	case 'k':
		return isVowel(a) && !digraph
	case 'm':
		return (a == 'a' || a == 'i' || a == 'o' || a == 'u') && !digraph
	case 'n':
		return a == 'i' && !digraph
	case 'p':
		return (a == 'a' || a == 'i' || a == 'o' || a == 'y') && !digraph
	case 'b':
		return a == 'i' && !digraph
	}
	return false
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }
