package action

import (
	"slices"
	"strings"
	"testing"

	"onrecord/internal/record"
)

// modes are PLOVER's, as docs/actions.md lists them.
var modes = map[string]string{
	"CONSULT": "visit third-party multilateral phone", "AID": "military humanitarian asylum",
	"RETREAT": "withdraw release return disarm ceasefire access resign", "REQUEST": "assist change yield meet",
	"ACCUSE": "disapprove investigate allege", "REJECT": "assist change yield meet",
	"PROTEST": "demo riot strike hunger boycott obstruct", "SANCTION": "convict expel withdraw discontinue",
	"MOBILIZE": "troops weapons police militia",
	"COERCE":   "seize restrict ban censor curfew martial-law arrest deport withhold misinformation",
	"ASSAULT":  "abduct beat torture execute sexual assassinate primitive firearms explosives suicide-attack heavy-weapons destroy",
}

func TestEntriesHaveModesOfTheirType(t *testing.T) {
	n := 0
	for _, table := range []map[string][]entry{verbs, nouns} {
		for lemma, entries := range table {
			for _, e := range entries {
				n++
				if !e.none && e.mode != "" && !slices.Contains(strings.Fields(modes[e.typ.String()]), e.mode) {
					t.Errorf("%s: %v has no mode %q", lemma, e.typ, e.mode)
				}
			}
		}
	}
	if n < 400 {
		t.Errorf("only %d entries", n)
	}
}

func TestEntriesOfInfinitivesNameClasses(t *testing.T) {
	for lemma, entries := range verbs {
		for _, e := range entries {
			for _, c := range e.object.classes {
				if _, ok := classes[c]; strings.HasPrefix(c, "to-") && !ok {
					t.Errorf("%s: no class is called %q", lemma, c)
				}
			}
		}
	}
}

// Every type has a predicate.
func TestTypesAreReachable(t *testing.T) {
	seen := map[record.ActionType]bool{}
	for _, entries := range verbs {
		for _, e := range entries {
			if !e.none {
				seen[e.typ] = true
			}
		}
	}
	for i, name := range record.ActionTypes {
		if !seen[record.ActionType(i)] {
			t.Errorf("no verb is %s", name)
		}
	}
}

func TestReadEntrySaysWhatIsWrong(t *testing.T) {
	for _, s := range []string{"", "<any>", "shoot down up", "strike =sometimes"} {
		if _, _, err := readEntry(entry{}, s); err == nil {
			t.Errorf("%q is read", s)
		}
	}
	lemma, e, err := readEntry(entry{}, "vote @in favor of|for:plan <!a|b> =speech")
	if err != nil || lemma != "vote" || !slices.Equal(e.preps, []string{"in favor of", "for"}) || e.object.kind != outside || e.flags != speech {
		t.Errorf("%q, %+v, %v", lemma, e, err)
	}
}
