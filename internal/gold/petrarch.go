package gold

import (
	"fmt"
	"io"
	"regexp"
	"strings"
)

// CodedSentence is a sentence of the validation records of UniversalPetrarch
// with the events that people coded in it.
type CodedSentence struct {
	ID     string
	Date   string // YYYYMMDD, as the file has it
	Text   string // on one line
	Events []CodedEvent
	None   bool // coded as having no event
	// Skipped is true where the records themselves leave the sentence out: it
	// tests an error, or is marked as not evaluated.
	Skipped bool
}

// CodedEvent is an event by its CAMEO code, with the codes of who does it to
// whom.
type CodedEvent struct{ Code, Source, Target string }

// ReadPetrarch reads the validation records at path. They look like XML but are
// none (comments with "--", tags that never close), so they are read as lines of
// tags.
func ReadPetrarch(path string) ([]CodedSentence, error) { return open(path, readPetrarch) }

func readPetrarch(name string, r io.Reader) ([]CodedSentence, error) {
	p := petrarch{}
	if err := lines(name, r, p.line); err != nil {
		return nil, err
	}
	if p.open {
		return nil, fmt.Errorf("%s:%d: sentence %s never ends", name, p.last, p.sentence.ID)
	}
	return p.out, nil
}

// petrarch is a reader amid the records.
type petrarch struct {
	out               []CodedSentence
	sentence          CodedSentence
	open, text, aside bool // within a sentence, its text, a comment
	last              int  // line
}

var attribute = regexp.MustCompile(`(\w+)\s*=\s*"([^"]*)"`)

func (p *petrarch) line(n int, s string) error {
	p.last = n
	s = strings.TrimSpace(p.uncommented(s))
	switch {
	case strings.HasPrefix(s, "<Sentence "):
		if p.open {
			return fmt.Errorf("a sentence within sentence %s", p.sentence.ID)
		}
		a := attributes(s)
		p.sentence = CodedSentence{ID: a["id"], Date: a["date"], Skipped: a["evaluate"] == "false"}
		p.open = true
	case !p.open || s == "":
	case strings.HasPrefix(s, "<EventCoding"):
		p.event(attributes(s))
	case strings.HasPrefix(s, "<Text>"):
		p.text = true
		p.words(strings.TrimPrefix(s, "<Text>"))
	case p.text:
		p.words(s)
	case strings.Contains(s, "</Sentence>"):
		if p.sentence.Text == "" {
			return fmt.Errorf("sentence %s has no text", p.sentence.ID)
		}
		p.out = append(p.out, p.sentence)
		p.open = false
	}
	return nil
}

// uncommented takes comments out of a line, also those over several lines.
func (p *petrarch) uncommented(s string) string {
	var b strings.Builder
	for s != "" {
		mark := "<!--"
		if p.aside {
			mark = "-->"
		}
		before, after, found := strings.Cut(s, mark)
		if !p.aside {
			b.WriteString(before)
		}
		if !found {
			break
		}
		p.aside = !p.aside
		s = after
	}
	return b.String()
}

func attributes(s string) map[string]string {
	out := map[string]string{}
	for _, m := range attribute.FindAllStringSubmatch(s, -1) {
		out[m[1]] = m[2]
	}
	return out
}

func (p *petrarch) event(a map[string]string) {
	switch {
	case a["noevents"] != "":
		p.sentence.None = true
	case a["error"] != "":
		p.sentence.Skipped = true
	default:
		p.sentence.Events = append(p.sentence.Events, CodedEvent{Code: a["eventcode"], Source: a["sourcecode"], Target: a["targetcode"]})
	}
}

// words adds a line of a sentence's text.
func (p *petrarch) words(s string) {
	s, _, end := strings.Cut(s, "</Text>")
	p.text = !end
	p.sentence.Text = strings.Join(strings.Fields(p.sentence.Text+" "+s), " ")
}
