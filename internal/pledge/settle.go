package pledge

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// help notes whom passage p says that aid is for: "military aid for Ukraine",
// "a fund for Gaza". An article that tells of one such country, and of no other,
// means it where it names none.
func (w *people) help(p *passage) {
	for i := range p.Tokens {
		if !p.has(i, aid|container|kind) || p.Tags[i] != annotate.NOUN {
			continue
		}
		for _, j := range p.Children(i) {
			k := int(j)
			switch {
			case k > i && (p.Relations[k] == "nmod" || p.Relations[k] == "obl") && slices.Contains(goals, p.Preposition(k)):
				w.helped = add(w.helped, w.countries(p.alone(k))...)
			case k < i && p.Relations[k] == "compound" && p.refs[k] > 0 && !p.givesByName(k):
				w.helped = add(w.helped, w.countries(p.alone(k))...)
			}
		}
	}
}

// countries returns those of ids that are countries of the register, their
// organs as the country.
func (w *people) countries(ids []record.ActorID) []record.ActorID {
	var out []record.ActorID
	for _, id := range w.receivers(ids) {
		of := w.whole(id)
		if a := w.byID[of]; a != nil && a.Kind == record.Country {
			out = add(out, of)
		}
	}
	return out
}

// isOpen says whether m would be a pledge if it were told for whom: a public
// actor, a sum, and nothing that says what else it is for.
func (m *mention) isOpen() bool {
	if !m.hasSum() || len(m.beneficiaries) > 0 || m.part || m.aside || m.state.negated {
		return false
	}
	if first := m.chain[0]; first.status == record.Allocated && first.frame == frameGive && !m.isKind() { // to release what was withheld
		return false
	}
	if !m.isKind() && share(m.wholes(m.donors), m.wholes(m.proposers)) && m.chain[len(m.chain)-1].frame == frameAsk { // from its own parliament
		return false
	}
	if m.things[0].noun < 0 && m.chain[0].frame != frameGive && share(m.wholes(m.donors), m.wholes(m.proposers)) {
		return false
	}
	public := m.byPublic() || slices.ContainsFunc(slices.Concat(m.donors, m.proposers), m.isPublic)
	return public && m.isPlain()
}

// isPlain says whether the words for what is given leave open what it is for: a
// bare sum that is proposed, asked for or promised, or a noun for aid or what
// holds it, with nothing before it that tells of another matter.
func (m *mention) isPlain() bool {
	if len(m.aims) > 0 {
		return false
	}
	for _, x := range m.things {
		if x.share || m.forWhat(x) != "" {
			return false
		}
		if x.noun < 0 {
			if s := m.chain[len(m.chain)-1].frame; !m.isFirm && s != framePropose && s != frameAsk && s != frameIntend {
				return false
			}
			continue
		}
		if !m.has(x.noun, aid|container|goods|figures) {
			return false
		}
		if m.has(x.noun, goods) {
			continue
		}
		first := m.modifiers(x.noun, x.first)
		for k := first; k < x.noun; k++ {
			if m.Tags[k] == annotate.NOUN && !m.has(k, aid|goods) || m.Tags[k] == annotate.ADJ && !plainly[m.lower(k)] && !m.has(x.noun, aid) {
				return false
			}
		}
	}
	return true
}

// plainly lists adjectives before a noun for aid that leave open what it is for.
var plainly = map[string]bool{"financial": true, "military": true, "common": true, "joint": true, "long-term": true, "multi-year": true, "humanitarian": true}

// settle gives what is told without a beneficiary that of the article, if there
// is one alone, and takes what then is clear enough.
func (l *ledger) settle(w *people) {
	helped := slices.Clone(w.helped)
	for _, g := range l.groups {
		for _, id := range g.beneficiaries {
			helped = add(helped, w.whole(id))
		}
	}
	if len(helped) != 1 {
		return
	}
	for _, g := range l.groups {
		if m := g.mentions[0]; len(g.beneficiaries) == 0 && m.isOpen() && !slices.Contains(m.wholes(slices.Concat(g.donors, g.proposers)), helped[0]) {
			g.beneficiaries = slices.Clone(helped)
		}
	}
	for _, m := range l.open {
		if slices.Contains(m.wholes(slices.Concat(m.donors, m.proposers)), helped[0]) {
			continue
		}
		m.beneficiaries = slices.Clone(helped)
		if m.stands() {
			l.take(m)
		}
	}
}
