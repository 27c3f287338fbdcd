package sheet

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/export"
)

// Gloss is the act of what is no statement of its source.
const Gloss = "gloss"

// groups parts the statements by who makes them, in the order in which these
// first speak.
func (b *builder) groups() []Group {
	var out []Group
	at := map[string]int{}
	for i, s := range b.o.Statements {
		if s.Act == Gloss {
			continue
		}
		name := cmp.Or(b.who(s.Speakers), strings.TrimRight(words(s.Source), ",;: "))
		k, ok := at[name]
		if !ok {
			k = len(out)
			at[name] = k
			out = append(out, Group{Name: cmp.Or(name, "Nobody named"), Named: name != "", Office: b.offices(s.Speakers)})
		}
		out[k].Said = append(out[k].Said, b.statement(i, s))
	}
	return out
}

// offices names the posts of speakers, those of the day before former ones.
func (b *builder) offices(speakers []string) string {
	var now, then []string
	for _, id := range speakers {
		for _, a := range b.o.Actors {
			if a.ID != id {
				continue
			}
			for _, f := range a.Offices {
				s := f.Title
				if f.Of != nil {
					s += ", " + b.who([]string{*f.Of})
				}
				if f.Former {
					then = append(then, "formerly "+s)
					continue
				}
				now = append(now, s)
			}
		}
	}
	if len(now) > 0 {
		then = nil
	}
	return strings.Join(append(now, then...), "; ")
}

func (b *builder) statement(i int, s export.Statement) Entry {
	e := Entry{ID: statementID(i), Number: fmt.Sprint(i + 1), Head: words(s.Cue), Words: words(s.Content), Score: s.Score.String(), Why: s.Why}
	kind := s.Manner
	if s.Act != "say" {
		kind = s.Act + ", " + kind
	}
	e.fact("", kind)
	if s.Said != nil && (s.SaidText != nil || value(s.SaidBasis) != "reported") { // else the document's own
		basis := value(s.SaidBasis)
		if s.SaidText != nil {
			basis += ", “" + *s.SaidText + "”"
		}
		e.fact("", edtf.Date(*s.Said).Words()+" ("+basis+")")
	}
	e.fact("", joined(", ", value(s.Occasion), b.who(list(s.Venue))))
	e.fact("for ", b.who(s.OnBehalfOf))
	e.fact("to ", b.who(s.Audience))
	e.fact("about ", b.who(s.About))
	if s.Background {
		e.fact("", "background")
	}
	if s.Hedged {
		e.fact("", "hedged")
	}
	e.cite(b, First(s.Content, s.Cue))
	return e
}

// glosses are the outlet's own interpretations.
func (b *builder) glosses() []Entry {
	var out []Entry
	for i, s := range b.o.Statements {
		if s.Act == Gloss {
			e := Entry{ID: statementID(i), Number: fmt.Sprint(i + 1), Head: join(words(s.Source), words(s.Cue)), Words: words(s.Content), Score: s.Score.String(), Why: s.Why}
			e.cite(b, First(s.Content, s.Cue))
			out = append(out, e)
		}
	}
	return out
}

func (b *builder) pledges() []Entry {
	var out []Entry
	for i, p := range b.o.Pledges {
		id := pledgeID(i)
		e := Entry{ID: id, Number: fmt.Sprintf("P%d", i+1), Head: b.course(p), Words: contents(p), Score: p.Score.String(), Why: p.Why}
		status := p.Status
		if p.Negated {
			status = "denied: " + status
		}
		e.fact("", status)
		e.fact("proposed by ", b.who(p.Proposers))
		e.fact("over ", edtf.Duration(value(p.Duration)).Words())
		e.fact("", edtf.Date(value(p.Period)).Words())
		e.fact("for ", value(p.Purpose))
		e.fact("", value(p.Binding))
		e.fact("as of ", edtf.Date(value(p.Time)).Words())
		for _, a := range p.Aims {
			e.fact("aim: ", a.Text)
		}
		for _, c := range p.Conditions {
			e.fact("condition: ", c.Text)
		}
		if p.Background {
			e.fact("", "background")
		}
		e.cite(b, p.Evidence)
		e.Links = b.statements("told in ", p.Statements)
		out = append(out, e)
	}
	return out
}

// course says from whom a pledge goes to whom.
func (b *builder) course(p export.Pledge) string {
	from, to := b.who(p.Donors), b.who(p.Beneficiaries)
	switch {
	case from == "" && to == "":
		return "Nobody named"
	case to == "":
		return from
	case from == "":
		return "→ " + to
	}
	return from + " → " + to
}

