package attribution

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/lexicon"
	"onrecord/internal/record"
)

// kind is how a word that tells modality stands in its clause.
type kind uint8

const (
	auxiliary kind = iota
	verb
	adjective
	noun
	particle
	kinds
)

var kindNames = [kinds]string{"auxiliary", "verb", "adjective", "noun", "particle"}

// modals tells modality and denial by lemma.
type modals struct {
	of         [kinds]map[string]record.Modality
	infinitive map[string]record.Modality // verbs, only before an infinitive
	would      map[string]record.Modality // verbs, only after would

	denials                       map[string]bool // not, never, no
	deniedNouns, deniedAdjectives map[string]bool // nobody; unlikely
}

var modalityNames = [...]string{record.Possible: "possible", record.Necessary: "necessary", record.Intended: "intended", record.Wished: "wished"}

func newModals(table lexicon.CueTable) *modals {
	m := &modals{
		infinitive: map[string]record.Modality{}, would: map[string]record.Modality{},
		denials: map[string]bool{}, deniedNouns: map[string]bool{}, deniedAdjectives: map[string]bool{},
	}
	for k := range m.of {
		m.of[k] = map[string]record.Modality{}
	}
	for _, e := range table.Entries {
		if !m.add(e) {
			panic(fmt.Sprintf("attribution: modality of class %q: %q", e.Class, e.Lemmas))
		}
	}
	return m
}

// add says whether e is a proper entry.
func (m *modals) add(e lexicon.CueEntry) bool {
	class, kindName, _ := strings.Cut(e.Class, " ")
	k, modality := slices.Index(kindNames[:], kindName), slices.Index(modalityNames[:], class)
	last := e.Lemmas[len(e.Lemmas)-1]
	switch {
	case k < 0 || len(e.Lemmas) > 2:
		return false
	case class == "negative" && len(e.Lemmas) == 1:
		to := map[kind]map[string]bool{particle: m.denials, noun: m.deniedNouns, adjective: m.deniedAdjectives}[kind(k)]
		if to == nil {
			return false
		}
		to[last] = true
	case modality <= 0:
		return false
	case len(e.Lemmas) == 1:
		m.of[k][last] = record.Modality(modality)
	case kind(k) == verb && last == "to":
		m.infinitive[e.Lemmas[0]] = record.Modality(modality)
	case kind(k) == verb && e.Lemmas[0] == "would":
		m.would[last] = record.Modality(modality)
	default:
		return false
	}
	return true
}

// modality tells how the clause whose head is h relates to what is, by the
// words that hang on h and by what h governs. from and to are the clause.
func (m *modals) modality(t tree, h, from, to int) record.Modality {
	future := record.Plain // gives way to all others
	would := false
	for i := from; i < to; i++ {
		if int(t.Heads[i]) != h {
			continue
		}
		switch l := t.Lemmas[i]; t.Relations[i] {
		case "aux":
			x := m.of[auxiliary][l]
			switch {
			case l == "would":
				would = true
			case x == record.Intended:
				future = x
			case x != record.Plain:
				return x
			}
		case "advmod", "amod":
			if x := m.of[particle][l]; x != record.Plain {
				return x
			}
		}
	}
	if x := m.governor(t, h, would); x != record.Plain {
		return x
	}
	if x := m.complement(t, h, from, to); x != record.Plain {
		return x
	}
	if would && !quoted(t, h) && !conditional(t, h) {
		return record.Intended // he said he would go
	}
	return future
}

// governor tells the modality that word h gives to what it governs.
func (m *modals) governor(t tree, h int, would bool) record.Modality {
	l := t.Lemmas[h]
	switch t.Tags[h] {
	case annotate.VERB:
		if x := m.would[l]; would && x != record.Plain {
			return x
		}
		if c := t.Child(h, "xcomp", "ccomp"); c >= 0 && t.Child(c, "mark") >= 0 && t.Lemmas[t.Child(c, "mark")] == "to" {
			if x := m.infinitive[l]; x != record.Plain && (l != "go" || strings.EqualFold(t.Word(h), "going")) {
				return x
			}
			if x := m.of[adjective][strings.ToLower(t.Word(h))]; x != record.Plain { // is prepared to
				return x
			}
		}
		x := m.of[verb][l]
		if x == record.Intended && t.Child(h, "xcomp", "ccomp", "obl") < 0 {
			return record.Plain
		}
		return x
	case annotate.ADJ:
		return m.of[adjective][l]
	case annotate.NOUN:
		_, end := t.around(h)
		for i := h + 1; i < end; i++ { // the possibility of; "his plan" tells nothing
			if int(t.Heads[i]) == h && slices.Contains(nounComplements, t.Relations[i]) {
				return m.of[noun][l]
			}
		}
	}
	return record.Plain
}

// nounComplements has the relations by which a noun has what it is of.
var nounComplements = []string{"acl", "ccomp", "xcomp", "advcl", "nmod"}

// complement looks at what completes h: "stands ready to", "has no plans to".
func (m *modals) complement(t tree, h, from, to int) record.Modality {
	for i := from; i < to; i++ {
		if int(t.Heads[i]) != h {
			continue
		}
		switch t.Relations[i] {
		case "xcomp":
			if t.Tags[i] == annotate.ADJ || t.Tags[i] == annotate.VERB {
				if x := m.of[adjective][strings.ToLower(t.Word(i))]; x != record.Plain {
					return x
				}
			}
		case "obj":
			if t.Lemmas[h] == "have" && t.Child(i, "acl", "ccomp", "xcomp", "nmod") >= 0 {
				if x := m.of[noun][t.Lemmas[i]]; x != record.Plain {
					return x
				}
			}
		}
	}
	return record.Plain
}

// negated says whether the clause whose head is h is denied.
func (m *modals) negated(t tree, h, from, to int) bool {
	if m.deniedAdjectives[t.Lemmas[h]] {
		return true
	}
	for i := from; i < to; i++ {
		g := int(t.Heads[i])
		l := t.Lemmas[i]
		switch {
		case g < 0:
		case m.denials[l]:
			if i+1 < to && onlyAfterNot[t.Lemmas[i+1]] {
				continue // not only
			}
			if g == h || int(t.Heads[g]) == h && (l == "no" || t.Relations[g] == "aux") && isArgument(t.Relations[g]) {
				return true
			}
		case g == h && m.deniedNouns[l] && isArgument(t.Relations[i]):
			return true
		case g == h && t.Relations[i] == "xcomp" && m.deniedAdjectives[l]:
			return true
		}
	}
	return false
}

// onlyAfterNot has what makes "not" no denial.
var onlyAfterNot = map[string]bool{"only": true, "just": true, "merely": true, "simply": true}

// isArgument says whether a denied word in this relation denies its clause: "no
// minister came", "no longer".
func isArgument(relation string) bool {
	switch relation {
	case "nsubj", "obj", "iobj", "expl", "advmod", "aux", "xcomp", "obl":
		return true
	}
	return false
}

// quoted says whether word i stands within quotation marks.
func quoted(t tree, i int) bool {
	return slices.ContainsFunc(t.Quotes, func(q annotate.Quote) bool { return q.Contains(t.Tokens[i]) })
}

// conditional says whether a clause with "if" hangs on word i.
func conditional(t tree, i int) bool {
	first, end := t.around(i)
	for j := first; j < end; j++ {
		if int(t.Heads[j]) == i && t.Relations[j] == "advcl" {
			if m := t.Child(j, "mark"); m >= 0 && (t.Lemmas[m] == "if" || t.Lemmas[m] == "unless") {
				return true
			}
		}
	}
	return false
}
