package action

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// state says how real a deed is, as the words have it.
type state struct {
	tense      record.Tense
	certainty  record.Certainty
	negated    bool
	denied     bool  // in what a denial holds
	conditions []int // heads of clauses with "if"
	verb       int   // of which a noun's deed is the subject: "talks resumed"; 0 for none
}

// hedge makes a state no firmer than c.
func (m *state) hedge(c record.Certainty) { m.certainty = max(m.certainty, c) }

// state reads how real the deed of the verb i is: by its helpers, by what
// governs it, and by the clauses that it stands in. ok is false where the words
// do not say that it was, is or will be; nor is a deed that will not be one.
func (s *scene) state(i int) (m state, ok bool) {
	if !s.helped(i, &m) || !s.governed(i, &m) || !s.placed(i, &m) {
		return m, false
	}
	return m, !m.negated || m.tense != record.Future
}

// helped reads the helpers and adverbs of the verb i.
func (s *scene) helped(i int, m *state) bool {
	m.tense = s.form(i)
	if m.tense == record.Present && strings.HasSuffix(s.low(i), "ing") && s.Child(i, "mark") >= 0 {
		m.tense = record.Past // accused of shelling, after shelling
	}
	var perfect, modal bool
	var chance record.Certainty
	for _, c := range s.Children(i) {
		j := int(c)
		lemma := s.Lemmas[j]
		switch s.Relations[j] {
		case "aux":
			switch lemma {
			case "will", "shall":
				m.tense = record.Future
			case "have":
				perfect = true
				m.tense = record.Past
			case "may", "might", "could":
				modal, chance = true, record.Perhaps
			case "must":
				modal, chance = true, record.Probable
			case "would":
				if !s.announced(i) {
					return false
				}
				m.tense = record.Future
				m.hedge(record.Probable)
			case "should", "can", "ought", "need", "ca":
				return false
			case "be", "get", "do":
				m.tense = s.aux(j, m.tense)
			}
		case "advmod":
			if s.adverb(lemma, m) && j < i {
				return false
			}
		}
		if s.denies(j) {
			m.negated = true
		}
	}
	if modal {
		if !perfect {
			return false
		}
		m.hedge(chance)
	}
	return true
}

// announced says whether "would" before the verb i only moves a "will" into what
// somebody said: "said it would withdraw".
func (s *scene) announced(i int) bool {
	for _, k := range s.article.StatementsAt(s.passage, i) {
		switch st := &s.article.Statements[k]; st.Act {
		case record.Say, record.Repeat, record.Promise, record.Threaten:
			return len(st.Speakers) > 0 && s.Child(i, "advcl") < 0
		}
	}
	return false
}

// adverb reads an adverb; true where it takes the deed back.
func (s *scene) adverb(lemma string, m *state) bool {
	switch {
	case mood("probable", lemma):
		m.hedge(record.Probable)
	case mood("possible", lemma):
		m.hedge(record.Perhaps)
	case mood("almost", lemma):
		return true
	}
	return false
}

// denies says whether word j denies what it hangs on.
func (s *scene) denies(j int) bool {
	if j+1 < len(s.Tokens) && slices.Contains(additive, s.low(j+1)) {
		return false // not only
	}
	switch s.Lemmas[j] {
	case "not", "never", "n't", "neither", "nor":
		return s.Relations[j] != "cc" || s.Lemmas[j] == "nor"
	case "no":
		return s.Relations[j] == "det"
	}
	return false
}

// additive are words behind "not" that leave the deed standing.
var additive = []string{"only", "just", "merely", "simply"}

// form tells the tense of a verb by its own letters.
func (s *scene) form(i int) record.Tense {
	w, lemma := s.low(i), s.Lemmas[i]
	switch {
	case strings.HasSuffix(w, "ing"), strings.HasSuffix(w, "s") && w != lemma:
		return record.Present
	case w != lemma:
		return record.Past
	case slices.Contains(alike, lemma) && s.Child(i, "aux", "mark") < 0:
		return record.Past
	}
	return record.Present
}

