package brief

import (
	"strings"
	"unicode"

	"onrecord/internal/export"
)

// MaxQuoted is how many words of a quotation are shown.
const MaxQuoted = 45

// plain puts text on one line, without control characters.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return strings.Join(strings.Fields(text), " ")
}

// Quote puts words into curly quotation marks, those within them into single
// ones, and trims what is too long at the end of a word.
//
//	he said "no", → “he said ‘no’”
func Quote(words string) string {
	words = trim(plain(words), MaxQuoted)
	words = strings.TrimRight(bare(words), ",;: ")
	if words == "" {
		return ""
	}
	inner := strings.NewReplacer("“", "‘", "”", "’").Replace(curl(words))
	return "“" + inner + "”"
}

// quoteParts quotes words that are interrupted, each part by itself:
// “Here it is”; “take it”.
func quoteParts(words string) string {
	var parts []string
	for part := range strings.SplitSeq(plain(words), strings.TrimSpace(export.Gap)) {
		if q := Quote(part); q != "" {
			parts = append(parts, q)
		}
	}
	return strings.Join(parts, "; ")
}

// bare takes off the quotation marks around the whole.
func bare(s string) string {
	for _, pair := range []string{`""`, "“”", "‘’", "«»"} {
		marks := []rune(pair)
		rest, ok := strings.CutPrefix(s, string(marks[0]))
		if !ok {
			continue
		}
		rest, closed := strings.CutSuffix(rest, string(marks[1]))
		if !strings.ContainsAny(rest, string(marks)) && (closed || !strings.ContainsAny(rest, string(marks[1]))) {
			return rest
		}
	}
	return s
}

// curl makes straight quotation marks curly: one behind a space opens. A mark
// without its fellow is left out.
func curl(s string) string {
	var b strings.Builder
	open, before := -1, ' '
	for _, r := range s {
		switch {
		case r == '"' && open < 0 && !unicode.IsLetter(before) && !unicode.IsDigit(before):
			open = b.Len()
			b.WriteRune('“')
		case r == '"' && open >= 0:
			b.WriteRune('”')
			open = -1
		case r == '"': // closes nothing
		default:
			b.WriteRune(r)
		}
		before = r
	}
	out := b.String()
	if open >= 0 {
		out = out[:open] + strings.TrimPrefix(out[open:], "“")
	}
	return out
}

// trim keeps a number of words; an ellipsis stands for the others.
func trim(text string, limit int) string {
	fields := strings.Fields(text)
	if len(fields) <= limit {
		return text
	}
	return strings.TrimRight(strings.Join(fields[:limit], " "), ",;:.–— ") + " …"
}

// list joins names: "a", "a and b", "a, b and c".
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// sentence begins with a capital and ends with a period.
func sentence(s string) string {
	s = plain(s)
	if s == "" {
		return ""
	}
	r := []rune(s)
	r[0] = unicode.ToUpper(r[0])
	s = string(r)
	if end := strings.TrimRight(s, "”’"); strings.HasSuffix(end, ".") || strings.HasSuffix(end, "?") || strings.HasSuffix(end, "!") {
		return s
	}
	return s + "."
}

func join(parts ...string) string { return strings.Join(strings.Fields(strings.Join(parts, " ")), " ") }

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
