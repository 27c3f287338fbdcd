// Package action finds what public actors did, do or are about to do, and who
// says so: in the outlet's own voice, or in statements that report or deny it.
// Predicates come from the tables in words/; the tree around one tells doer,
// target, object, time and how real the deed is. What a speech act says is a
// statement and no action, what is to be given is a pledge, and what is not
// clearly a deed of a public actor is left out. docs/actions.md has the types.
package action

import (
	"cmp"
	"slices"

	"onrecord/internal/annotate"
	"onrecord/internal/link"
	"onrecord/internal/record"
)

// Version changes whenever this package would answer differently: with the
// number of its code and with its tables.
func Version() string { return annotate.Version(5, classText, verbText, nounText, moodText) }

// Find returns the actions of an article, without ids, in the order of their
// predicates.
func Find(a *link.Article) []record.Action { return find(a, false) }

// FindAny is Find without asking who acts: whatever has a name counts as a
// public actor. It is for measures on texts about countries that there are not.
func FindAny(a *link.Article) []record.Action { return find(a, true) }

func find(a *link.Article, anybody bool) []record.Action {
	var all []found
	var denials []denial
	for i := range a.Passages {
		s := scene{article: a, passage: i, anybody: anybody, layers: a.Passages[i]}
		all = append(all, s.deeds()...)
		denials = append(denials, s.denials()...)
	}
	b := merge(all)
	b.deny(denials, func(id record.ActorID) record.ActorID { return whole(a, id) })
	out := make([]record.Action, 0, len(b.entries))
	for i := range b.entries {
		out = append(out, b.entries[i].Action)
	}
	slices.SortStableFunc(out, func(x, y record.Action) int { return cmp.Compare(x.Predicate.Start, y.Predicate.Start) })
	return out
}

// found is an action with where it stands.
type found struct {
	record.Action
	passage, sentence int
	claimants         []record.ActorID // who say it
	sides             []record.ActorID // the actors, or what they are part of in the end
	denied            bool             // told as something that is denied
	object            string           // in lower case, without an article
}

// deeds finds the actions of a passage. Only words that the tables know are
// looked at.
func (s *scene) deeds() []found {
	l := s.layers
	if len(l.Heads) != len(l.Tokens) || len(l.Lemmas) != len(l.Tokens) {
		return nil
	}
	var all []deed
	for _, sentence := range l.Sentences {
		if l.Blocks[sentence.Block].Kind == annotate.Boilerplate || l.Blocks[sentence.Block].Kind == annotate.Byline {
			continue
		}
		for i := sentence.First; i < sentence.End; i++ {
			if d, ok := s.deed(i); ok {
				all = append(all, d)
			}
		}
	}
	return s.entries(all)
}

// entries makes entries of deeds. What came of another deed ("struck …, killing
// five") counts with that.
func (s *scene) entries(all []deed) []found {
	for k := range all {
		s.note(all[k].at)
		if v := all[k].light; v >= 0 && !s.Is(v, "announce", "declare") {
			s.note(v)
		}
	}
	var out []found
	for k := range all {
		d := &all[k]
		if s.outcome(all, k) {
			continue
		}
		f := s.record(d)
		f.passage, f.sentence = s.passage, s.SentenceOf(d.at)
		out = append(out, f)
	}
	return out
}

// note remembers that the words of a statement's cue are a deed themselves: who
// bans talks reports none.
func (s *scene) note(at int) {
	if k := s.article.CueOf(s.passage, at); k >= 0 {
		s.acts = append(s.acts, k)
	}
}

// outcome says whether deed k is what came of another in its sentence.
func (s *scene) outcome(all []deed, k int) bool {
	d := &all[k]
	if d.noun || toll(s.Lemmas[d.at]) == "" {
		return false
	}
	here := s.SentenceOf(d.at)
	for i := k - 1; i >= 0 && s.SentenceOf(all[i].at) == here; i-- {
		if s.cameOf(d, &all[i]) {
			return true
		}
	}
	for i := k + 1; i < len(all) && s.SentenceOf(all[i].at) == here; i++ {
		if toll(s.Lemmas[all[i].at]) == "" && s.cameOf(d, &all[i]) {
			return true
		}
	}
	return false
}

// cameOf says whether the deed d came of o: "struck …, killing five", "strikes
// killed five", "were killed in an attack".
func (s *scene) cameOf(d, o *deed) bool {
	return o.typ == record.TypeAssault && (s.consequence(d.at, o.verb()) || d.doer == o.at || o.noun && o.victims == d.at)
}

// verb returns the verb that tells a deed: the predicate, or what lends it its
// doer.
func (d *deed) verb() int {
	if d.light >= 0 {
		return d.light
	}
	return d.at
}

// deed is a predicate with what the words around it tell.
type deed struct {
	*entry
	at       int    // the predicate
	light    int    // the verb that lends it its doer, -1 for none
	lemma    string // "shoot down"
	doers    []record.ActorID
	targets  []record.ActorID
	object   stretch
	patient  int // head of the object; -1 for none
	doer     int // head of who does it; -1 for none
	victims  int // the verb that tells whom it killed or hurt, for a noun; 0 or less for none
	mood     state
	noun     bool
	presumed bool // nominal: recalled rather than told
	whyDoer  string
}

// deed reads the predicate at token i, if it is one.
func (s *scene) deed(i int) (deed, bool) {
	l := s.layers
	switch l.Tags[i] {
	case annotate.VERB:
		if entries := verbs[l.Lemmas[i]]; entries != nil {
			s.open()
			return s.verb(i, entries)
		}
	case annotate.NOUN, annotate.PROPN:
		if entries := nouns[l.Lemmas[i]]; entries != nil {
			s.open()
			return s.noun(i, entries)
		}
	}
	return deed{}, false
}
