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
type readings struct{ verbs, either, event map[string]bool }

func newReadings(table lexicon.CueTable) readings {
	r := readings{verbs: map[string]bool{}, either: map[string]bool{}, event: map[string]bool{}}
	for _, e := range table.Entries {
		to := map[string]map[string]bool{"reading": r.verbs, "either": r.either, "event": r.event}[e.Class]
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
	if t.Tags[v] != annotate.VERB {
		return ""
	}
	if t.isParticiple(v) && t.child(v, "nsubj", "csubj") < 0 {
		if r.hangs(t, v) {
			return fmt.Sprintf("gloss: %q without a subject of its own", strings.ToLower(t.Word(v)))
		}
		return ""
	}
	s := t.subject(v)
	switch {
	case s >= 0 && t.Relations[v] == "acl": // a relative clause
		if t.Tags[s] == annotate.PRON && t.Lemmas[s] != "who" && r.isEvent(t, int(t.Heads[v])) {
			return fmt.Sprintf("gloss: %q says more of %q", t.Lemmas[v], t.Word(int(t.Heads[v])))
		}
	case s >= 0:
		if r.isEvent(t, s) {
			return fmt.Sprintf("gloss: %q is what %q does", t.Lemmas[v], t.Word(s))
		}
	case len(a.Source) > 0:
		if h := t.head(a.Source); r.isEvent(t, h) {
			return fmt.Sprintf("gloss: %q is what %q does", t.Lemmas[v], t.Word(h))
		}
	}
	return ""
}

// isEvent says whether word i stands for an event or somebody's words: by its
// lemma, as "this" or "which", or as a verb, which is its whole clause.
func (r readings) isEvent(t tree, i int) bool {
	if i < 0 {
		return false
	}
	switch t.Tags[i] {
	case annotate.NOUN:
		return r.event[t.Lemmas[i]]
	case annotate.VERB:
		return true
	case annotate.PRON:
		return t.Lemmas[i] == "this" || t.Lemmas[i] == "which"
	}
	return false
}

// hangs says whether the participle v gives a reading of what it hangs on.
func (r readings) hangs(t tree, v int) bool {
	first := v // of those joined by "and"
	for k := 0; k < maxClimb && t.Relations[first] == "conj" && t.Heads[first] >= 0; k++ {
		first = int(t.Heads[first])
	}
	base := int(t.Heads[first])
	if base < 0 || first != v && !t.isParticiple(first) {
		return false
	}
	if r.verbs[t.Lemmas[v]] {
		// "…, signaling that he would" is what he lets others know.
		if c := t.child(v, "ccomp"); c >= 0 {
			if s := t.child(c, "nsubj"); s >= 0 && t.Tags[s] == annotate.PRON && isPerson[t.Lemmas[s]] {
				return false
			}
		}
		apart := first > t.around(v).First && t.Word(first-1) == ","
		return apart || t.Tags[base] != annotate.NOUN && t.Tags[base] != annotate.PROPN || r.isEvent(t, base)
	}
	for i := range t.Attributions {
		if a := &t.Attributions[i]; contains(a.Cue, base) {
			return a.Act == record.Gloss
		}
	}
	if t.Tags[base] == annotate.NOUN {
		return r.isEvent(t, base)
	}
	return r.isEvent(t, t.subject(base))
}

// isPerson has the pronouns of persons.
var isPerson = map[string]bool{"i": true, "he": true, "she": true, "we": true, "they": true}
