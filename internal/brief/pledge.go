package brief

import (
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/export"
)

// told are what a status says that the givers did; "" is left out.
var told = map[string]string{
	"proposed": "proposed", "pledged": "pledged", "agreed": "agreed on", "allocated": "allocated", "delivered": "delivered",
	"delayed": "delayed", "reduced": "reduced", "refused": "refused", "withdrawn": "withdrew",
}

// pledges are those that came to their status within the period, each once.
func (b *builder) pledges() []draft {
	var out []draft
	seen := map[string]int{}
	for _, o := range b.documents {
		said := statements(o)
		for _, p := range o.Pledges {
			if p.Background || p.Negated || len(p.Evidence) == 0 || !b.has(when(said, value(p.Time), p.Statements, o.Document)) {
				continue
			}
			if !b.wanted(append(append(p.Proposers, p.Donors...), p.Beneficiaries...)...) || !b.touches(b.issues[p.ID]) {
				continue
			}
			text, key := b.pledge(p)
			if text == "" {
				continue
			}
			cite := note(o.Document, spans(p.Evidence))
			if i, ok := seen[key]; ok {
				if len(out[i].cites) < maxCites {
					out[i].cites = append(out[i].cites, cite)
				}
				continue
			}
			seen[key] = len(out)
			out = append(out, draft{text, []Footnote{cite}})
		}
	}
	b.count.pledges = len(out)
	return out
}

// pledge is the sentence of a pledge, and what it shares with reports of the
// same; "" if nobody is known to give it or nothing is known of what.
func (b *builder) pledge(p export.Pledge) (text, key string) {
	who := p.Donors
	if p.Status == "proposed" || b.names(who) == "" {
		who = p.Proposers
	}
	what, verb := matter(p), told[p.Status]
	if b.names(who) == "" || what == "" || verb == "" {
		return "", ""
	}
	parts := []string{b.introduce(who), verb, what}
	if to := b.names(p.Beneficiaries); to != "" {
		parts = append(parts, "for", to)
	}
	if d := value(p.Duration); d != "" {
		parts = append(parts, "over", edtf.Duration(d).Words())
	}
	if d := value(p.Period); d != "" {
		parts = append(parts, "("+edtf.Date(d).Words()+")")
	}
	text = strings.Join(parts, " ")
	if len(p.Conditions) > 0 {
		text += ", on a condition: " + Quote(p.Conditions[0].Text)
	}
	return text, strings.Join([]string{b.names(who), p.Status, what, b.names(p.Beneficiaries)}, "\x00")
}

// matter is what is given: the first sum with what it converts to, else the
// things; with the purpose.
func matter(p export.Pledge) string {
	var parts []string
	if len(p.Amounts) > 0 {
		parts = append(parts, Sum(p.Amounts[0]))
		for _, a := range p.Amounts[1:] {
			if a.EquivalentOf != nil && *a.EquivalentOf == 0 && len(parts) == 1 {
				parts = append(parts, "("+Sum(a)+")")
			}
		}
		if purpose := value(p.Purpose); purpose != "" {
			return strings.Join(parts, " ") + " in " + plain(purpose)
		}
		return strings.Join(parts, " ")
	}
	for _, i := range p.Items {
		if s := i.Thing(); s != "" {
			parts = append(parts, plain(s))
		}
	}
	return list(parts)
}
