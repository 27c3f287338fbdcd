package action

import (
	"slices"
	"strings"

	"onrecord/internal/record"
	"onrecord/internal/text"
)

// merge makes one of several tellings of a deed in one voice, and turns a denied
// telling of a deed that another voice tells into a denial of that.
func merge(all []found) []found {
	var out []found
	for i := range all {
		if f := &all[i]; !f.denied && !f.Negated {
			out = add(out, f)
		}
	}
	for i := range all {
		f := &all[i]
		if !f.denied && !f.Negated {
			continue
		}
		if counter(out, f) {
			continue
		}
		if f.denied {
			f.Negated = !f.Negated
		}
		out = add(out, f)
	}
	return out
}

// add keeps f, as part of an entry of the same deed if there is one.
func add(out []found, f *found) []found {
	for i := range out {
		if out[i].same(f) {
			out[i].take(f)
			return out
		}
	}
	return append(out, *f)
}

// counter turns f, told as not so, into a denial of what another voice tells.
func counter(out []found, f *found) bool {
	hit := false
	for i := range out {
		o := &out[i]
		if len(f.AccordingTo) == 0 || o.Negated || o.Type != f.Type || o.Lemma != f.Lemma && !overlap(o.Targets, f.Targets) && !spansAlike(o.Object, f.Object) ||
			!fit(o.sides, f.sides) || !fit(o.Targets, f.Targets) || overlap(o.claimants, f.claimants) || o.passage != f.passage {
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

func spansAlike(a, b []text.Span) bool { return len(a) > 0 && len(b) > 0 && a[0] == b[0] }

// same says whether f tells the deed of o again, in the same kind of voice.
func (o *found) same(f *found) bool {
	return o.Type == f.Type && o.Lemma == f.Lemma && o.Negated == f.Negated && (o.Tense == record.Future) == (f.Tense == record.Future) &&
		(len(o.AccordingTo) == 0) == (len(f.AccordingTo) == 0) && (len(o.AccordingTo) == 0 || fit(o.claimants, f.claimants)) &&
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
