package position

import (
	"slices"

	"onrecord/internal/codebook"
	"onrecord/internal/record"
)

// statements adds the positions of a passage's statements, in their order.
func (f *finder) statements(p *passage) {
	of := map[int][]*codebook.Hit{}
	var order []int
	for i := range p.hits {
		h := &p.hits[i]
		all := f.article.StatementsAt(p.index, p.core(h))
		if len(all) == 0 || f.article.Statements[all[0]].Act == record.Gloss {
			continue
		}
		if of[all[0]] == nil {
			order = append(order, all[0])
		}
		of[all[0]] = append(of[all[0]], h)
	}
	slices.Sort(order)
	for _, k := range order {
		f.statement(p, k, of[k])
	}
}

// statement adds the positions of one statement, whose words hold hits.
func (f *finder) statement(p *passage, k int, hits []*codebook.Hit) {
	s := &f.article.Statements[k]
	if len(s.Speakers) == 0 && len(s.Source) == 0 {
		return
	}
	a := &p.Attributions[f.article.Origins[k].Attribution]
	inside := func(i int) bool { return holds(a.Content, i) || holds(a.Cue, i) }
	e := f.entry(string(s.ID), s.Anchor(), hits)
	for _, h := range e.hits {
		views := p.climb(h, s.Speakers, inside)
		views = append(views, p.resistance(h, views)...)
		for i := range views {
			v := &views[i]
			switch {
			case v.outlet:
				e.add(p, v, v.holders, "")
			case len(v.holders) > 0:
				if s.Act == record.Deny || p.doubts(a.Cue) {
					v.sign, v.why = 0, append(v.why, "told only to be denied or doubted")
				}
				e.add(p, v, v.holders, first(s.Speakers))
			case len(s.Speakers) == 0:
				e.add(p, v, []record.ActorID{""}, "")
			default:
				e.add(p, v, s.Speakers, f.teller(p, k))
			}
		}
	}
	f.take(e)
}

// doubts says whether a cue leaves open what it tells.
func (p *passage) doubts(cue []int) bool {
	return slices.ContainsFunc(cue, func(i int) bool { return attitudes[p.Lemmas[i]] == doubt })
}

// teller returns who says that statement k was made: the speaker of the
// statement that its cue stands in, if that is somebody else.
func (f *finder) teller(p *passage, k int) record.ActorID {
	s := &f.article.Statements[k]
	cue := p.Attributions[f.article.Origins[k].Attribution].Cue
	if len(cue) == 0 {
		return ""
	}
	for _, o := range f.article.StatementsAt(p.index, cue[0]) {
		if by := f.article.Statements[o]; o != k && by.Act != record.Gloss && len(by.Speakers) > 0 {
			if slices.Contains(s.Speakers, by.Speakers[0]) {
				return ""
			}
			return by.Speakers[0]
		}
	}
	return ""
}

// resistance finds who stands against what somebody is for, or the other way
// round, in the same sentence: "… while facing resistance from the leadership".
func (p *passage) resistance(h *codebook.Hit, views []view) []view {
	sign := 0
	for i := range views {
		sign = views[i].sign
	}
	if sign == 0 {
		return nil
	}
	from, to := p.sentence(int(h.First))
	for i := from; i < to; i++ {
		if !clauses.Has("resistance", p.Lemmas[i]) || i >= int(h.First) && i < int(h.End) || p.Above(i, p.top(h)) {
			continue
		}
		met := p.Head(i) >= 0 && clauses.Has("meet", p.Lemmas[p.Head(i)]) || clauses.Has("meet", p.Preposition(i))
		by := p.Oblique(i, "from", "by", "among")
		if by < 0 && p.Head(i) >= 0 {
			by = p.Oblique(p.Head(i), "from", "by", "among")
		}
		if who := p.meant(by); met && len(who) > 0 {
			return []view{{hit: h, holders: who, sign: -sign, why: []string{p.Word(i)}, outlet: true}}
		}
	}
	return nil
}

// holds says whether an ascending list has i.
func holds(list []int, i int) bool {
	_, ok := slices.BinarySearch(list, i)
	return ok
}

func first(ids []record.ActorID) record.ActorID {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}
