package eval

import (
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"unicode"

	"onrecord/internal/annotate"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// TokensReport is how well a raw text was cut into words and sentences.
type TokensReport struct {
	Documents int `json:"documents"`

	Tokens    Score `json:"tokens"`    // words as the treebank cuts them, exact spans
	Sentences Score `json:"sentences"` // from the first word to the last, exact spans
}

// Tokens has read cut the text of a treebank, which it sees as one raw text: the
// "# text" lines joined by a space, with an empty line before each paragraph and
// each document.
//
// The words of a multiword token count each for itself: "cannot" is right as can
// and not, and wrong as one word. Where the words of one are not a cut of its
// letters, as in "au" for à le, they have no spans; then as many are right as a
// longest common subsequence has of its words and those found within it, as in
// the CoNLL 2018 shared task.
func Tokens(sentences []gold.Sentence, read ReadText) (*TokensReport, error) {
	raw, err := layRaw(sentences)
	if err != nil {
		return nil, err
	}
	passages, err := read(raw.text)
	if err != nil {
		return nil, err
	}
	var words, found []text.Span
	for _, l := range passages {
		if l.Document.Text != raw.text {
			return nil, fmt.Errorf("the text was changed in reading: %d bytes became %d", len(raw.text), len(l.Document.Text))
		}
		words = append(words, l.Tokens...)
		found = append(found, sentenceSpans(l)...)
	}
	s := make(sample, len(raw.documents))
	for d := range s {
		at := raw.document(d)
		c := agreement(within(words, at), within(raw.words, at))
		for _, m := range raw.fused {
			if at.Contains(m.Span) {
				c.gold += len(m.words)
				c.right += commonSubsequence(m.words, formsOf(within(words, m.Span), raw.text))
			}
		}
		s[d] = []counts{c, agreement(within(found, at), within(raw.sentences, at))}
	}
	return &TokensReport{Documents: len(s), Tokens: s.score(0), Sentences: s.score(1)}, nil
}

// Write prints the figures in columns.
func (r *TokensReport) Write(w io.Writer) error {
	return writeRows(w, fmt.Sprintf("tokens: %d documents", r.Documents), r.rows())
}

// Values returns F1 by the name of the figure.
func (r *TokensReport) Values() map[string]float64 { return values(r.rows()) }

func (r *TokensReport) rows() []row {
	return []row{{"tokens", r.Tokens}, {"sentences", r.Sentences}}
}

// rawText is a treebank as a raw text, with the spans of what was annotated.
type rawText struct {
	text      string
	documents []int       // where each begins
	sentences []text.Span // from the first word to the last
	words     []text.Span // but those in fused
	fused     []fused
}

// fused is a multiword token whose words are not a cut of its letters.
type fused struct {
	text.Span
	words []string // in lower case
}

// document returns the span of document d, with what follows it up to the next.
func (r *rawText) document(d int) text.Span {
	if d+1 < len(r.documents) {
		return text.Span{Start: r.documents[d], End: r.documents[d+1]}
	}
	return text.Span{Start: r.documents[d], End: len(r.text)}
}

// layRaw joins the texts of sentences and finds their words in it.
func layRaw(sentences []gold.Sentence) (*rawText, error) {
	r := &rawText{}
	var b strings.Builder
	for i, s := range sentences {
		switch {
		case i == 0:
		case s.NewPar || s.NewDoc:
			b.WriteString("\n\n")
		default:
			b.WriteByte(' ')
		}
		if i == 0 || s.NewDoc {
			r.documents = append(r.documents, b.Len())
		}
		if err := r.locate(s, b.Len()); err != nil {
			return nil, fmt.Errorf("sentence %s (number %d): %w", s.ID, i+1, err)
		}
		b.WriteString(s.Text)
	}
	r.text = b.String()
	return r, nil
}

// locate finds the words of s one after the other in its text, which begins at
// byte base.
func (r *rawText) locate(s gold.Sentence, base int) error {
	pos, start := 0, -1
	next := func(form string) (text.Span, error) {
		pos += len(s.Text[pos:]) - len(strings.TrimLeftFunc(s.Text[pos:], unicode.IsSpace))
		if !strings.HasPrefix(s.Text[pos:], form) {
			return text.Span{}, fmt.Errorf("its text has %q where the word %q is due", s.Text[pos:min(len(s.Text), pos+len(form))], form)
		}
		pos += len(form)
		return text.Span{Start: base + pos - len(form), End: base + pos}, nil
	}
	multi := s.Fused
	for i := 0; i < len(s.Words); {
		end, form := i+1, s.Words[i].Form
		if len(multi) > 0 && multi[0].First == i {
			end, form, multi = multi[0].End, multi[0].Form, multi[1:]
		}
		at, err := next(form)
		if err != nil {
			return err
		}
		if start < 0 {
			start = at.Start
		}
		r.addToken(at, form, s.Words[i:end])
		i = end
	}
	r.sentences = append(r.sentences, text.Span{Start: start, End: base + pos})
	return nil
}

// addToken adds the words of one token, which is written as form.
func (r *rawText) addToken(at text.Span, form string, words []gold.Word) {
	cut := ""
	for _, w := range words {
		cut += w.Form
	}
	if cut != form {
		m := fused{Span: at}
		for _, w := range words {
			m.words = append(m.words, strings.ToLower(w.Form))
		}
		r.fused = append(r.fused, m)
		return
	}
	for _, w := range words {
		r.words = append(r.words, text.Span{Start: at.Start, End: at.Start + len(w.Form)})
		at.Start += len(w.Form)
	}
}

// sentenceSpans returns the sentences of l from their first word to their last.
func sentenceSpans(l *annotate.Layers) []text.Span {
	var out []text.Span
	for _, s := range l.Sentences {
		if s.First < s.End {
			out = append(out, text.Span{Start: l.Tokens[s.First].Start, End: l.Tokens[s.End-1].End})
		}
	}
	return out
}

// within returns the spans that begin in at. spans are in order.
func within(spans []text.Span, at text.Span) []text.Span {
	first := sort.Search(len(spans), func(i int) bool { return spans[i].Start >= at.Start })
	end := sort.Search(len(spans), func(i int) bool { return spans[i].Start >= at.End })
	return spans[first:max(first, end)]
}

func formsOf(spans []text.Span, t string) []string {
	var out []string
	for _, s := range spans {
		out = append(out, strings.ToLower(s.Of(t)))
	}
	return out
}

// commonSubsequence returns the length of the longest common subsequence of two
// short lists: "à le" and "au le" have 1.
func commonSubsequence(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		before := slices.Clone(row)
		for j, y := range b {
			if x == y {
				row[j+1] = before[j] + 1
			} else {
				row[j+1] = max(row[j], before[j+1])
			}
		}
	}
	return row[len(b)]
}
