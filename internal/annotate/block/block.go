// Package block cuts a document into blocks: headline, dateline, byline,
// paragraphs, captions and boilerplate.
package block

import (
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/text"
)

// Stage gives blocks.
func Stage() annotate.Stage {
	return annotate.Stage{Name: "block", Version: "1", Gives: []annotate.Layer{annotate.LayerBlocks}, Apply: apply}
}

func apply(l *annotate.Layers) error {
	t := l.Document.Text
	for i := 0; i < len(t); {
		j := strings.IndexByte(t[i:], '\n')
		if j < 0 {
			j = len(t)
		} else {
			j += i
		}
		line := t[i:j]
		if s := strings.TrimSpace(line); s != "" {
			start := i + strings.Index(line, s)
			l.Blocks = append(l.Blocks, annotate.Block{Span: text.Span{Start: start, End: start + len(s)}})
		}
		i = j + 1
	}
	return nil
}
