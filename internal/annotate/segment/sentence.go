package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/annotate"
	"onrecord/internal/text"
)

// sentences appends the sentences of tokens[first:], all of block, to dst.
func sentences(dst []annotate.Sentence, t string, tokens []text.Span, first, block int) []annotate.Sentence {
	begin := first
	for i := first + 1; i < len(tokens); i++ {
		if boundary(t, tokens, begin, i) {
			dst = append(dst, annotate.Sentence{First: begin, End: i, Block: block})
			begin = i
		}
	}
	if begin < len(tokens) {
		dst = append(dst, annotate.Sentence{First: begin, End: len(tokens), Block: block})
	}
	return dst
}

const closers = "”\"’')]»"

// boundary says whether a sentence that begins at begin ends before token i.
func boundary(t string, tokens []text.Span, begin, i int) bool {
	if tokens[i].Start == tokens[i-1].End {
		return false // nothing between them
	}
	j := i - 1
	for j > begin && strings.Contains(closers, tokens[j].Of(t)) {
		j--
	}
	end := tokens[j].Of(t)
	if !strings.Contains(".!?…", end[len(end)-1:]) && end != "…" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(tokens[i].Of(t))
	if !(unicode.IsUpper(next) || unicode.IsDigit(next) || strings.ContainsRune("“\"‘'[(«", next)) {
		return false
	}
	if end == "." || strings.ContainsAny(end, "!?") || end == "…" || strings.HasPrefix(end, "..") {
		return true
	}
	// An abbreviation: it ends a sentence only if it is no title before a name.
	w := strings.TrimSuffix(end, ".")
	if utf8.RuneCountInString(w) == 1 || inside[w] {
		return false
	}
	return !abbreviations[w] || enders[w] || starters[tokens[i].Of(t)]
}

// enders may stand at the end of a sentence; starters tell a new one by
// themselves; inside never ends one.
var (
	enders   = set("Inc Corp Co Ltd Jr Sr etc Calif Fla")
	starters = set("The He She It They We I In But And A An This That These Those His Her Their On At For As If When While After Before However")
	inside   = set("Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Maj Capt Cmdr Adm Rev Hon St vs v")
)
