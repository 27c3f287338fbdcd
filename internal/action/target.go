package action

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/register"
	"onrecord/internal/text"
)

// idOf is short for the ids of actors.
type idOf = record.ActorID

// stretch is a run of tokens, first to end; empty for none.
type stretch struct{ first, end int }

// against are the prepositions before what a deed is aimed at.
var against = []string{"against", "on", "at", "with", "from", "to", "into", "over", "upon", "of", "for", "toward", "towards", "between", "out of"}

// targets returns the public actors that a verb's deed is aimed at.
func (s *scene) targets(d *deed) []idOf {
	var out []idOf
	if j := s.Child(d.at, "iobj"); j >= 0 {
		out = s.all(j, s.touched)
	}
	if d.typ == record.TypeSanction && d.mode == "withdraw" && d.patient >= 0 && s.in(d.patient, "envoy") {
		if out = s.posted(d.patient); len(out) > 0 {
			return out
		}
	}
	if d.patient >= 0 && s.Tags[d.patient] != annotate.VERB {
		out = join(out, s.all(d.patient, s.touched))
	} else if d.patient >= 0 {
		out = join(out, s.touchedBy(d.patient))
	}
	if len(out) > 0 {
		return out
	}
	for _, c := range s.Children(d.at) {
		j := int(c)
		if s.Relations[j] != "obl" || j < d.at || j == d.patient || j == d.doer || !slices.Contains(against, s.prep(j)) || s.dated(j) || s.in(j, "aside") {
			continue
		}
		if out = s.all(j, s.touched); len(out) > 0 {
			return out
		}
	}
	return out
}

// posted returns where the envoy i is posted: "its ambassador to …".
func (s *scene) posted(i int) []idOf {
	var out []idOf
	for _, c := range s.Children(i) {
		if j := int(c); j > i && s.Relations[j] == "nmod" && slices.Contains([]string{"to", "from", "in", "at"}, s.prep(j)) {
			out = join(out, s.all(j, s.touched))
			if len(out) == 0 {
				out = s.capital(j)
			}
		}
	}
	return out
}

// capital returns the country whose capital the name that ends with word i is.
func (s *scene) capital(i int) []idOf {
	words := []string{s.Word(i)}
	if k := i + 1; k < len(s.Tokens) && s.Head(k) == i && s.Relations[k] == "flat" {
		words = append(words, s.Word(k))
	}
	n, entries := s.article.Register.Match(words, 0)
	if n != len(words) || len(entries) == 0 || entries[0].Use != register.Capital {
		return nil
	}
	return []idOf{entries[0].Actor.ID}
}

// touchedBy returns whom an infinitive that is a deed's object touches: "refused
// to meet …".
func (s *scene) touchedBy(i int) []idOf {
	var out []idOf
	for _, c := range s.Children(i) {
		j := int(c)
		if s.Relations[j] == "obj" || s.Relations[j] == "obl" && slices.Contains(against, s.prep(j)) {
			out = join(out, s.all(j, s.touched))
		}
	}
	return out
}

// without returns the ids of a that are not in b.
func without(a, b []idOf) []idOf {
	return slices.DeleteFunc(slices.Clone(a), func(id idOf) bool { return slices.Contains(b, id) })
}

// personal says whether an actor is a person who leads no armed group.
func (s *scene) personal(id idOf) bool { return s.kind(id) == record.Person }

// phrase returns the words of the noun phrase that word i heads, up to where a
// clause, a date or the deed itself begins.
func (s *scene) phrase(i, predicate int) stretch {
	sentence := s.Sentences[s.SentenceOf(i)]
	first, end := s.Subtree(i)
	if last := s.joined(i); last[len(last)-1] > end {
		_, end = s.Subtree(last[len(last)-1])
	}
	first, end = max(first, sentence.First), min(end, sentence.End)
	if predicate < i {
		first = max(first, predicate+1)
	} else {
		end = min(end, predicate)
	}
	for first < i && !s.opens(first, i) {
		first++
	}
	for j := i + 1; j < end; j++ {
		if s.breaks(i, j) || s.low(j) == "by" && s.Tags[predicate] == annotate.NOUN {
			end = j
			break
		}
	}
	for end > i+1 && (s.Tags[end-1] == annotate.PUNCT || s.Tags[end-1] == annotate.CCONJ || s.Tags[end-1] == annotate.ADP) {
		end--
	}
	return stretch{first, end}
}

// opens says whether the phrase of word i may begin with word j.
func (s *scene) opens(j, i int) bool {
	switch s.Tags[j] {
	case annotate.PUNCT, annotate.CCONJ, annotate.SCONJ, annotate.AUX, annotate.PART:
		return false
	}
	if s.Relations[j] == "mark" {
		return false
	}
	return s.Relations[j] != "case" || s.Is(s.Head(j), "least", "most", "more", "less")
}

// breaks says whether the phrase of word i ends before word j.
func (s *scene) breaks(i, j int) bool {
	switch s.Relations[j] {
	case "mark", "acl", "advcl", "parataxis", "cop":
		return true
	case "nsubj":
		return true
	}
	w := s.low(j)
	if s.Tags[j] == annotate.PRON && (w == "which" || w == "who" || w == "that") {
		return true
	}
	if s.Tags[j] == annotate.PUNCT {
		return w != "-" && w != "," && w != "–" || w == "," && !s.listed(i, j)
	}
	if mood("after", w) || mood("before", w) || w == "amid" || w == "during" || w == "despite" {
		return true
	}
	return s.Tags[j] == annotate.ADP && j+1 < len(s.Tokens) && s.timexAt(j+1) >= 0 || s.timexAt(j) >= 0 && j > i && s.Head(j) != i
}

// listed says whether the comma at j parts members of the list that begins with
// word i.
func (s *scene) listed(i, j int) bool {
	for _, k := range s.joined(i) {
		if k > j {
			return true
		}
	}
	return false
}

// clause returns the words of the infinitive at word i.
func (s *scene) clause(i int) stretch {
	p := s.phrase(i, i-1)
	p.first = i
	return p
}

func (s *scene) span(p stretch) text.Span { return s.Words(p.first, p.end) }

// where returns the words of the place that a deed is told of, "" for none.
func (s *scene) where(d *deed) string {
	for _, at := range []int{d.at, d.verb(), max(d.victims, d.at)} {
		for _, c := range s.Children(at) {
			if w := s.site(d, at, int(c)); w != "" {
				return w
			}
		}
	}
	if d.patient >= 0 && s.Tags[d.patient] == annotate.NOUN {
		for _, c := range s.Children(d.patient) {
			if w := s.site(d, d.patient, int(c)); w != "" {
				return w
			}
		}
	}
	if d.noun {
		for _, j := range s.behind(d.at, true) {
			if w := s.site(d, d.at, j); w != "" {
				return w
			}
		}
	}
	return ""
}

// site returns the words of the place that the phrase of word j, behind the
// predicate at, tells.
func (s *scene) site(d *deed, at, j int) string {
	if r := s.Relations[j]; r != "obl" && r != "nmod" || j < at || !s.place(j) {
		return ""
	}
	switch s.prep(j) {
	case "in", "near", "outside", "across", "around":
	case "at":
		if overlap(s.named(j), d.targets) {
			return ""
		}
	default:
		return ""
	}
	return strings.TrimPrefix(s.span(s.phrase(j, at)).Of(s.Document.Text), "the ")
}
