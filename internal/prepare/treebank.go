package prepare

import (
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/encoder"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// Layout writes sentences of gold words out as a document: paragraphs apart by
// an empty line, sentences by a space, words as they were. Its layers have
// blocks, tokens and sentences.
func Layout(sentences []gold.Sentence) *annotate.Layers {
	var b strings.Builder
	l := &annotate.Layers{}
	for i, s := range sentences {
		if i == 0 || s.NewPar || s.NewDoc {
			if i > 0 {
				b.WriteString("\n\n")
			}
			l.Blocks = append(l.Blocks, annotate.Block{Span: text.Span{Start: b.Len()}})
		} else {
			b.WriteByte(' ')
		}
		first := len(l.Tokens)
		for k, w := range s.Words {
			start := b.Len()
			b.WriteString(w.Form)
			l.Tokens = append(l.Tokens, text.Span{Start: start, End: b.Len()})
			if w.SpaceAfter && k < len(s.Words)-1 {
				b.WriteByte(' ')
			}
		}
		block := len(l.Blocks) - 1
		l.Blocks[block].End = b.Len()
		l.Sentences = append(l.Sentences, annotate.Sentence{First: first, End: len(l.Tokens), Block: block})
	}
	l.Document = &document.Document{Text: b.String()}
	return l
}

// tree makes an example of one document of a treebank. relations numbers the
// relations to train on; others are unknown.
func tree(sentences []gold.Sentence, relations map[string]int, v *encoder.Vocabulary) (Example, error) {
	l := Layout(sentences)
	e, err := example(sentences[0].Document, l, v)
	if err != nil {
		return e, err
	}
	for i, s := range sentences {
		base := l.Sentences[i].First
		for _, w := range s.Words {
			tag := Unknown
			if p, err := annotate.ParseUPOS(w.UPOS); err == nil {
				tag = int(p)
			}
			rel, ok := relations[gold.Plain(w.Relation)]
			if !ok {
				rel = Unknown
			}
			head := -1
			if w.Head >= 0 {
				head = base + w.Head
			}
			e.UPOS, e.Heads, e.Labels = append(e.UPOS, tag), append(e.Heads, head), append(e.Labels, rel)
		}
	}
	return e, nil
}
