package brief

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"onrecord/internal/edtf"
	"onrecord/internal/history"
)

// sides are the stances as nouns, after "from" and "to".
var sides = map[string]string{"support": "support", "oppose": "opposition", "mixed": "a mixed stance"}

// verbs are the stances as what somebody does.
var verbs = map[string]string{"support": "supports", "oppose": "opposes", "mixed": "is of two minds about"}

// window is how near two opposite sides are told as standing against each other.
const window = 7 * 24 * time.Hour

// moves tells who changed sides. What others tell of an actor moves nobody.
func (b *builder) moves() []draft {
	var out []draft
	for _, s := range b.history.Standings(history.Options{Within: window}) {
		if s.Told || b.name(s.Actor) == "" || !b.wanted(s.Actor) || !b.touches([]string{s.Issue}) {
			continue
		}
		for i, e := range s.Events {
			if e.From == "" || !e.News() || !b.has(e.On) || len(e.Citations) == 0 || !b.vouched(s, i) {
				continue
			}
			b.count.movers = append(b.count.movers, fmt.Sprintf("%s on %s", b.name(s.Actor), b.label(s.Issue)))
			text := fmt.Sprintf("On %s, %s %s from %s to %s on %s", b.label(s.Issue), b.introduce([]string{s.Actor}), moved(e), sides[e.From], sides[e.Stance], edtf.Date(e.On).Words())
			if e.Contradicts != "" {
				text += fmt.Sprintf(", within days of the opposite on %s", edtf.Date(e.Contradicts).Words())
			}
			cites := b.cited(e.Citations)
			if before := last(s.Events[:i], e.From); before != nil {
				cites = append(cites, b.cited(before.Citations)[:1]...)
			}
			text += ": " + Quote(b.cited(e.Citations)[0].Words)
			out = append(out, draft{text, cites})
		}
	}
	return out
}

// firm is how many sayings on one side outweigh a single one on the other: that
// one is more likely misread than a change.
const firm = 3

// vouched says whether event i can be told as a change of side: it is by the
// actor's own words or deed, and is no lonely exception to a firm side.
func (b *builder) vouched(s history.Standing, i int) bool {
	e := s.Events[i]
	if !slices.ContainsFunc(e.Citations, func(c history.Citation) bool { return b.deed(c) || b.own(c, s.Actor) }) {
		return false
	}
	if moved(e) == "moved" {
		return true
	}
	before := 0
	for _, x := range s.Events[:i] {
		if x.Stance == e.From {
			before += x.Utterances
		}
	}
	return before < firm
}

// deed says whether a citation is of no statement.
func (b *builder) deed(c history.Citation) bool {
	_, said := b.said[c.Entry]
	return !said
}

// own says whether a citation is of words that the actor says, or that are said
// for it.
func (b *builder) own(c history.Citation, actor string) bool {
	s := b.said[c.Entry]
	return slices.Contains(s.Speakers, actor) || slices.Contains(s.OnBehalfOf, actor)
}

// moved is the verb of a move: what rests on one saying in one article seems.
func moved(e history.Event) string {
	if e.Utterances > 1 || len(e.Citations) > 1 {
		return "moved"
	}
	return "seems to have moved"
}

// firsts tells, issue by issue, who took a side that the record had not seen
// before.
func (b *builder) firsts() []draft {
	type issue struct {
		sides map[string][]string
		cites []Footnote
	}
	found := map[string]*issue{}
	for _, s := range b.history.Standings(history.Options{}) {
		if s.Told || b.name(s.Actor) == "" || !b.wanted(s.Actor) || !b.touches([]string{s.Issue}) {
			continue
		}
		i := slices.IndexFunc(s.Events, func(e history.Event) bool { return e.Stance != "unclear" })
		if i < 0 || !s.Events[i].News() || !b.has(s.Events[i].On) {
			continue
		}
		e := s.Events[i]
		own := slices.IndexFunc(e.Citations, func(c history.Citation) bool { return b.own(c, s.Actor) })
		if own < 0 || !b.known(s.Actor) {
			continue // a deed as one outlet tells it is no word of the actor's
		}
		x := found[s.Issue]
		if x == nil {
			x = &issue{sides: map[string][]string{}}
			found[s.Issue] = x
		}
		x.sides[e.Stance] = append(x.sides[e.Stance], s.Actor)
		x.cites = append(x.cites, b.cited(e.Citations[own:own+1])...)
	}
	var out []draft
	for _, id := range slices.Sorted(maps.Keys(found)) {
		var parts []string
		for _, side := range []struct{ stance, words string }{{"support", "for: "}, {"oppose", "against: "}, {"mixed", "of two minds: "}} {
			if who := found[id].sides[side.stance]; len(who) > 0 {
				words := side.words
				if len(parts) == 0 {
					words = strings.ToUpper(words[:1]) + words[1:]
				}
				parts = append(parts, words+b.introduce(who))
				b.count.firsts += len(who)
			}
		}
		out = append(out, draft{b.matter(id) + " " + strings.Join(parts, "; "), found[id].cites})
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
			out = append(out, draft{text, b.cited(e.Citations)})
		}
	}
	return out
}

// matter is an issue with its proposition, before who is for or against it.
func (b *builder) matter(id string) string {
	label := sentence(b.label(id))
	if b.Means == nil {
		return label
	}
	means := b.Means(id)
	if means == "" || strings.EqualFold(means, b.label(id)) {
		return label
	}
	return strings.TrimSuffix(label, ".") + " (" + strings.TrimSuffix(plain(means), ".") + ")."
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
