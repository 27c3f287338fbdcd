package attribution

import (
	"slices"

	"onrecord/internal/annotate"
)

// carryOn adds to each content the quotations that go on from it in the
// paragraphs behind (“… | “… | “…”), unless they are another's. barred tells
// the words of boilerplate.
func carryOn(l *annotate.Layers, barred []bool) {
	before := -1 // the outer quotation before
	for k, q := range l.Quotes {
		if q.Depth > 0 {
			continue
		}
		if q.Continues && before >= 0 && holder(l, q) == nil {
			if a := holder(l, l.Quotes[before]); a != nil {
				take(l, a, q, barred)
			}
		}
		before = k
	}
}

// holder is the first attribution whose content has words of q.
func holder(l *annotate.Layers, q annotate.Quote) *annotate.Attribution {
	for k, a := range l.Attributions {
		if slices.ContainsFunc(a.Content, func(i int) bool { return q.Inner.Contains(l.Tokens[i]) }) {
			return &l.Attributions[k]
		}
	}
	return nil
}

// take adds the words of q, its marks included, to the end of a's content.
func take(l *annotate.Layers, a *annotate.Attribution, q annotate.Quote, barred []bool) {
	for i := a.Content[len(a.Content)-1] + 1; i < len(l.Tokens) && l.Tokens[i].Start < q.End; i++ {
		if q.Contains(l.Tokens[i]) && !barred[i] && !slices.Contains(a.Cue, i) && !slices.Contains(a.Source, i) {
			a.Content = append(a.Content, i)
		}
	}
}
