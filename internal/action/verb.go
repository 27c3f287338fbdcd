package action

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// verb reads the verb at token i as one of entries.
func (s *scene) verb(i int, entries []entry) (deed, bool) {
	if s.spelled(i) {
		return deed{}, false
	}
	r := s.roles(i)
	for k := range entries {
		e := &entries[k]
		patient, ok := s.fits(e, i, r)
		if !ok {
			continue
		}
		if e.none {
			return deed{}, false
		}
		return s.act(deed{entry: e, at: i, light: -1, doer: r.doer, patient: patient, lemma: lemma(s.Lemmas[i], e)}, r)
	}
	return deed{}, false
}

// lemma joins a predicate and its particle.
func lemma(l string, e *entry) string {
	if e.particle != "" {
		return l + " " + e.particle
	}
	return l
}

// spelled says whether the word only looks like a verb: a participle before its
// noun ("occupied territories").
func (s *scene) spelled(i int) bool {
	return s.Relations[i] == "amod" || s.Relations[i] == "compound" || s.Relations[i] == "case" || s.Relations[i] == "mark"
}

// fits says whether the conditions of e hold for the verb i, and which word is
// then its object.
func (s *scene) fits(e *entry, i int, r roles) (patient int, ok bool) {
	if e.particle != "" && !s.hasParticle(i, e.particle) {
		return -1, false
	}
	patient = r.object
	if to := len(e.object.classes) > 0 && strings.HasPrefix(e.object.classes[0], "to-"); to || mixed(e.object) {
		if r.complement >= 0 && s.governs(e.object, r.complement) {
			return r.complement, true
		}
		if to {
			return -1, false
		}
	}
	if !s.holds(e.object, r.object) || e.object.kind == absent && s.Child(i, "ccomp", "xcomp") >= 0 {
		return -1, false
	}
	if e.flags&terms != 0 && len(s.infinitives(i, r.object)) == 0 {
		return -1, false
	}
	if e.preps != nil {
		o := s.oblique(i, r.object, e)
		if o < 0 {
			return -1, false
		}
		if patient < 0 {
			patient = o
		}
	}
	return patient, true
}

// infinitives returns the infinitives that hang on the words at, behind them.
func (s *scene) infinitives(at ...int) []int {
	var out []int
	for _, i := range at {
		if i < 0 {
			continue
		}
		for _, c := range s.Children(i) {
			if r := s.Relations[c]; int(c) > i && (r == "acl" || r == "advcl" || r == "xcomp") && s.infinitive(int(c)) {
				out = append(out, int(c))
			}
		}
	}
	return out
}

// mixed says whether a condition asks for an infinitive or something else.
func mixed(c condition) bool {
	return c.kind == among && slices.ContainsFunc(c.classes, func(s string) bool { return strings.HasPrefix(s, "to-") })
}

// governs says whether the infinitive at word i is in one of the classes of c.
func (s *scene) governs(c condition, i int) bool {
	return s.Tags[i] == annotate.VERB && slices.ContainsFunc(c.classes, func(class string) bool {
		return strings.HasPrefix(class, "to-") && s.in(i, class)
	})
}

// hasParticle says whether a particle goes with the verb i.
func (s *scene) hasParticle(i int, particle string) bool {
	for _, c := range s.Children(i) {
		if j := int(c); j > i && j <= i+6 && strings.EqualFold(s.Word(j), particle) && s.Tags[j] != annotate.NOUN {
			return true
		}
	}
	end := s.Sentences[s.SentenceOf(i)].End
	return i+1 < end && strings.EqualFold(s.Word(i+1), particle)
}

// oblique returns the oblique of the verb i, or of its object where a tree hangs
// it there, that e asks for; -1 if there is none.
func (s *scene) oblique(i, object int, e *entry) int {
	for _, at := range []int{i, object} {
		if at < 0 {
			continue
		}
		for _, c := range s.Children(at) {
			j := int(c)
			if r := s.Relations[j]; (r == "obl" || r == "nmod") && j > at && slices.Contains(e.preps, s.prep(j)) && s.holds(e.oblique, j) {
				return j
			}
		}
	}
	return -1
}