// alike are verbs whose past is written like the present.
var alike = []string{"hit", "cut", "put", "set", "shut", "quit", "let", "split", "cast", "burst", "bid", "beat", "spread"}

// aux tells the tense of a form of be, get or do that helps a verb.
func (s *scene) aux(j int, before record.Tense) record.Tense {
	if before == record.Future {
		return before
	}
	switch s.low(j) {
	case "was", "were", "did", "got", "been":
		return record.Past
	case "is", "are", "'s", "’s", "does", "do", "being", "am", "'re":
		return record.Present
	}
	return before
}

// governed reads what stands above an infinitive or a shared helper.
func (s *scene) governed(i int, m *state) bool {
	for range 16 {
		h := s.Head(i)
		if h < 0 {
			return !s.infinitive(i)
		}
		if g := s.lead(i); g >= 0 {
			if !s.under(g, i, m) {
				return false
			}
			i = g
			continue
		}
		switch s.Relations[i] {
		case "xcomp":
			if !s.under(h, i, m) {
				return false
			}
		case "conj":
			if s.Child(i, "nsubj", "aux") >= 0 {
				return !s.infinitive(i)
			}
			if s.bareForm(i) && (s.Tags[h] == annotate.VERB || s.Tags[h] == annotate.ADJ) && !s.inherit(h, m) {
				return false
			}
			if s.low(i) == s.Lemmas[i] && !slices.Contains(alike, s.Lemmas[i]) && s.Tags[h] == annotate.VERB && s.Child(h, "aux") < 0 && s.form(h) == record.Past {
				return false // "called on … to stop and apologize"
			}
		case "advcl":
			if strings.HasSuffix(s.low(i), "ing") && s.Child(i, "aux") < 0 && s.Tags[h] == annotate.VERB {
				return s.accompany(h, m)
			}
			return !s.infinitive(i)
		default:
			return !s.infinitive(i)
		}
		i = h
	}
	return false
}

// lead returns what governs the infinitive i by its place, right before "to",
// where the tree hangs both on the same word; -1 for none.
func (s *scene) lead(i int) int {
	for _, c := range s.Children(i) {
		if j := int(c); j < i && j > 0 && s.Lemmas[j] == "to" && s.Relations[i] != "xcomp" {
			if g := j - 1; s.Head(g) == s.Head(i) && (s.Tags[g] == annotate.VERB || s.Tags[g] == annotate.ADJ) {
				return g
			}
		}
	}
	return -1
}

// infinitive says whether "to" stands before the verb i.
func (s *scene) infinitive(i int) bool {
	for _, c := range s.Children(i) {
		if int(c) < i && s.Lemmas[c] == "to" && (s.Relations[c] == "mark" || s.Relations[c] == "aux") {
			return true
		}
	}
	return false
}

// bareForm says whether a verb has the form that follows a helper.
func (s *scene) bareForm(i int) bool {
	w := s.low(i)
	return w == s.Lemmas[i] || strings.HasSuffix(w, "ing") || !strings.HasSuffix(w, "s")
}

// inherit reads the helpers of the verb h for one that is joined to it.
func (s *scene) inherit(h int, m *state) bool {
	n := state{}
	if !s.helped(h, &n) {
		return false
	}
	if s.Child(h, "aux") >= 0 || s.infinitive(h) {
		m.tense = n.tense
	}
	m.negated = m.negated || n.negated
	m.hedge(n.certainty)
	return true
}

// accompany gives a participle the time of the verb h that it goes with.
func (s *scene) accompany(h int, m *state) bool {
	n := state{}
	if s.infinitive(h) || s.Is(h, "have", "be") || !s.helped(h, &n) {
		return false
	}
	m.tense = n.tense
	m.hedge(n.certainty)
	return true
}

