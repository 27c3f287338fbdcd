package sheet

import (
	"cmp"
	"fmt"
	"strings"

	"onrecord/internal/export"
)

// sides says what somebody does to an issue, or to an actor.
var sides = map[string]string{"support": "for", "oppose": "against", "mixed": "for and against", "unclear": "on"}

// positions are where each side stands. Those whose side is unclear come last.
func (b *builder) positions() []Entry {
	var taken, open []Entry
	for i, p := range b.o.Positions {
		e := Entry{ID: positionID(i), Number: fmt.Sprintf("O%d", i+1), Head: cmp.Or(b.who(list(p.Holder)), "Nobody named"), Score: p.Score.String(), Why: p.Why}
		e.Words = join(sides[p.Stance], b.matter(p))
		if p.Stance == "unclear" {
			e.fact("", "no side taken")
		}
		e.fact("told by ", b.who(list(p.ToldBy)))
		for _, c := range p.Conditions {
			e.fact("condition: ", c.Text)
		}
		for _, s := range p.Scope {
			e.fact("only: ", s.Text)
		}
		e.cite(b, p.Words)
		if l, ok := b.links[p.Of]; ok {
			e.At, e.Links = l.ID, []Link{l}
		}
		if p.Stance == "unclear" {
			open = append(open, e)
			continue
		}
		taken = append(taken, e)
	}
	return append(taken, open...)
}

// matter is what a position is towards: the issue's id in words, the actor.
func (b *builder) matter(p export.Position) string {
	return joined(": ", b.who(list(p.Target)), strings.ReplaceAll(value(p.Issue), "-", " "))
}
