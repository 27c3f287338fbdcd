package eval

import (
	"strconv"
	"strings"

	"onrecord/internal/export"
)

// entriesOf shows the entries of a document as assertions name them: the fields
// of the public format, spans as their words, statements as source, cue and
// content, sums as "100 EUR", things as "31 Abrams tanks", offices as
// "Secretary General of nato", and ids without the document's own.
func entriesOf(o export.Object) entries {
	out := entries{"actor": nil, "statement": nil, "pledge": nil, "action": nil, "position": nil}
	said := map[string]string{}
	local := func(id string) string { return strings.TrimPrefix(id, o.Document.ID+"-") }
	actors := func(in []string) []string { return mapped(in, local) }
	statements := func(in []string) []string { return mapped(in, func(id string) string { return said[id] }) }
	for _, s := range o.Statements {
		said[s.ID] = strings.Join([]string{words(s.Source), words(s.Cue), words(s.Content)}, " ")
	}
	for _, a := range o.Actors {
		out["actor"] = append(out["actor"], entry{
			"id": {local(a.ID)}, "name": {a.Name}, "kind": {a.Kind}, "aliases": a.Aliases, "part_of": actors(optional(a.PartOf)), "iso3": optional(a.ISO3),
			"wikidata": optional(a.Wikidata), "described_as": a.DescribedAs, "provisional": flag(a.Provisional),
			"offices": mapped(a.Offices, func(f export.Office) string {
				return former(f.Former) + f.Title + " of " + strings.Join(optional(f.Of), "")
			}), "mentions": mapped(a.Mentions, word),
		})
	}
	for _, s := range o.Statements {
		out["statement"] = append(out["statement"], entry{
			"speakers": actors(s.Speakers), "on_behalf_of": actors(s.OnBehalfOf), "about": actors(s.About), "audience": actors(s.Audience),
			"source": {words(s.Source)}, "cue": {words(s.Cue)}, "content": {words(s.Content)},
			"clauses": mapped(s.Clauses, func(c export.Clause) string { return c.Modality + denied(c.Negated) + ": " + c.Text }),
			"manner":  {s.Manner}, "act": {s.Act}, "said": optional(s.Said), "said_basis": optional(s.SaidBasis), "said_text": optional(s.SaidText),
			"background": flag(s.Background), "hedged": flag(s.Hedged), "occasion": optional(s.Occasion), "venue": actors(optional(s.Venue)), "block": optional(s.Block),
		})
	}
	for _, p := range o.Pledges {
		out["pledge"] = append(out["pledge"], entry{
			"statements": statements(p.Statements), "proposers": actors(p.Proposers), "donors": actors(p.Donors), "beneficiaries": actors(p.Beneficiaries),
			"amounts": mapped(p.Amounts, sum), "items": mapped(p.Items, thing), "duration": optional(p.Duration), "period": optional(p.Period),
			"purpose": optional(p.Purpose), "aims": mapped(p.Aims, word), "conditions": mapped(p.Conditions, word), "binding": optional(p.Binding),
			"status": {p.Status}, "time": optional(p.Time), "negated": flag(p.Negated), "background": flag(p.Background), "predicate": {p.Predicate.Text},
			"hedge": hedges(p.Amounts), "evidence": mapped(p.Evidence, word),
		})
	}
	for _, a := range o.Actions {
		out["action"] = append(out["action"], entry{
			"actors": actors(a.Actors), "type": {a.Type}, "mode": optional(a.Mode), "predicate": {a.Predicate.Lemma}, "targets": actors(a.Targets),
			"object": optional(a.Object), "numbers": mapped(a.Numbers, thing), "according_to": statements(a.AccordingTo), "denied_in": statements(a.DeniedIn),
			"negated": flag(a.Negated), "certainty": {a.Certainty}, "tense": {a.Tense}, "background": flag(a.Background), "conditions": mapped(a.Conditions, word),
			"time": optional(a.Time), "place": optional(a.Place), "evidence": mapped(a.Evidence, word),
		})
	}
	for _, p := range o.Positions {
		out["position"] = append(out["position"], entry{
			"holder": actors(optional(p.Holder)), "told_by": actors(optional(p.ToldBy)), "issue": optional(p.Issue), "target": actors(optional(p.Target)),
			"stance": {p.Stance}, "conditional": flag(p.Conditional), "conditions": mapped(p.Conditions, word), "scope": mapped(p.Scope, word),
			"words": mapped(p.Words, word),
		})
	}
	return out
}

// sum shows an amount: "100 EUR", "about 100 EUR", "up to 100 EUR", "100 to 200
// EUR", with "a year" where it is one.
func sum(a export.Amount) string {
	return join(measured(a.Value, a.Low, a.High, a.About), strings.Join(optional(a.Currency), ""), each(a.Per))
}

// thing shows a number of things: "31 Abrams tanks".
func thing(i export.Item) string {
	return join(measured(i.Value, i.Low, i.High, i.About), strings.Join(optional(i.What), ""))
}

func measured(value, low, high *string, about bool) string {
	var s string
	switch {
	case value != nil:
		s = *value
	case low != nil && high != nil:
		s = *low + " to " + *high
	case high != nil:
		s = "up to " + *high
	case low != nil:
		s = "at least " + *low
	}
	if about {
		s = join("about", s)
	}
	return s
}

func each(per *string) string {
	if per == nil {
		return ""
	}
	return "a " + *per
}

func join(parts ...string) string { return strings.Join(strings.Fields(strings.Join(parts, " ")), " ") }

func hedges(amounts []export.Amount) []string {
	var out []string
	for _, a := range amounts {
		out = append(out, optional(a.Hedge)...)
	}
	return out
}

func former(is bool) string {
	if is {
		return "former "
	}
	return ""
}

func denied(is bool) string {
	if is {
		return " not"
	}
	return ""
}

func word(s export.Span) string { return s.Text }

func words(in []export.Span) string { return strings.Join(mapped(in, word), export.Gap) }

func flag(b bool) []string { return []string{strconv.FormatBool(b)} }

func optional(s *string) []string {
	if s == nil {
		return nil
	}
	return []string{*s}
}

func mapped[T any](in []T, f func(T) string) []string {
	out := make([]string, len(in))
	for i, x := range in {
		out[i] = f(x)
	}
	return out
}
