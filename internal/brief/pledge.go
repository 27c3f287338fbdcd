package brief

import (
	"slices"
	"strconv"
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
			if !b.wanted(slices.Concat(p.Proposers, p.Donors, p.Beneficiaries)...) || !b.touches(b.issues[p.ID]) {
				continue
			}
			text, key := b.pledge(p)
			if text == "" {
				continue
			}
			cite := b.note(o.Document, p.ID)
			if len(p.Statements) == 0 || p.Status != "proposed" && p.Status != "pledged" {
				text += ", according to " + or(plain(cite.Outlet), "one article")
			}
			if i, ok := seen[key]; ok {
				if cite.Outlet != out[i].cites[0].Outlet {
					out[i].text, _, _ = strings.Cut(out[i].text, ", according to ")
				}
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
		parts = append(parts, "over", inWords(edtf.Duration(d).Words()))
	}
	if d := value(p.Period); d != "" {
		parts = append(parts, during(edtf.Date(d)))
	}
	text = strings.Join(parts, " ")
	if len(p.Conditions) > 0 {
		text += ", on a condition: " + Quote(p.Conditions[0].Text)
	}
	return text, strings.Join([]string{b.names(who), p.Status, same(p, what), value(p.Duration)}, "\x00")
}

// same is what two reports of one pledge share of what is given.
func same(p export.Pledge, what string) string {
	if len(p.Amounts) == 0 {
		return what
	}
	a := p.Amounts[0]
	return strings.Join([]string{or(value(a.Value), value(a.Low)+"-"+value(a.High)), value(a.Currency), value(a.Per)}, " ")
}

// during is a period behind what is given: "until 2028", "in 2024".
func during(d edtf.Date) string {
	words := d.Words()
	if strings.HasPrefix(words, "until ") || strings.HasPrefix(words, "from ") {
		return words
	}
	if strings.Contains(words, " to ") {
		return "from " + words
	}
	return "in " + words
}

// inWords writes the number that begins words: "5 years", "five years".
func inWords(s string) string {
	first, rest, _ := strings.Cut(s, " ")
	if n, err := strconv.Atoi(first); err == nil {
		return number(n) + " " + rest
	}
	return s
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
		if i.Value == nil && i.Low == nil && i.High == nil {
			continue
		}
		if s := i.Thing(); s != "" {
			parts = append(parts, plain(s))
		}
	}
	return list(parts)
}
