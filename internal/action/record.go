package action

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// record makes an entry of a deed.
func (s *scene) record(d *deed) found {
	date, recalled := s.when(d)
	f := found{Action: record.Action{
		Actors: d.doers, Type: d.typ, Mode: d.mode, Predicate: s.predicate(d), Lemma: d.lemma, Targets: d.targets,
		Negated: d.mood.negated, Certainty: d.mood.certainty, Tense: d.mood.tense, Time: date, Place: s.where(d),
		Background: s.background(d, date) || recalled,
	}}
	if d.typ == record.TypeConsult && d.flags&mutual != 0 {
		f.Actors = join(slices.Clone(d.doers), d.targets) // who is met meets too
	}
	for _, id := range d.doers {
		f.sides = append(f.sides, whole(s.article, id))
	}
	if d.object.end > d.object.first {
		f.Object = []text.Span{s.span(d.object)}
		f.object = strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(f.Object[0].Of(s.Document.Text)), "the "), "a ")
	}
	if s.headline(d.at) && f.Tense == record.Present && !d.noun {
		f.Tense = record.Past
	}
	for _, c := range d.mood.conditions {
		first, end := s.Subtree(c)
		f.Conditions = append(f.Conditions, s.Words(first, end))
	}
	if d.typ == record.TypeThreaten {
		f.Conditions = append(f.Conditions, s.terms(d)...)
	}
	f.Numbers = s.numbers(d)
	f.Evidence = []text.Span{s.evidence(d)}
	s.voice(&f, d)
	f.Score, f.Why = s.score(&f, d)
	return f
}

// predicate is the word that names the deed, with the particle right behind it.
func (s *scene) predicate(d *deed) text.Span {
	if next := d.at + 1; d.particle != "" && next < len(s.Tokens) && strings.EqualFold(s.Word(next), d.particle) {
		return s.Words(d.at, next+1)
	}
	return s.Tokens[d.at]
}

// headline says whether word i stands in a headline, whose present tells what
// was.
func (s *scene) headline(i int) bool {
	return s.layers.Blocks[s.Sentences[s.SentenceOf(i)].Block].Kind == annotate.Headline
}

// terms returns what an ultimatum asks for: the infinitive that hangs on it.
func (s *scene) terms(d *deed) []text.Span {
	var out []text.Span
	for _, j := range s.infinitives(d.patient, d.at) {
		first, end := s.Subtree(j)
		out = append(out, s.Words(first, end))
	}
	return out
}

// evidence returns the words from who does it over the predicate to what it is
// done to.
func (s *scene) evidence(d *deed) text.Span {
	first, end := d.at, d.at+1
	cover := func(i int) {
		if i >= 0 && s.SentenceOf(i) == s.SentenceOf(d.at) {
			first, end = min(first, i), max(end, i+1)
		}
	}
	cover(d.light)
	cover(d.doer)
	if d.doer >= 0 {
		a, b := s.Subtree(d.doer)
		if b <= d.at && d.at-a < 40 {
			cover(a)
		}
	}
	if d.object.end > d.object.first {
		cover(d.object.first)
		cover(d.object.end - 1)
	}
	if d.noun {
		for _, c := range s.Children(d.at) {
			if int(c) < d.at && s.Relations[c] != "case" && s.Relations[c] != "punct" {
				cover(int(c))
			}
		}
		for _, j := range s.behind(d.at, false) {
			cover(j)
		}
	}
	return s.Words(first, end)
}

// score adds up what speaks for an action. It is not calibrated.
func (s *scene) score(f *found, d *deed) (record.Score, []string) {
	why := []string{"predicate: " + d.lemma}
	score := record.Score(0.5)
	add := func(x record.Score, because string) {
		score += x
		if because != "" {
			why = append(why, because)
		}
	}
	if len(d.doers) > 0 {
		add(0.15, d.whyDoer)
	} else {
		add(0, "nobody is named as the doer")
	}
	if len(d.targets) > 0 {
		add(0.1, "the object is a public actor")
	}
	if d.object.end > d.object.first {
		add(0.05, "")
	}
	if d.noun && d.light < 0 {
		add(-0.1, "told by a noun")
	}
	if d.entry.object.kind == among && !slices.Contains(d.entry.object.classes, "any") {
		add(0.1, "the object fits")
	}
	if f.Time != "" {
		add(0.05, "dated")
	}
	if f.Certainty != record.Certain {
		add(-0.1, "hedged: "+f.Certainty.String())
	}
	if f.Tense == record.Past {
		add(0.05, "")
	}
	return min(max(score, 0.1), 0.98), why
}
