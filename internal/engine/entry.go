package engine

import (
	"onrecord/internal/action"
	"onrecord/internal/link"
	"onrecord/internal/pledge"
	"onrecord/internal/position"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// finders names what runs over a whole document behind all stages, as the
// meter counts it.
var finders = []string{"link", "pledge", "action", "position"}

// complete says who is who in a reading, and finds its pledges, actions and
// positions.
func (e *Engine) complete(r *Reading) {
	done := e.meter.stage(len(e.document.Stages()) + len(e.passage.Stages()))
	a := link.Read(e.register, r.Document, Known(r), r.Passages, r.Statements)
	r.Actors, r.Statements = a.Actors, a.Statements
	done(0)
	r.Pledges = pledge.Find(a)
	identify(r.Document.ID, record.KindPledge, r.Pledges, (*record.Pledge).Anchor, func(p *record.Pledge, id string) { p.ID = record.PledgeID(id) })
	done(1)
	r.Actions = action.Find(a)
	identify(r.Document.ID, record.KindAction, r.Actions, actionHead, func(a *record.Action, id string) { a.ID = record.ActionID(id) })
	done(2)
	r.Codebook = e.codebook.Ref()
	r.Positions = position.Find(a, e.codebook, r.Pledges, r.Actions)
	done(3)
}

// identify gives each entry its id by its head. Where several share one, their
// order counts.
func identify[T any](doc string, kind record.Kind, entries []T, head func(*T) text.Span, set func(*T, string)) {
	order := map[text.Span]int{}
	for i := range entries {
		at := head(&entries[i])
		set(&entries[i], record.EntryID(doc, kind, at, order[at]))
		order[at]++
	}
}

func actionHead(a *record.Action) text.Span { return a.Predicate }
