package eval

import (
	"fmt"
	"io"

	"onrecord/internal/annotate"
	"onrecord/internal/gold"
)

// TagsReport is how well given words were tagged. Words without a gold tag are
// not scored.
type TagsReport struct {
	Documents int `json:"documents"`

	UPOS  Accuracy  `json:"upos"`
	Lemma *Accuracy `json:"lemma,omitempty"` // nil if no lemmas were read
}

// Tags has read tag the words of a treebank, document by document.
func Tags(sentences []gold.Sentence, read ReadWords) (*TagsReport, error) {
	var s sample
	lemmas := false
	err := eachDocument(sentences, read, func(words []gold.Word, l *annotate.Layers) error {
		if len(l.Tags) != len(words) {
			return fmt.Errorf("%d words got %d tags", len(words), len(l.Tags))
		}
		lemmas = lemmas || len(l.Lemmas) == len(words)
		var upos, lemma counts
		for i, w := range words {
			if w.UPOS != "_" {
				upos.add(judged(l.Tags[i].String() == w.UPOS))
			}
			if w.Lemma != "_" || w.Form == "_" {
				lemma.add(judged(i < len(l.Lemmas) && l.Lemmas[i] == w.Lemma))
			}
		}
		s = append(s, []counts{upos, lemma})
		return nil
	})
	if err != nil {
		return nil, err
	}
	r := &TagsReport{Documents: len(s), UPOS: s.accuracy(0)}
	if lemmas {
		a := s.accuracy(1)
		r.Lemma = &a
	}
	return r, nil
}

// Write prints the figures in columns.
func (r *TagsReport) Write(w io.Writer) error {
	return writeRows(w, fmt.Sprintf("tags: %d documents", r.Documents), r.rows())
}

// Values returns the accuracies by the name of the figure.
func (r *TagsReport) Values() map[string]float64 { return values(r.rows()) }

func (r *TagsReport) rows() []row {
	out := []row{{"upos", r.UPOS}}
	if r.Lemma != nil {
		out = append(out, row{"lemma", *r.Lemma})
	}
	return out
}

// ParseReport is how well trees over given words were found, with tags as the
// program has them. All words count, punctuation too; subtypes of relations are
// dropped on both sides.
type ParseReport struct {
	Documents int `json:"documents"`

	UAS Accuracy `json:"uas"` // words with the right head
	LAS Accuracy `json:"las"` // words with the right head and relation
}

// Parse has read find the trees of a treebank's sentences, document by document.
func Parse(sentences []gold.Sentence, read ReadWords) (*ParseReport, error) {
	var s sample
	err := eachDocument(sentences, read, func(words []gold.Word, l *annotate.Layers) error {
		if len(l.Heads) != len(words) || len(l.Relations) != len(words) {
			return fmt.Errorf("%d words got %d heads and %d relations", len(words), len(l.Heads), len(l.Relations))
		}
		var uas, las counts
		for i, w := range words {
			if w.Relation == "_" {
				continue
			}
			head := int(l.Heads[i]) == w.Head
			uas.add(judged(head))
			las.add(judged(head && gold.Plain(l.Relations[i]) == gold.Plain(w.Relation)))
		}
		s = append(s, []counts{uas, las})
		return nil
	})
	if err != nil {
		return nil, err
	}
	return &ParseReport{Documents: len(s), UAS: s.accuracy(0), LAS: s.accuracy(1)}, nil
}

// Write prints the figures in columns.
func (r *ParseReport) Write(w io.Writer) error {
	return writeRows(w, fmt.Sprintf("parse: %d documents", r.Documents), r.rows())
}

// Values returns the accuracies by the name of the figure.
func (r *ParseReport) Values() map[string]float64 { return values(r.rows()) }

func (r *ParseReport) rows() []row { return []row{{"uas", r.UAS}, {"las", r.LAS}} }

// judged counts one word.
func judged(right bool) counts {
	c := counts{pred: 1, gold: 1}
	if right {
		c.right = 1
	}
	return c
}

// eachDocument has read take each document of a treebank and hands its words,
// whose heads count the words of the document, to score.
func eachDocument(sentences []gold.Sentence, read ReadWords, score func([]gold.Word, *annotate.Layers) error) error {
	for _, d := range gold.Documents(sentences) {
		l, err := read(d)
		if err == nil {
			var words []gold.Word
			for _, s := range d {
				first := len(words)
				for _, w := range s.Words {
					if w.Head >= 0 {
						w.Head += first
					}
					words = append(words, w)
				}
			}
			if len(l.Tokens) != len(words) {
				err = fmt.Errorf("%d words became %d", len(words), len(l.Tokens))
			} else {
				err = score(words, l)
			}
		}
		if err != nil {
			return fmt.Errorf("the document that begins with sentence %s: %w", d[0].ID, err)
		}
	}
	return nil
}