// contents says what is to be given. A sum in a second currency stands behind
// the one that it converts.
func contents(p export.Pledge) string {
	var out []string
	for _, a := range p.Amounts {
		s := a.Sum()
		if a.Hedge != nil {
			s += " (" + *a.Hedge + ")"
		}
		if a.EquivalentOf != nil && len(out) > 0 {
			out[len(out)-1] += " = " + s
			continue
		}
		out = append(out, s)
	}
	for _, i := range p.Items {
		out = append(out, i.Thing())
	}
	if len(out) == 0 {
		return p.Predicate.Text
	}
	return strings.Join(out, "; ")
}

func (b *builder) actions() (own, claimed []Entry) {
	for i, a := range b.o.Actions {
		id := actionID(i)
		e := Entry{ID: id, Number: fmt.Sprintf("A%d", i+1), Head: b.who(a.Actors), Words: join(a.Predicate.Text, value(a.Object)), Score: a.Score.String(), Why: a.Why}
		e.fact("", strings.ToLower(a.Type))
		if a.Negated {
			e.fact("", "not done")
		}
		if a.Certainty != "certain" {
			e.fact("", a.Certainty)
		}
		if a.Tense != "past" {
			e.fact("", a.Tense)
		}
		e.fact("against or with ", b.who(a.Targets))
		for _, n := range a.Numbers {
			e.fact("", n.Thing())
		}
		e.fact("", edtf.Date(value(a.Time)).Words())
		e.fact("in ", value(a.Place))
		for _, c := range a.Conditions {
			e.fact("condition: ", c.Text)
		}
		if a.Background {
			e.fact("", "background")
		}
		e.cite(b, a.Evidence)
		e.Links = append(b.statements("according to ", a.AccordingTo), b.statements("denied in ", a.DeniedIn)...)
		if len(a.AccordingTo) == 0 {
			own = append(own, e)
			continue
		}
		claimed = append(claimed, e)
	}
	return own, claimed
}

func (b *builder) actors() []Entry {
	var out []Entry
	for i, a := range b.o.Actors {
		e := Entry{ID: fmt.Sprintf("w%d", i+1), Head: a.Name}
		e.fact("", a.Kind)
		e.fact("", b.offices([]string{a.ID}))
		e.fact("part of ", b.who(list(a.PartOf)))
		if len(a.Aliases) > 0 {
			e.fact("also ", strings.Join(a.Aliases, ", "))
		}
		if len(a.DescribedAs) > 0 {
			e.fact("“", strings.Join(a.DescribedAs, "”, “")+"”")
		}
		if a.Provisional {
			e.fact("", "not in the register")
		}
		e.fact("", fmt.Sprintf("%d×", len(a.Mentions)))
		out = append(out, e)
	}
	return out
}

// statements links to statements by their numbers.
func (b *builder) statements(what string, ids []string) []Link {
	var out []Link
	for _, id := range ids {
		if n := b.said[id]; n > 0 {
			out = append(out, Link{ID: statementID(n - 1), Text: fmt.Sprintf("%s%d", what, n)})
		}
	}
	return out
}

// fact adds what is known.
func (e *Entry) fact(before, what string) {
	if what != "" {
		e.Facts = append(e.Facts, before+what)
	}
}

// cite adds places.
func (e *Entry) cite(b *builder, spans []export.Span) {
	for _, s := range spans {
		e.Places = append(e.Places, Place{b.place(s)})
	}
}

// The ids of entries by their place in the object.
func statementID(i int) string { return fmt.Sprintf("s%d", i+1) }
func pledgeID(i int) string    { return fmt.Sprintf("p%d", i+1) }
func actionID(i int) string    { return fmt.Sprintf("a%d", i+1) }
func positionID(i int) string  { return fmt.Sprintf("o%d", i+1) }

func words(spans []export.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = s.Text
	}
	return strings.Join(parts, export.Gap)
}

func join(parts ...string) string { return strings.Join(strings.Fields(strings.Join(parts, " ")), " ") }

func list(s *string) []string {
	if s == nil {
		return nil
	}
	return []string{*s}
}

// First is the first list that has a span: where an entry is cited.
func First(lists ...[]export.Span) []export.Span {
	for _, l := range lists {
		if len(l) > 0 {
			return l
		}
	}
	return nil
}

// joined joins what is not empty.
func joined(with string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), with)
}
