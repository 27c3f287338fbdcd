package brief

import (
	"fmt"
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/history"
)

// sides are the stances as nouns, after "from" and "to".
var sides = map[string]string{"support": "support", "oppose": "opposition", "mixed": "a mixed stance"}

// verbs are the stances as what somebody does.
var verbs = map[string]string{"support": "supports", "oppose": "opposes", "mixed": "is of two minds about"}

// moves tells who changed sides. What others tell of an actor moves nobody.
func (b *builder) moves() []draft {
	var out []draft
	for _, s := range b.history.Standings(history.Options{Within: 7 * 24 * 60 * 60 * 1e9}) {
		if s.Told || b.name(s.Actor) == "" || !b.wanted(s.Actor) || !b.touches([]string{s.Issue}) {
			continue
		}
		for i, e := range s.Events {
			if e.From == "" || !e.News() || !b.has(e.On) {
				continue
			}
			b.count.movers = append(b.count.movers, fmt.Sprintf("%s on %s", b.name(s.Actor), b.label(s.Issue)))
			text := fmt.Sprintf("On %s, %s moved from %s to %s on %s", b.label(s.Issue), b.introduce([]string{s.Actor}), sides[e.From], sides[e.Stance], edtf.Date(e.On).Words())
			if e.Contradicts != "" {
				text += fmt.Sprintf(", against what was said on %s", edtf.Date(e.Contradicts).Words())
			}
			cites := cited(e.Citations)
			if before := last(s.Events[:i], e.From); before != nil {
				cites = append(cites, cited(before.Citations)[:1]...)
			}
			out = append(out, draft{text, cites})
		}
	}
	return out
}

// last is the last event that takes a side, nil for none.
func last(events []history.Event, stance string) *history.Event {
	for i := len(events) - 1; i >= 0; i-- {
		if events[i].Stance == stance && len(events[i].Citations) > 0 {
			return &events[i]
		}
	}
	return nil
}

// conditions tells who made its side depend on what.
func (b *builder) conditions() []draft {
	var out []draft
	for _, s := range b.history.Standings(history.Options{}) {
		if s.Told || b.name(s.Actor) == "" || !b.wanted(s.Actor) || !b.touches([]string{s.Issue}) {
			continue
		}
		known := map[string]bool{}
		for _, e := range s.Events {
			var fresh []string
			for _, c := range e.Conditions {
				if !known[c] {
					fresh = append(fresh, Quote(c))
				}
				known[c] = true
			}
			if len(fresh) == 0 || verbs[e.Stance] == "" || !e.News() || !b.has(e.On) {
				continue
			}
			b.count.conditions++
			text := fmt.Sprintf("%s %s %s on a condition: %s", b.introduce([]string{s.Actor}), verbs[e.Stance], b.label(s.Issue), strings.Join(fresh, "; "))
			out = append(out, draft{text, cited(e.Citations)})
		}
	}
	return out
}

// label is an issue in words.
func (b *builder) label(id string) string {
	if b.Label != nil {
		if l := b.Label(id); l != "" {
			return plain(l)
		}
	}
	return strings.ReplaceAll(id, "-", " ")
}