// act completes a verb's deed: who does it, whom it touches, how real it is.
func (s *scene) act(d deed, r roles) (deed, bool) {
	var ok bool
	if d.mood, ok = s.state(d.at); !ok || r.object >= 0 && s.empty(r.object, &d.mood) {
		return d, false
	}
	if m := d.mood; r.passive && r.object >= 0 && r.object == s.Head(d.at) && !s.there(r.object, &m) {
		return d, false // "concessions made by …" in what is only supposed
	}
	if subject := s.subject(d.at); subject >= 0 && s.nobody(subject) {
		d.mood.negated = !d.mood.negated
	}
	d.doers = s.all(r.doer, func(i int) []idOf { ids, why := s.side(i); d.whyDoer = why; return ids })
	d.targets = s.targets(&d)
	if len(d.doers) == 0 && !s.bare(&d, r) && !s.crowd(&d, r) {
		return d, false
	}
	if d.flags&speech != 0 && (d.mood.tense != record.Past || s.article.CueOf(s.passage, d.at) >= 0) || s.reflexive(r.object) {
		return d, false
	}
	if d.flags&several != 0 && len(d.doers) < 2 && !s.plural(r.doer) {
		return d, false
	}
	if d.flags&force != 0 && s.words(&d) {
		return d, false
	}
	if d.patient >= 0 && d.patient != r.complement {
		d.object = s.phrase(d.patient, d.at)
	} else if r.complement >= 0 && d.patient == r.complement {
		d.object = s.clause(r.complement)
	}
	d.targets = without(d.targets, d.doers)
	return d, true
}

// empty says whether the object i is none in particular ("any concessions"); a
// deed done to no one is a denied one.
func (s *scene) empty(i int, m *state) bool {
	for _, c := range s.Children(i) {
		if s.Relations[c] != "det" {
			continue
		}
		switch s.low(int(c)) {
		case "any", "whatever", "which", "what":
			return !m.negated
		case "no":
			m.negated = !m.negated
		}
	}
	return false
}

// nobody says whether the phrase of word i denies itself: "neither … nor", "no
// troops", "none of".
func (s *scene) nobody(i int) bool {
	if s.Is(i, "nobody", "none") {
		return true
	}
	for _, c := range s.Children(i) {
		if int(c) < i && (s.low(int(c)) == "neither" || s.low(int(c)) == "no" && s.Relations[c] == "det") {
			return true
		}
	}
	return false
}

// reflexive says whether word i is "himself" or the like: what one does to
// oneself is figurative as a rule.
func (s *scene) reflexive(i int) bool {
	return i >= 0 && s.Tags[i] == annotate.PRON && (strings.HasSuffix(s.low(i), "self") || strings.HasSuffix(s.low(i), "selves"))
}

// bare says whether a deed counts without its doer: one that a person in public
// life, or the forces of a public actor, suffer ("was jailed").
func (s *scene) bare(d *deed, r roles) bool {
	if d.flags&victim == 0 || d.mood.negated || !r.passive || r.doer >= 0 || r.object < 0 || s.Relations[d.at] == "acl" {
		return false
	}
	return s.somebody(r.object) || s.in(s.counted(r.object), "forces") && len(s.owners(s.counted(r.object))) > 0
}

// crowd says whether a deed is the protest of a crowd, told with its place.
func (s *scene) crowd(d *deed, r roles) bool {
	if d.typ != record.TypeProtest || r.passive || r.doer < 0 || s.where(d) == "" {
		return false
	}
	i := s.counted(r.doer)
	if i != r.doer || s.in(i, "protesters") {
		return true
	}
	n, entries := s.article.Register.Match([]string{s.Word(i)}, 0)
	return n == 1 && len(entries) > 0 && entries[0].Use == register.Demonym
}

// plural says whether word i stands for several.
func (s *scene) plural(i int) bool {
	if i < 0 {
		return false
	}
	r := s.heads(i)
	return r != nil && len(r.Actors) > 1 || s.low(i) == "they"
}

// words says whether a deed of force is more likely one of words: a single
// person, who commands nobody, does it.
func (s *scene) words(d *deed) bool {
	return len(d.doers) > 0 && !slices.ContainsFunc(d.doers, func(id idOf) bool { return !s.personal(id) })
}
