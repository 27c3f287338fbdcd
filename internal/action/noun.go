package action

import (
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// noun reads the noun at token i as one of entries. It tells a deed where a
// verb lends it a doer ("launched an attack"), or where the words name one:
// "Israel's strikes on …", "a Russian attack", "talks between … and …".
func (s *scene) noun(i int, entries []entry) (deed, bool) {
	if s.Relations[i] == "compound" || s.Relations[i] == "flat" || s.Relations[i] == "amod" || s.held(i) {
		return deed{}, false
	}
	for k := range entries {
		e := &entries[k]
		if !s.qualified(e.modifier, i) {
			continue
		}
		if e.none {
			return deed{}, false
		}
		d := deed{entry: e, at: i, light: -1, doer: -1, patient: -1, lemma: s.Lemmas[i], noun: true}
		s.aim(&d)
		if !s.holds(e.object, d.patient) {
			continue
		}
		if v := s.lender(i); v >= 0 {
			return s.lent(d, v)
		}
		return s.told(d)
	}
	return deed{}, false
}

// held says whether a verb that is a predicate of its own has the noun i as its
// object: "imposed sanctions" is told by the verb.
func (s *scene) held(i int) bool {
	v := s.Head(i)
	if v < 0 || s.Relations[i] != "obj" && s.Relations[i] != "nsubj" || s.Tags[v] != annotate.VERB {
		return false
	}
	entries := verbs[s.Lemmas[v]]
	if entries == nil {
		return false
	}
	r := s.roles(v)
	for k := range entries {
		if e := &entries[k]; e.object.kind == among && !slices.Contains(e.object.classes, "any") {
			if p, ok := s.fits(e, v, r); ok && p == i {
				return true
			}
		}
	}
	return false
}

// qualified says whether the words before the noun i meet c.
func (s *scene) qualified(c condition, i int) bool {
	if c.kind == anything {
		return true
	}
	is := false
	for _, j := range s.Children(i) {
		if r := s.Relations[j]; int(j) < i && (r == "compound" || r == "amod" || r == "nmod") {
			is = is || slices.ContainsFunc(c.classes, func(class string) bool { return s.in(int(j), class) })
		}
	}
	return is == (c.kind == among)
}

// lender returns the verb that lends the noun i its doer, -1 for none.
func (s *scene) lender(i int) int {
	v := s.Head(i)
	if v < 0 || s.Tags[v] != annotate.VERB || !mood("light", s.Lemmas[v]) {
		return -1
	}
	switch s.Relations[i] {
	case "obj":
		return v
	case "nsubj":
		if s.Passive(v) {
			return v
		}
	}
	return -1
}

// aim reads what stands behind the noun of d, and before it, about whom the
// deed touches and who does it.
func (s *scene) aim(d *deed) {
	i := d.at
	d.doers = s.owners(i)
	if d.doers != nil {
		d.whyDoer = "the doer stands before the noun"
	}
	for _, j := range s.behind(i, false) {
		s.aimAt(d, j)
	}
	d.targets = without(d.targets, d.doers)
}

// aimAt reads one phrase behind the noun of d.
func (s *scene) aimAt(d *deed, j int) {
	switch p := s.prep(j); {
	case p == "by":
		if by := s.all(j, func(k int) []idOf { ids, _ := s.side(k); return ids }); len(by) > 0 {
			d.targets = join(d.doers, d.targets)
			d.doers, d.whyDoer = by, "the doer stands with by"
		}
	case p == "between" || p == "among":
		if d.flags&mutual != 0 {
			d.doers, d.whyDoer = join(d.doers, s.all(j, s.touched)), "the doers stand with between"
		}
	case p == "of" && d.flags&ofDoer != 0:
		d.doers, d.whyDoer = join(d.doers, s.all(j, func(k int) []idOf { ids, _ := s.side(k); return ids })), "the doer stands with of"
	case p == "of" && d.flags&ofMoved != 0:
		if d.patient < 0 {
			d.patient = j
		}
		if len(d.doers) == 0 {
			d.doers, d.whyDoer = s.all(j, s.owners), "what is moved belongs to the doer"
		}
	case p == "of" || p == "on" || p == "against" || p == "with" && d.flags&mutual != 0 || p == "to" || p == "into" || p == "at" && d.flags&mutual == 0 || p == "over" || p == "from" && d.typ != record.TypeConsult:
		if s.dated(j) {
			return
		}
		if d.patient < 0 {
			d.patient = j
		}
		d.targets = join(d.targets, s.all(j, s.touched))
	}
}

// behind returns the heads of the phrases with a preposition that follow the
// noun i before the next verb; anywhere also those that the tree hangs on another
// noun.
func (s *scene) behind(i int, anywhere bool) []int {
	end := s.Sentences[s.SentenceOf(i)].End
	var out []int
	for j := i + 1; j < end && j < i+24; j++ {
		if s.Tags[j] == annotate.VERB && s.Relations[j] != "amod" && s.Relations[j] != "case" || s.Tags[j] == annotate.PUNCT || s.Tags[j] == annotate.AUX || s.Tags[j] == annotate.SCONJ {
			break
		}
		if s.Relations[j] != "nmod" && s.Relations[j] != "obl" && s.Relations[j] != "conj" {
			continue
		}
		if s.prep(j) == "" {
			continue
		}
		if mood("after", s.prep(j)) || mood("before", s.prep(j)) {
			break
		}
		if anywhere || s.below(i, j) {
			out = append(out, j)
		}
	}
	return out
}

// below says whether a phrase at j may belong to the noun i: it hangs on it, on
// one that does, or, with "by", anywhere behind.
func (s *scene) below(i, j int) bool {
	h := s.Head(j)
	if h == i || s.prep(j) == "by" {
		return true
	}
	return h < i && h >= 0 && s.Relations[j] == "obl" && s.Head(i) == h && s.lender(i) >= 0
}

// lent completes a deed whose doer is that of a verb.
func (s *scene) lent(d deed, v int) (deed, bool) {
	var ok bool
	if d.mood, ok = s.state(v); !ok || s.denied(d.at) {
		return d, false
	}
	r := s.roles(v)
	d.light = v
	d.doer = r.doer
	by := s.all(r.doer, func(i int) []idOf { ids, _ := s.side(i); return ids })
	if len(by) == 0 && (r.doer >= 0 || len(d.doers) == 0) {
		return d, false
	}
	if len(by) > 0 {
		d.targets = join(d.targets, without(d.doers, by))
		d.doers, d.whyDoer = by, "the doer is the subject of "+s.Lemmas[v]
	}
	for _, c := range s.Children(v) {
		j := int(c)
		if s.Relations[j] == "obl" && slices.Contains([]string{"against", "on", "with", "at"}, s.prep(j)) && !s.dated(j) {
			d.targets = join(d.targets, s.all(j, s.touched))
			if d.patient < 0 {
				d.patient = j
			}
		}
	}
	return s.aimed(d)
}

// told completes a deed that only its own words tell. It must have a doer, and
// someone or something that it touches, a time or a place; nothing around it may
// say that it is not there, or not yet.
func (s *scene) told(d deed) (deed, bool) {
	if len(d.doers) == 0 {
		return d, false
	}
	if s.denied(d.at) || !s.there(d.at, &d.mood) || s.asks(d.at) {
		return d, false
	}
	if d.patient < 0 && len(d.targets) == 0 && d.flags&mutual == 0 && s.deadly(d.at) < 0 && s.article.TimexNear(s.passage, d.at) == nil && s.where(&d) == "" {
		return d, false
	}
	if d.mood.verb > 0 {
		d.light = d.mood.verb
	}
	if d.typ == record.TypeConsult && s.Relations[d.at] == "nsubj" && s.coming(s.Head(d.at)) {
		d.mood.tense = record.Future // "the visit will be a test"
	}
	d.victims = s.deadly(d.at)
	d.presumed = true
	return s.aimed(d)
}

// deadly returns the verb that tells whom the deed of the noun i killed or hurt,
// -1 for none: "were killed in a … attack".
func (s *scene) deadly(i int) int {
	v := s.Head(i)
	if v < 0 || s.Relations[i] != "obl" || toll(s.Lemmas[v]) == "" {
		return -1
	}
	switch s.prep(i) {
	case "in", "by", "during":
		return v
	}
	return -1
}

// aimed completes object and targets of a noun's deed.
func (s *scene) aimed(d deed) (deed, bool) {
	if d.flags&mutual != 0 && d.patient < 0 && len(join(slices.Clone(d.doers), d.targets)) < 2 && !s.gathers(&d) {
		return d, false
	}
	if d.flags&force != 0 && s.words(&d) {
		return d, false
	}
	if d.patient >= 0 {
		d.object = s.phrase(d.patient, d.at)
	}
	d.targets = without(d.targets, d.doers)
	return d, true
}

// gathers says whether the single doer of d is one that meets by itself, an
// organization that stands right before the noun.
func (s *scene) gathers(d *deed) bool {
	if len(d.doers) != 1 || s.kind(d.doers[0]) != record.Organization {
		return false
	}
	for _, c := range s.Children(d.at) {
		if int(c) < d.at && slices.Contains(s.named(int(c)), d.doers[0]) {
			return true
		}
	}
	return false
}
