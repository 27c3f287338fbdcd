package action

import (
	"slices"
	"strings"

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
var unrealMarks = []string{"without", "from", "against", "about", "to", "than", "instead", "so", "for", "like"}

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
