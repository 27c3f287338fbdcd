package action

import (
	"slices"
	"strings"

	"onrecord/internal/record"
	"onrecord/internal/text"
)

// book is what a document tells, one entry a deed.
type book struct {
	entries []found
	alike   map[kind][]int // by what they are
	within  map[int][]int  // by passage
}

// kind is what two tellings of one deed have in common at least.
type kind struct {
	typ              record.ActionType
	lemma            string
	negated, claimed bool
}

// recent is how many deeds of one kind a telling is compared with, the latest.
const recent = 32

// merge makes one of several tellings of a deed in one voice, and turns a denied
// telling of a deed that another voice tells into a denial of that.
func merge(all []found) *book {
	b := &book{alike: map[kind][]int{}, within: map[int][]int{}}
	for i := range all {
		if f := &all[i]; !f.denied && !f.Negated {
			b.add(f)
		}
	}
	for i := range all {
		f := &all[i]
		if !f.denied && !f.Negated || b.counter(f) {
			continue
		}
		if f.denied {
			f.Negated = !f.Negated
		}
		b.add(f)
	}
	return b
}

// add keeps f, as part of an entry of the same deed if there is one.
func (b *book) add(f *found) {
	k := kind{f.Type, f.Lemma, f.Negated, len(f.AccordingTo) > 0}
	before := b.alike[k]
	for _, i := range before[max(0, len(before)-recent):] {
		if b.entries[i].same(f) {
			b.entries[i].take(f)
			return
		}
	}
	i := len(b.entries)
	b.entries = append(b.entries, *f)
	b.alike[k] = append(before, i)
	b.within[f.passage] = append(b.within[f.passage], i)
}

// counter turns f, told as not so, into a denial of what another voice tells in
// the same passage.
func (b *book) counter(f *found) bool {
	hit := false
	for _, i := range b.within[f.passage] {
		o := &b.entries[i]
		if len(f.AccordingTo) == 0 || !o.opposes(f) {
			continue
		}
		for _, id := range f.AccordingTo {
			if !slices.Contains(o.DeniedIn, id) {
				o.DeniedIn = append(o.DeniedIn, id)
			}
		}
		hit = true
	}
	return hit
}

// opposes says whether somebody else tells in o as done what f tells as not so.
func (o *found) opposes(f *found) bool {
	return !o.Negated && o.Type == f.Type && !overlap(o.claimants, f.claimants) && fit(o.sides, f.sides) && fit(o.Targets, f.Targets) &&
		(o.Lemma == f.Lemma || overlap(o.Targets, f.Targets) || spansAlike(o.Object, f.Object))
}

func spansAlike(a, b []text.Span) bool { return len(a) > 0 && len(b) > 0 && a[0] == b[0] }

// same says whether f, which is of the same kind as o, tells its deed again.
func (o *found) same(f *found) bool {
	return (o.Tense == record.Future) == (f.Tense == record.Future) && (len(o.AccordingTo) == 0 || fit(o.claimants, f.claimants)) &&
		fit(o.Actors, f.Actors) && o.alike(f) && (o.Time == "" || f.Time == "" || o.Time.Overlaps(f.Time)) &&
		(o.Place == "" || f.Place == "" || o.Place == f.Place)
}

// alike says whether two deeds may be done to the same: they have words for it
// in common, or, where one has none, whom it touches.
func (o *found) alike(f *found) bool {
	switch {
	case o.object != "" && f.object != "":
		return fit(o.Targets, f.Targets) && (strings.Contains(o.object, f.object) || strings.Contains(f.object, o.object))
	case len(o.Targets) > 0 && len(f.Targets) > 0:
		return overlap(o.Targets, f.Targets)
	}
	return o.object == "" && f.object == "" && len(o.Targets) == 0 && len(f.Targets) == 0
}

// fit says whether two lists of actors may mean the same ones.
func fit(a, b []record.ActorID) bool { return len(a) == 0 || len(b) == 0 || overlap(a, b) }

// take adds what f tells of the same deed.
func (o *found) take(f *found) {
	o.Actors, o.Targets, o.claimants, o.sides = join(o.Actors, f.Actors), join(o.Targets, f.Targets), join(o.claimants, f.claimants), join(o.sides, f.sides)
	o.Evidence = append(o.Evidence, f.Evidence...)
	for _, id := range f.AccordingTo {
		if !slices.Contains(o.AccordingTo, id) {
			o.AccordingTo = append(o.AccordingTo, id)
		}
	}
	if len(o.Object) == 0 {
		o.Object = f.Object
	}
	if len(f.Numbers) > len(o.Numbers) {
		o.Numbers = f.Numbers
	}
	if o.Time == "" || len(f.Time) > 0 && len(f.Time) > len(o.Time) && f.Time.IsDay() {
		o.Time = f.Time
	}
	if o.Place == "" {
		o.Place = f.Place
	}
	if o.Mode == "" {
		o.Mode = f.Mode
	}
	o.Conditions = append(o.Conditions, f.Conditions...)
	o.Background = o.Background && f.Background
	o.Certainty = min(o.Certainty, f.Certainty)
	o.Score = max(o.Score, f.Score)
}
