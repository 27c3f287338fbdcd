package attribution

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/lexicon"
	"onrecord/internal/record"
)

// readings tells an outlet's own reading of events from what a source says. Its
// words are classed in the lexicon: verbs that only events do ("signal" as a
// participle), verbs that people do as well ("highlight"), and nouns for words,
// acts and events ("remark", "visit").
//
// It is a gloss when such a verb
//
//   - is a participle without a subject of its own that hangs on what went
//     before: "…, signaling a new approach"; with a verb that people do as
//     well, only if it hangs on no speech of theirs: "he said …, highlighting
//     the need" is speech;
//   - has an event for its subject: "his remarks highlight …";
//   - says more of an event or of the whole clause before: "a move that
//     underscores …", "…, which shows …".
//
// "He signaled that he would go" is none of these.
type readings struct{ verbs, either, event, message map[string]bool }

func newReadings(table lexicon.CueTable) readings {
	r := readings{verbs: map[string]bool{}, either: map[string]bool{}, event: map[string]bool{}, message: map[string]bool{}}
	for _, e := range table.Entries {
		to := map[string]map[string]bool{"reading": r.verbs, "either": r.either, "event": r.event, "message": r.message}[e.Class]
		if to == nil || len(e.Lemmas) != 1 {
			panic(fmt.Sprintf("attribution: reading of class %q: %q", e.Class, e.Lemmas))
		}
		to[e.Lemmas[0]] = true
	}
	return r
}

// mark turns the glosses among the attributions of t, which are in order, into
// such.
func (r readings) mark(t tree) {
	for i := range t.Attributions {
		a := &t.Attributions[i]
		if why := r.judge(t, a); why != "" {
			a.Act, a.Why = record.Gloss, []string{why}
		}
	}
}

// judge says why a is a gloss, "" if it is none.
func (r readings) judge(t tree, a *annotate.Attribution) string {
	v := slices.IndexFunc(a.Cue, func(i int) bool { return r.verbs[t.Lemmas[i]] || r.either[t.Lemmas[i]] })
	if v < 0 {
		return ""
	}
	v = a.Cue[v]
	if t.Tags[v] != annotate.VERB || t.Passive(v) {
		return ""
	}
	if t.isParticiple(v) && t.Child(v, "nsubj", "csubj") < 0 {
		if r.hangs(t, v, a.Source) {
			return fmt.Sprintf("gloss: %q without a subject of its own", strings.ToLower(t.Word(v)))
		}
		return ""
	}
	s := t.Subject(v)
	if s >= 0 && t.Tags[s] == annotate.PRON && (t.Lemmas[s] == "which" || t.Lemmas[s] == "that") {
		// A relative clause, of a noun or of the whole clause before.
		if base := int(t.Heads[v]); base >= 0 && (t.Tags[base] == annotate.VERB && t.Lemmas[s] == "which" || r.isEvent(t, base, v)) {
			return fmt.Sprintf("gloss: %q says more of %q", t.Lemmas[v], t.Word(base))
		}
		return ""
	}
	if s < 0 {
		s = t.head(a.Source)
	}
	if r.isEvent(t, s, v) {
		return fmt.Sprintf("gloss: %q is what %q does", t.Lemmas[v], t.Word(s))
	}
	return ""
}

// isEvent says whether word i, of which v tells, stands for an event or
// somebody's words.
func (r readings) isEvent(t tree, i, v int) bool {
	switch {
	case i < 0:
		return false
	case t.Tags[i] == annotate.PRON:
		return t.Lemmas[i] == "this"
	case t.Tags[i] != annotate.NOUN:
		return false
	case r.message[t.Lemmas[i]]:
		c := t.Child(v, "ccomp")
		return c < 0 || !t.isFinite(c) || !lets[t.Lemmas[v]]
	}
	return r.event[t.Lemmas[i]]
}

// lets has the verbs by which a message lets others know that something is so.
var lets = map[string]bool{"indicate": true, "confirm": true, "reveal": true, "emphasize": true, "emphasise": true, "stress": true, "affirm": true, "reaffirm": true}

// hangs says whether the participle v, whose source is told as well, gives a
// reading of what it hangs on.
func (r readings) hangs(t tree, v int, source []int) bool {
	first := v // of those joined by "and"
	for k := 0; k < annotate.MaxClimb && t.Relations[first] == "conj" && t.Heads[first] >= 0; k++ {
		first = int(t.Heads[first])
	}
	base := int(t.Heads[first])
	if base < 0 || first != v && !t.isParticiple(first) {
		return false
	}
	if r.verbs[t.Lemmas[v]] {
		return r.readsOf(t, v, first, base)
	}
	for i := range t.Attributions {
		if a := &t.Attributions[i]; contains(a.Cue, base) {
			return a.Act == record.Gloss
		}
	}
	if c := t.Child(v, "ccomp"); c >= 0 && t.isFinite(c) {
		return false // suggesting that it is so
	}
	if h := t.head(source); h >= 0 && (t.Tags[h] == annotate.PROPN || t.Tags[h] == annotate.PRON) {
		return false
	}
	return r.isEvent(t, base, v) || r.isEvent(t, t.Subject(base), v)
}

// readsOf says whether the participle v, of a verb that only events do, is
// apart from a noun before, or tells of an event. "…, signaling that he would"
// is what he lets others know, and he reflects on things.
func (r readings) readsOf(t tree, v, first, base int) bool {
	if c := t.Child(v, "ccomp"); c >= 0 {
		if s := t.Child(c, "nsubj"); s >= 0 && t.Tags[s] == annotate.PRON && isPerson[t.Lemmas[s]] {
			return false
		}
	}
	begin, end := t.around(first)
	if v+1 < end && t.Lemmas[v+1] == "on" {
		return false
	}
	apart := first > begin && t.Word(first-1) == ","
	return apart || t.Tags[base] != annotate.NOUN && t.Tags[base] != annotate.PROPN || r.isEvent(t, base, v)
}

// isPerson has the pronouns of persons.
var isPerson = map[string]bool{"I": true, "i": true, "he": true, "she": true, "we": true, "they": true}