// under reads what the verb, adjective or noun h makes of the infinitive or
// participle i that it governs.
func (s *scene) under(h, i int, m *state) bool {
	lemma := s.Lemmas[h]
	var n state
	if !s.helped(h, &n) || s.tooMuch(h) {
		return false
	}
	switch {
	case lemma == "deny" && !s.infinitive(i):
		m.tense = record.Past
	case lemma == "go" && s.infinitive(i), mood("planned", lemma):
		if n.tense == record.Past && s.Child(h, "aux", "cop") < 0 && lemma != "decide" {
			return false // planned to, and nobody says that it came to it
		}
		m.tense = record.Future
		m.hedge(record.Probable)
	case mood("real", lemma):
		m.tense = n.tense
	case mood("failed", lemma):
		m.tense, m.negated = n.tense, !m.negated
	case mood("seeming", lemma):
		m.hedge(record.Probable)
		if s.Child(i, "aux") < 0 {
			m.tense = n.tense
		} else {
			m.tense = record.Past
		}
	default:
		return false
	}
	m.negated = m.negated != n.negated
	m.hedge(n.certainty)
	return true
}

// tooMuch says whether the verb h has "too" with it: who moved too slowly to do a
// thing did not do it.
func (s *scene) tooMuch(h int) bool {
	for _, c := range s.Children(h) {
		if s.Relations[c] == "advmod" && (s.Is(int(c), "too") || s.modified(int(c), "too")) {
			return true
		}
	}
	return false
}

// placed reads the clauses that the verb i stands in, up to the main one.
func (s *scene) placed(i int, m *state) bool {
	if s.asks(i) {
		return false
	}
	for _, c := range s.Children(i) {
		if s.Relations[c] == "advcl" && s.marked(int(c), "supposed") {
			m.conditions = append(m.conditions, int(c))
		}
	}
	for range 32 {
		h := s.Head(i)
		if h < 0 {
			return true
		}
		switch s.Relations[i] {
		case "advcl", "ccomp", "csubj", "acl":
			if s.marked(i, "supposed") || m.tense != record.Past && s.marked(i, "before") {
				return false
			}
			if mark := s.Child(i, "mark"); mark >= 0 && s.Relations[i] == "advcl" && slices.Contains(unrealMarks, s.low(mark)) {
				return false
			}
		}
		if s.Relations[i] == "acl" && s.nobody(h) {
			return false // no way that …
		}
		if s.Relations[i] == "acl" && s.Child(i, "mark", "case") >= 0 && !(s.Head(h) >= 0 && mood("blame", s.Lemmas[s.Head(h)])) {
			return false // the threat of invading
		}
		if s.Relations[i] == "ccomp" {
			if s.Is(h, "deny", "reject", "refute", "dispute") {
				m.denied = true
			} else if mood("unreal", s.Lemmas[h]) && !s.Is(h, "accuse", "claim", "offer", "insist", "warn", "blame", "predict") {
				return false
			}
		}
		if s.Relations[i] == "xcomp" && s.Is(h, "deny") {
			m.denied = true
		} else if s.Relations[i] == "xcomp" && mood("unreal", s.Lemmas[h]) && !mood("planned", s.Lemmas[h]) {
			return false
		}
		i = h
	}
	return true
}

// unrealMarks introduce clauses that do not say that it was so.
var unrealMarks = []string{"without", "from", "against", "about", "to", "than", "instead", "so", "for", "like", "though_if"}

// marked says whether the clause of the verb i begins with a word of a class.
func (s *scene) marked(i int, class string) bool {
	for _, c := range s.Children(i) {
		if (s.Relations[c] == "mark" || s.Relations[c] == "advmod" || s.Relations[c] == "case") && int(c) < i && mood(class, s.low(int(c))) {
			return true
		}
	}
	return false
}

// asks says whether the sentence of word i is a question.
func (s *scene) asks(i int) bool {
	e := s.Sentences[s.SentenceOf(i)]
	for j := e.End - 1; j >= e.First && j > e.End-4; j-- {
		if s.Word(j) == "?" {
			return true
		}
	}
	return false
}
