package brief

import (
	"fmt"
	"io"
	"strings"
)

// Markdown writes a brief with footnotes as [^1].
func Markdown(w io.Writer, b *Brief) error {
	var s strings.Builder
	fmt.Fprintf(&s, "# %s\n\n*%s*\n\n%s\n", escape(b.Title), escape(b.Period), escape(b.Summary))
	for _, section := range b.Sections {
		fmt.Fprintf(&s, "\n## %s\n\n", escape(section.Title))
		for _, l := range section.Lines {
			fmt.Fprintf(&s, "- %s", escape(l.Text))
			for _, n := range l.Notes {
				fmt.Fprintf(&s, "[^%d]", n)
			}
			s.WriteByte('\n')
		}
	}
	for i, f := range b.Footnotes {
		if i == 0 {
			s.WriteByte('\n')
		}
		fmt.Fprintf(&s, "[^%d]: %s\n", i+1, markdownNote(f))
	}
	_, err := io.WriteString(w, s.String())
	return err
}

func markdownNote(f Footnote) string {
	source := escape(f.Source())
	if link := f.Link(); link != "" {
		source = fmt.Sprintf("[%s](<%s>)", or(source, "article"), address.Replace(link))
	}
	return join(escape(Quote(f.Words)), source+".", f.Standing())
}

// address keeps a link inside its angle brackets.
var address = strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "%0A", "\r", "%0D", "\\", "%5C", " ", "%20")

// special are the characters that mean something to Markdown anywhere.
const special = "\\`*_[]<>&#|~^$!"

// escape makes text stand for itself, on one line.
func escape(text string) string {
	text = plain(text)
	var b strings.Builder
	if opens(text) {
		digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
		b.WriteString(text[:digits] + `\` + text[digits:digits+1])
		text = text[digits+1:]
	}
	for _, r := range text {
		if r < 0x80 && strings.IndexByte(special, byte(r)) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// opens says whether text would begin a list or a rule: "- ", "+ ", "1. ".
func opens(text string) bool {
	rest := strings.TrimLeft(text, "0123456789")
	if rest == "" {
		return false
	}
	if len(rest) < len(text) {
		return rest[0] == '.' || rest[0] == ')'
	}
	return strings.IndexByte("-+=", rest[0]) >= 0
}
